import type { Person } from '../../src/core/person';
import { searchPeople } from '../../src/features/person-search';

const person = (name: string, more: Partial<Person> = {}): Person => ({ name, path: `People/${name}/README.md`, aliases: [], email: null, company: null, role: null, phone: null, lastContact: null, keyFacts: [], ...more });
const PEOPLE = [
	person('Ana Ruiz', { aliases: ['Annie R'], email: 'ruiz@example.com' }),
	person('Anders Holm'),
	person('Hanna Vance'),
	person('José Díaz'),
	person('Mary-Ann O\'Dea'),
];
const path = (name: string): string => `People/${name}/README.md`;

function found(letters: string, inNote: readonly string[] = [], recent: readonly string[] = []): string[] {
	return searchPeople(PEOPLE, letters, { inNote: new Set(inNote.map(path)), recent: new Set(recent.map(path)) }, 3).map(({ person: { name }, by }) => (by === null ? name : `${name} by ${by}`));
}

test.each([
	['an', ['Ana Ruiz', 'Anders Holm', 'Mary-Ann O\'Dea']],
	['AN RU', ['Ana Ruiz']],
	['jose d', ['José Díaz']],
	['annie', ['Ana Ruiz by Annie R']],
	['ruiz@ex', ['Ana Ruiz by ruiz@example.com']],
	['odea', ['Mary-Ann O\'Dea']],
	['nna', []],
	['xy', []],
])('%j finds %j', (letters, expected) => {
	expect(found(letters)).toEqual(expected);
});

test('those of the note come first, then those of late, as long as the letters fit as well', () => {
	expect(found('', ['José Díaz'], ['Hanna Vance'])).toEqual(['José Díaz', 'Hanna Vance', 'Ana Ruiz']);
	expect(found('an', ['Mary-Ann O\'Dea'], ['Anders Holm'])).toEqual(['Mary-Ann O\'Dea', 'Anders Holm', 'Ana Ruiz']);
	expect(found('an r', ['Mary-Ann O\'Dea'])[0]).toBe('Ana Ruiz');
});
