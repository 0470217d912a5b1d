import fc from 'fast-check';

/** Pieces of which real task lines are made, and pieces that try to break their reading. */
const PIECES = [
	'Send the list.', 'Call', ' ', '  ', '\t', '\u00a0', '@Ana Ruiz', '@Myself', '@TBD (ask Ben)', '@[[Ana Ruiz|Ana]]', 'ana@example.com',
	'#task', '#proposed', '#auto', '#Proposed', '#p2', '#123', '#', '##', '📅 2026-01-31', '📅 2026-13-31', '📅', '🗓️ 2026-02-01', '⏫', '🔼', '⏬\ufe0f',
	'➕ 2026-01-01', '❌ 2026-01-01', '🔁 every week', '🆔 abc123', '⛔ abc,def', '🏁 delete', '[due:: 2026-01-31]', '(priority:: high)', '[due:: never',
	'`code #proposed`', '``', '`', '[[Note #tag|x]]', '[[', ']]', '[text](https://example.com/#proposed)', '**bold**', '^abc123', ' ^abc123', '(', ')', '{{x}}',
	'\u200d', '👩‍💻', '❤️', '\ud83d', '\udcc5', 'é', 'e\u0301', 'שלום', '\r', '\u2028', '\u2029', '\0', '>', '- [ ] ', '\ufeff', '\ufe0f', '✔\ufe0f', 'a\u00a0b', '#proposed\u00a0', '\ude00',
];

/** What may stand unseen at the end of a line. */
const ENDS = ['', '', '', ' ', '\t', '\u00a0', ' \u00a0', '\ufe0f', '\u200d', '\u2028', '\0', '\r', '\ud83d'];

export const bodies = fc.array(fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...PIECES) }, fc.string({ unit: 'binary', maxLength: 8 })), { maxLength: 14 })
	.map((pieces) => pieces.join('').replaceAll('\n', ' '));

export const taskLines = fc.record({
	lead: fc.constantFrom('', '  ', '\t', '> ', '> > ', '>\t', '    '),
	marker: fc.constantFrom('-', '*', '+', '1.', '12)'),
	gap: fc.constantFrom(' ', '  ', '\t'),
	status: fc.constantFrom('?', '?', '?', ' ', 'x', '/', '-', 'R', '👍', '\ud83d'),
	body: bodies,
	tags: fc.constantFrom('', ' #task', ' #task #proposed', ' #proposed', '\u00a0#task\u00a0#proposed'),
	end: fc.constantFrom(...ENDS),
}).map(({ lead, marker, gap, status, body, tags, end }) => `${lead}${marker}${gap}[${status}] ${body}${tags}${end}`);

/** Notes with task lines among other text, in all line endings. */
export const notes = fc.tuple(
	fc.constantFrom('', '\ufeff', '\ufeff---\r\ntags: [a]\r\n---\r\n', '---\ntype: people\n---\n'),
	fc.array(fc.tuple(fc.oneof(taskLines, bodies, fc.constant('')), fc.constantFrom('\n', '\n', '\r\n', '\r', '\r\r\n')), { maxLength: 20 }),
	fc.oneof(taskLines, fc.constant('')),
).map(([start, lines, end]) => start + lines.map(([text, ending]) => text + ending).join('') + end);
