import { mentionSegmentEnd } from './mention';

/** The dates of a task, named as the Tasks plugin names them in Dataview format. */
export type DateField = 'due' | 'scheduled' | 'start' | 'created' | 'completion' | 'cancelled';

/** From the most to the least urgent; a task without one is normal. */
export type Priority = 'highest' | 'high' | 'medium' | 'low' | 'lowest';

/** Fields that Ratify keeps as they are. */
export type OtherField = 'repeat' | 'onCompletion' | 'id' | 'dependsOn';

/** A piece of a task's body. The `raw` texts of all tokens, joined, are the body. */
export type Token =
	| { readonly kind: 'text'; readonly raw: string }
	| { readonly kind: 'tag'; readonly raw: string }
	| { readonly kind: 'mention'; readonly raw: string; readonly name: string }
	| { readonly kind: 'date'; readonly raw: string; readonly field: DateField; readonly value: string }
	| { readonly kind: 'priority'; readonly raw: string; readonly value: Priority }
	| { readonly kind: 'field'; readonly raw: string; readonly field: OtherField; readonly value: string }
	| { readonly kind: 'block'; readonly raw: string };

const DATE_EMOJI: Readonly<Record<string, DateField>> = {
	'📅': 'due', '📆': 'due', '🗓': 'due', '⏳': 'scheduled', '⌛': 'scheduled',
	'🛫': 'start', '➕': 'created', '✅': 'completion', '❌': 'cancelled',
};
/** The Tasks plugin's signs for priorities. */
export const PRIORITY_EMOJI: Readonly<Record<string, Priority>> = {
	'🔺': 'highest', '⏫': 'high', '🔼': 'medium', '🔽': 'low', '⏬': 'lowest',
};
const OTHER_EMOJI: Readonly<Record<string, readonly [OtherField, RegExp]>> = {
	'🔁': ['repeat', /[ \t\u00a0]*([A-Za-z0-9][A-Za-z0-9, !]{0,200})/uy],
	'🏁': ['onCompletion', /[ \t\u00a0]*([A-Za-z]{1,40})/uy],
	'🆔': ['id', /[ \t\u00a0]*([A-Za-z0-9_-]{1,100})/uy],
	'⛔': ['dependsOn', /[ \t\u00a0]*([A-Za-z0-9_-]{1,100}(?: *, *[A-Za-z0-9_-]{1,100}){0,50})/uy],
};
const PRIORITIES: ReadonlySet<string> = new Set(Object.values(PRIORITY_EMOJI));
const DATE_FIELDS: ReadonlySet<string> = new Set(Object.values(DATE_EMOJI));
const OTHER_FIELDS: ReadonlySet<string> = new Set(Object.values(OTHER_EMOJI).map(([field]) => field));

/** Where a token could begin; everything between two such places is plain text. */
const CANDIDATE = /[#@[(`^]|%%|<!--|📅|📆|🗓|⏳|⌛|🛫|➕|✅|❌|🔺|⏫|🔼|🔽|⏬|🔁|🏁|🆔|⛔/gu;
const FIELD_SIGN = /#|::|📅|📆|🗓|⏳|⌛|🛫|➕|✅|❌|🔺|⏫|🔼|🔽|⏬|🔁|🏁|🆔|⛔/u;
/** Of a longer body only so much is read at either end, where fields stand. */
const MOST_READ = 5000;
const VARIATION_SELECTOR = '\ufe0f';
const BACKTICK = 96;
const DATE_VALUE = /[ \t\u00a0]*(\d{4}-\d{2}-\d{2})(?!\d)/uy;
// The characters that end a tag in Obsidian; letters of any script and emoji belong to it.
const TAG = /#[^\s\u2000-\u206f\u2e00-\u2e7f'!"#$%&()*+,.:;<=>?@^`{|}~[\]\\]{1,300}/uy;
const BLOCK_ID = /\^[A-Za-z0-9-]{1,200}(?=\s*$)/uy;
const INLINE_FIELD = /[[(][ \t]{0,20}([A-Za-z]{1,20})[ \t]{0,20}::([^[\]()]{1,320})[\])]/uy;
const WIKILINK = /\[\[[^[\]]{1,1000}\]\]/uy;
const MARKDOWN_LINK = /\[[^[\]]{0,500}\]\([^()\s]{1,1000}\)/uy;

/**
 * Splits the body of a task line into tokens. Nothing is lost: the `raw` texts joined are
 * the body. Fields are read in the Tasks plugin's emoji and Dataview formats, anywhere in
 * the line but in code, comments and links; what stands in the middle of a body of more than
 * 10,000 characters is text.
 */
export function tokenize(body: string): Token[] {
	const tokens: Token[] = [];
	const middle = unreadMiddle(body);
	const codeEnd = codeSpans(body, middle);
	const commentEnd = comments(body);
	let textStart = 0;
	CANDIDATE.lastIndex = 0;
	for (let match = CANDIDATE.exec(body); match; match = CANDIDATE.exec(body)) {
		const at = match.index;
		if (at >= middle.start && at < middle.end) {
			// A sign of two units may begin in the middle and end behind it.
			CANDIDATE.lastIndex = Math.max(middle.end, at + match[0].length);
			continue;
		}
		const opaque = codeEnd(at) ?? skipLink(body, at) ?? commentEnd(at, match[0]);
		if (opaque !== null) {
			CANDIDATE.lastIndex = opaque;
			continue;
		}
		const token = tokenAt(body, at, match[0]);
		if (!token) continue;
		if (at > textStart) tokens.push({ kind: 'text', raw: body.slice(textStart, at) });
		tokens.push(token);
		textStart = at + token.raw.length;
		CANDIDATE.lastIndex = textStart;
	}
	if (textStart < body.length) tokens.push({ kind: 'text', raw: body.slice(textStart) });
	return tokens;
}

/** The part of a body in which no token begins. */
interface Middle {
	readonly start: number;
	readonly end: number;
}

/** Half a million tokens of one hostile line would take a second. */
function unreadMiddle({ length }: string): Middle {
	return length > 2 * MOST_READ ? { start: MOST_READ, end: length - MOST_READ } : { start: length, end: length };
}

function tokenAt(body: string, at: number, sign: string): Token | null {
	switch (sign) {
		case '#': return tagAt(body, at);
		case '@': return mentionAt(body, at);
		case '[':
		case '(': return inlineFieldAt(body, at);
		case '^': return blockAt(body, at);
		case '`':
		case '%%':
		case '<!--': return null;
		default: return emojiFieldAt(body, at, sign);
	}
}

function tagAt(body: string, at: number): Token | null {
	if (at > 0 && !/[\s[(>]/u.test(body.charAt(at - 1))) return null;
	const raw = matchAt(TAG, body, at)?.[0];
	return raw !== undefined && !/^#\d+$/u.test(raw) ? { kind: 'tag', raw } : null;
}

function mentionAt(body: string, at: number): Token | null {
	const end = mentionSegmentEnd(body, at);
	if (end === null) return null;
	const raw = withoutFields(body.slice(at, end));
	return { kind: 'mention', raw, name: raw.slice(1) };
}

/** A remark in brackets belongs to a mention, but not one that holds a tag or a field. */
function withoutFields(raw: string): string {
	const bracket = raw.indexOf('(');
	return bracket > 0 && FIELD_SIGN.test(raw.slice(bracket)) ? raw.slice(0, bracket).trimEnd() : raw;
}

function blockAt(body: string, at: number): Token | null {
	if (at > 0 && !/\s/u.test(body.charAt(at - 1))) return null;
	const raw = matchAt(BLOCK_ID, body, at)?.[0];
	return raw === undefined ? null : { kind: 'block', raw };
}

function inlineFieldAt(body: string, at: number): Token | null {
	const match = matchAt(INLINE_FIELD, body, at);
	const raw = match?.[0] ?? '';
	const field = match?.[1] ?? '';
	const value = (match?.[2] ?? '').trim();
	if ((raw.startsWith('[')) !== raw.endsWith(']')) return null;
	if (DATE_FIELDS.has(field) && isDate(value)) return { kind: 'date', raw, field: field as DateField, value };
	if (field === 'priority' && PRIORITIES.has(value)) return { kind: 'priority', raw, value: value as Priority };
	if (OTHER_FIELDS.has(field)) return { kind: 'field', raw, field: field as OtherField, value };
	return null;
}

function emojiFieldAt(body: string, at: number, sign: string): Token | null {
	const signEnd = at + sign.length;
	const valueAt = body.charAt(signEnd) === VARIATION_SELECTOR ? signEnd + 1 : signEnd;
	const priority = PRIORITY_EMOJI[sign];
	if (priority) return { kind: 'priority', raw: body.slice(at, valueAt), value: priority };
	const date = DATE_EMOJI[sign];
	if (date) {
		const match = matchAt(DATE_VALUE, body, valueAt);
		const value = match?.[1] ?? '';
		return match && isDate(value) ? { kind: 'date', raw: body.slice(at, valueAt + match[0].length), field: date, value } : null;
	}
	return otherFieldAt(body, at, valueAt, sign);
}

function otherFieldAt(body: string, at: number, valueAt: number, sign: string): Token | null {
	const [field, pattern] = OTHER_EMOJI[sign] ?? [];
	const match = field && pattern ? matchAt(pattern, body, valueAt) : null;
	if (!field || !match) return null;
	const raw = body.slice(at, valueAt + match[0].length).trimEnd();
	return { kind: 'field', raw, field, value: (match[1] ?? '').trimEnd() };
}

function skipLink(body: string, at: number): number | null {
	if (body.charAt(at) !== '[') return null;
	const pattern = body.charAt(at + 1) === '[' ? WIKILINK : MARKDOWN_LINK;
	const raw = matchAt(pattern, body, at)?.[0];
	return raw === undefined ? null : at + raw.length;
}

function matchAt(sticky: RegExp, text: string, at: number): RegExpExecArray | null {
	sticky.lastIndex = at;
	return sticky.exec(text);
}

/** Whether `YYYY-MM-DD` names a day of the calendar. */
export function isDate(value: string): boolean {
	const match = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(value);
	if (!match) return false;
	const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
	return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

function daysInMonth(year: number, month: number): number {
	return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Finds comments within the line. Answers, for the start of one, where it ends; looks only once for an end that is not there. */
function comments(body: string): (at: number, sign: string) => number | null {
	const unclosed = new Set<string>();
	return (at, sign) => {
		const closer = { '%%': '%%', '<!--': '-->' }[sign];
		if (closer === undefined || unclosed.has(sign)) return null;
		const end = body.indexOf(closer, at + sign.length);
		if (end < 0) unclosed.add(sign);
		return end < 0 ? null : end + closer.length;
	};
}

/**
 * Finds code spans: a run of backticks up to the next run of the same length. Answers, for
 * the start of a span, where it ends. Pairs all runs in one pass, so that a line full of
 * unmatched backticks costs no more than any other.
 */
function codeSpans(body: string, middle: Middle): (at: number) => number | null {
	const starts: number[] = [];
	const ends: number[] = [];
	for (let at = body.indexOf('`'); at >= 0; at = body.indexOf('`', at)) {
		starts.push(at);
		while (body.charCodeAt(at) === BACKTICK) at++;
		ends.push(at);
		if (at >= middle.start && at < middle.end) at = middle.end;
	}
	const closers = new Map<number, number>();
	const nextOfLength = new Map<number, number>();
	for (let run = starts.length - 1; run >= 0; run--) {
		const [start, end] = [starts[run] ?? 0, ends[run] ?? 0];
		const close = nextOfLength.get(end - start);
		if (close !== undefined) closers.set(start, close);
		nextOfLength.set(end - start, end);
	}
	return (at) => closers.get(at) ?? null;
}
