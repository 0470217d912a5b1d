import { FuzzySuggestModal, type App, type FuzzyMatch } from 'obsidian';
import type { Snapshot } from '../../core/index-store';
import { noteName } from '../../core/note';
import type { Row } from '../../core/rows';
import { cutText } from '../../core/shorten';
import { words } from '../../words/words';
import { describePrompt } from '../heard-prompt';

/** Longer sentences are cut, so that one hostile line cannot stall the search. */
const MOST_SEARCHED = 500;

/** What the picker offers. */
export interface RowPickerParts {
	readonly snapshot: Snapshot;
	/** The likeliest first. */
	readonly rows: readonly Row[];
	readonly choose: (row: Row) => void;
}

/** Lets the user pick the row that another one repeats, by a few letters of its words or its note. */
export class RowPicker extends FuzzySuggestModal<Row> {
	constructor(app: App, private readonly parts: RowPickerParts) {
		super(app);
		this.setPlaceholder(words.group.pickSame);
		describePrompt(this, words.group.pickSame);
		this.emptyStateText = words.controls.noSuchProposal;
	}

	override getItems(): Row[] {
		return [...this.parts.rows];
	}

	override getItemText({ proposal }: Row): string {
		return `${cutText(proposal.text, MOST_SEARCHED)} ${this.#noteTitle(proposal.path)}`;
	}

	override renderSuggestion({ item: { proposal } }: FuzzyMatch<Row>, el: HTMLElement): void {
		el.addClass('ratify-picker-item');
		el.createDiv({ text: cutText(proposal.text, MOST_SEARCHED) });
		el.createDiv({ cls: 'ratify-picker-note', text: this.#noteTitle(proposal.path) });
	}

	override onChooseItem(row: Row): void {
		this.parts.choose(row);
	}

	#noteTitle(path: string): string {
		return cutText(this.parts.snapshot.notes.get(path)?.title ?? noteName(path), MOST_SEARCHED);
	}
}
