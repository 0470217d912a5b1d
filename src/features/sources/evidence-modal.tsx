import { Keymap, Modal, type App, type PaneType } from 'obsidian';
import { render } from 'preact';
import { noteName } from '../../core/note';
import { shorten } from '../../core/shorten';
import type { EvidenceSource, SourcedTask, TaskEvidence } from '../../obsidian/evidence-keeper';
import { words } from '../../words/words';
import { EvidenceView, type EvidenceEvents } from '../evidence-view';

/** What the window shows, and what it does. */
export interface EvidenceModalParts {
	readonly evidence: EvidenceSource;
	readonly task: SourcedTask;
	/** Opens the source, at the passage where there is a clear one. */
	readonly open: (pane: PaneType | boolean) => void;
	readonly on: EvidenceEvents;
}

/** Characters of a task or file name; longer ones are cut. */
const MOST_SHOWN = 300;

/** Shows the words in the source that support one task. Follows the source while it is open. */
export class EvidenceModal extends Modal {
	#stop: () => void = () => undefined;

	constructor(app: App, private readonly parts: EvidenceModalParts) {
		super(app);
		this.modalEl.addClass('ratify-evidence-modal');
		this.setTitle(words.evidence.title);
	}

	override onOpen(): void {
		this.#stop = this.parts.evidence.subscribe(() => this.#draw());
		this.#draw();
		this.contentEl.querySelector<HTMLElement>('.mod-cta')?.focus();
	}

	override onClose(): void {
		this.#stop();
		render(null, this.contentEl);
	}

	#draw(): void {
		const { evidence, task, on } = this.parts;
		const known = evidence.evidenceOf(task);
		if (!known) return;
		const closing = { openPassage: this.#closing(on.openPassage), openFile: this.#closing(on.openFile) };
		const path = pathOf(known);
		render(
			<>
				<p class="ratify-evidence-task" dir="auto">{shorten(task.text, MOST_SHOWN)}</p>
				<EvidenceView evidence={known} on={closing} />
				{path !== null && (
					<div class="modal-button-container">
						<span class="ratify-evidence-file" dir="auto">{shorten(noteName(path), MOST_SHOWN)}</span>
						<button class="mod-cta" onClick={(event) => this.#closing(this.parts.open)(Keymap.isModEvent(event))}>{words.controls.openSource}</button>
					</div>
				)}
			</>,
			this.contentEl,
		);
	}

	#closing<T extends readonly unknown[]>(act: (...args: T) => void): (...args: T) => void {
		return (...args) => {
			this.close();
			act(...args);
		};
	}
}

function pathOf(evidence: TaskEvidence): string | null {
	return 'path' in evidence ? evidence.path : null;
}
