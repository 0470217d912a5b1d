import { readIndexedNote } from '../../src/core/indexed-note';
import { IndexStore, type Snapshot } from '../../src/core/index-store';
import { parseQuery } from '../../src/core/query';
import { countMine, resolveSource, selectPeople, selectProposals, selectSections } from '../../src/core/selectors';
import type { GroupBy } from '../../src/core/settings';
import { DEFAULT_STATUSES } from '../../src/core/status';
import { noteFrom } from './note-text';

const ROOT = { type: 'people' };

function snapshotOf(notes: Record<string, readonly [text: string, frontmatter?: Record<string, unknown>]>): Snapshot {
	const store = new IndexStore(() => undefined);
	store.update({ notes: Object.entries(notes).map(([path, [text, fields]]) => readIndexedNote(noteFrom(path, text, fields ?? null), DEFAULT_STATUSES)) });
	return store.snapshot;
}

function sections(snapshot: Snapshot, groupBy: GroupBy, filter = ''): Record<string, string[]> {
	return Object.fromEntries(selectSections(snapshot, { groupBy, query: parseQuery(filter) }).map(({ title, proposals }) => [title ?? '', proposals.map(({ text }) => text)]));
}

const VAULT = snapshotOf({
	'People/Ana Ruiz/README.md': ['- [?] from her own note #task', ROOT],
	'People/Ana Ruiz/2026-11-02 - Plan.md': ['- [?] second @Me #task\n- [?] third @Ben Okafor #task', { person: 'Ana Ruiz', title: 'The plan', date: '2026-11-02' }],
	'People/Ana Ruiz/2026-11-09 - Visit.md': ['- [?] first #task', { person: '[[Ana Ruiz]]', date: '2026-11-09' }],
	'Inbox.md': ['- [?] loose, für Ana @Myself #task'],
	'2026-11-05.md': ['- [?] about a stranger #task', { person: 'Cleo Unseen' }],
	'2026-11-03.md': ['- [?] about an account #task', { account: '[[Northwind]]' }],
});

describe('the review’s sections', () => {
	test('by person join what is about one person, however it is named, newest first, and end with what is about nothing', () => {
		expect(sections(VAULT, 'person')).toEqual({
			'Ana Ruiz': ['first', 'second', 'third', 'from her own note'],
			'Cleo Unseen': ['about a stranger'],
			'Northwind': ['about an account'],
			'': ['loose, für Ana'],
		});
	});

	test('by note bear the notes’ titles', () => {
		expect(Object.keys(sections(VAULT, 'note'))).toEqual(['2026-11-09 - Visit', '2026-11-05', '2026-11-03', 'The plan', 'Inbox', 'README']);
	});

	test('hold only the rows that have all words of the filter, in text, title or person, whatever case and accents', () => {
		expect(sections(VAULT, 'person', 'ANA fur')).toEqual({ '': ['loose, für Ana'] });
		expect(sections(VAULT, 'person', 'plan third')).toEqual({ 'Ana Ruiz': ['third'] });
		expect(sections(VAULT, 'person', 'nothing has this')).toEqual({});
	});
});

test('a note about a name of invisible characters belongs to those about nothing', () => {
	const vault = snapshotOf({ 'A.md': ['- [?] unseen #task', { person: '\u200b' }], 'B.md': ['- [?] loose #task'] });
	expect(selectSections(vault, { groupBy: 'person', query: parseQuery('') }).map(({ title, proposals }) => [title, proposals.length])).toEqual([[null, 2]]);
});

test('what is selected stays the same object while what it is made from does', () => {
	expect(selectProposals(VAULT)).toBe(selectProposals({ ...VAULT, revision: VAULT.revision + 1 }));
	expect(selectPeople(VAULT)).toBe(selectPeople({ ...VAULT, notes: new Map(VAULT.notes) }));
});

test('what is mine goes by the owner’s names', () => {
	expect(countMine(VAULT)).toBe(2);
	expect(countMine({ ...VAULT, settings: { ...VAULT.settings, ownerNames: ['Ben Okafor'] } })).toBe(1);
});

test('a source is found among the notes, but never in a note that was itself made from one', () => {
	const vault = snapshotOf({
		'Sources/2026-11-02_101500_1234_Plan.md': ['# Plan'],
		'Notes/2026-11-02_101500_1234_Plan.md': ['', { source_ref: '/Users/x/Old/2026-11-02_101500_1234_Plan.md' }],
		'Notes/Other.md': ['', { source_ref: '/Users/x/Old/2026-11-02_101500_1234_Plan.md' }],
	});
	const other = vault.notes.get('Notes/Other.md');
	expect(other && resolveSource(vault, other)).toMatchObject({ kind: 'resolved', path: 'Sources/2026-11-02_101500_1234_Plan.md' });
});
