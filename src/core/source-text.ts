import { splitSentences } from './sentences';
import { readTurn, type Turn } from './speech';

/** A piece of a source that says one thing: a sentence, a point of a list. Lines are from 0, offsets UTF-16 units of the whole text. */
export interface Unit {
	readonly kind: 'subject' | 'sentence' | 'point' | 'speech';
	readonly line: number;
	/** Of its last character. */
	readonly endLine: number;
	readonly start: number;
	/** Exclusive. */
	readonly end: number;
	/** Who says or writes it, as written; null where that can't be read. */
	readonly by: string | null;
	/** When, as written: a day, a time, or both. */
	readonly at: string | null;
	/** Whether it repeats in a transcript's own summary what is said below. */
	readonly isSummary: boolean;
	readonly isQuoted: boolean;
}

/** Work is handed back after so many characters. */
const STEP = 20_000;
/** So many lines must begin a turn before a text is taken for a transcript. */
const LEAST_TURNS = 3;
/** What begins a turn or a head stands within so many characters of its line. */
const LONGEST_HEAD = 100;
const HEADING = /^#{1,6}\s+(?<title>.*)$/u;
const MESSAGE = /^(?<at>\d{4}-\d{2}-\d{2}(?:[T ]\d{1,2}:\d{2}(?::\d{2})?)?\S{0,6})\s+[—–-]+\s+(?<by>[^<\n]{1,120}?)\s*(?:<[^<>]*>)?\s*$/u;
const WROTE = /^[\s>]*(?:on|am|le|el)\s.{4,200}?\b(?:wrote|writes|schrieb|écrit|escribió)\b.{0,80}:\s*$/iu;
const WROTE_BY = /(?:,|\d{2,4}|\d:\d{2}(?:\s?[aApP]\.?[mM]\.?)?)\s+(?<by>\p{Lu}[^,<\d]{1,60}?)\s*(?:<[^<>]*>)?\s*(?:wrote|writes|schrieb|a écrit|escribió)/u;
const MAIL_HEAD = /^[\s>]*[*_]{0,2}(?<key>from|sent|date|to|cc|bcc|subject|reply-to|importance|attachments?)[*_]{0,2}:[*_]{0,2}\s*(?<value>.*)$/iu;
const FORWARDED = /^[\s>]*-{2,}\s*(?:original|forwarded) message\b.*$|^[\s>]*begin forwarded message:\s*$|^[\s>]*sent from my \S.{0,40}$/iu;
const POINT = /^(?<indent>[\s>]*)(?:[-*+]|\d{1,3}[.)])\s+(?:\[.\]\s+)?/u;
const RULE = /^[\s>]*(?:(?:[-*_]\s*){3,}|\|?[\s:|-]+\|[\s:|-]*|`{3,}.*|~{3,}.*)$/u;
const QUOTE = /^(?:\s?>)+\s?/u;

/**
 * Takes a mail, transcript or note apart into the pieces that may prove a task, in their
 * order, each with who says it and when. Greetings of other people's mail programs, heads and
 * repeated quotations are left out. Hands back now and then, so that it can be done in slices.
 */
export function* readSourceText(text: string): Generator<void, readonly Unit[]> {
	const talk = yield* readTalk(text);
	const reader = new Reader(text, talk);
	let from = 0;
	for (const [line, start, end] of linesOf(text)) {
		reader.readLine(line, start, end);
		if (end - from < STEP) continue;
		from = end;
		yield;
	}
	return withoutRepeats(text, reader.finish());
}

/** The turns of a transcript by their lines; null where a text is none. */
type Talk = ReadonlyMap<number, Turn>;

function* readTalk(text: string): Generator<void, Talk | null> {
	const turns = new Map<number, Turn>();
	let from = 0;
	for (const [line, start, end] of linesOf(text)) {
		const turn = readTurn(text.slice(start, Math.min(end, start + LONGEST_HEAD)));
		if (turn) turns.set(line, turn);
		if (end - from < STEP) continue;
		from = end;
		yield;
	}
	return withoutLabels(turns);
}

/** Without what looks like a turn and is none; null where the rest makes no talk. */
function withoutLabels(turns: Talk): Talk | null {
	const counts = new Map<string, number>();
	for (const { by } of turns.values()) if (by !== null) counts.set(by, (counts.get(by) ?? 0) + 1);
	const certain = new Set([...turns.values()].flatMap(({ by, isCertain }) => (isCertain && by !== null ? [by] : [])));
	// What is said once by one label may be a list of definitions.
	const isVoice = ({ by, isCertain }: Turn): boolean => (by === null ? isCertain : certain.has(by) || (counts.get(by) ?? 0) > 1);
	const found = new Map([...turns].filter(([, turn]) => isVoice(turn)));
	const timed = [...found.values()].filter(({ isCertain }) => isCertain).length;
	const named = [...found.values()].filter(({ by }) => by !== null);
	const isTalk = timed >= LEAST_TURNS || (named.length > LEAST_TURNS && new Set(named.map(({ by }) => by)).size > 1);
	return isTalk ? found : null;
}

function* linesOf(text: string): Generator<readonly [line: number, start: number, end: number]> {
	for (let [line, start] = [0, 0]; start <= text.length; line++) {
		const found = text.indexOf('\n', start);
		const end = found < 0 ? text.length : found;
		yield [line, start, end > start && text.charCodeAt(end - 1) === 13 ? end - 1 : end];
		start = end + 1;
	}
}

interface Voice {
	readonly by: string | null;
	readonly at: string | null;
}

const NOBODY: Voice = { by: null, at: null };

/** Lines that belong together and are yet to be taken apart. */
interface Block {
	readonly kind: Unit['kind'];
	readonly start: number;
	readonly line: number;
	readonly voice: Voice;
	readonly isQuoted: boolean;
	end: number;
	/** Whether it has more than one line. */
	isLong: boolean;
}

class Reader {
	readonly #units: Unit[] = [];
	#block: Block | null = null;
	/** Who writes or speaks, and who is quoted. */
	#voice = NOBODY;
	#quoted = NOBODY;
	#inFrontmatter = false;
	#isSpeech = false;
	#hasTitle = false;

	constructor(private readonly text: string, private readonly talk: Talk | null) {}

	finish(): readonly Unit[] {
		this.#close();
		return this.#units;
	}

	readLine(line: number, start: number, end: number): void {
		const written = this.text.slice(start, end);
		if (this.#skipsFrontmatter(line, written)) return;
		if (written.trim() === '') return this.#close();
		const depth = QUOTE.exec(written)?.[0].length ?? 0;
		if (this.#readHead(line, written, start, end)) return;
		const turn = depth === 0 ? this.talk?.get(line) : undefined;
		if (turn) return this.#beginTurn(turn, line, start, end);
		const point = isPointSign(written) ? POINT.exec(written) : null;
		if (point) return this.#begin(this.#isSpeech ? 'speech' : 'point', line, start + point[0].length, end, depth > 0);
		if (this.#block?.isQuoted === depth > 0) this.#goOn(this.#block, end);
		else this.#begin(this.#isSpeech ? 'speech' : 'sentence', line, start + depth, end, depth > 0);
	}

	#skipsFrontmatter(line: number, written: string): boolean {
		const isFence = written.trimEnd() === '---';
		if (line === 0) this.#inFrontmatter = isFence;
		else if (this.#inFrontmatter && isFence) this.#inFrontmatter = false;
		else return this.#inFrontmatter;
		return isFence;
	}

	/** Headings, heads of mails and what mail programs add: they tell who and when, and are no pieces themselves. */
	#readHead(line: number, written: string, start: number, end: number): boolean {
		const title = written.startsWith('#') ? HEADING.exec(written)?.groups?.['title'] : undefined;
		if (title !== undefined) return this.#readHeading(title, line, end);
		const head = this.talk || !written.slice(0, LONGEST_HEAD).includes(':') ? null : MAIL_HEAD.exec(written);
		if (head) return this.#readMailHead(head, line, start);
		if (!isWrote(written)) return RULE.test(written) || FORWARDED.test(written) ? this.#skip() : false;
		this.#quoted = { by: WROTE_BY.exec(written)?.groups?.['by']?.trim() ?? null, at: null };
		return this.#skip();
	}

	#readHeading(title: string, line: number, end: number): boolean {
		this.#close();
		this.#isSpeech = false;
		const message = MESSAGE.exec(title)?.groups;
		if (message) {
			this.#voice = { by: message['by']?.trim() ?? null, at: message['at'] ?? null };
			this.#quoted = NOBODY;
		} else if (!this.#hasTitle) {
			this.#hasTitle = true;
			this.#begin('subject', line, end - title.length, end, false);
			this.#close();
		}
		return true;
	}

	#readMailHead({ 0: written, groups }: RegExpExecArray, line: number, start: number): boolean {
		this.#close();
		const [key = '', value = ''] = [groups?.['key']?.toLowerCase(), groups?.['value']?.trim()];
		const voice = key === 'from' ? { by: nameIn(value), at: null } : key === 'sent' || key === 'date' ? { ...this.#head(written), at: value } : null;
		if (voice) this.#setHead(written, voice);
		if (key !== 'subject' || value === '') return true;
		this.#begin('subject', line, start + written.length - value.length, start + written.length, false);
		return this.#skip();
	}

	#head(written: string): Voice {
		return QUOTE.test(written) ? this.#quoted : this.#voice;
	}

	#setHead(written: string, voice: Voice): void {
		if (QUOTE.test(written)) this.#quoted = voice;
		else this.#voice = voice;
	}

	#skip(): true {
		this.#close();
		return true;
	}

	#beginTurn({ by, at, start: said }: Turn, line: number, start: number, end: number): void {
		this.#close();
		this.#isSpeech = true;
		this.#voice = { by: by ?? (at === null ? null : this.#voice.by), at: at ?? null };
		if (start + said < end) this.#begin('speech', line, start + said, end, false);
	}

	#begin(kind: Unit['kind'], line: number, start: number, end: number, isQuoted: boolean): void {
		this.#close();
		this.#block = { kind, line, start, end, voice: isQuoted && !this.#isSpeech ? this.#quoted : this.#voice, isQuoted, isLong: false };
	}

	#goOn(block: Block, end: number): void {
		block.end = end;
		block.isLong = true;
	}

	#close(): void {
		const block = this.#block;
		this.#block = null;
		if (!block) return;
		let { line, start: counted } = block;
		const { kind, voice: { by, at }, isQuoted } = block;
		const isSummary = this.talk !== null && kind !== 'speech' && kind !== 'subject';
		for (const span of splitSentences(this.text, block.start, block.end)) {
			const { end } = span;
			// What a quotation's lines begin with is no part of what they say.
			const start = span.start + (isQuoted ? (QUOTE.exec(this.text.slice(span.start, end))?.[0].length ?? 0) : 0);
			line += block.isLong ? countLines(this.text, counted, start) : 0;
			const endLine = line + (block.isLong ? countLines(this.text, start, end) : 0);
			counted = start;
			this.#units.push({ kind, line, endLine, start, end, by, at, isSummary, isQuoted });
		}
	}
}

/** Most lines end otherwise, so that the pattern need not be tried. */
function isWrote(written: string): boolean {
	return written.trimEnd().endsWith(':') && WROTE.test(written);
}

/** Whether the first sign that is no blank or quote mark can begin a point of a list. */
function isPointSign(written: string): boolean {
	return /[-*+\d]/u.test(/[^\s>]/u.exec(written)?.[0] ?? '');
}

function nameIn(written: string): string | null {
	const name = written.replace(/<[^<>]*>|\[[^[\]]*\]|["']/gu, '').trim();
	return name === '' || name.length > 120 ? null : name;
}

function countLines(text: string, from: number, to: number): number {
	let count = 0;
	for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) count++;
	return count;
}

/** A sentence that is quoted below or above stays once, where it is written first-hand. */
function withoutRepeats(text: string, units: readonly Unit[]): readonly Unit[] {
	if (!units.some(({ isQuoted }) => isQuoted)) return units;
	const keyOf = ({ start, end, line, endLine }: Unit): string => (line === endLine ? text.slice(start, end) : text.slice(start, end).replace(/\s*\n[\s>]*/gu, ' '));
	const known = new Set(units.flatMap((unit) => (unit.isQuoted ? [] : [keyOf(unit)])));
	return units.filter((unit) => {
		if (!unit.isQuoted) return true;
		const key = keyOf(unit);
		const isNew = !known.has(key);
		known.add(key);
		return isNew;
	});
}
