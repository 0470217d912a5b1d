import { foldName, isGroupWord } from './person';
import { TASK_VERBS } from './task-verbs';

/** An `@mention` in a text. Offsets are UTF-16 units. */
export interface Mention {
	/** At the `@`; for the second of `@Ana and Ben`, at its name. */
	readonly start: number;
	/** Exclusive; a possessive `'s` is outside, a remark in brackets inside. */
	readonly end: number;
	/** As written, without `@` and remark: `Ana Ruiz`, `[[Ana Ruiz|Ana]]`. */
	readonly name: string;
	/** The remark with its brackets, such as `(with Ben)`; null where there is none. */
	readonly remark: string | null;
}

/** Answers whether a text, whole, is a known name. */
export type IsKnownName = (name: string) => boolean;

interface Word {
	readonly text: string;
	readonly start: number;
	readonly end: number;
}

/** The words after an `@` up to what certainly ends a name. */
interface Segment {
	readonly words: readonly Word[];
	/** A sign, a tag, an emoji, the end; a lower-case function word; "and" or "&"; too many words to tell. */
	readonly stop: 'delimiter' | 'function word' | 'and' | 'limit';
	/** After "and" or "&": where the next name may begin. */
	readonly next: number;
}

/** A name in a segment, without the remark. */
interface NameSpan {
	readonly start: number;
	readonly end: number;
	readonly isKnown: boolean;
	/** Whether nothing of the segment is left over. */
	readonly isWhole: boolean;
	readonly segment: Segment;
}

const MAX_WORDS = 12;
const MAX_WORD = 80;
const MAX_KNOWN_WORDS = 6;
const MAX_RUN = 5;
const MAX_LINK = 300;
const MAX_REMARK = 200;
/** Of a text with more signs the first are looked at. */
const MAX_SIGNS = 2000;

// A title or initials with their dots, then letters, with apostrophes and hyphens only between them.
const WORD = /(?:(?:Dr|Mr|Mrs|Ms|Prof|St|Jr|Sr)\.|(?:\p{Lu}\.){1,5})?(?:[\p{L}\p{N}](?:(?!\ufe0f)[\p{L}\p{M}\p{N}_]|['’‘\-\u2010\u2011/](?=\p{L})|\.(?=\p{Ll})){0,79})?/uy;
const GAP = /[ \t\u00a0\u202f]{1,8}/y;
const BEFORE = /[\p{L}\p{M}\p{N}_.+\-@/]/u;
const NAME_WORD = /^[\p{Lu}\p{Lt}\p{Lo}][^\p{N}/]*(?:\/[\p{Lu}\p{Lt}\p{Lo}][^\p{N}/]*)*$/u;
const POSSESSIVE = /['’‘]s$/;
const FIXED_NAME = /^(?:myself|me|tb[acd]|unassigned|speaker \d+)$/;

const JOINING = words('and &');
const PARTICLES = words('de da di do du del della der den dos das la le les van von vom zu zur ten ter bin ibn al el y e af av san');

const FUNCTION_WORDS = words(`
	a about after against also an and are as at be because been before between but by can cc could during for from had has have
	he her his how i if in into is it its may must my nor not of on once onto or our over per please re regarding she should so
	than that the their then they this through till to under until upon via vs was we were what when where whether which while
	who whom whose why will with within without would you your`);

// A day after a name says when, not who.
const DAYS = words('monday tuesday wednesday thursday friday saturday sunday today tomorrow tonight');

/**
 * Finds the mentions of a text, in order and without overlap. `isKnownName` makes them
 * end where a known name ends; without it a mention is a run of capitalised words. What
 * can't be told from prose is left out, and so is what comes after 2,000 signs. Takes time
 * linear in the text's length.
 */
export function findMentions(text: string, isKnownName: IsKnownName = knowsNobody): Mention[] {
	const mentions: Mention[] = [];
	for (let at = text.indexOf('@'), signs = 0; at >= 0 && signs < MAX_SIGNS; at = text.indexOf('@', at), signs++) {
		const found = mentionsAt(text, at, isKnownName);
		mentions.push(...found);
		at = found.at(-1)?.end ?? at + 1;
	}
	return mentions;
}

/**
 * Where the mention whose `@` stands at `at` ends, whoever is known: after its capitalised
 * words, else its first word, with the remark in brackets and an "and Ben" that belongs to
 * it. Null where the `@` begins no mention.
 */
export function mentionSegmentEnd(text: string, at: number): number | null {
	if (!isMentionSign(text, at)) return null;
	const found = mentionsAt(text, at, knowsNobody, true).at(-1);
	if (found !== undefined) return found.end;
	const word = readSegment(text, at + 1).words[0];
	return word !== undefined && /^\p{L}/u.test(word.text) ? word.end : null;
}

function mentionsAt(text: string, at: number, isKnownName: IsKnownName, isPairSure = false): readonly Mention[] {
	if (!isMentionSign(text, at)) return [];
	const link = linkAt(text, at + 1);
	if (link !== null) return [withRemark(text, at, at + 1, link)];
	const name = nameAt(text, at + 1, isKnownName);
	if (name === null) return [];
	const mention = withRemark(text, at, name.start, name.end);
	const partner = mention.remark === null ? partnerOf(text, name, isKnownName, isPairSure) : null;
	return partner === null ? [mention] : [mention, withRemark(text, partner.start, partner.start, partner.end)];
}

function isMentionSign(text: string, at: number): boolean {
	return text.charAt(at) === '@' && (at === 0 || !BEFORE.test(text.charAt(at - 1)));
}

function linkAt(text: string, at: number): number | null {
	if (!text.startsWith('[[', at)) return null;
	const inner = /^\[\[ *[^[\]\n|#\s][^[\]\n]*\]\]/.exec(text.slice(at, at + MAX_LINK))?.[0];
	return inner === undefined ? null : at + inner.length;
}

function withRemark(text: string, start: number, nameStart: number, nameEnd: number): Mention {
	const remark = /^ {0,2}(\([^()\n]+\))/.exec(text.slice(nameEnd, nameEnd + MAX_REMARK));
	const isRemark = remark !== null && !remark[0].includes('::');
	return {
		start,
		end: nameEnd + (isRemark ? remark[0].length : 0),
		name: text.slice(nameStart, nameEnd),
		remark: isRemark ? remark[1] ?? null : null,
	};
}

/** The second of "A and B", if B is all that stands up to a delimiter and one of them is known. */
function partnerOf(text: string, first: NameSpan, isKnownName: IsKnownName, isPairSure: boolean): NameSpan | null {
	if (!first.isWhole || first.segment.stop !== 'and') return null;
	const second = nameAt(text, first.segment.next, isKnownName);
	if (second?.isWhole !== true || second.segment.stop === 'and') return null;
	// "@Ana and Storage to …": before a function word an unknown second word may be anything.
	const isBounded = second.segment.stop === 'delimiter';
	return second.isKnown || (isBounded && (first.isKnown || isPairSure)) ? second : null;
}

function nameAt(text: string, at: number, isKnownName: IsKnownName): NameSpan | null {
	const segment = readSegment(text, at);
	const known = longestKnown(text, segment.words, isKnownName);
	const count = known > 0 && endsAfterKnown(segment, known) ? known : unknownName(segment);
	const first = segment.words[0];
	const last = segment.words[count - 1];
	if (first === undefined || last === undefined) return null;
	return { start: first.start, end: last.end, isKnown: count === known, isWhole: count === segment.words.length, segment };
}

function readSegment(text: string, at: number): Segment {
	const found: Word[] = [];
	let next = at;
	while (found.length < MAX_WORDS) {
		const written = wordAt(text, next);
		const stop = found.length > 0 && JOINING.has(written) ? 'and' : FUNCTION_WORDS.has(written) ? 'function word' : null;
		if (stop !== null) return { words: found, stop, next: afterGap(text, next + written.length) };
		if (written === '') return { words: found, stop: 'delimiter', next };
		if (written.length >= MAX_WORD) break;
		const name = written.replace(POSSESSIVE, '');
		found.push({ text: name, start: next, end: next + name.length });
		const end = next + written.length;
		next = afterGap(text, end);
		if (name !== written || next === end) return { words: found, stop: 'delimiter', next };
	}
	return { words: found, stop: 'limit', next };
}

function wordAt(text: string, at: number): string {
	return text.charAt(at) === '&' ? '&' : matchAt(WORD, text, at);
}

function afterGap(text: string, at: number): number {
	return at + matchAt(GAP, text, at).length;
}

function longestKnown(text: string, found: readonly Word[], isKnownName: IsKnownName): number {
	const start = found[0]?.start ?? 0;
	for (let count = Math.min(found.length, MAX_KNOWN_WORDS); count > 0; count--) {
		const name = text.slice(start, found[count - 1]?.end);
		if (FIXED_NAME.test(foldName(name)) || isKnownName(name)) return count;
	}
	return 0;
}

/** Whether a name ends after its known words, or these only begin the longer name of somebody else. */
function endsAfterKnown(segment: Segment, count: number): boolean {
	const rest = segment.words.slice(count);
	const next = rest[0];
	const own = segment.words.slice(0, count).map((word) => foldName(word.text));
	if (next === undefined || FIXED_NAME.test(own.join(' '))) return true;
	if (rest.some((word) => own.includes(foldName(word.text))) || isActionOrDay(next)) return true;
	const run = nameRun(rest);
	if (segment.stop !== 'limit' && run === rest.length && capitals(rest) <= 2) return false;
	return count >= 2 || run === 0;
}

/** How many words an unknown name has; 0 where prose can't be told from it. */
function unknownName({ words: found, stop }: Segment): number {
	const run = nameRun(found);
	const tail = found.slice(run);
	const isGroup = tail.length > 0 && tail.length <= 3 && stop !== 'limit' && isGroupTail(tail);
	if (isGroup) return found.length;
	return run > MAX_RUN ? 0 : run;
}

function isGroupTail(tail: readonly Word[]): boolean {
	return isGroupWord(tail.at(-1)?.text ?? '') && tail.every((word) => isGroupWord(word.text) || !isActionOrDay(word));
}

/** Capitalised words, initials, and particles between them, up to a verb or a day. */
function nameRun(found: readonly Word[]): number {
	let run = 0;
	for (const [at, word] of found.entries()) {
		if (PARTICLES.has(word.text)) continue;
		if (!NAME_WORD.test(word.text) || (at > 0 && isActionOrDay(word))) break;
		run = at + 1;
	}
	return run;
}

function capitals(found: readonly Word[]): number {
	return found.filter((word) => !PARTICLES.has(word.text)).length;
}

function isActionOrDay(word: Word): boolean {
	const key = word.text.toLowerCase();
	return TASK_VERBS.has(key) || DAYS.has(key);
}

function matchAt(sticky: RegExp, text: string, at: number): string {
	sticky.lastIndex = at;
	return sticky.exec(text)?.[0] ?? '';
}

function words(list: string): ReadonlySet<string> {
	return new Set(list.trim().split(/\s+/));
}

function knowsNobody(): boolean {
	return false;
}
