import type { Page } from 'playwright-core';
import { behaviour } from './behaviour';
import { testBehaviours } from './test-behaviours';

/** The text of `a.md` after a plugin has added a property. */
async function withProperty(page: Page): Promise<string> {
	await page.evaluate(() => {
		const { vault, fileManager } = window.sandbox.app;
		const file = vault.getFileByPath('a.md');
		return file ? fileManager.processFrontMatter(file, (values: Record<string, unknown>) => { values['added'] = 1; }) : undefined;
	});
	return page.evaluate(() => window.sandbox.read('a.md'));
}

/** Properties that are written anew as a whole: row 5. */
testBehaviours([
	behaviour({
		row: 5,
		says: 'processFrontMatter drops comments',
		naive: [{
			file: 'obsidian/vault/file-manager.ts',
			from: 'return printFrontmatter(values) + text.slice(info.contentStart);',
			to: 'return text.slice(0, info.to) + stringifyYaml({ added: values.added }) + \'---\\n\' + text.slice(info.contentStart);',
		}],
		files: { 'a.md': '---\n# of the team\na: 1 # one\n---\ntext' },
		observe: withProperty,
		faithful: '---\na: 1\nadded: 1\n---\ntext',
		naively: '---\n# of the team\na: 1 # one\nadded: 1\n---\ntext',
	}),
	behaviour({
		row: 5,
		says: 'processFrontMatter changes quotes',
		naive: [{ file: 'obsidian/metadata/frontmatter.ts', from: '{ lineWidth: 0, nullStr: \'\' }', to: '{ lineWidth: 0, nullStr: \'\', defaultStringType: \'QUOTE_SINGLE\', defaultKeyType: \'PLAIN\' }' }],
		files: { 'a.md': '---\na: \'plain\'\nb: \'[[x]]\'\n---\n' },
		observe: withProperty,
		faithful: '---\na: plain\nb: "[[x]]"\nadded: 1\n---\n',
		naively: '---\na: \'plain\'\nb: \'[[x]]\'\nadded: 1\n---\n',
	}),
	behaviour({
		row: 5,
		says: 'processFrontMatter turns lists on one line into lists of lines',
		naive: [{ file: 'obsidian/metadata/frontmatter.ts', from: '{ lineWidth: 0, nullStr: \'\' }', to: '{ lineWidth: 0, nullStr: \'\', collectionStyle: \'flow\', flowCollectionPadding: false }' }],
		files: { 'a.md': '---\ntags: [x, y]\n---\n' },
		observe: withProperty,
		faithful: '---\ntags:\n  - x\n  - y\nadded: 1\n---\n',
		naively: '---\n{tags: [x, y], added: 1}\n---\n',
	}),
]);
