/** A sentence by where it stands in its text, in UTF-16 units; `end` is exclusive. */
export interface Span {
	readonly start: number;
	readonly end: number;
}

/** A longer stretch without an end is cut: nobody says so much in one sentence. */
const LONGEST = 1000;
/** Signs that may end a sentence, alone or several together. */
const ENDS = '.!?…';
/** Signs of scripts that put no blank behind a sentence. */
const FAR_ENDS = '。！？';
/** What may close a quotation behind its last sentence. */
const CLOSING = '"\'”’»)]*_」』）';
/** After these, and after a single letter, a point ends nothing. */
const ABBREVIATIONS: ReadonlySet<string> = new Set('mr mrs ms dr prof st no nr vs approx e.g i.e eg ie cf fig inc ltd dept est max min pp z.b d.h bzw ca'.split(' '));
const LONGEST_ABBREVIATION = 6;

/** The sentences of a stretch of text, without the blanks around them. Takes time linear in it. */
export function splitSentences(text: string, from = 0, to = text.length): Span[] {
	const found: Span[] = [];
	let start = from;
	for (let at = from; at < to; at++) {
		const end = readEnd(text, at, to);
		if (end === null) continue;
		if (end - start >= LONGEST || !isWithin(text, at, end)) {
			addSpan(found, text, start, end);
			start = end;
		}
		at = end - 1;
	}
	addSpan(found, text, start, to);
	return found;
}

/** Where the signs that begin at a place, and may end a sentence, are over; null where there are none. */
function readEnd(text: string, at: number, to: number): number | null {
	const code = text.charCodeAt(at);
	// Most characters are letters and blanks.
	if (code !== 0x2e && code !== 0x21 && code !== 0x3f && code < 0x2026) return null;
	const isFar = FAR_ENDS.includes(text.charAt(at));
	if (!isFar && !ENDS.includes(text.charAt(at))) return null;
	let end = at + 1;
	while (end < to && (isFar ? FAR_ENDS : ENDS).includes(text.charAt(end))) end++;
	while (end < to && CLOSING.includes(text.charAt(end))) end++;
	return isFar || end === to || isBlank(text.charCodeAt(end)) ? end : null;
}

/** Whether what looks like an end is none: a point after an abbreviation, or dots in the middle of a sentence. */
function isWithin(text: string, at: number, end: number): boolean {
	if (text[at] === '.' && end === at + 1) return isAbbreviation(text, at);
	const isDots = text[at] === '…' || text.startsWith('..', at);
	return isDots && /^\s+\p{Ll}/u.test(text.slice(end, end + 4));
}

/** Whether what stands before a point is a shortened word. */
function isAbbreviation(text: string, at: number): boolean {
	let start = at;
	while (start > 0 && at - start <= LONGEST_ABBREVIATION && !isBlank(text.charCodeAt(start - 1)) && text[start - 1] !== '(') start--;
	if (at - start > LONGEST_ABBREVIATION) return false;
	const word = text.slice(start, at);
	return word.length === 1 ? /\p{L}/u.test(word) : ABBREVIATIONS.has(word.toLowerCase());
}

function addSpan(found: Span[], text: string, from: number, to: number): void {
	let [start, end] = [from, to];
	while (start < end && isBlank(text.charCodeAt(start))) start++;
	while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
	for (; end - start > LONGEST; start += LONGEST) found.push({ start, end: start + LONGEST });
	if (end > start) found.push({ start, end });
}

function isBlank(code: number): boolean {
	return code === 0x20 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0xfeff;
}
