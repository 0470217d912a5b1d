import { Notice, type App, type PaneType } from 'obsidian';
import type { FoundPassage } from '../core/evidence';
import { locate } from '../core/source-index';
import type { EvidenceSource, FoundEvidence, SourcedTask } from '../obsidian/evidence-keeper';
import { openPassage, type MarkedPassage } from '../obsidian/marked-passage';
import { openNote } from '../obsidian/open-note';
import { words } from '../words/words';
import { SourcePicker } from './source-picker';

/** What opening sources works with. */
export interface OpenerParts {
	readonly app: App;
	readonly evidence: EvidenceSource;
	readonly marked: MarkedPassage;
}

/** How a source is opened. */
export interface OpenWay {
	readonly pane: PaneType | boolean;
	/** Leads to where the user comes from. */
	readonly back: (() => void) | null;
}

/** Opens the sources of tasks, where it is known at the words that prove them. */
export class SourceOpener {
	constructor(private readonly parts: OpenerParts) {}

	/** Opens the file that a task was made from, at the passage where there is a clear one. */
	readonly open = async (task: SourcedTask, way: OpenWay): Promise<void> => {
		const { app, evidence } = this.parts;
		const found = await evidence.findEvidence(task);
		switch (found?.kind) {
			case 'found': return this.#openClear(found, way);
			case 'uncertain': return new SourcePicker(app, found.paths, (path) => void openNote(app, path, way.pane)).open();
			case 'unreadable': case 'reading': return openNote(app, found.path, way.pane);
			case 'missing': return void new Notice(words.evidence.notFound);
			default: return void new Notice(words.evidence.notNamed);
		}
	};

	/** Opens a source at one of its passages. */
	readonly openPassage = async ({ path, source }: FoundEvidence, passage: FoundPassage, { pane, back }: OpenWay): Promise<void> => {
		await openPassage(this.parts.app, this.parts.marked, { path, ...locate(source, passage.words) }, pane, back);
	};

	/** What is not clear is not pointed at: the file opens where it did last. */
	async #openClear(found: FoundEvidence, way: OpenWay): Promise<void> {
		const [best] = found.evidence.passages;
		if (best && found.evidence.sureness !== 'unclear') await this.openPassage(found, best, way);
		else await openNote(this.parts.app, found.path, way.pane);
	}
}
