import type { Page } from 'playwright-core';
import { behaviour } from './behaviour';
import { testBehaviours } from './test-behaviours';

const LINKPATH = 'obsidian/metadata/linkpath.ts';

/** The path of the file that a link in a note means, when all notes are cached. */
function meaning(link: string, source: string): (page: Page) => Promise<string | null> {
	return async (page) => {
		await page.evaluate(() => window.sandbox.settle());
		return page.evaluate(([linkpath, from]) => window.sandbox.app.metadataCache.getFirstLinkpathDest(linkpath, from)?.path ?? null, [link, source] as const);
	};
}

/** The link resolver: row 3. */
testBehaviours([
	behaviour({
		row: 3,
		says: 'an alias never resolves a link',
		naive: [{
			file: 'obsidian/metadata/vault-links.ts',
			from: 'return this.resolver.resolve(linkpath, sourcePath, this.vault.getFileByPath(sourcePath));',
			to: 'return this.resolver.resolve(linkpath, sourcePath, this.vault.getFileByPath(sourcePath)) ?? this.vault.getMarkdownFiles().find((file) => window.app.metadataCache.getFileCache(file)?.frontmatter?.aliases?.includes(linkpath)) ?? null;',
		}],
		files: { 'Robert.md': '---\naliases: [Bob]\n---\n', 's.md': '[[Bob]]' },
		observe: meaning('Bob', 's.md'),
		faithful: null,
		naively: 'Robert.md',
	}),
	behaviour({
		row: 3,
		says: 'a link with folders means only a file whose path ends with it',
		naive: [{ file: LINKPATH, from: 'candidates.filter((file) => file.path.toLowerCase().endsWith(path))', to: 'candidates' }],
		files: { 'A/B/x.md': '', 's.md': '' },
		observe: meaning('C/x', 's.md'),
		faithful: null,
		naively: 'A/B/x.md',
	}),
	behaviour({
		row: 3,
		says: 'of several files those under the note\'s own folder come first, even if deeper',
		naive: [{ file: LINKPATH, from: '(isInside(file.path, folder) ? 0 : 1e6)', to: '0' }],
		files: { 'N/Deep/Down/x.md': '', 'A/x.md': '', 'N/s.md': '' },
		observe: meaning('x', 'N/s.md'),
		faithful: 'N/Deep/Down/x.md',
		naively: 'A/x.md',
	}),
	behaviour({
		row: 3,
		says: 'a relative link counts from the note\'s folder and is looked for nowhere else',
		naive: [{ file: LINKPATH, from: 'return exact(candidates, fromFolder(parentPath(source), path));', to: 'return exact(candidates, fromFolder(parentPath(source), path)) ?? only;' }],
		files: { 'A/x.md': '', 'N/s.md': '' },
		observe: meaning('./x', 'N/s.md'),
		faithful: null,
		naively: 'A/x.md',
	}),
	behaviour({
		row: 3,
		says: 'a link that begins with a slash is exact',
		naive: [{ file: LINKPATH, from: 'if (whole || path.startsWith(\'/\')) return whole;', to: 'if (whole) return whole;' }],
		files: { 'B/A/x.md': '', 's.md': '' },
		observe: meaning('/A/x', 's.md'),
		faithful: null,
		naively: 'B/A/x.md',
	}),
	behaviour({
		row: 3,
		says: 'names are compared whatever their case',
		naive: [{ file: LINKPATH, from: 'this.candidates(linkpath.normalize(\'NFC\').toLowerCase())', to: 'this.candidates(linkpath)' }],
		files: { 'People/Ana Ruiz.md': '', 's.md': '' },
		observe: meaning('ANA ruiz', 's.md'),
		faithful: 'People/Ana Ruiz.md',
		naively: null,
	}),
]);
