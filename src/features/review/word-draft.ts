import { Notice } from 'obsidian';
import { keepAction, withoutIdle, type Choice } from '../../core/actions';
import type { Snapshot } from '../../core/index-store';
import type { Proposal } from '../../core/proposal';
import { shorten } from '../../core/shorten';
import { parseTaskLine, splitWords } from '../../core/task-line';
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
			new Notice('A task needs words. To put it away, dismiss it.');
			return null;
		}
		const choice: Choice = { action: keepAction('Text changed'), proposal: this.proposal, values: { words: this.#words } };
		if (withoutIdle([choice], { conventions: snapshot.conventions, today: '' }).length > 0) return choice;
		new Notice('With these words the rest of the line would mean something else. A bracket, a backtick or a comment may still be open.');
		return null;
	}

	/** The line has changed, so that the words have no place any more: they are handed back. */
	handBack(): void {
		const words = this.#words;
		const notice = new Notice(`The task was changed elsewhere while you wrote “${shorten(words, MOST_QUOTED)}”.`, UNTIL_CLICKED);
		notice.messageEl.createEl('button', { text: 'Copy', cls: 'ratify-notice-button' }).addEventListener('click', () => void copyText(words));
	}
}
