import { readIndexedNote, type IndexedNote } from '../../src/core/indexed-note';
import { IndexStore } from '../../src/core/index-store';
import { DEFAULT_SETTINGS } from '../../src/core/settings';
import { DEFAULT_STATUSES } from '../../src/core/status';
import { noteFrom } from './note-text';

function note(path: string, text: string, frontmatter: Record<string, unknown> | null = null): IndexedNote {
	return readIndexedNote(noteFrom(path, text, frontmatter), DEFAULT_STATUSES);
}

function failLoudly(error: unknown): never {
	throw error;
}

describe('the index store', () => {
	test('keeps the same snapshot and calls nobody where nothing has changed', () => {
		const store = new IndexStore(failLoudly);
		store.update({ notes: [note('A.md', '- [?] a #task')] });
		const { snapshot } = store;
		const listener = jest.fn();
		store.subscribe(listener);
		store.update({ notes: [note('A.md', '- [?] a #task')], removed: ['Gone.md'], settings: DEFAULT_SETTINGS });
		expect(store.snapshot).toBe(snapshot);
		expect(listener).not.toHaveBeenCalled();
	});

	test('counts its revisions and leaves former snapshots as they were', () => {
		const store = new IndexStore(failLoudly);
		const { snapshot } = store;
		store.update({ notes: [note('A.md', '- [?] a #task')] });
		expect(store.snapshot.revision).toBe(snapshot.revision + 1);
		expect(snapshot.notes.size).toBe(0);
	});

	test('shares what a changed note has in common with its former self', () => {
		const store = new IndexStore(failLoudly);
		store.update({ notes: [note('A.md', '- [?] a #task\n- [?] b #task', { person: 'Ana Ruiz' }), note('B.md', '')] });
		const before = store.snapshot.notes;
		store.update({ notes: [note('A.md', '- [?] a #task\n- [?] changed #task', { person: 'Ana Ruiz' })] });
		const after = store.snapshot.notes;
		expect(after.get('B.md')).toBe(before.get('B.md'));
		expect(after.get('A.md')).not.toBe(before.get('A.md'));
		expect(after.get('A.md')?.names).toBe(before.get('A.md')?.names);
		expect(after.get('A.md')?.proposals[0]).toBe(before.get('A.md')?.proposals[0]);
		expect(after.get('A.md')?.proposals[1]).not.toBe(before.get('A.md')?.proposals[1]);
	});

	test('says that people have changed only when a name, a root, a source or a path has', () => {
		const store = new IndexStore(failLoudly);
		store.update({ notes: [note('A.md', '- [?] a #task', { person: 'Ana Ruiz' })] });
		const { peopleVersion } = store.snapshot;
		store.update({ notes: [note('A.md', '- [?] b #task', { person: 'Ana Ruiz' })] });
		expect(store.snapshot.peopleVersion).toBe(peopleVersion);
		store.update({ notes: [note('A.md', '- [?] b @Ana #task', { person: 'Ana Ruiz' })] });
		const withOwner = store.snapshot.peopleVersion;
		expect(withOwner).not.toBe(peopleVersion);
		store.update({ notes: [note('A.md', '- [?] b @Ana #task', { person: 'Ben Okafor' })] });
		expect(store.snapshot.peopleVersion).not.toBe(withOwner);
	});

	test('moves a note in one step', () => {
		const store = new IndexStore(failLoudly);
		store.update({ notes: [note('Old.md', '- [?] a #task')] });
		const sizes: number[] = [];
		store.subscribe((snapshot) => sizes.push(snapshot.notes.size));
		store.update({ removed: ['Old.md'], notes: [note('New.md', '- [?] a #task')] });
		expect(sizes).toEqual([1]);
		expect([...store.snapshot.notes.keys()]).toEqual(['New.md']);
	});

	test('tells its listeners which notes are new, otherwise or gone', () => {
		const store = new IndexStore(failLoudly);
		store.update({ notes: [note('A.md', '- [?] a #task'), note('B.md', '- [?] b #task')] });
		const told: (readonly string[])[] = [];
		store.subscribe((_, changed) => told.push(changed));
		store.update({ notes: [note('A.md', '- [?] a #task'), note('C.md', '')], removed: ['B.md', 'Never.md'] });
		store.update({ complete: true });
		expect(told.map((paths) => [...paths].sort())).toEqual([['B.md', 'C.md'], []]);
	});

	test('tells the other listeners when one throws, and reports what was thrown', () => {
		const errors: unknown[] = [];
		const store = new IndexStore((error) => errors.push(error));
		const listener = jest.fn();
		store.subscribe(() => {
			throw new Error('broken view');
		});
		store.subscribe(listener);
		store.update({ complete: true });
		expect(listener).toHaveBeenCalledTimes(1);
		expect(errors).toEqual([new Error('broken view')]);
	});

	test('no longer calls a listener that has left', () => {
		const store = new IndexStore(failLoudly);
		const listener = jest.fn();
		store.subscribe(listener)();
		store.update({ complete: true });
		expect(listener).not.toHaveBeenCalled();
	});
});
