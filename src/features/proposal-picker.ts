import { FuzzySuggestModal, type App, type FuzzyMatch } from 'obsidian';
import type { Action } from '../core/actions';
import type { SnapshotSource } from '../core/index-store';
import type { Proposal } from '../core/proposal';
import { selectLive } from '../core/selectors';
import { cutText } from '../core/shorten';
import { words } from '../words/words';
import { describePrompt } from './heard-prompt';

/** Longer sentences are cut, so that one hostile line cannot stall the search. */
const MOST_SEARCHED = 500;

/** Lets the user pick one of all proposals by a few letters of its text or its note. */
export class ProposalPicker extends FuzzySuggestModal<Proposal> {
	constructor(
		app: App,
		private readonly store: SnapshotSource,
		action: Action,
		private readonly choose: (proposal: Proposal) => void,
	) {
		super(app);
		this.setPlaceholder(words.actions[action.id].picked);
		describePrompt(this, words.actions[action.id].picked);
		this.emptyStateText = words.controls.noSuchProposal;
	}

	override getItems(): Proposal[] {
		return [...selectLive(this.store.snapshot)];
	}

	override getItemText(proposal: Proposal): string {
		return `${searched(proposal)} ${this.#noteTitle(proposal)}`;
	}

	override renderSuggestion({ item }: FuzzyMatch<Proposal>, el: HTMLElement): void {
		el.addClass('ratify-picker-item');
		el.createDiv({ text: searched(item) });
		el.createDiv({ cls: 'ratify-picker-note', text: this.#noteTitle(item) });
	}

	override onChooseItem(proposal: Proposal): void {
		this.choose(proposal);
	}

	#noteTitle(proposal: Proposal): string {
		return cutText(this.store.snapshot.notes.get(proposal.path)?.title ?? proposal.path, MOST_SEARCHED);
	}
}

function searched(proposal: Proposal): string {
	return cutText(proposal.text, MOST_SEARCHED);
}
