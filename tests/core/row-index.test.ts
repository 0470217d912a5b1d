import fc from 'fast-check';
import { toDecided } from '../../src/core/decided';
import { Groups } from '../../src/core/groups';
import { readIndexedNote, type IndexedNote } from '../../src/core/indexed-note';
import { IndexStore, type Snapshot } from '../../src/core/index-store';
import { parseQuery } from '../../src/core/query';
import { RowIndex } from '../../src/core/row-index';
import { newestWith, type Row } from '../../src/core/rows';
import { Arrangement, type Scope, type Section } from '../../src/core/sections';
import { isMine, selectProposals, selectRowIndex, selectRows } from '../../src/core/selectors';
import { DEFAULT_STATUSES } from '../../src/core/status';
import { selectTally, tallyWithout, type Tally } from '../../src/core/tally';
import type { Group } from '../../src/core/task-node';
import { noteFrom } from './note-text';

const FOLDERS = ['Inbox', 'Archive', 'People/Ana Ruiz'];
const NAMES = Array.from({ length: 12 }, (_, at) => `${FOLDERS[at % 3] ?? ''}/${at % 4 === 0 ? 'README' : `Note ${at}`}.md`);
const TODAY = '2026-11-20';

const DELETED = { text: 'Send it.', owner: null, day: TODAY };

const line = fc.record({
	box: fc.constantFrom('?', '?', '?', ' ', 'x', '-'),
	word: fc.constantFrom('Send', 'Book', 'Ask', 'Call'),
	owner: fc.constantFrom('', ' @Me', ' @Ana Ruiz', ' @Ana', ' @Ben Okafor'),
	due: fc.constantFrom('', ' 📅 2026-11-27', ' 📅 2026-11-01'),
	start: fc.constantFrom('', '', ' 🛫 2026-12-24'),
	priority: fc.constantFrom('', ' ⏫', ' 🔽'),
}).map(({ box, word, owner, due, start, priority }) => `- [${box}] ${word} it.${owner}${priority}${start}${due} #task`);

const written = fc.record({
	path: fc.constantFrom(...NAMES),
	date: fc.constantFrom(null, '2026-11-01', '2026-11-15', '2026-12-01'),
	person: fc.constantFrom(null, 'Ana Ruiz', 'Ben Okafor'),
	source: fc.constantFrom(null, 'Sources/2026-11-01_101500_1234_Plan.md'),
	lines: fc.array(line, { maxLength: 5 }),
}).map(({ path, date, person, source, lines }) => readNote(path, lines.join('\n'), { ...(date && { date }), ...(person && { person }), ...(source && { source_ref: source }), ...(path.endsWith('README.md') && { type: 'people' }) }));

/** What happens to a vault: notes come, change and go, the groups follow late or in part, days pass, tasks are deleted. */
const step = fc.oneof(
	{ weight: 4, arbitrary: fc.array(written, { minLength: 1, maxLength: 2 }).map((notes) => ({ notes })) },
	{ weight: 1, arbitrary: fc.constantFrom(...NAMES).map((path) => ({ removed: [path] })) },
	{ weight: 3, arbitrary: fc.record({ group: fc.array(fc.nat(40), { minLength: 1, maxLength: 4 }) }) },
	{ weight: 1, arbitrary: fc.constantFrom(TODAY, '2026-12-25').map((today) => ({ today })) },
	{ weight: 1, arbitrary: fc.record({ deleted: fc.boolean() }) },
	{ weight: 2, arbitrary: fc.record({ dated: fc.constantFrom(...NAMES), date: fc.constantFrom('2026-10-01', '2026-11-30') }) },
);

const SCOPES: readonly Scope[] = ([['person', 'newest', ''], ['owner', 'due', ''], ['due', 'priority', ''], ['source', 'size', '-owner:none'], ['note', 'newest', 'owner:me'], ['none', 'due', 'hidden OR send'], ['folder', 'newest', 'person:ana OR has:duplicates']] as const)
	.map(([groupBy, sortBy, filter]) => ({ groupBy, sortBy, query: parseQuery(filter, { today: TODAY }) }));

function readNote(path: string, text: string, frontmatter: Record<string, unknown>): IndexedNote {
	return readIndexedNote(noteFrom(path, text, frontmatter), DEFAULT_STATUSES);
}

/** Puts some of a vault's tasks into one group, and takes them out of theirs. */
function regroup({ notes, groups }: Snapshot, picked: readonly number[]): Groups {
	const keys = [toDecided(DELETED).key, ...[...notes.values()].flatMap(({ proposals, decided }) => [...proposals, ...decided].map(({ key }) => key))];
	const members = [...new Set(picked.flatMap((at) => keys[at % Math.max(1, keys.length)] ?? []))];
	const changes = new Map<string, Group | null>();
	for (const key of members) for (const other of groups?.get(key)?.members ?? []) changes.set(other, null);
	for (const key of members) changes.set(key, members.length > 1 ? { id: members.join(), members } : null);
	return (groups ?? Groups.of()).with(changes);
}

function take(store: IndexStore, change: typeof step extends fc.Arbitrary<infer Step> ? Step : never): void {
	if ('group' in change) store.update({ groups: regroup(store.snapshot, change.group) });
	else if ('dated' in change) store.update({ notes: [store.snapshot.notes.get(change.dated) ?? []].flat().map((note) => ({ ...note, date: change.date })) });
	else if ('deleted' in change) store.update({ memory: { ...store.snapshot.memory, deleted: change.deleted ? [DELETED] : [] } });
	else store.update(change);
}

/** Rows as text, since what is made anew shares nothing. */
function draw(rows: readonly Row[]): string[] {
	return rows.map(({ byAge, archived, decided, proposal }) => [proposal.key, ...byAge.map(({ key }) => key), '|', ...archived.map(({ key }) => key), '|', ...decided.map(({ key }) => key)].join(' '));
}

function drawSections(sections: readonly Section[]): unknown[] {
	return sections.map(({ key, kind, title, rows }) => [key, kind, title, ...draw(rows)]);
}

function count(snapshot: Snapshot): Tally {
	const rows = selectRows(snapshot);
	const isOwn = (row: Row): boolean => isMine(snapshot, newestWith(row, 'owner'));
	return { rows: rows.length, proposals: rows.flatMap(({ byAge }) => byAge).length, mine: rows.filter(isOwn).length };
}

describe('what follows a vault as it changes', () => {
	test('is, whatever comes, what a look at the whole vault makes', () => {
		fc.assert(fc.property(fc.array(written, { minLength: 8, maxLength: 14 }), fc.array(step, { minLength: 1, maxLength: 20 }), (first, steps) => {
			const store = new IndexStore((error) => { throw error; });
			store.update({ notes: first, complete: true, groups: Groups.of(), today: TODAY });
			let index = RowIndex.make(store.snapshot);
			let arrangements = SCOPES.map((scope) => Arrangement.of(store.snapshot, scope));
			for (const each of steps) {
				take(store, each);
				const { snapshot } = store;
				index = index.renew(snapshot);
				expect(draw(index.list)).toEqual(draw(RowIndex.make(snapshot).list));
				for (const { key } of selectProposals(snapshot)) expect(index.get(key)?.byAge.some((proposal) => proposal.key === key) ?? false).toBe(index.list.some(({ byAge }) => byAge.some((proposal) => proposal.key === key)));
				arrangements = arrangements.map((former, at) => Arrangement.of(snapshot, SCOPES[at] as Scope, former));
				for (const [at, scope] of SCOPES.entries()) expect(drawSections(arrangements[at]?.sections ?? [])).toEqual(drawSections(Arrangement.of(snapshot, scope).sections));
				expect(selectTally(snapshot)).toEqual(count(snapshot));
			}
		}), { numRuns: 200 });
	});
});

describe('a vault of many notes', () => {
	const store = new IndexStore((error) => { throw error; });
	const notes = Array.from({ length: 40 }, (_, at) => readNote(`Inbox/${at}.md`, `- [?] Send ${at}. @Me #task\n- [?] Book ${at}. #task`, { date: `2026-10-${String(at % 28 + 1).padStart(2, '0')}` }));
	store.update({ notes, complete: true, groups: Groups.of(), today: TODAY });

	test('shares all rows and sections but those of the note that has changed, and tells which rows these are', () => {
		const scope: Scope = { groupBy: 'note', sortBy: 'newest', query: parseQuery('') };
		const [before, index] = [Arrangement.of(store.snapshot, scope), selectRowIndex(store.snapshot)];
		store.update({ notes: [readNote('Inbox/7.md', '- [?] Send 7. @Me #task\n- [ ] Book 7. #task', { date: '2026-10-08' })] });
		const [after, next] = [Arrangement.of(store.snapshot, scope, before), selectRowIndex(store.snapshot)];
		expect(after.sections.filter((section) => !before.sections.includes(section)).map(({ key }) => key)).toEqual(['Inbox/7.md']);
		const changes = next.changesSince(index);
		expect([...changes?.gone ?? []].map(({ proposal }) => proposal.text)).toEqual(['Send 7.', 'Book 7.']);
		expect([...changes?.come ?? []].map(({ proposal }) => proposal.text)).toEqual(['Send 7.']);
		expect(next.list.filter((row) => index.list.includes(row))).toHaveLength(79);
	});

	test('is counted, also without what is being written', () => {
		const [one] = selectProposals(store.snapshot);
		expect(selectTally(store.snapshot)).toEqual({ rows: 79, proposals: 79, mine: 40 });
		expect(tallyWithout(store.snapshot, new Set([one?.key ?? '']))).toEqual({ rows: 78, proposals: 78, mine: 39 });
	});
});
