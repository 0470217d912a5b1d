import fc from 'fast-check';
import { readIndexedNote, type IndexedNote } from '../../src/core/indexed-note';
import { IndexStore } from '../../src/core/index-store';
import { areGroupsCurrent, duplicatesOf, selectProposals } from '../../src/core/selectors';
import { DEFAULT_STATUSES } from '../../src/core/status';
import type { MarkedTask } from '../../src/core/stored-marks';
import { EMPTY_MEMORY } from '../../src/core/user-memory';
import { DuplicateKeeper } from '../../src/obsidian/duplicate-keeper';
import { noteFrom } from '../core/note-text';

const note = (path: string, text: string, frontmatter: Record<string, unknown> | null = null): IndexedNote => readIndexedNote(noteFrom(path, text, frontmatter), DEFAULT_STATUSES);
const proposals = (...sentences: readonly string[]): string => sentences.map((sentence) => `- [?] ${sentence} #task #proposed`).join('\n');

/** A store with a keeper whose slices are done when the test says so; its clock goes on by a millisecond with each look at it. */
function keep(): { readonly store: IndexStore; readonly slice: () => boolean; readonly work: () => void; readonly groups: () => string[][]; readonly stop: () => void; readonly keeper: DuplicateKeeper } {
	const store = new IndexStore((error) => { throw error; });
	let waiting: (() => void) | null = null;
	let time = 0;
	const keeper = new DuplicateKeeper({
		store,
		now: () => time++,
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
	return { store, slice, stop, keeper, work: () => { while (slice()); }, groups: () => grouped(store) };
}

/** The groups that a store holds, each with the texts of its tasks. */
function grouped({ snapshot }: IndexStore): string[][] {
	const texts = new Map(selectProposals(snapshot).map(({ key, path, text }) => [key, `${path}: ${text}`]));
	return [...new Set(snapshot.groups?.values())].map(({ members }) => members.map((key) => texts.get(key) ?? 'gone').sort()).sort();
}

const SEND = 'Send the storage comparison to the finance team';
const SEND_AGAIN = 'Send the updated storage comparison to the finance team';
const BOOK = 'Book the January visit to the northern plant';

describe('the keeper of duplicates', () => {
	test('begins when the vault is read, and shows no groups before all are made', () => {
		const { store, slice, groups } = keep();
		store.update({ notes: [note('A.md', proposals(SEND, BOOK)), note('B.md', proposals(SEND_AGAIN))] });
		expect(slice()).toBe(false);
		store.update({ complete: true });
		let slices = 0;
		for (; store.snapshot.groups === null && slice(); slices++) expect(slices).toBeLessThan(100);
		expect(slices).toBeGreaterThan(1);
		expect(groups()).toEqual([[`A.md: ${SEND}`, `B.md: ${SEND_AGAIN}`]]);
	});

	test('says by which of the user’s words its groups were made, though nothing has come of them', () => {
		const { store, work } = keep();
		store.update({ notes: [note('A.md', proposals(SEND)), note('B.md', proposals(SEND_AGAIN))], complete: true });
		work();
		expect(areGroupsCurrent(store.snapshot)).toBe(true);
		const nobody = (text: string): MarkedTask => ({ text, owner: null });
		for (const other of [SEND_AGAIN, 'What no note says']) {
			store.update({ memory: { ...EMPTY_MEMORY, marks: [{ kind: 'apart', one: nobody(SEND), other: nobody(other) }] } });
			expect(areGroupsCurrent(store.snapshot)).toBe(false);
			work();
			expect(areGroupsCurrent(store.snapshot)).toBe(true);
		}
	});

	test('follows what the user says of duplicates, also after the people have changed', () => {
		const { store, work, groups, keeper } = keep();
		store.update({ notes: [note('A.md', proposals(`${SEND} @Ana`)), note('B.md', proposals(`${SEND_AGAIN} @Ana Ruiz`, BOOK))], complete: true });
		work();
		expect(groups()).toHaveLength(1);
		store.update({ memory: { ...EMPTY_MEMORY, marks: [{ kind: 'apart', one: { text: SEND, owner: 'Ana' }, other: { text: SEND_AGAIN, owner: 'Ana Ruiz' } }] } });
		work();
		expect(groups()).toEqual([]);
		store.update({ notes: [note('People/Ana Ruiz/README.md', 'Hello.', { type: 'people', aliases: ['Ana'] })] });
		work();
		expect(groups()).toEqual([]);
		store.update({ memory: { ...EMPTY_MEMORY, marks: [{ kind: 'together', one: { text: SEND, owner: 'Ana Ruiz' }, other: { text: BOOK, owner: null } }] } });
		work();
		expect(groups()).toEqual([[`A.md: ${SEND}`, `B.md: ${BOOK}`, `B.md: ${SEND_AGAIN}`]]);
		expect(keeper.neighboursOf('unknown')).toEqual([]);
	});

	test('groups what waits with what is decided, in notes or deleted', () => {
		const { store, work, groups } = keep();
		store.update({ notes: [note('A.md', proposals(SEND, BOOK)), note('B.md', `- [x] ${SEND_AGAIN} #task`)], complete: true });
		work();
		expect(groups()).toEqual([[`A.md: ${SEND}`, 'gone']]);
		store.update({ memory: { ...EMPTY_MEMORY, deleted: [{ text: BOOK, owner: null, day: '2026-11-22' }] } });
		work();
		expect(groups()).toEqual([[`A.md: ${BOOK}`, 'gone'], [`A.md: ${SEND}`, 'gone']]);
		store.update({ memory: EMPTY_MEMORY, removed: ['B.md'] });
		work();
		expect(groups()).toEqual([]);
	});

	test('names what may be the same, and never groups it', () => {
		const { store, work, groups, keeper } = keep();
		store.update({ notes: [note('A.md', proposals(`${SEND} @Ana`, `${SEND} @Ben`))], complete: true });
		work();
		const [one, other] = selectProposals(store.snapshot).map(({ key }) => key) as [string, string];
		expect(groups()).toEqual([]);
		expect(keeper.neighboursOf(one)).toMatchObject([{ kind: 'owner', one, other }]);
	});

	test('follows notes that change, come and go, and tells nobody where no group changes', () => {
		const { store, work, groups } = keep();
		store.update({ notes: [note('A.md', proposals(SEND, BOOK)), note('B.md', proposals(SEND_AGAIN))], complete: true });
		work();
		const former = store.snapshot.groups;
		store.update({ notes: [note('C.md', proposals(BOOK))], removed: ['B.md'] });
		work();
		expect(groups()).toEqual([[`A.md: ${BOOK}`, `C.md: ${BOOK}`]]);
		expect(store.snapshot.groups).not.toBe(former);
		const { groups: before } = store.snapshot;
		store.update({ notes: [note('D.md', 'Only words.')] });
		work();
		expect(store.snapshot.groups).toBe(before);
	});

	test('knows owners anew once it is known who they are: two names that turn out to be one person’s', () => {
		const { store, work, groups } = keep();
		store.update({ notes: [note('A.md', proposals(`${SEND}. @Ana Ruiz`)), note('B.md', proposals(`${SEND}. @Nan Quist`))], complete: true });
		work();
		expect(groups()).toEqual([]);
		const person = { type: 'people', aliases: ['Nan Quist'] };
		store.update({ notes: [note('People/Ana Ruiz/README.md', '', person)] });
		work();
		expect(groups()).toEqual([[`A.md: ${SEND}.`, `B.md: ${SEND}.`]]);
		store.update({ removed: ['People/Ana Ruiz/README.md'] });
		work();
		expect(groups()).toEqual([]);
	});

	test('does nothing more once it is stopped', () => {
		const { store, slice, stop } = keep();
		store.update({ notes: [note('A.md', proposals(SEND, SEND_AGAIN))], complete: true });
		stop();
		expect(slice()).toBe(false);
		store.update({ notes: [note('B.md', proposals(SEND))] });
		expect(slice()).toBe(false);
	});

	test('has, whatever happened in between, the groups that the vault has when it is read anew', () => {
		const sentence = fc.constantFrom(SEND, SEND_AGAIN, BOOK, `${BOOK} @Ana Ruiz`, `${BOOK} @Ben Okafor`);
		const step = fc.record({ path: fc.constantFrom('A.md', 'B.md', 'C.md', 'People/Ana Ruiz/README.md'), sentences: fc.array(sentence, { maxLength: 3 }), slices: fc.nat(3) });
		fc.assert(fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
			const { store, slice, work, groups } = keep();
			store.update({ complete: true });
			for (const { path, sentences, slices } of steps) {
				const fields = path.endsWith('README.md') ? { type: 'people', aliases: ['Ben Okafor'] } : null;
				store.update(sentences.length === 0 ? { removed: [path] } : { notes: [note(path, proposals(...sentences), fields)] });
				for (let at = 0; at < slices; at++) slice();
			}
			work();
			const anew = duplicatesOf(store.snapshot);
			anew.work();
			const expected = [...anew.groups()].filter(({ members }) => members.length > 1).map(({ members }) => [...members].sort()).sort();
			expect([...new Set(store.snapshot.groups?.values())].map(({ members }) => [...members].sort()).sort()).toEqual(expected);
			expect(groups().flat()).not.toContain('gone');
		}), { numRuns: 100 });
	});
});
