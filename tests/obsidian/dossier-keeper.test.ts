import fc from 'fast-check';
import { saidBy } from '../../src/core/decided';
import type { Dossier, DossierSoFar } from '../../src/core/dossier';
import { Groups } from '../../src/core/groups';
import { compareNotes, readIndexedNote, type IndexedNote } from '../../src/core/indexed-note';
import { IndexStore, type Snapshot } from '../../src/core/index-store';
import { findNameSpans } from '../../src/core/name-spans';
import type { Person } from '../../src/core/person';
import { resolveName, selectPeople, selectRows } from '../../src/core/selectors';
import { DEFAULT_STATUSES } from '../../src/core/status';
import type { Group } from '../../src/core/task-node';
import { DossierKeeper } from '../../src/obsidian/dossier-keeper';
import { noteFrom } from '../core/note-text';

const note = (path: string, text: string, frontmatter: Record<string, unknown> | null = null): IndexedNote => readIndexedNote(noteFrom(path, text, frontmatter), DEFAULT_STATUSES);
const ANA = 'People/Ana Ruiz/README.md';
const root = (path: string, fields: Record<string, unknown> = {}): IndexedNote => note(path, '# Root', { type: 'people', ...fields });

/** A store with a keeper whose slices are done when the test says so; each look at its clock takes half a millisecond. */
function keep(): { readonly store: IndexStore; readonly keeper: DossierKeeper; readonly slice: () => boolean; readonly work: () => void; readonly stop: () => void } {
	const store = new IndexStore((error) => { throw error; });
	let waiting: (() => void) | null = null;
	let time = 0;
	const keeper = new DossierKeeper({
		store,
		now: () => time++ / 2,
		defer: (work) => {
			waiting = work;
			return () => (waiting = null);
		},
	});
	const slice = (): boolean => {
		const work = waiting;
		waiting = null;
		work?.();
		return work !== null;
	};
	const stop = keeper.start();
	return { store, keeper, slice, stop, work: () => { while (slice()); } };
}

function personAt({ snapshot }: IndexStore, path: string): Person {
	const person = snapshot.notes.get(path)?.person;
	if (!person) throw new Error(`No person at ${path}`);
	return person;
}

describe('the keeper of dossiers', () => {
	const meetings = Array.from({ length: 30 }, (_, at) => note(`Notes/${at}.md`, '- [?] Send the plan @Ana Ruiz #task', { participants: ['Ana Ruiz'], date: '2026-11-02' }));

	test('tells at once what the root says, and tells those who ask when the notes are known', () => {
		const { store, keeper, work } = keep();
		const told = jest.fn();
		keeper.subscribe(told);
		store.update({ notes: [...meetings, root(ANA, { last_contact: '2026-10-01' })], complete: true, groups: Groups.of() });
		expect(keeper.read(personAt(store, ANA))).toMatchObject({ person: { name: 'Ana Ruiz' }, isWhole: false, notes: [], proposed: [], lastContact: null });
		work();
		expect(told).toHaveBeenCalledTimes(1);
		const whole = keeper.read(personAt(store, ANA));
		expect([whole.isWhole, whole.notes.length, whole.proposed.length, whole.lastContact]).toEqual([true, 30, 30, '2026-11-02']);
	});

	test('tells nobody who has read all', () => {
		const { store, keeper, work } = keep();
		store.update({ notes: [root(ANA), ...meetings], complete: true, groups: Groups.of() });
		work();
		const told = jest.fn();
		keeper.subscribe(told);
		keeper.read(personAt(store, ANA));
		store.update({ notes: [note('Notes/0.md', '')] });
		work();
		expect(told).not.toHaveBeenCalled();
	});

	test('is not through before the duplicates are known', () => {
		const { store, keeper, work } = keep();
		store.update({ notes: [root(ANA), ...meetings], complete: true });
		work();
		expect(keeper.read(personAt(store, ANA))).toMatchObject({ isWhole: false, proposed: [] });
		store.update({ groups: Groups.of() });
		expect(keeper.read(personAt(store, ANA))).toMatchObject({ isWhole: true, lastContact: '2026-11-02' });
	});

	test('takes in a changed note at once, before its turn comes', () => {
		const { store, keeper, work } = keep();
		store.update({ notes: [root(ANA), ...meetings], complete: true, groups: Groups.of() });
		work();
		store.update({ notes: [note('Notes/0.md', '', { participants: ['Ana Ruiz'], date: '2026-11-09' })], removed: ['Notes/1.md'] });
		const { isWhole, lastContact, notes, proposed } = keeper.read(personAt(store, ANA));
		expect([isWhole, lastContact, notes.length, proposed.length]).toEqual([true, '2026-11-09', 29, 28]);
	});

	test('tells no note that may be somebody else’s since names mean others', () => {
		const { store, keeper, work } = keep();
		store.update({ notes: [root(ANA), ...meetings], complete: true, groups: Groups.of() });
		work();
		store.update({ notes: [root('People/Ana Ruiz.md')] });
		expect(keeper.read(personAt(store, ANA))).toMatchObject({ isWhole: false, notes: [], proposed: [] });
		work();
		expect(keeper.read(personAt(store, ANA))).toMatchObject({ isWhole: true, notes: [] });
	});

	test('does nothing any more once it is stopped', () => {
		const { store, slice, stop } = keep();
		store.update({ notes: meetings, complete: true });
		stop();
		expect(slice()).toBe(false);
		store.update({ removed: ['Notes/0.md'] });
		expect(slice()).toBe(false);
	});
});

const PATHS = ['Notes/a.md', 'Notes/b.md', 'Archive/c.md', 'People/Ana Ruiz/2026-03-04 - Visit.md', 'People/Cleo Park/d.md'];
const ROOTS = [ANA, 'People/Ana Ortiz.md', 'People/Ben Okafor.md', 'People/Cleo Park/README.md', 'Other/People/Ben Okafor/README.md', 'People/Dario.md'];
const NAMES = ['Ana Ruiz', 'Ana', 'Ana Ortiz (lead)', 'Ben Okafor', 'ben.okafor@example.com', '[[People/Cleo Park/README|Cleo]]', 'Dario', 'Zoe Quill', 'Cleo Park Zoe', 'Myself', 'Cleo and Ben Okafor'];
const LINES = ['- [?] one', '- [?] two', '- [ ] three', '- [x] four', '- [-] five'];

const names = fc.subarray(NAMES, { maxLength: 3 });
const line = fc.tuple(fc.constantFrom(...LINES), names).map(([text, of]) => `${[text, ...of.map((name) => (name.startsWith('[[') ? name : `@${name}`))].join(' ')} #task`);
const written = fc.record({ path: fc.constantFrom(...PATHS), participants: names, lines: fc.array(line, { maxLength: 3 }), date: fc.constantFrom('2026-01-02', '2026-03-04', '') })
	.map(({ path, participants, lines, date }) => () => note(path, lines.join('\n'), { participants, date }));
const rootWritten = fc.record({ path: fc.constantFrom(...ROOTS), aliases: fc.oneof(fc.constant([]), names), email: fc.constantFrom('', 'ben.okafor@example.com'), role: fc.constantFrom('Lead', 'Buyer') })
	.map(({ path, ...fields }) => () => root(path, fields));
const removed = fc.constantFrom(...PATHS, ...ROOTS);

type Step = { readonly read: () => IndexedNote } | { readonly gone: string } | { readonly group: readonly number[] } | { readonly slices: number } | { readonly isLook: true };

const step: fc.Arbitrary<Step> = fc.oneof(
	{ weight: 4, arbitrary: written.map((read) => ({ read })) },
	{ weight: 3, arbitrary: rootWritten.map((read) => ({ read })) },
	{ weight: 1, arbitrary: removed.map((gone) => ({ gone })) },
	{ weight: 1, arbitrary: fc.uniqueArray(fc.nat(20), { minLength: 2, maxLength: 4 }).map((group) => ({ group })) },
	{ weight: 4, arbitrary: fc.integer({ min: 1, max: 4 }).map((slices) => ({ slices })) },
	{ weight: 1, arbitrary: fc.constant({ isLook: true } as const) },
);

/** The proposals at some places, as one group, which may then lag behind the notes. */
function groupsOf({ notes }: Snapshot, places: readonly number[]): ReadonlyMap<string, Group> {
	const keys = [...notes.values()].flatMap(({ proposals, decided }) => [...proposals, ...decided].map(({ key }) => key));
	const members = places.flatMap((at) => keys[at] ?? []);
	const group: Group = { id: members.join(), members };
	return new Map(members.length > 1 ? members.map((key) => [key, group]) : []);
}

/** The same, computed from the notes alone. */
function fromScratch({ notes, groups, complete }: Snapshot): Snapshot {
	const store = new IndexStore((error) => { throw error; });
	store.update({ notes: structuredClone([...notes.values()]), complete, ...(groups && { groups }) });
	return store.snapshot;
}

/** What the vault knows of a person, by its plain meaning. */
function expected(snapshot: Snapshot, path: string): Omit<Dossier, 'person'> {
	const inOrder = [...snapshot.notes.values()].sort(compareNotes);
	const means = (name: string, of: IndexedNote): boolean => {
		const resolution = resolveName(snapshot, name, of);
		return resolution.kind === 'person' && resolution.person.path === path;
	};
	const concerns = (text: string, owner: string | null, of: IndexedNote): boolean =>
		[...(owner === null ? [] : [owner]), ...findNameSpans(text, (name) => selectPeople(snapshot).isKnownName(name)).map(({ name }) => name)].some((name) => means(name, of));
	const notes = inOrder.filter((each) => each.path !== path && (each.names.some((name) => means(name, each)) || (path.endsWith('/README.md') && each.path.replace(/[^/]*$/u, 'README.md') === path)));
	const decided = inOrder.flatMap((each) => each.decided.filter(({ place }) => place && concerns(saidBy(place).text, saidBy(place).owner, each)));
	const proposed = selectRows(snapshot).filter(({ byAge }) => byAge.some(({ path: at, text, owner }) => {
		const of = snapshot.notes.get(at);
		return of && concerns(text, owner, of);
	}));
	const days = [snapshot.notes.get(path)?.person?.lastContact ?? null, ...notes.map(({ date }) => date)].filter((day) => day !== null);
	return { lastContact: days.sort().at(-1) ?? null, notes, proposed, open: decided.filter(({ verdict }) => verdict === 'open'), done: decided.filter(({ verdict }) => verdict === 'done').length };
}

function readAll(store: IndexStore, keeper: DossierKeeper): DossierSoFar[] {
	return [...store.snapshot.notes.values()].flatMap(({ person }) => (person ? [keeper.read(person)] : []));
}

function expectRight(store: IndexStore, dossiers: readonly DossierSoFar[]): void {
	const snapshot = fromScratch(store.snapshot);
	for (const { isWhole, person, ...known } of dossiers) {
		expect(person).toBe(store.snapshot.notes.get(person.path)?.person);
		const all = expected(snapshot, person.path);
		if (isWhole) expect(known).toEqual(all);
		else {
			expect(all.notes).toEqual(expect.arrayContaining([...known.notes]));
			expect(all.proposed).toEqual(expect.arrayContaining([...known.proposed]));
			expect(all.open).toEqual(expect.arrayContaining([...known.open]));
		}
	}
}

test('whatever comes, what is told is right, and once the work is done all that a new reading of the vault tells', () => {
	fc.assert(fc.property(fc.array(fc.oneof(written, rootWritten), { minLength: 5, maxLength: 15 }), fc.array(step, { maxLength: 16 }), (first, steps) => {
		const { store, keeper, slice, work } = keep();
		store.update({ notes: first.map((read) => read()), complete: true, groups: Groups.of() });
		for (const each of steps) {
			if ('read' in each) store.update({ notes: [each.read()] });
			else if ('gone' in each) store.update({ removed: [each.gone] });
			else if ('group' in each) store.update({ groups: Groups.of(groupsOf(store.snapshot, each.group)) });
			else if ('slices' in each) for (let at = 0; at < each.slices; at++) slice();
			// Another vault is read for it, so that nothing of this one's people is remembered: not at each step.
			else expectRight(store, readAll(store, keeper));
		}
		work();
		const dossiers = readAll(store, keeper);
		expect(dossiers.every(({ isWhole }) => isWhole)).toBe(true);
		expectRight(store, dossiers);
	}), { numRuns: 300 });
});
