/** The beginning of what somebody says in a transcript. */
export interface Turn {
	/** As written; null where only the time is. */
	readonly by: string | null;
	/** As written; null where it is not. */
	readonly at: string | null;
	/** Where in the line what is said begins, in UTF-16 units. */
	readonly start: number;
	/** Whether the line is written as nothing but a turn would be: `Note: …` can be anything. */
	readonly isCertain: boolean;
}

/** A turn begins within so many characters of its line. */
const MOST_LABEL = 90;
const TIME = '[[(]?(?:\\d{1,2}:)?\\d{1,2}:\\d{2}(?:[.,]\\d{1,3})?(?:\\s?[aApP]\\.?[mM]\\.?)?[\\])]?';
const NAME_WORD = '(?:\\p{Lu}[\\p{L}\\p{M}\\p{N}.\'’_-]*|\\d{1,3}|d[aeiu]|de[lnr]|van|von|der?|ten|bin|al|la|el|y)';
const NAME = `\\p{Lu}[\\p{L}\\p{M}\\p{N}.'’_-]*(?:\\s${NAME_WORD}){0,4}(?:\\s\\([^()]{1,40}\\))?`;
const BOLD = '[*_]{0,3}';
const TIMED = new RegExp(`^[\\s>]*(?:[-*+]\\s)?${BOLD}(?<at>${TIME})${BOLD}(?:\\s?[-–—|]\\s|\\s{0,4})${BOLD}(?:(?<by>${NAME})(?:\\s?:${BOLD}\\s*|\\s?${BOLD}:\\s*|[*_]{1,3}\\s*|\\s*$))?`, 'u');
const NAMED_TIMED = new RegExp(`^[\\s>]*(?:[-*+]\\s)?${BOLD}(?<by>${NAME})${BOLD}\\s{0,4}[,|–—-]?\\s{0,4}${BOLD}(?<at>${TIME})${BOLD}\\s*:?${BOLD}\\s*`, 'u');
const BOLD_NAME = new RegExp(`^[\\s>]*(?:[-*+]\\s)?[*_]{2,3}(?<by>${NAME})(?::[*_]{2,3}|[*_]{2,3}\\s?:)\\s*`, 'u');
const PLAIN_NAME = new RegExp(`^[\\s>]*(?:[-*+]\\s)?(?<by>${NAME}):\\s+(?=\\S)`, 'u');
const VOICE = /^<v(?:\.[^\s>]*)?\s(?<by>[^<>]{1,80})>/u;
/** `00:00:01.000 --> 00:00:04.000` stands above what is said in subtitles. */
const CUE = /^(?<at>(?:\d{1,2}:)?\d{1,2}:\d{2}[.,]\d{3})\s+-->\s.*$/u;
/** What stands before a colon in notes and heads of mails, and is nobody's name. */
const LABELS = /^(?:action(?: items?)?|agenda|attendees|attachments?|bcc|cc|context|dates?|decisions?|deadline|duration|fwd?|from|goal|host|importance|issue|location|meeting(?: id)?|next(?: steps?)?|note|notes|owner|organi[sz]er|participants|present|ps|reply-to|re|recorded by|result|risk|sent|source|status|subject|summary|time|title|to|todo|topic|url|warning|when|where|who|with)$/iu;

/** Reads how a line begins a turn; null where it does not. */
export function readTurn(line: string): Turn | null {
	const head = line.slice(0, MOST_LABEL);
	if (!head.includes(':') && !head.startsWith('<v')) return null;
	const cue = CUE.exec(head);
	if (cue) return { by: null, at: cue.groups?.['at'] ?? null, start: line.length, isCertain: true };
	// Most lines of talk bear no time, and each pattern takes its own.
	const timed = /\d:\d{2}/u.test(head) ? (TIMED.exec(head) ?? NAMED_TIMED.exec(head)) : null;
	const certain = timed ?? (/[*_]{2}/u.test(head) ? BOLD_NAME.exec(head) : null) ?? VOICE.exec(head);
	const match = certain ?? PLAIN_NAME.exec(head);
	if (!match) return null;
	const { by = null, at = null } = match.groups ?? {};
	if (by !== null && LABELS.test(by)) return null;
	return { by: by?.trim() ?? null, at: at?.replace(/[[\]()]/gu, '') ?? null, start: match[0].length, isCertain: certain !== null };
}
