import { DEFAULT_SETTINGS } from '../../src/core/settings';
import { aliasEdit, makePersonNote, unmakeNote } from '../../src/obsidian/new-person-note';
import { openIndexed, type IndexedVault } from './indexed-vault';

let vault: IndexedVault;

beforeEach(async () => {
	vault = await openIndexed({
		'People/Ana Ruiz/README.md': '---\ntype: people\n---\n',
		'Templates/Person.md': '---\ntype: people\ntitle: {{title}}\n---\n# {{name}}\n',
		'People/Ben Okafor/2026-01-01 - Call.md': 'text',
	});
});

afterEach(() => {
	vault.close();
	expect(vault.errors).toEqual([]);
});

const make = (name: string, settings = {}): ReturnType<typeof makePersonNote> => makePersonNote(vault.app, { ...DEFAULT_SETTINGS, ...settings }, [], name);

test('a person’s note is made, and the person is known then', async () => {
	expect(await make('Cleo: Danes')).toMatchObject({ status: 'made', path: 'People/Cleo Danes/README.md' });
	await vault.settle();
	expect(vault.store.snapshot.notes.get('People/Cleo Danes/README.md')?.person?.name).toBe('Cleo Danes');
	expect(await vault.read('People/Cleo Danes/README.md')).toContain('# Cleo: Danes\n');
});

test('the user’s template is taken where there is one, and its lack is told', async () => {
	await make('Cleo Danes', { personTemplate: 'Templates/Person.md', personFolder: 'CRM' });
	expect(await vault.read('CRM/Cleo Danes/README.md')).toBe('---\ntype: people\ntitle: Cleo Danes\n---\n# Cleo Danes\n');
	expect(await make('Dev Patel', { personTemplate: 'Gone.md' })).toEqual({ status: 'failed', reason: 'The template is not there: Gone.md' });
});

test('no note is made over another, whatever the case of its letters', async () => {
	expect(await make('ana ruiz')).toEqual({ status: 'there', path: 'People/Ana Ruiz/README.md' });
	expect(await make('...')).toMatchObject({ status: 'failed' });
	expect(await vault.read('People/Ana Ruiz/README.md')).toBe('---\ntype: people\n---\n');
});

test('a note that was made is unmade with its folder, but not what else is there, nor what was written since', async () => {
	const [cleo, ben, dev] = [await make('Cleo Danes'), await make('Ben Okafor'), await make('Dev Patel')];
	await vault.settle();
	await vault.writeOutside('People/Dev Patel/README.md', 'changed');
	await vault.settle();
	const undone = [];
	for (const made of [cleo, ben, dev]) undone.push(made.status === 'made' && await unmakeNote(vault.app, made.path, made.text));
	expect(undone).toEqual([true, true, false]);
	await vault.settle();
	expect(vault.app.vault.getAllLoadedFiles().map(({ path }) => path).filter((path) => /Cleo|Ben|Dev/u.test(path)).sort()).toEqual(['People/Ben Okafor', 'People/Ben Okafor/2026-01-01 - Call.md', 'People/Dev Patel', 'People/Dev Patel/README.md']);
});

test('an alias is an edit of the note as it is on disk', async () => {
	const person = vault.store.snapshot.notes.get('People/Ana Ruiz/README.md')?.person;
	expect(person && await aliasEdit(vault.app, person, 'Ann R')).toMatchObject({ before: null, after: 'aliases: [Ann R]', line: 2 });
	expect(person && await aliasEdit(vault.app, { ...person, path: 'Gone.md' }, 'Ann R')).toBeNull();
});
