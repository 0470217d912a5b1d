import { normalize } from './normalize';
import { cutText } from './shorten';
import { stem } from './stem';
import { PERMISSION, TASK_VERBS, verbClass, type VerbClass } from './task-verbs';

/** A word of a task that says something, in a form in which its spellings meet. */
export interface Term {
	/** Stem of a word, value of a number, date or time. */
	readonly key: string;
	readonly kind: 'word' | 'number' | 'id' | 'date' | 'time';
	/** Capitalised within a sentence, where that means a name. */
	readonly isName: boolean;
	/** Which of the things that the task asks for it belongs to, from 0: "book the room and send the invitations" asks for two. */
	readonly clause: number;
	/** Whether it only says what the task is for: "so that the night shift can follow it". */
	readonly isAside: boolean;
}

/** What a task says, apart from how it is written. Pure data. */
export interface Wording {
	/** Its terms in order, each once. */
	readonly terms: readonly Term[];
	/** `MM-DD`, with `YYYY-` before it where the text has a year. */
	readonly dates: readonly string[];
	readonly times: readonly TimeOfDay[];
	/** The persons that it names, folded: `ana ruiz`, `ana`. */
	readonly persons: readonly string[];
	/** What its first verb asks for, and that verb's stem. */
	readonly verb: { readonly kind: VerbClass; readonly stem: string } | null;
	/** Whether it asks that something be not done. */
	readonly isNegated: boolean;
	/** Whether it holds only if something else comes true. */
	readonly isConditional: boolean;
}

export interface TimeOfDay {
	/** Minutes since midnight. */
	readonly minutes: number;
	/** `3 pm`, `3:00`, or a time that only 24 hours have. */
	readonly style: 'half' | 'either' | 'whole';
}

/** Tells names of people from other capitalised words. Words are folded. */
export interface NameLexicon {
	/** Whether these words, joined by spaces, are somebody's whole name. */
	isFullName(name: string): boolean;
	isFirstName(word: string): boolean;
}

/** A longer text is no task that a person would write. */
export const MOST_READ = 2000;
/** Nor is there a longer word. */
const LONGEST_WORD = 60;
const MAX_NAME_WORDS = 4;
const MOST_WORDS_BEFORE_VERB = 12;
/** Within so many words a request says what it asks for. */
const WORDS_OF_REQUEST = 7;
/** Verbs that are names as well. */
const NAME_VERBS: ReadonlySet<string> = new Set(['mark', 'grant', 'chase', 'bill', 'sue', 'rob', 'frank', 'pat', 'will', 'drew', 'josh', 'skip']);
const CLAUSE_WORDS: ReadonlySet<string> = new Set(['and', 'then']);
/** Verbs that leave it to a noun what is done. */
const LIGHT_VERBS: ReadonlySet<string> = new Set(['conduct', 'perform', 'carry', 'do', 'make', 'give', 'take', 'hold', 'have']);
const WORDS_OF_LIGHT_VERB = 3;
/** Nouns that are spelled as verbs are, but name a thing. */
const NOUNS: ReadonlySet<string> = new Set(['report', 'plan', 'list', 'record', 'offer', 'contact', 'document', 'test', 'process', 'address', 'file', 'post', 'show', 'design', 'share', 'note']);
const VERB_OF_STEM: ReadonlyMap<string, string> = new Map([...TASK_VERBS].map((verb) => [stem(verb), verb]));
const BEFORE_VERB: ReadonlySet<string> = new Set(['to', 'will', 'should', 'must', 'please', 'and', 'then']);

const MONTHS: readonly (readonly [pattern: string, month: string])[] =
	['jan(?:uary)?', 'feb(?:ruary)?', 'mar(?:ch)?', 'apr(?:il)?', 'may', 'june?', 'july?', 'aug(?:ust)?', 'sept?(?:ember)?', 'oct(?:ober)?', 'nov(?:ember)?', 'dec(?:ember)?']
		.map((name, at) => [`[${name.charAt(0)}${name.charAt(0).toUpperCase()}]${name.slice(1)}`, String(at + 1).padStart(2, '0')]);
const MONTH = MONTHS.map(([pattern]) => pattern).join('|');
const DAY = '\\d{1,2}(?:st|nd|rd|th)?';
const YEAR = '(?:,?\\s{1,3}\\d{4})?';

/** Everything that is one piece: dates, times, amounts, ids, then words with what is inside them. */
const PIECES = new RegExp([
	'(?<iso>\\b\\d{4}-\\d{2}-\\d{2}\\b)',
	`(?<monthDay>\\b(?:${MONTH})\\b\\.?\\s{1,3}${DAY}\\b${YEAR})`,
	`(?<dayMonth>\\b${DAY}\\.?\\s{1,3}(?:of\\s)?(?:${MONTH})\\b\\.?${YEAR})`,
	'(?<slashed>\\b\\d{1,2}/\\d{1,2}/\\d{4}\\b)',
	'(?<dotted>\\b\\d{1,2}\\.\\d{1,2}\\.\\d{4}\\b)',
	'(?<time>\\b\\d{1,2}:\\d{2}(?:\\s?[aApP]\\.?[mM]\\b)?|\\b\\d{1,2}\\s?[aApP]\\.?[mM]\\b)',
	'(?<size>\\b\\d{1,3}(?:,?\\d{3})*(?:\\.\\d+)?\\s?[kKMGTPE]i?B\\b)',
	'(?<code>\\b[A-Z]{1,10}-\\d+\\b)',
	'(?<amount>\\b\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?(?:\\s?[kK]\\b)?)',
	'(?<spelled>\\b(?:[tT]wen|[tT]hir|[fF]or|[fF]if|[sS]ix|[sS]even|[eE]igh|[nN]ine)ty-(?:one|two|three|four|five|six|seven|eight|nine)\\b)',
	'(?<word>[\\p{L}\\p{N}]+(?:\\.\\p{N}+)*(?:\'(?:s|t|ll|re|ve|d|m)\\b)?)',
].join('|'), 'gu');

const STOP_WORDS: ReadonlySet<string> = new Set(`
	a about above after again against all also am an and any are around as at back be because been before being below between
	both but by can could did do does doing done down during each either etc few for from further had has have having he her
	here hers him his how i if in into is it its itself just me might more most must my need needed needs no nor not now of off
	on once only onto or other our ours out over own per please regarding re s same shall she should so some such t than that
	the their theirs them then there these they this those through to too toward towards under until up upon us very via was
	we were what when where whether which while who whom whose why will with within without would yet you your yours
	ensure make sure able don doesn didn won ll ve mr mrs ms dr prof`.trim().split(/\s+/u));

const UNITS_IN_WORDS = 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ');
const TENS_IN_WORDS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

/** What may follow a number without being a part of it. */
const UNIT = /^(?:[kmgtp]i?b(?:ps|\/s)?|[kmg]?hz|[km]?w|gbe?|[kmg]bit|h|hrs?|hours?|m|min|mins|s|sec|d|days?|wks?|weeks?|x|u|st|nd|rd|th|px|pt|in|ft|km|cm|mm|kg|g|usd|eur|gbp|chf|pm|am|pct|ppl|pp|nodes?|seats?|users?|cores?)$/u;
const THOUSANDS: ReadonlyMap<string, number> = new Map([['k', 1e3], ['mn', 1e6], ['mio', 1e6], ['bn', 1e9]]);

/** "Whether or not" and "not only" deny nothing. */
const NEGATION = /(?<!\bor )\b(?:not(?! only| yet)|never|no longer|cancel|without|except|instead of|no need to|cannot|[a-z]{2,8}n't)\b/iu;
/** Holds only once something else has come true. */
const CONDITION = /^\W*(?:if|unless|in case|should|(?:when|after)\b[^,.;]{1,80}\b(?:is|are|has|have|was|were))\b|\b(?:once|as soon as)\b/iu;
/** What comes after says what for, or why. */
const PURPOSE = /\b(?:so that|so (?:he|she|we|they|it|you|i|everyone|everybody|people|nobody)|in order to|such that|because)\b/iu;
const CAPITAL = /^\p{Lu}/u;
const BEGINS_WITH_DIGIT = /^\p{N}/u;
const HAS_DIGIT = /\p{N}/u;

/** Reads what a task's text says. Takes time linear in it. */
export function readWording(text: string, names: NameLexicon): Wording {
	// One character may stand for many.
	const plain = cutText(plainText(cutText(text, MOST_READ)), MOST_READ);
	const pieces = [...plain.matchAll(PIECES)].map((match): Piece => ({ ...readPiece(match, plain), at: match.index }));
	const words = pieces.flatMap((piece) => (piece.word === null ? [] : [piece]));
	const asideAt = asideStart(plain);
	return {
		terms: termsOf(pieces, asideAt),
		dates: unique(pieces.flatMap(({ date }) => date ?? [])),
		times: pieces.flatMap(({ time }) => time ?? []),
		persons: personsOf(words, names),
		verb: firstVerb(words),
		isNegated: NEGATION.test(plain.slice(0, asideAt)),
		isConditional: CONDITION.test(plain),
	};
}

/** Where a text begins to say what the task is for; its length where it does not. */
function asideStart(text: string): number {
	const at = PURPOSE.exec(text)?.index ?? 0;
	return at > 0 ? at : text.length;
}

/** The text as it reads: without link brackets and emphasis, quotes and dashes alike, no accents. */
function plainText(text: string): string {
	return normalize(text
		.replace(/\[\[([^[\]|]*)(?:\|([^[\]]*))?\]\]/gu, (_, target: string, alias?: string) => alias ?? lastPart(target))
		.replace(/\[([^[\]]*)\]\([^()\s]*\)/gu, '$1')
		.replace(/https?:\/\/\S+/gu, ' ')
		.replace(/[*_~`]+/gu, ' '), 'NFKD')
		.replace(/[\u0300-\u036f]+/gu, '')
		.replace(/[‘’‚‛′´]/gu, '\'')
		.replace(/\p{Pd}/gu, '-');
}

function lastPart(target: string): string {
	const parts = (target.split('#', 1)[0] ?? '').split('/');
	const last = parts.at(-1) ?? '';
	return /^readme$/iu.test(last) ? parts.at(-2) ?? last : last;
}

interface Piece {
	/** Null for a stop word. */
	readonly term: Term | null;
	readonly date: string | null;
	readonly time: TimeOfDay | null;
	/** As written; null for dates, times and amounts. */
	readonly word: string | null;
	readonly isCapitalised: boolean;
	/** Whether a sentence, or what follows a colon, begins with it. */
	readonly isFirst: boolean;
	/** Where it stands. */
	readonly at: number;
}

function readPiece(match: RegExpMatchArray, text: string): Omit<Piece, 'at'> {
	const { iso, monthDay, dayMonth, slashed, dotted, time, size, code, amount, word = '' } = match.groups ?? {};
	const written = match[0];
	const [named, numeric] = [monthDay ?? dayMonth, slashed ?? dotted];
	const date = iso ?? (numeric === undefined ? null : readNumeric(numeric)) ?? (named === undefined ? null : readDay(named));
	if (date !== null) return piece({ key: date.slice(-5), kind: 'date' }, { date });
	if (time !== undefined) return timePiece(readTime(time));
	if (size !== undefined) return piece({ key: sizeKey(size), kind: 'number' });
	if (code !== undefined) return piece({ key: code.toLowerCase(), kind: 'id' });
	if (amount !== undefined) return piece({ key: numberKey(amount.replace(/,/gu, '')), kind: 'number' });
	return readWord(written === word ? word : written, isSentenceStart(text, match.index ?? 0));
}

function piece(term: Pick<Term, 'key' | 'kind'>, { date = null, time = null }: Partial<Pick<Piece, 'date' | 'time'>> = {}): Omit<Piece, 'at'> {
	return { term: { ...term, isName: false, clause: 0, isAside: false }, date, time, word: null, isCapitalised: false, isFirst: false };
}

function readWord(written: string, isFirst: boolean): Omit<Piece, 'at'> {
	const folded = cutText(written, LONGEST_WORD).toLowerCase().replace(/'.*$/u, '');
	const isCapitalised = CAPITAL.test(written);
	const common = { date: null, time: null, word: folded, isCapitalised, isFirst };
	if (BEGINS_WITH_DIGIT.test(folded)) return { ...common, ...piece(readNumber(folded)) };
	if (STOP_WORDS.has(folded)) return { ...common, term: null };
	const spelled = spelledNumber(folded);
	if (spelled !== null) return { ...common, ...piece({ key: spelled, kind: 'number' }) };
	const kind = HAS_DIGIT.test(folded) ? 'id' : 'word';
	return { ...common, term: { key: kind === 'id' ? folded : stem(folded), kind, isName: isCapitalised && !isFirst, clause: 0, isAside: false } };
}

/** `twelve` is 12; "one" is as often no number. */
function spelledNumber(word: string): string | null {
	const [tens = '', unit = ''] = word.split('-');
	const ten = TENS_IN_WORDS.indexOf(tens);
	if (ten >= 0) return String((ten + 2) * 10 + Math.max(0, UNITS_IN_WORDS.indexOf(unit)));
	const at = UNITS_IN_WORDS.indexOf(word);
	return at > 1 ? String(at) : null;
}

/** A number with its unit cut off, else an id that begins with a digit. */
function readNumber(folded: string): Pick<Term, 'key' | 'kind'> {
	const match = /^(\d+(?:\.\d+)*)(\p{L}*)$/u.exec(folded);
	const [, digits = '', unit = ''] = match ?? [];
	if (!match) return { key: folded, kind: 'id' };
	if (unit === '' || UNIT.test(unit)) return { key: numberKey(digits), kind: 'number' };
	const factor = THOUSANDS.get(unit);
	return factor === undefined ? { key: folded, kind: 'id' } : { key: String(Number(digits) * factor), kind: 'number' };
}

/** An amount of data in kilobytes, so that 1,500 TB and 1.5 PB are one. */
function sizeKey(written: string): string {
	const [, digits = '0', prefix = 'k'] = /^([\d,.]+)\s?(\w)/u.exec(written) ?? [];
	return `${Math.round(Number(digits.replace(/,/gu, '')) * 1000 ** 'kmgtpe'.indexOf(prefix.toLowerCase()))}kb`;
}

function numberKey(digits: string): string {
	const [, plain = digits, thousands] = /^([\d.]+)\s?(k)?$/iu.exec(digits) ?? [];
	if (/\..*\./u.test(plain)) return plain;
	return String(Number(plain) * (thousands === undefined ? 1 : 1000));
}

/** `MM-DD` or `YYYY-MM-DD` of `Jan 6, 2026` and `6 January`; null where that is no day. */
function readDay(written: string): string | null {
	const month = MONTHS.find(([pattern]) => new RegExp(`\\b${pattern}\\b`, 'u').test(written))?.[1];
	const day = /\b(\d{1,2})(?!\d)/u.exec(written)?.[1];
	if (month === undefined || day === undefined || Number(day) < 1 || Number(day) > 31) return null;
	const year = /\b\d{4}\b/u.exec(written)?.[0];
	return `${year === undefined ? '' : `${year}-`}${month}-${day.padStart(2, '0')}`;
}

/** With slashes the month is first, unless it can't be; with dots the day is. */
function readNumeric(written: string): string {
	const [one = '', two = '', year = ''] = written.split(/[/.]/u);
	const [month, day] = written.includes('.') || Number(one) > 12 ? [two, one] : [one, two];
	return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function readTime(written: string): TimeOfDay {
	const [, hours = '0', minutes = '0', half] = /^(\d{1,2})(?::(\d{2}))?\s?([apAP])?/u.exec(written) ?? [];
	const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (/p/iu.test(half) ? 12 : 0);
	return { minutes: hour * 60 + Number(minutes), style: half !== undefined ? 'half' : hour <= 12 ? 'either' : 'whole' };
}

function timePiece(time: TimeOfDay): Omit<Piece, 'at'> {
	return piece({ key: `t${time.minutes % 720}`, kind: 'time' }, { time });
}

function isSentenceStart(text: string, at: number): boolean {
	const before = text.slice(Math.max(0, at - 8), at);
	return (at <= 8 && /^\W*$/u.test(before)) || /(?:[.:!?;]|\s-)[\s"'([]+$/u.test(before);
}

function termsOf(pieces: readonly Piece[], asideAt: number): readonly Term[] {
	const terms = new Map<string, Term>();
	let clause = 0;
	for (const [at, each] of pieces.entries()) {
		const { term, word } = each;
		if (at > 0 && CLAUSE_WORDS.has(pieces[at - 1]?.word ?? '') && verbClass(word ?? '') !== null) clause++;
		if (!term) continue;
		const known = terms.get(term.key);
		if (!known) terms.set(term.key, { ...term, clause, isAside: each.at >= asideAt });
		else if (term.isName && !known.isName) terms.set(term.key, { ...known, isName: true });
	}
	return [...terms.values()];
}

/** The first word that stands where a verb would, and is one; else the word that the task begins with. */
function firstVerb(words: readonly Piece[]): Wording['verb'] {
	for (const [at, { word, isFirst }] of words.slice(0, MOST_WORDS_BEFORE_VERB).entries()) {
		const mayBeVerb = isFirst || BEFORE_VERB.has(words[at - 1]?.word ?? '');
		const verb = mayBeVerb && word !== null ? readVerb(word, words.slice(at + 1)) : null;
		if (verb) return verb;
	}
	const head = words[0]?.word ?? null;
	return head === null ? null : { kind: 'other', stem: stem(head) };
}

/** What a word asks for, by those that follow it; null where it is no verb. */
function readVerb(word: string, following: readonly Piece[]): Wording['verb'] {
	const kind = verbClass(word);
	const next = following[0]?.word;
	if (kind === null || (word === 'make' && next === 'sure')) return null;
	if (word === 'check' && next === 'with') return { kind: 'request', stem: stem('ask') };
	const meant = LIGHT_VERBS.has(word) ? verbInNoun(following.slice(0, WORDS_OF_LIGHT_VERB)) : null;
	return meant ?? { kind: asksLeave(kind, following.slice(0, WORDS_OF_REQUEST)) ? 'permit' : kind, stem: stem(word) };
}

/** "Conduct an investigation" is to investigate. */
function verbInNoun(words: readonly Piece[]): Wording['verb'] {
	const noun = words.find(({ term }) => term !== null)?.word ?? '';
	const verb = NOUNS.has(noun) ? undefined : VERB_OF_STEM.get(stem(noun));
	return verb === undefined ? null : { kind: verbClass(verb) ?? 'other', stem: stem(verb) };
}

function asksLeave(kind: VerbClass, following: readonly Piece[]): boolean {
	return kind === 'request' && following.some(({ word }) => PERMISSION.has(word ?? ''));
}

function personsOf(words: readonly Piece[], names: NameLexicon): readonly string[] {
	const found: string[] = [];
	for (let at = 0; at < words.length; at++) {
		const length = nameLength(words, at, names);
		if (length === 0) continue;
		found.push(words.slice(at, at + length).map(({ word }) => word).join(' '));
		at += length - 1;
	}
	return unique(found);
}

/** How many words from here on are a person's name; 0 where none is. */
function nameLength(words: readonly Piece[], at: number, names: NameLexicon): number {
	const run = words.slice(at, at + MAX_NAME_WORDS);
	const capitals = run.findIndex(({ isCapitalised }) => !isCapitalised);
	const most = capitals < 0 ? run.length : capitals;
	for (let length = most; length > 1; length--) {
		if (names.isFullName(run.slice(0, length).map(({ word }) => word).join(' '))) return length;
	}
	const [first] = run;
	if (most === 0 || !first || !names.isFirstName(first.word ?? '')) return 0;
	// "Mark the box" names nobody.
	return first.isFirst && (NAME_VERBS.has(first.word ?? '') || verbClass(first.word ?? '') !== null) ? 0 : 1;
}

function unique(values: readonly string[]): readonly string[] {
	return [...new Set(values)];
}
