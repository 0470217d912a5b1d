import { readIndexedNote } from '../../src/core/indexed-note';
import { DEFAULT_PEOPLE_RULES, holdsPeople, isNameField, type PeopleRules } from '../../src/core/people-rules';
import { DEFAULT_SETTINGS } from '../../src/core/settings';
import { DEFAULT_STATUSES } from '../../src/core/status';
import { toUnparsedNote } from '../../src/core/unparsed-note';

const rules = (more: Partial<PeopleRules>): PeopleRules => ({ ...DEFAULT_PEOPLE_RULES, ...more });

test.each([
	['People', ['People'], true],
	['Work/people', ['People'], true],
	['Work/People/Ana', ['People'], false],
	['CRM/Contacts', ['Contacts', 'People'], true],
	['CRM/Contacts', ['CRM/Contacts/'], true],
	['Old/CRM/Contacts', ['CRM/Contacts'], false],
	['Anything', [], true],
	['Anything', [' / '], true],
])('the folder %j holds people where %j do: %j', (folder, peopleFolders, expected) => {
	expect(holdsPeople(folder, rules({ peopleFolders }))).toBe(expected);
});

test('a field names people whatever its case', () => {
	expect([isNameField('Attendees', rules({ nameFields: [' attendees'] })), isNameField('person', rules({ nameFields: [] }))]).toEqual([true, false]);
});

test('a note is read by the rules that the user has set', () => {
	const read = (path: string, frontmatter: Record<string, unknown>, more: Partial<PeopleRules>): { person: string | null; names: readonly string[] } => {
		const { person, names } = readIndexedNote({ ...toUnparsedNote(path, ''), frontmatter }, DEFAULT_STATUSES, { ...DEFAULT_SETTINGS, ...more });
		return { person: person?.name ?? null, names };
	};
	expect(read('CRM/Ana Ruiz.md', { type: 'contact', attendees: ['Ben'] }, { peopleFolders: ['CRM'], personType: 'Contact', nameFields: ['attendees'] })).toEqual({ person: 'Ana Ruiz', names: ['Ben'] });
	expect(read('CRM/Ana Ruiz.md', { tags: ['type/contact'], person: 'Ben' }, { peopleFolders: [], personType: 'contact', nameFields: [] })).toEqual({ person: 'Ana Ruiz', names: [] });
	expect(read('People/Ana Ruiz.md', { type: 'people' }, { personType: 'contact' })).toEqual({ person: null, names: [] });
});
