import { resolveName, selectPeople } from '../../src/core/selectors';
import { personLink } from '../../src/obsidian/person-link';
import { openIndexed, type IndexedVault } from './indexed-vault';

const ROOT = '---\ntype: people\n---\n';

let vault: IndexedVault;

afterEach(() => {
	vault.close();
	expect(vault.errors).toEqual([]);
});

test.each<[Record<string, string>, string]>([
	[{ 'People/Ana/README.md': ROOT }, 'shortest'],
	[{ 'People/Cher.md': ROOT }, 'shortest'],
	[{ 'A/People/Sam Lee/README.md': ROOT, 'B/People/Sam Lee/README.md': ROOT }, 'relative'],
	[{ 'People/Ana Ruiz/README.md': ROOT, 'N/People/Ana Ruiz/README.md': ROOT }, 'absolute'],
])('a link means the person and nobody else, for the app and for Ratify, in a vault of %j with %s links', async (people, format) => {
	vault = await openIndexed({ ...people, 'N/A.md': '' });
	vault.host.vault.setConfig('newLinkFormat', format);
	const { snapshot } = vault.store;
	for (const person of selectPeople(snapshot).persons) {
		const link = personLink(vault.app, snapshot, person, 'N/A.md', { shown: person.name });
		expect(resolveName(snapshot, link ?? '', undefined)).toMatchObject({ kind: 'person', person });
		expect(resolveName(snapshot, link?.replace('|', '\\|') ?? '', undefined)).toMatchObject({ kind: 'person', person });
	}
});

test('there is none to a person whose path no link can hold', async () => {
	vault = await openIndexed({ 'People/C# Dev/README.md': ROOT, 'N/A.md': '' });
	const [person] = selectPeople(vault.store.snapshot).persons;
	expect(person && personLink(vault.app, vault.store.snapshot, person, 'N/A.md', { shown: 'C' })).toBeNull();
});
