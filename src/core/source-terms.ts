import { normalize } from './normalize';
import { stem } from './stem';

/** A vault has fewer words than this; a hostile one must not fill the memory. */
const MOST_REMEMBERED = 100_000;
/** Nobody's word is longer. */
const LONGEST_WORD = 60;
const NUMBERS = 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(' ');
const TENS: ReadonlyMap<string, string> = new Map('thirty forty fifty sixty seventy eighty ninety'.split(' ').map((word, at) => [word, String((at + 3) * 10)]));
const ORDINALS = 'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(' ');
const SHORT: ReadonlyMap<string, string> = new Map(Object.entries({
	jan: 'january', feb: 'february', mar: 'march', apr: 'april', jun: 'june', jul: 'july', aug: 'august', sep: 'september', sept: 'september', oct: 'october', nov: 'november', dec: 'december',
	mon: 'monday', tue: 'tuesday', tues: 'tuesday', wed: 'wednesday', thu: 'thursday', thur: 'thursday', thurs: 'thursday', fri: 'friday',
	info: 'information', docs: 'document', doc: 'document', spec: 'specification', specs: 'specification', config: 'configuration', admin: 'administrator', demo: 'demonstration', intro: 'introduction',
	mail: 'email', mails: 'email', emails: 'email', pics: 'picture', photo: 'picture', photos: 'picture', ppl: 'people', mtg: 'meeting', appt: 'appointment', approx: 'approximately', quote: 'quotation',
}));

const STOP_WORDS: ReadonlySet<string> = new Set(`
	a about above actually after again against all already also although always am an and any anybody anyone anything are around as at away back basically be because been before being below
	between both bit but by came can cannot come could did do does doing done down during each either else ever every everybody everything exactly few for from further get gets getting go goes going gonna got
	had has have having he her here hers him his how i if in into is it its itself just kind know let like little ll lot made make makes many may maybe me mean might mm more most much must my myself
	need needed needs no nor not now of off oh ok okay on once one only onto or other our ours out over own per please put quite rather re really regarding right s said same say says see shall she should
	so some somebody someone something sort still stuff such sure t take than thank thanks that the their theirs them then there these they thing things think this those though through to too toward towards
	uh um under until up upon us ve very via want wanted was way we well were what when where whether which while who whom whose why will with within without would yeah yes yet you your yours
	able d don doesn didn isn wasn won wouldn couldn shouldn can m mr mrs ms dr prof`.trim().split(/\s+/u));

/** What each word is counted as, null where it says nothing: the same few thousand come again and again. */
const remembered = new Map<string, string | null>();

/** What a character can be in a word. */
const enum Sign { Unknown, Other, Letter, Digit, Unspaced }

/** Of each UTF-16 unit what it can be, as far as that was asked: a pattern would take longer than all else. */
const signs = new Uint8Array(0x10000);

/** Hands over the words of a stretch of a text as written, in order. Where words are not spaced, each two signs count as one. */
export function eachWord(text: string, from: number, to: number, take: (word: string) => void): void {
	for (let at = from; at < to;) {
		const sign = signAt(text, at);
		if (sign === Sign.Other) {
			at++;
			continue;
		}
		const end = wordEnd(text, at, to, sign);
		if (sign === Sign.Unspaced) takePairs(text.slice(at, end), take);
		else if (end - at <= LONGEST_WORD) take(text.slice(at, end));
		at = end;
	}
}

/** What the words of a text that say something are counted as, in order. */
export function termsOf(text: string): string[] {
	const terms: string[] = [];
	eachWord(text, 0, text.length, (word) => {
		const term = termOf(word);
		if (term !== null) terms.push(term);
	});
	return terms;
}

function wordEnd(text: string, start: number, to: number, first: Sign): number {
	let end = start + 1;
	for (let before = first; end < to; end++) {
		const sign = signAt(text, end);
		const goesOn = first === Sign.Unspaced ? sign === Sign.Unspaced : sign === Sign.Letter || sign === Sign.Digit || isWithinNumber(text, end, to, before);
		if (!goesOn) break;
		before = sign;
	}
	return end;
}

/** A point or comma between digits. */
function isWithinNumber(text: string, at: number, to: number, before: Sign): boolean {
	const code = text.charCodeAt(at);
	return before === Sign.Digit && (code === 0x2e || code === 0x2c) && at + 1 < to && signAt(text, at + 1) === Sign.Digit;
}

function signAt(text: string, at: number): Sign {
	const code = text.charCodeAt(at);
	const known: Sign = signs[code] ?? Sign.Other;
	return known === Sign.Unknown ? (signs[code] = readSign(text.charAt(at))) : known;
}

function readSign(sign: string): Sign {
	if (/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]/u.test(sign)) return Sign.Unspaced;
	if (/\p{N}/u.test(sign)) return Sign.Digit;
	return /[\p{L}\p{M}]/u.test(sign) ? Sign.Letter : Sign.Other;
}

/** What a word is counted as, a form in which its spellings meet; null for one that says nothing. */
export function termOf(word: string): string | null {
	const known = remembered.get(word);
	if (known !== undefined) return known;
	const term = readTerm(word);
	if (remembered.size >= MOST_REMEMBERED) remembered.clear();
	remembered.set(word, term);
	return term;
}

function readTerm(written: string): string | null {
	const word = normalize(written, 'NFKD').replace(/[\u0300-\u036f]+/gu, '').toLowerCase();
	if (STOP_WORDS.has(word)) return null;
	if (/^\d/u.test(word)) return numberTerm(word);
	const number = NUMBERS.indexOf(word);
	if (number > 1) return String(number);
	const ordinal = ORDINALS.indexOf(word);
	// A "second" is as often a moment, and the "first" of all no day.
	if (ordinal > 2) return String(ordinal + 1);
	return TENS.get(word) ?? stem(SHORT.get(word) ?? word);
}

/** `1,200` is 1200, `1.5k` 1500, `20th` 20, `05` 5. */
function numberTerm(word: string): string {
	const [, digits = '', unit = ''] = /^(\d+(?:[.,]\d+)*)(\p{L}*)$/u.exec(word) ?? [];
	if (digits === '') return word;
	const plain = digits.replace(/,(?=\d{3}(?:\D|$))/gu, '').replace(',', '.');
	if (!Number.isFinite(Number(plain)) || plain.length > 15) return word;
	if (/^(?:st|nd|rd|th|)$/u.test(unit)) return String(Number(plain));
	return unit === 'k' ? String(Number(plain) * 1000) : word;
}

function takePairs(run: string, take: (word: string) => void): void {
	if (run.length === 1) take(run);
	for (let at = 1; at < run.length; at++) take(run.slice(at - 1, at + 1));
}
