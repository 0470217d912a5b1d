import { isProposed, PROPOSED_TAG } from './proposal';
import { PROPOSED_STATUS, type Status } from './status';
import { withStatus } from './task-change';
import { hasTag, parseTaskLine, printTaskLine, type TaskLine } from './task-line';

/** A line of text as a list item: what is before its words, and the words. */
const ITEM = /^([\s>]*)(?:([-*+]|\d{1,9}[.)])([ \t]+))?(.*)$/u;

/** The line as a proposal: a task keeps its fields, an item or plain text becomes one. Null for a line without words, a heading, and what is a proposal already. */
export function proposeLine(line: string, statuses: readonly Status[]): string | null {
	const task = parseTaskLine(line) ?? makeTask(line);
	if (!task || isProposed(task, statuses)) return null;
	return withTags(printTaskLine(withStatus(task, PROPOSED_STATUS)), ['#task', PROPOSED_TAG].filter((tag) => !hasTag(task, tag)));
}

function makeTask(line: string): TaskLine | null {
	const [, lead = '', marker = '-', gap = ' ', words = ''] = ITEM.exec(line) ?? [];
	if (words.trim() === '' || /^(?:#{1,6}(?:\s|$)|```|~~~|\||---$)/u.test(words)) return null;
	return parseTaskLine(`${lead}${marker}${gap}[ ] ${words}`);
}

/** Behind the words and fields, but before a block id, which must stay last. */
function withTags(line: string, tags: readonly string[]): string {
	const [whole = '', text = '', end = ''] = /^(.*?)((?:\s+\^[A-Za-z0-9-]+)?\s*)$/su.exec(line) ?? [];
	return whole === '' || tags.length === 0 ? line : `${text} ${tags.join(' ')}${end}`;
}
