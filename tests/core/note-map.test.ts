import fc from 'fast-check';
import { readIndexedNote, type IndexedNote } from '../../src/core/indexed-note';
import { NoteMap } from '../../src/core/note-map';
import { DEFAULT_STATUSES } from '../../src/core/status';
import { noteFrom } from './note-text';

function note(path: string, text = ''): IndexedNote {
	return readIndexedNote(noteFrom(path, text), DEFAULT_STATUSES);
}

const [A, B, OTHER_A] = [note('A.md'), note('B.md'), note('A.md', '- [?] a #task')];

describe('the notes of a vault', () => {
	test('are as they were wherever others are made from them', () => {
		const before = NoteMap.EMPTY.with([], [A, B]);
		const after = before.with(['B.md'], [OTHER_A]);
		expect([...before]).toEqual([['A.md', A], ['B.md', B]]);
		expect([...after]).toEqual([['A.md', OTHER_A]]);
		expect([before.size, after.size, after.has('B.md'), after.get('B.md')]).toEqual([2, 1, false, undefined]);
	});

	test('come back where they were removed and put in at once', () => {
		const map = NoteMap.EMPTY.with([], [A]).with(['A.md'], [OTHER_A]);
		expect([map.size, map.get('A.md')]).toEqual([1, OTHER_A]);
	});

	test('read, after however many changes, as a map of all of them does', () => {
		const pool = Array.from({ length: 600 }, (_, at) => note(`${at}.md`));
		const change = fc.record({ removed: fc.array(fc.nat(599), { maxLength: 20 }), put: fc.array(fc.nat(599), { maxLength: 60 }) });
		fc.assert(fc.property(fc.array(change, { maxLength: 40 }), (changes) => {
			const plain = new Map<string, IndexedNote>();
			let map = NoteMap.EMPTY;
			for (const { removed, put } of changes) {
				map = map.with(removed.map((at) => `${at}.md`), put.flatMap((at) => pool[at] ?? []));
				for (const at of removed) plain.delete(`${at}.md`);
				for (const at of put) plain.set(`${at}.md`, pool[at] as IndexedNote);
				expect(map.size).toBe(plain.size);
			}
			expect(new Map(map)).toEqual(plain);
			expect([...map.keys()].sort()).toEqual([...plain.keys()].sort());
			expect(new Set(map.values())).toEqual(new Set(plain.values()));
		}), { numRuns: 50 });
	});
});
