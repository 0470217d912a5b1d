import { parseInline } from './inline-text';
import { parseTaskLine, printTokens } from './task-line';

/** What a note shows nothing of while it is read. */
const UNSEEN = /%%[^%]*%%|<!--.*?-->/gu;
/** Of a longer line only the beginning is compared. */
const MOST_COMPARED = 1000;

/** The letters and digits that a task's line shows when it is read, to find it again by what is on the screen. */
export function shownLetters(line: string): string {
	const task = parseTaskLine(line);
	if (!task) return '';
	const body = printTokens(task.tokens.filter(({ kind }) => kind !== 'block')).slice(0, 2 * MOST_COMPARED).replace(UNSEEN, ' ');
	return lettersOf(parseInline(body).map(({ text }) => text).join(''));
}

/** The letters and digits of what is on the screen. */
export function lettersOf(text: string): string {
	return text.normalize('NFC').replace(/[^\p{L}\p{N}]+/gu, '').slice(0, MOST_COMPARED);
}
