import { findSourceLinks, notesWithSources } from '../../src/obsidian/source-links';
import { openIndexed, runnerOver, type IndexedVault } from './indexed-vault';

const MAIL = 'Sources/Email/2026/2026-11-12_080000_1111_Re-Hall-for-the-fair.md';
const QUOTED = 'Sources/Email/2026/2026-11-13_090000_2222_Re Ana’s “list” – part 2.md';
const SPACED = 'Sources/Email/2026/2026-11-14_100000_3333_Fwd  Two blanks .md';
const CALL = 'Sources/Transcripts/2026/2026-11-17 - One to one with Joost, on the board page and the budget of spring.md';
const CUT = 'Sources/Transcripts/2026/2026-11-18 - A very long title that the exporter has cut at eighty characters of it.md';
const PLAN = 'Projects/Yard/Plan.md';
const ACCENT = 'Sources/Transcripts/2026/2026-11-19 - Café con Íñigo.md';
const TWIN = ['A/Sources/Walk.md', 'B/Sources/Walk.md'] as const;

const SOURCES: Record<string, string> = {
	[MAIL]: 'Mail', [QUOTED]: 'Mail', [SPACED]: 'Mail', [CALL]: 'Talk', [CUT]: 'Talk', [PLAN]: 'Plan', [ACCENT]: 'Talk',
	[TWIN[0]]: 'One', [TWIN[1]]: 'Two',
	'A/Copy.md': 'Same', 'B/Copy.md': 'Same',
	'Sources/Email/2026/2026-11-20_110000_4444_Re-Weekly.md': 'Mail', 'Sources/Email/2026/2026-11-20_150000_5555_Re-Weekly.md': 'Mail',
	'Other/README.md': 'Other', '_archive/Old.md': 'x', 'Kept/Old.md': 'x',
};

/** What a note says, as YAML or body, and the file that it means; null where that is not certain. */
const REFERENCES: readonly (readonly [kind: string, yaml: string, body: string, target: string | null])[] = [
	['a path of another machine', `source_ref: /Users/someone/Documents/Notes/${MAIL}`, '', MAIL],
	['a path of Windows', `source_ref: 'C:\\Users\\someone\\Notes\\${MAIL.replaceAll('/', '\\')}'`, '', MAIL],
	['an address of a file', `source_ref: file:///home/someone/${encodeURI(MAIL)}`, '', MAIL],
	['a place that it has left', 'source_ref: Inbox/_archive/2026-11-12_080000_1111_Re-Hall-for-the-fair.md', '', MAIL],
	['another export of it', 'source_ref: /x/2026-11-12_080000_9999_Re-Hall-for-the-fair.md', '', MAIL],
	['a text that is folded over two lines', 'source_ref: /Users/someone/Sources/Transcripts/2026/2026-11-17 - One to one with\n  Joost, on the board page and the budget of spring.md', '', CALL],
	['a folded block', 'source_ref: >-\n  /x/2026-11-17 - One to one with Joost,\n  on the board page and the budget of spring.md', '', CALL],
	['straight quotes and a hyphen for curly ones and a dash', 'source_ref: "/x/2026-11-13_090000_2222_Re Ana\'s \\"list\\" - part 2.md"', '', QUOTED],
	['one blank for two, and none before the ending', 'source_ref: /x/2026-11-14_100000_3333_Fwd Two blanks.md', '', SPACED],
	['letters apart from their accents', `source_ref: "/x/${ACCENT.slice(ACCENT.lastIndexOf('/') + 1).normalize('NFD')}"`, '', ACCENT],
	['another case', 'source_ref: /x/2026-11-12_080000_1111_RE-HALL-FOR-THE-FAIR.MD', '', MAIL],
	['underscores for blanks', 'source_ref: /x/2026-11-19_-_Café_con_Íñigo.md', '', ACCENT],
	['a file in another field', `source_file: ${MAIL}`, '', MAIL],
	['a path in a field that mostly holds a word', `source: ${PLAN}`, '', PLAN],
	['a link in a field', 'source: "[[Projects/Yard/Plan|the plan]]"', '', PLAN],
	['a link in the text', 'source: email', '*Source: [[2026-11-12_080000_1111_Re-Hall-for-the-fair]]*', MAIL],
	['a list of one', `source_ref: ["${MAIL}"]`, '', MAIL],
	['one file outside archives', 'source_ref: /x/Old.md', '', 'Kept/Old.md'],
	['two files with the same text', 'source_ref: /x/Copy.md', '', 'A/Copy.md'],
	['two files that differ', 'source_ref: /x/Walk.md', '', null],
	['a title that was cut elsewhere', 'source_ref: /x/2026-11-18 - A very long title that the exporter has cut at some.md', '', null],
	['a mail of another hour', 'source_ref: /x/2026-11-20_130000_6666_Re-Weekly.md', '', null],
	['a file as many are called', 'source_ref: /x/somewhere/README.md', '', null],
	['a file that is gone', 'source_ref: /x/2026-01-01_000000_0000_Nothing-like-it.md', '', null],
	['two sources', `source_ref: ${MAIL}`, `*Source: [[${PLAN.slice(0, -3)}]]*`, null],
	['an address of the web', 'source_ref: https://example.com/Plan.md', '', null],
];

const pathOf = (kind: string): string => `Notes/${kind}.md`;
const NOTES = Object.fromEntries(REFERENCES.map(([kind, yaml, body]) => [pathOf(kind), `---\n${yaml}\n---\n\nText\n${body}\n`]));

let vault: IndexedVault;
const found = new Map<string, string | null>();

beforeAll(async () => {
	vault = await openIndexed({ ...SOURCES, ...NOTES });
	const links = await findSourceLinks(vault.app, vault.store.snapshot, notesWithSources(vault.store.snapshot), { tell: () => undefined, isStopped: () => false });
	for (const { path, state } of links) found.set(path, state.kind === 'link' ? state.file : null);
	const edits = links.flatMap(({ state }) => (state.kind === 'link' ? state.plan.edits : []));
	await runnerOver(vault).edit('Sources linked', edits);
	await vault.settle();
});

afterAll(() => {
	vault.close();
	expect(vault.errors).toEqual([]);
});

test.each(REFERENCES.map(([kind, , , target]) => [kind, target] as const))('%s, which means %s: the app follows the link that is written, and nothing is where none is certain', async (kind, target) => {
	const path = pathOf(kind);
	expect(found.get(path) ?? null).toBe(target);
	const text = await vault.read(path);
	const linked = /^source_link: ["']\[\[([^\]|]+)/mu.exec(text)?.[1];
	const reached = linked === undefined ? null : vault.app.metadataCache.getFirstLinkpathDest(linked, path)?.path ?? 'nowhere';
	expect(reached).toBe(target);
	if (target === null) expect(text).toBe(NOTES[path]);
});
