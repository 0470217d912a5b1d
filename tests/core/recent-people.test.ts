import { readIndexedNote } from '../../src/core/indexed-note';
import { IndexStore } from '../../src/core/index-store';
import { selectNearPeople } from '../../src/core/recent-people';
import { DEFAULT_STATUSES } from '../../src/core/status';
import { toUnparsedNote } from '../../src/core/unparsed-note';

test('whom a note names, and whom the notes name that were changed last, are near at hand', () => {
	const store = new IndexStore((error) => { throw error; });
	const note = (path: string, frontmatter: Record<string, unknown>, mtime: number, text = ''): ReturnType<typeof readIndexedNote> => readIndexedNote({ ...toUnparsedNote(path, text), frontmatter, mtime }, DEFAULT_STATUSES);
	const names = ['Ana Ruiz', 'Ben Okafor', 'Cleo Danes', 'Dev Patel'];
	store.update({ notes: [
		...names.map((name) => note(`People/${name}/README.md`, { type: 'people' }, 0)),
		note('Old.md', { person: 'Cleo Danes' }, 1),
		...Array.from({ length: 60 }, (_, at) => note(`${at}.md`, { person: 'Ana Ruiz' }, 10 + at)),
		note('Latest.md', {}, 100, '- [?] Ask @Ben Okafor. #task #proposed'),
		note('Here.md', { participants: ['Dev Patel', 'Nobody Known'] }, 2),
	] });
	const { inNote, recent } = selectNearPeople(store.snapshot, 'Here.md');
	expect([[...inNote], [...recent].sort()]).toEqual([['People/Dev Patel/README.md'], ['People/Ana Ruiz/README.md', 'People/Ben Okafor/README.md']]);
	expect(selectNearPeople(store.snapshot, 'Gone.md').inNote.size).toBe(0);
});
