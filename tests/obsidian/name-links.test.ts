import { findNameLinks, linkingEdits, notesWithOpenLinks } from '../../src/obsidian/name-links';
import { openIndexed, runnerOver, type IndexedVault } from './indexed-vault';

const ROOT = '---\ntype: people\n---\n';
const NOTE = `---
type: rob
person: "[[Ana Ruiz]]"
participants:
  - '[[Ben O''Hara]]'
  - Ana Ruiz
summary: "[[Ana Ruiz]] came"
---
Met [[Ana Ruiz]], [[ana ruiz|Ana]] and [[Ana Ruiz#Key Facts]]; ![[Ana Ruiz]] \`[[Ana Ruiz]]\`

| who | what |
| --- | --- |
| [[Ana Ruiz]] | [[Ana Ruiz\\|Ana]] |

> [!note]
> | [[Ana Ruiz]] | x |

> who | what
> --- | ---
> [[Ana Ruiz]] | x

## Asked of [[Ana Ruiz]]

By [[Ana Ruiz]]
---

- [?] Send the list. @[[Ana Ruiz]] #task #proposed
- [[Sam]], [[Sam Lee]] and [[Nobody Known]]

\`\`\`
[[Ana Ruiz]]
\`\`\`
`;
const FILES = {
	'People/Ana Ruiz/README.md': ROOT,
	'People/Ben O\'Hara/README.md': ROOT,
	'A/People/Sam Lee/README.md': ROOT,
	'B/People/Sam Lee/README.md': ROOT,
	'A.md': NOTE,
	'B.md': 'Nothing but [[Nobody Known]].\n',
};

let vault: IndexedVault;

beforeEach(async () => {
	vault = await openIndexed(FILES);
});

afterEach(() => {
	vault.close();
	expect(vault.errors).toEqual([]);
});

test('links with a person’s name lead to the person, as they read before, and nothing else changes', async () => {
	const runner = runnerOver(vault);
	const notes = await findNameLinks(vault.app, vault.store.snapshot, notesWithOpenLinks(vault.app));
	await runner.edit('Names linked', linkingEdits(notes, () => true));
	expect((await vault.read('A.md')).split('\n').filter((line, at) => line !== NOTE.split('\n')[at])).toEqual([
		'person: "[[People/Ana Ruiz/README|Ana Ruiz]]"',
		'  - \'[[People/Ben O\'\'Hara/README|Ben O\'\'Hara]]\'',
		'Met [[People/Ana Ruiz/README|Ana Ruiz]], [[People/Ana Ruiz/README|Ana]] and [[People/Ana Ruiz/README#Key Facts|Ana Ruiz > Key Facts]]; ![[Ana Ruiz]] `[[Ana Ruiz]]`',
		'| [[People/Ana Ruiz/README\\|Ana Ruiz]] | [[People/Ana Ruiz/README\\|Ana]] |',
		'> | [[People/Ana Ruiz/README\\|Ana Ruiz]] | x |',
		'- [?] Send the list. @[[People/Ana Ruiz/README|Ana Ruiz]] #task #proposed',
	]);
	await vault.settle();
	expect(await findNameLinks(vault.app, vault.store.snapshot, ['A.md'])).toMatchObject([{ links: [], unsure: ['Sam', 'Sam Lee'] }]);
	await runner.undo();
	expect(await vault.read('A.md')).toBe(NOTE);
});

test('names that are not certainly one person’s are left alone, and told of', async () => {
	const [note, ...others] = await findNameLinks(vault.app, vault.store.snapshot, notesWithOpenLinks(vault.app));
	expect(others).toEqual([]);
	expect(note?.unsure).toEqual(['Sam', 'Sam Lee']);
	expect(note?.links.some(({ name }) => name.startsWith('Sam') || name.startsWith('Nobody'))).toBe(false);
});

test('links in headings stay, which other links name by their text; so do those in what may be a row of a table', async () => {
	const [note] = await findNameLinks(vault.app, vault.store.snapshot, ['A.md']);
	const lines = NOTE.split('\n');
	const linked = note?.links.map(({ change }) => lines[change.line] ?? '') ?? [];
	expect(linked.filter((line) => /^(?:## Asked|By |> \[\[)/u.test(line))).toEqual([]);
});

test('only those links are changed that are wanted', async () => {
	const notes = await findNameLinks(vault.app, vault.store.snapshot, ['A.md']);
	expect(linkingEdits(notes, ({ name }) => name === 'Ben O\'Hara').map(({ after }) => after)).toEqual(['  - \'[[People/Ben O\'\'Hara/README|Ben O\'\'Hara]]\'']);
});

test('a mention stays one where links are to be written as Markdown', async () => {
	vault.host.vault.setConfig('useMarkdownLinks', true);
	const notes = await findNameLinks(vault.app, vault.store.snapshot, ['A.md']);
	const after = linkingEdits(notes, () => true).map((edit) => edit.after ?? '');
	expect(after.find((line) => line.includes('[?]'))).toContain('@[[People/Ana Ruiz/README|Ana Ruiz]]');
	expect(after.find((line) => line.startsWith('Met'))).toContain('[Ana](People/Ana%20Ruiz/README.md)');
	expect(after[0]).toBe('person: "[[People/Ana Ruiz/README|Ana Ruiz]]"');
});

test.each(['[[Ana Ruiz (musician)]]', '[[Projects/Ana Ruiz]]', '[[Companies/Ana Ruiz/README]]'])('%s is not certainly the person, and stays', async (written) => {
	await vault.writeOutside('B.md', `${written}\n`);
	await vault.settle();
	expect(await findNameLinks(vault.app, vault.store.snapshot, ['B.md'])).toMatchObject([{ links: [], unsure: [written.slice(2, -2)] }]);
});
