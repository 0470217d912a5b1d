import fc from 'fast-check';
import { toDecided } from '../../src/core/decided';
import { Groups } from '../../src/core/groups';
import { readIndexedNote } from '../../src/core/indexed-note';
import { IndexStore, type Snapshot } from '../../src/core/index-store';
import type { People } from '../../src/core/people';
import { markDecided } from '../../src/core/marked-tasks';
import { NoteMap } from '../../src/core/note-map';
import { parseQuery } from '../../src/core/query';
import { makeRowsOf } from '../../src/core/row-index';
import { Arrangement } from '../../src/core/sections';
import { resolveSource, rowOfTask, selectLive, selectPeople, selectProposals, selectRowIndex, selectRows } from '../../src/core/selectors';
import type { GroupBy } from '../../src/core/settings';
import { DEFAULT_STATUSES } from '../../src/core/status';
import { selectTally } from '../../src/core/tally';
import type { Group } from '../../src/core/task-node';
import { noteFrom } from './note-text';

const ROOT = { type: 'people' };

function snapshotOf(notes: Record<string, readonly [text: string, frontmatter?: Record<string, unknown>]>): Snapshot {
	const store = new IndexStore(() => undefined);
	store.update({ notes: Object.entries(notes).map(([path, [text, fields]]) => readIndexedNote(noteFrom(path, text, fields ?? null), DEFAULT_STATUSES)) });
	return store.snapshot;
}

function sections(snapshot: Snapshot, groupBy: GroupBy, filter = ''): Record<string, string[]> {
	return Object.fromEntries(Arrangement.of(snapshot, { groupBy, sortBy: 'newest', query: parseQuery(filter) }).sections.map(({ title, rows }) => [title ?? '', rows.map(({ proposal }) => proposal.text)]));
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
	expect(Arrangement.of(vault, { groupBy: 'person', sortBy: 'newest', query: parseQuery('') }).sections.map(({ title, rows }) => [title, rows.length])).toEqual([[null, 2]]);
});

describe('rows of near-duplicates', () => {
	const notes = snapshotOf({
		'2026-11-02.md': ['- [?] send the list @Ana Ruiz #task', { person: 'Ana Ruiz', date: '2026-11-02' }],
		'2026-11-09.md': ['- [?] the list is to be sent @Me #task', { person: 'Ben Okafor', date: '2026-11-09' }],
		'Old/_archive/2026-01-01.md': ['- [?] send the list #task\n- [?] send nothing #task'],
	});
	const [newest, older, archived] = selectProposals(notes).map(({ key }) => key) as [string, string, string];
	const group = { id: 'g', members: [older, archived, newest] };
	const grouped: Snapshot = { ...notes, groups: Groups.of(group.members.map((key) => [key, group])) };

	test('stand under the heading of the one that stands for the others', () => {
		expect(sections(grouped, 'person')).toEqual({ 'Ana Ruiz': ['send the list'] });
	});

	test('pass the filter where any of their proposals does', () => {
		expect(sections(grouped, 'person', 'to be sent')).toEqual({ 'Ana Ruiz': ['send the list'] });
		expect(sections(grouped, 'person', 'nothing')).toEqual({});
	});

	test('are the vault owner’s where the newest that names an owner says so', () => {
		expect([selectRows(grouped).length, selectTally(grouped).mine]).toEqual([1, 1]);
	});

	test('are found by any of their proposals', () => {
		expect(new Set([newest, older].map((key) => selectRowIndex(grouped).get(key)))).toEqual(new Set(selectRows(grouped)));
	});

	test('are made of some of their proposals as of all', () => {
		for (const { key } of selectLive(grouped)) {
			const some = selectProposals(grouped).filter((proposal) => proposal.key === key);
			expect(makeRowsOf(grouped, some)).toEqual(selectRows(grouped));
		}
		expect(makeRowsOf(grouped, selectProposals(grouped).filter(({ key }) => key === archived))).toEqual([]);
		expect(makeRowsOf(grouped, [])).toEqual([]);
	});

	test('hold nothing of archives, of which the settings say where they are', () => {
		expect(selectLive(grouped).map(({ path }) => path)).toEqual(['2026-11-09.md', '2026-11-02.md']);
		expect(selectRows(grouped)[0]?.archived.map(({ key }) => key)).toEqual([archived]);
		const everywhere = { ...grouped, settings: { ...grouped.settings, archives: [] } };
		expect([selectLive(everywhere).length, selectRows(everywhere).length]).toEqual([4, 2]);
	});
});

describe('what repeats a decision', () => {
	const notes = snapshotOf({
		'2026-11-09.md': ['- [?] send the list @Me #task', { person: 'Ana Ruiz', date: '2026-11-09' }],
		'2026-10-01.md': ['- [x] send the list @Me #task ✅ 2026-10-02'],
		'Inbox.md': ['- [?] send nothing #task'],
	});
	const [proposal, other] = selectProposals(notes).map(({ key }) => key) as [string, string];
	const done = notes.notes.get('2026-10-01.md')?.decided[0]?.key ?? '';
	const deleted = { text: 'send nothing', owner: null, day: '2026-11-01' };
	const groups = [[proposal, done], [toDecided(deleted).key, other]].map((members, at) => ({ id: `g${at}`, members }));
	const grouped: Snapshot = { ...notes, memory: { ...notes.memory, deleted: [deleted] }, groups: Groups.of(groups.flatMap((group) => group.members.map((key) => [key, group]))) };

	test('stands apart, after all else, with what was decided', () => {
		const [section, ...others] = Arrangement.of(grouped, { groupBy: 'person', sortBy: 'newest', query: parseQuery('') }).sections;
		expect([section?.kind, others]).toEqual(['repeated', []]);
		expect(section?.rows.map(({ decided }) => decided.map(({ verdict }) => verdict))).toEqual([['done'], ['deleted']]);
		const forgotten = { ...grouped, memory: notes.memory };
		expect(Arrangement.of(forgotten, { groupBy: 'person', sortBy: 'newest', query: parseQuery('') }).sections.map(({ kind }) => kind)).toEqual(['other', 'repeated']);
	});

	test('is found by the decided task, and what that says is known', () => {
		expect(rowOfTask(grouped, done)?.proposal.key).toBe(proposal);
		expect(rowOfTask(notes, done)).toBeNull();
		const tasks = selectRows(grouped).flatMap(({ decided }) => decided);
		expect(tasks.map((task) => markDecided(grouped, task)?.text)).toEqual(['send the list', 'send nothing']);
	});
});

describe('what is hidden until a day', () => {
	const store = new IndexStore(() => undefined);
	const notes = { '1.md': '- [?] later 🛫 2026-12-01 #task', '2.md': '- [?] now #task\n- [?] begun 🛫 2026-11-24 #task' };
	store.update({ notes: Object.entries(notes).map(([path, text]) => readIndexedNote(noteFrom(path, text, null), DEFAULT_STATUSES)) });
	const texts = (): string[] => selectRows(store.snapshot).map(({ proposal }) => proposal.text);
	const keyOf = (text: string): string => selectProposals(store.snapshot).find((proposal) => proposal.text === text)?.key ?? '';

	test('is not to be decided before it', () => {
		store.update({ today: '2026-11-24' });
		expect(texts()).toEqual(['now', 'begun']);
		store.update({ today: '2026-11-30' });
		expect(texts()).toEqual(['now', 'begun']);
		store.update({ today: '2026-12-01' });
		expect(texts()).toEqual(['later', 'now', 'begun']);
	});

	test('can be decided where it stands all the same', () => {
		store.update({ today: '2026-11-24' });
		expect(selectRowIndex(store.snapshot).get(keyOf('later'))?.proposal.text).toBe('later');
	});

	test('is back with what is proposed again meanwhile', () => {
		const members = [keyOf('now'), keyOf('later')];
		const group: Group = { id: 'same', members };
		store.update({ today: '2026-11-24', groups: Groups.of(members.map((key) => [key, group])) });
		expect(selectRows(store.snapshot).map(({ byAge }) => byAge.map(({ text }) => text).sort())).toEqual([['later', 'now'], ['begun']]);
	});
});

test('what is selected stays the same object while what it is made from does', () => {
	expect(selectProposals(VAULT)).toBe(selectProposals({ ...VAULT, revision: VAULT.revision + 1 }));
	expect(selectPeople(VAULT)).toBe(selectPeople({ ...VAULT, notes: NoteMap.EMPTY.with([], [...VAULT.notes.values()]) }));
});

test('what is mine goes by the owner’s names', () => {
	expect(selectTally(VAULT).mine).toBe(2);
	expect(selectTally({ ...VAULT, settings: { ...VAULT.settings, ownerNames: ['Ben Okafor'] } }).mine).toBe(1);
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

test('names mean others than they did where one is given for the first or the last time', () => {
	const store = new IndexStore(() => undefined);
	const meeting = (path: string, ...participants: string[]): void => store.update({ notes: [readIndexedNote(noteFrom(path, '', { participants }), DEFAULT_STATUSES)] });
	const namings = new Set<object>();
	const count = (): number => namings.add(selectPeople(store.snapshot).naming).size;
	meeting('a.md', 'Cleo Unseen');
	expect(count()).toBe(1);
	meeting('b.md', 'Cleo Unseen');
	meeting('c.md', 'Cleo Unseen (lead)');
	expect(count()).toBe(1);
	meeting('a.md');
	store.update({ removed: ['b.md'] });
	expect(count()).toBe(1);
	meeting('c.md', 'Dario Unseen');
	expect(count()).toBe(2);
	expect(['Cleo Unseen', 'Dario Unseen'].map((name) => selectPeople(store.snapshot).isKnownName(name))).toEqual([false, true]);
});

test('the people of a vault that changes are those of one that is read anew', () => {
	const NAMES = ['Ana Ruiz', 'Ana Ortiz', 'ana ruiz', 'Ana', 'Ben Okafor', 'ben.okafor@example.com', 'Ruiz', 'Acme', '[[people/ana ruiz/readme]]', 'Cleo Unseen', 'Me', 'TBD', 'Ana Riuz'];
	const PATHS = ['People/Ana Ruiz/README.md', 'people/ana ruiz/readme.md', 'People/Ana Ortiz.md', 'People/Ben Okafor.md', 'People/Me.md', 'People/Ana.md'];
	const names = fc.subarray(NAMES, { maxLength: 3 });
	const root = fc.record({ path: fc.constantFrom(...PATHS), aliases: fc.oneof(fc.constant([]), names), email: fc.constantFrom('', 'ben.okafor@example.com'), company: fc.constantFrom('', 'Acme', 'Ruiz'), role: fc.constantFrom('Lead', 'Buyer') })
		.map(({ path, ...fields }) => readIndexedNote(noteFrom(path, '', { ...ROOT, ...fields }), DEFAULT_STATUSES));
	const meeting = fc.record({ path: fc.constantFrom('a.md', 'b.md', 'c.md'), participants: names, mentioned: names, source_ref: fc.constantFrom('', 'one.md', 'two.md') })
		.map(({ path, mentioned, ...fields }) => readIndexedNote(noteFrom(path, mentioned.map((name) => `- [?] ask @${name} #task`).join('\n'), fields), DEFAULT_STATUSES));
	const update = fc.record({ notes: fc.array(fc.oneof(root, meeting), { maxLength: 3 }), removed: fc.subarray([...PATHS, 'a.md'], { maxLength: 1 }) });
	fc.assert(fc.property(fc.array(update, { minLength: 2, maxLength: 10 }), names, fc.constantFrom(null, 'one'), (updates, context, source) => {
		const store = new IndexStore(() => undefined);
		for (const each of updates) {
			store.update(each);
			selectPeople(store.snapshot);
		}
		const people = selectPeople(store.snapshot);
		const tell = (asked: People): unknown => NAMES.map((name) => [asked.resolve(name, { names: context, source }), asked.isKnownName(name)]);
		const told = [people.persons, tell(people)];
		const anew = new IndexStore(() => undefined);
		anew.update({ notes: [...store.snapshot.notes.values()] });
		const other = selectPeople(anew.snapshot);
		expect(told).toEqual([other.persons, tell(other)]);
		expect(other.naming).toBe(people.naming);
	}));
});
