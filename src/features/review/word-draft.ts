import { Notice } from 'obsidian';
import { keepAction, withoutIdle, type Choice } from '../../core/actions';
import type { Snapshot } from '../../core/index-store';
import type { Proposal } from '../../core/proposal';
import { shorten } from '../../core/shorten';
import { parseTaskLine, splitWords } from '../../core/task-line';
import { words as texts } from '../../words/words';
import { copyText } from '../copy-text';

const MOST_QUOTED = 200;
/** Milliseconds for which a notice with words that would be lost is shown: until it is clicked. */
const UNTIL_CLICKED = 0;

/** What the user writes in place of a proposal's words. */
export class WordDraft {
	#words: string;

	/** The words as they stand in the line. */
	readonly before: string;

	constructor(readonly proposal: Proposal) {
		const task = parseTaskLine(proposal.raw);
		this.before = task ? splitWords(task).words : '';
		this.#words = this.before;
	}

	write(words: string): void {
		this.#words = words;
	}

	get isChanged(): boolean {
		return this.#words.trim() !== this.before;
	}

	/** What writes the words into the line; null, and says why, where they can't stand there. */
	choice(snapshot: Snapshot): Choice | null {
		if (this.#words.trim() === '') {
			new Notice(texts.draft.noWords);
			return null;
		}
		const choice: Choice = { action: keepAction(texts.changes.textChanged), proposal: this.proposal, values: { words: this.#words } };
		if (withoutIdle([choice], { conventions: snapshot.conventions, today: '' }).length > 0) return choice;
		new Notice(texts.draft.doesNotFit);
		return null;
	}

	/** The words can't be written any more: they are handed back. @param isGone whether that is because the line has changed */
	handBack(isGone: boolean): void {
		const words = this.#words;
		if (words.trim() === '') return;
		const text = shorten(words, MOST_QUOTED);
		const notice = new Notice(isGone ? texts.draft.lineChanged({ text }) : texts.draft.notSaved({ text }), UNTIL_CLICKED);
		notice.messageEl.createEl('button', { text: texts.controls.copy, cls: 'ratify-notice-button' }).addEventListener('click', () => void copyText(words));
	}
}
