import { Groups } from '../../src/core/groups';
import { IndexStore, type Snapshot } from '../../src/core/index-store';
import { readIndexedNote } from '../../src/core/indexed-note';
import { parseQuery } from '../../src/core/query';
import { Arrangement } from '../../src/core/sections';
import { selectSourceList } from '../../src/core/source-list';
import { DEFAULT_STATUSES } from '../../src/core/status';
import { toUnparsedNote } from '../../src/core/unparsed-note';

const MAIL = 'Sources/Email/2026-11-12_080000_1111_Re-Hall-for-the-fair.md';
const EXPORT = 'Sources/Email/2026-11-12_080000_2222_Re-Hall-for-the-fair.md';
const CALL = 'Sources/Transcripts/2026-11-17 - One to one with Joost.md';
const NOTES: Record<string, readonly [ref: string | null, text: string]> = {
	[MAIL]: [null, 'Mail'],
	[EXPORT]: [null, 'Mail'],
	[CALL]: [null, 'Talk'],
	'Sources/Transcripts/2026-11-18 - Nobody wrote of it.md': [null, 'Talk'],
	'_archive/Sources/2026-01-01 - Long ago and put away.md': [null, 'Talk'],
	'Notes/Plain.md': [null, '- [?] Water the plants. #task #proposed'],
	'Notes/Hall.md': [`/elsewhere/${MAIL}`, '- [?] Send the plan. #task #proposed\n- [?] Pay the tuner. #task #proposed\n- [x] Book the hall. #task\n- [ ] Buy chairs. #task'],
	'Notes/Fair.md': [`/elsewhere/${EXPORT}`, '- [-] Rent a tent. #task'],
	'Notes/2026-11-20 - Talk.md': [`/elsewhere/${CALL}`, '- [?] Write the page. #task #proposed'],
	'Notes/Lost.md': ['/elsewhere/2026-01-02 - Lost and never found.md', '- [?] Look for it. #task #proposed'],
	'Notes/Lost again.md': ['C:\\elsewhere\\2026-01-02 - Lost and never found.md', ''],
};

function snapshot(): Snapshot {
	const store = new IndexStore(() => undefined);
	const notes = Object.entries(NOTES).map(([path, [ref, text]]) => readIndexedNote({ ...toUnparsedNote(path, text), frontmatter: ref === null ? null : { source_ref: ref } }, DEFAULT_STATUSES));
	store.update({ complete: true, groups: Groups.of(), notes });
	return store.snapshot;
}

test('each source is listed once with its exports, notes, and what is left and decided, the newest first', () => {
	const { used } = selectSourceList(snapshot());
	expect(used.map(({ title, date, paths, notes, rows, decided }) => ({ title, date, paths, notes: notes.map(({ path }) => path), left: rows.map(({ proposal }) => proposal.text), decided }))).toEqual([
		{ title: 'One to one with Joost', date: '2026-11-17', paths: [CALL], notes: ['Notes/2026-11-20 - Talk.md'], left: ['Write the page.'], decided: 0 },
		{ title: 'Re Hall for the fair', date: '2026-11-12', paths: [EXPORT, MAIL], notes: ['Notes/Fair.md', 'Notes/Hall.md'], left: ['Send the plan.', 'Pay the tuner.'], decided: 2 },
	]);
});

test('sources that no note was made from are listed, but none of archives, and no other export of a used one', () => {
	expect(selectSourceList(snapshot()).unused.map(({ title, date }) => `${title}, ${String(date)}`)).toEqual(['Nobody wrote of it, 2026-11-18']);
});

test('references without a file are one where they name the same', () => {
	expect(selectSourceList(snapshot()).open.map(({ reference, candidates, notes }) => [reference, candidates, notes.length])).toEqual([['C:/elsewhere/2026-01-02 - Lost and never found.md', [], 2]]);
});

test('the list is the same while notes and rows are', () => {
	const one = snapshot();
	expect(selectSourceList(one)).toBe(selectSourceList({ ...one }));
});

test('the review is grouped by source, and what names none comes last', () => {
	const sections = Arrangement.of(snapshot(), { groupBy: 'source', sortBy: 'newest', query: parseQuery('') }).sections;
	expect(sections.map(({ title, rows }) => [title, rows.length])).toEqual([
		['One to one with Joost · 2026-11-17', 1], ['Re Hall for the fair · 2026-11-12', 2], ['Lost and never found · 2026-01-02', 1], [null, 1],
	]);
});

test.each([
	['source:hall', 2],
	['source:email', 2],
	['source:"one to one with joost · 2026-11-17"', 1],
	['source:hall plan', 1],
	['source:plants', 0],
])('the filter %s finds %i rows', (filter, count) => {
	const sections = Arrangement.of(snapshot(), { groupBy: 'source', sortBy: 'newest', query: parseQuery(filter) }).sections;
	expect(sections.flatMap(({ rows }) => rows)).toHaveLength(count);
});
