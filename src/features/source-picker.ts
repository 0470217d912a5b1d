import { FuzzySuggestModal, type App, type FuzzyMatch } from 'obsidian';
import { noteName } from '../core/note';
import { cutText } from '../core/shorten';
import { words } from '../words/words';
import { describePrompt } from './heard-prompt';

/** Longer names are cut, so that one hostile path cannot stall the search. */
const MOST_SEARCHED = 500;

/** Lets the user pick which of several files is the source. */
export class SourcePicker extends FuzzySuggestModal<string> {
	/** @param paths vault paths, the likeliest first */
	constructor(
		app: App,
		private readonly paths: readonly string[],
		private readonly choose: (path: string) => void,
	) {
		super(app);
		this.setPlaceholder(words.evidence.pick);
		describePrompt(this, words.evidence.pick);
		this.emptyStateText = words.controls.noSuchFile;
	}

	override getItems(): string[] {
		return [...this.paths];
	}

	override getItemText(path: string): string {
		return cutText(path, MOST_SEARCHED);
	}

	override renderSuggestion({ item }: FuzzyMatch<string>, el: HTMLElement): void {
		el.addClass('ratify-picker-item');
		el.createDiv({ text: cutText(noteName(item), MOST_SEARCHED) });
		el.createDiv({ cls: 'ratify-picker-note', text: cutText(item.slice(0, Math.max(0, item.lastIndexOf('/'))), MOST_SEARCHED) });
	}

	override onChooseItem(path: string): void {
		this.choose(path);
	}
}
