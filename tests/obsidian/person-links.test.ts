import { followPersonLinks } from '../../src/obsidian/person-links';
import { openIndexed } from './indexed-vault';

const FILES = {
	'People/Ana Ruiz/README.md': '---\ntype: people\n---\n',
	'People/Ben/README.md': '---\ntype: people\n---\n',
	'Ben.md': 'a note',
	'A.md': 'text',
};

test.each([
	['Ana Ruiz', 'People/Ana Ruiz/README.md'],
	['ana ruiz#Key Facts', 'People/Ana Ruiz/README.md#Key Facts'],
	['People/Ana Ruiz/README', 'People/Ana Ruiz/README'],
	['Ben', 'Ben'],
	['Cleo Unseen', 'Cleo Unseen'],
	['#Heading', '#Heading'],
])('a link to %s leads to %s', async (linktext, expected) => {
	const vault = await openIndexed(FILES);
	const followed: unknown[] = [];
	vault.app.workspace = { openLinkText: (...args: unknown[]) => Promise.resolve(void followed.push(args)) } as unknown as typeof vault.app.workspace;
	const stop = followPersonLinks(vault.app, vault.store);
	await vault.app.workspace.openLinkText(linktext, 'A.md', 'tab');
	expect(followed).toEqual([[expected, 'A.md', 'tab']]);
	stop();
	vault.close();
});

test('ends without undoing what somebody else has put over it', async () => {
	const vault = await openIndexed(FILES);
	const followed: unknown[] = [];
	const original = (linktext: string): Promise<void> => Promise.resolve(void followed.push(linktext));
	vault.app.workspace = { openLinkText: original } as unknown as typeof vault.app.workspace;
	const stop = followPersonLinks(vault.app, vault.store);
	// A plugin that is told of links, too.
	const told: string[] = [];
	const ours = vault.app.workspace.openLinkText.bind(vault.app.workspace);
	vault.app.workspace.openLinkText = (linktext, sourcePath) => {
		told.push(linktext);
		return ours(linktext, sourcePath);
	};
	stop();
	await vault.app.workspace.openLinkText('Ana Ruiz', 'A.md');
	expect([told, followed]).toEqual([['Ana Ruiz'], ['Ana Ruiz']]);
	followPersonLinks(vault.app, vault.store)();
	await vault.app.workspace.openLinkText('Ana Ruiz', 'A.md');
	expect([told.length, followed]).toEqual([2, ['Ana Ruiz', 'Ana Ruiz']]);
	vault.close();
});
