import type { IndexedNote } from '../../src/core/indexed-note';
import { selectPeople } from '../../src/core/selectors';
import { selectUnknownNames } from '../../src/core/unknown-people';
import { openIndexed, type IndexedVault } from './indexed-vault';

/** What generators were seen to write into frontmatter, and what people it names. */
const ODDITIES: readonly (readonly [what: string, frontmatter: string, names: readonly string[]])[] = [
	['an empty text', 'person: ""', []],
	['nothing', 'person:\nparticipants:', []],
	['a map that was meant as a template', 'person: { { NAME } }\nparticipants: [{ { NAME } }]', []],
	['a map with a value', 'person: { first: Ana, last: Ruiz }', []],
	['a template', 'person: "{{ person }}"\nparticipants: ["{{ a }}", "with {{ b }}"]', []],
	['empty links', 'person: [[]]\nparticipants: "[[]]"', []],
	['empty lists', 'person: []\nparticipants: [[], [[]]]', []],
	['the words for nothing', 'person: ~\nparticipants: ["null", "[]", "{}"]', []],
	['a comma string', 'participants: Ana Ruiz, Ben Okafor', ['Ana Ruiz', 'Ben Okafor']],
	['a list that is text', 'participants: \'["Ana Ruiz","Ben Okafor"]\'', ['Ana Ruiz', 'Ben Okafor']],
	['a flow list', 'participants: ["Ana Ruiz","Ben Okafor"]', ['Ana Ruiz', 'Ben Okafor']],
	['escapes that were never decoded', 'person: Jos\\u00e9 D\\u00edaz', ['José Díaz']],
	['a folded name', 'person: Ana\n  Ruiz', ['Ana Ruiz']],
	['links', 'person: "[[Ana Ruiz]]"\nparticipants: [[Ben Okafor]]', ['[[Ana Ruiz]]', 'Ben Okafor']],
	['remarks', 'participants: ["Ana Ruiz (lead, email: a@example.com)", "Ben (unknown last name)"]', ['Ana Ruiz (lead, email: a@example.com)', 'Ben (unknown last name)']],
	['two people in one entry', 'participants: ["Ana Ruiz, Ben Okafor"]', ['Ana Ruiz', 'Ben Okafor']],
	['a capitalised key', 'Person: Ana Ruiz', ['Ana Ruiz']],
	['a date and a list of maps', 'person: 2025-12-12\nparticipants: [{ name: Ana }, { name: Ben }]', ['2025-12-12']],
	['frontmatter that is no YAML', 'person: "Ana\nparticipants: [', []],
	['frontmatter that is a list', '- person: Ana Ruiz', []],
];
const DATES: readonly (readonly [written: string, day: string | null])[] = [
	['{ { DATE } }', null],
	['""', null],
	['"{{date}}"', null],
	['[]', null],
	['soon', null],
	['2025-13-45', null],
	['2025-12-12', '2025-12-12'],
	['"2025-12-12T10:00:00Z"', '2025-12-12'],
	['"[[2025-12-12]]"', '2025-12-12'],
];

let vault: IndexedVault;
let notes: ReadonlyMap<string, IndexedNote>;

beforeAll(async () => {
	vault = await openIndexed({
		...Object.fromEntries(ODDITIES.map(([, frontmatter], at) => [`${at}.md`, `---\ntype: rob\ncreated: { { DATE } }\n${frontmatter}\ntags:\n- person/\n---\n- [?] Ask ${at}. #task #proposed\n`])),
		...Object.fromEntries(DATES.map(([written], at) => [`People/Known ${at}/README.md`, `---\ntype: People\nlast_contact: ${written}\naliases: { { NAME } }\nemail: ""\ncompany: {}\nrole: "{{ role }}"\nphone:\n---\n`])),
	});
	({ notes } = vault.store.snapshot);
});

afterAll(() => vault.close());

test.each(ODDITIES.map(([what, , names], at) => [what, at, names] as const))('%s in frontmatter reads as what it names', (_, at, names) => {
	expect(notes.get(`${at}.md`)?.names).toEqual(names);
});

test.each(DATES.map(([written, day], at) => [written, at, day] as const))('the last contact %s is a day only where it is one', (_, at, day) => {
	const { person } = notes.get(`People/Known ${at}/README.md`) ?? {};
	expect(person).toMatchObject({ lastContact: day, aliases: [], email: null, company: null, role: null, phone: null });
});

test('every note is read, whatever its frontmatter, and nobody is made of what is no name', () => {
	expect(vault.errors).toEqual([]);
	expect(vault.listed()).toHaveLength(ODDITIES.length);
	expect(selectPeople(vault.store.snapshot).persons).toHaveLength(DATES.length);
	expect(selectUnknownNames(vault.store.snapshot).map(({ name }) => name)).toEqual(['Ana Ruiz', 'Ben Okafor', 'Ben', 'José Díaz']);
});
