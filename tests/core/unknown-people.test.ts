import { readIndexedNote } from '../../src/core/indexed-note';
import { IndexStore } from '../../src/core/index-store';
import { DEFAULT_STATUSES } from '../../src/core/status';
import { selectUnknownNames } from '../../src/core/unknown-people';
import { toUnparsedNote } from '../../src/core/unparsed-note';

function unknownIn(notes: Record<string, { text?: string; frontmatter?: Record<string, unknown> }>): string[] {
	const store = new IndexStore((error) => { throw error; });
	const read = Object.entries(notes).map(([path, { text = '', frontmatter = {} }]) => readIndexedNote({ ...toUnparsedNote(path, text), frontmatter }, DEFAULT_STATUSES));
	store.update({ notes: [...read, readIndexedNote({ ...toUnparsedNote('People/Ana Ruiz/README.md', ''), frontmatter: { type: 'people' } }, DEFAULT_STATUSES)], complete: true });
	return selectUnknownNames(store.snapshot).map(({ name, count, paths, near }) => `${name} ${count} in ${paths.join(' ')}${near.map((person) => `, like ${person.name}`).join('')}`);
}

test('names of nobody known are counted, however they are written', () => {
	expect(unknownIn({
		'A.md': { frontmatter: { person: 'Ben Okafor', participants: ['Ben Okafor (lead)', 'Ana Ruiz', 'Myself', 'TBD'] }, text: '- [?] Ask @Ben Okafor. @ben okafor #task #proposed\n- [ ] Call @Cleo Danes. #task' },
		'B.md': { frontmatter: { participants: ['Anna Ruiz', 'Dev (unknown last name)'] } },
	})).toEqual(['Ben Okafor 4 in A.md', 'Anna Ruiz 1 in B.md, like Ana Ruiz', 'Cleo Danes 1 in A.md', 'Dev 1 in B.md']);
});

test('a number is nobody’s name', () => {
	expect(unknownIn({ 'A.md': { frontmatter: { person: 42, participants: ['12', 7] }, text: '- [?] Ask. @2025 #task #proposed' } })).toEqual([]);
});

test('links, teams and what is only probably somebody’s are no unknown names', () => {
	expect(unknownIn({ 'A.md': { frontmatter: { person: 'Storage Team' }, text: '- [?] Ask [[Project Blue]]. @Speaker 2 #task #proposed' } })).toEqual([]);
});
