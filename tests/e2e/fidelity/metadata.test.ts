import type { Page } from 'playwright-core';
import { behaviour } from './behaviour';
import { testBehaviours } from './test-behaviours';

const CACHE = 'obsidian/metadata/metadata-cache.ts';
const BLOCKS = 'obsidian/metadata/metadata-blocks.ts';
const RECORDS = 'obsidian/metadata/metadata-records.ts';

/** A plugin that notes in `window.seen` what the metadata cache has and fires, from its `onload` on. */
const WITNESS = `
const { Plugin } = require('obsidian');
module.exports = class extends Plugin {
	onload() {
		const { metadataCache } = this.app;
		window.seen = ['onload: ' + (metadataCache.getCache('a.md') ? 'cached' : 'null')];
		for (const name of ['changed', 'resolve', 'deleted']) this.registerEvent(metadataCache.on(name, (file) => window.seen.push(name + ' ' + file.path)));
		this.registerEvent(metadataCache.on('resolved', () => window.seen.push('resolved')));
	}
};`;

/** What the witness has noted when nothing is left to do. */
async function seen(page: Page): Promise<string[]> {
	await settle(page);
	return page.evaluate(() => (window as unknown as { seen: string[] }).seen);
}

async function forget(page: Page): Promise<void> {
	await settle(page);
	await page.evaluate(() => { (window as unknown as { seen: string[] }).seen = []; });
}

function settle(page: Page): Promise<void> {
	return page.evaluate(() => window.sandbox.settle());
}

/** Opens the page once more, as when the app is started again. */
async function startAgain(page: Page): Promise<void> {
	await settle(page);
	await page.reload();
	await page.waitForFunction(() => 'sandbox' in window);
	await page.evaluate(() => window.sandbox.ready);
}

/** Each list item of `a.md` as `line:col-line:col parent`. */
async function items(page: Page): Promise<string[]> {
	await settle(page);
	return page.evaluate(() => (window.sandbox.app.metadataCache.getCache('a.md')?.listItems ?? []).map(({ position: { start, end }, parent }) => (
		`${start.line}:${start.col}-${end.line}:${end.col} ${parent}`
	)));
}

/** The metadata cache: row 2, and its half of row 1. */
testBehaviours([
	behaviour({
		row: 1,
		says: 'no metadata is there while plugins load, not even what an earlier start has cached',
		naive: [
			{ file: 'obsidian/app.ts', from: 'if (!late) await this.plugins.initialize();', to: '' },
			{ file: 'obsidian/app.ts', from: 'await this.metadataCache.restore();', to: 'await this.metadataCache.restore(); if (!late) await this.plugins.initialize();' },
		],
		files: { 'a.md': '# A' },
		plugin: WITNESS,
		observe: async (page) => {
			await startAgain(page);
			return (await seen(page))[0];
		},
		faithful: 'onload: null',
		naively: 'onload: cached',
	}),
	behaviour({
		row: 2,
		says: 'notes that are cached fire resolve at the start, and no changed',
		naive: [{ file: CACHE, from: 'if (known?.mtime === mtime && known.size === size && this.records.ofContent(known.hash)) {', to: 'if (known === null) {' }],
		files: { 'a.md': '# A', 'b.md': '# B' },
		plugin: WITNESS,
		observe: async (page) => {
			await startAgain(page);
			return (await seen(page)).slice(1).filter((entry) => !entry.startsWith('resolve ')).sort();
		},
		faithful: ['resolved'],
		naively: ['changed a.md', 'changed b.md', 'resolved'],
	}),
	behaviour({
		row: 2,
		says: 'a nested list item starts at its parent\'s content column, not at its marker',
		naive: [{ file: BLOCKS, from: 'start: nodePosition(node, source).start,', to: 'start: source.at(node.position.start.line - 1, source.line(node.position.start.line - 1).search(/\\S/)),' }],
		files: { 'a.md': 'text\n\n- a\n    - b\n\t- c' },
		observe: items,
		faithful: ['2:0-2:3 -2', '3:2-3:7 2', '4:1-4:4 2'],
		naively: ['2:0-2:3 -2', '3:4-3:7 2', '4:1-4:4 2'],
	}),
	behaviour({
		row: 2,
		says: 'the parent of a root item is the negative line of its list, which is -1 on the first line too',
		naive: [{ file: BLOCKS, from: '-Math.max(1, list.position.start.line - 1)', to: '-(list.position.start.line - 1)' }],
		files: { 'a.md': '- a\n- b\n\ntext\n\n- c' },
		observe: async (page) => (await items(page)).map((item) => Number(item.split(' ')[1]) + 0),
		faithful: [-1, -1, -5],
		naively: [0, 0, -5],
	}),
	behaviour({
		row: 2,
		says: 'a list item ends before the list that is nested in it',
		naive: [{ file: BLOCKS, from: 'return nodePosition(children[nested - 1] ?? item, source).end;', to: 'return nodePosition(item, source).end;' }],
		files: { 'a.md': '- a\n  more\n  - b' },
		observe: items,
		faithful: ['0:0-1:6 -1', '2:2-2:5 0'],
		naively: ['0:0-2:5 -1', '2:2-2:5 0'],
	}),
	behaviour({
		row: 2,
		says: 'a %% comment hides list items but not links and tags',
		naive: [{ file: 'obsidian/metadata/metadata-parser.ts', from: ` || type === 'comment'`, to: '' }],
		files: { 'a.md': '%%\n- [[x]] #t\n%%' },
		observe: async (page) => {
			await settle(page);
			return page.evaluate(() => Object.keys(window.sandbox.app.metadataCache.getCache('a.md') ?? {}).sort());
		},
		faithful: ['links', 'sections', 'tags'],
		naively: ['sections'],
	}),
	behaviour({
		row: 2,
		says: 'the cache is not fresh when the promise of process resolves',
		naive: [{ file: CACHE, from: 'this.announced = false;\n\t\tthis.vault.on(', to: 'const { vault } = this; const process = vault.process.bind(vault); vault.process = async (...args) => { const text = await process(...args); while (!this.idle) await this.pace.step(); return text; };\n\t\tthis.announced = false;\n\t\tthis.vault.on(' }],
		files: { 'a.md': '# Old' },
		plugin: WITNESS,
		observe: async (page) => {
			await forget(page);
			await page.evaluate(async () => {
				const { vault } = window.sandbox.app;
				const file = vault.getFileByPath('a.md');
				if (file) await vault.process(file, () => '# New');
				(window as unknown as { seen: string[] }).seen.push('promise');
			});
			return seen(page);
		},
		faithful: ['promise', 'changed a.md', 'resolve a.md', 'resolved'],
		naively: ['changed a.md', 'resolve a.md', 'resolved', 'promise'],
	}),
	behaviour({
		row: 2,
		says: 'notes are read and parsed one after another',
		naive: [{ file: CACHE, from: 'if (!file.deleted) await this.update(file);', to: 'if (!file.deleted) void this.update(file);' }],
		files: { 'a.md': 'a', 'b.md': 'b' },
		observe: async (page) => {
			await page.waitForFunction(() => ['a.md', 'b.md'].every((path) => window.sandbox.app.metadataCache.getCache(path)));
			return page.evaluate(async () => {
				const { vault, metadataCache } = window.sandbox.app;
				const log: string[] = [];
				const changed = new Promise<void>((resolve) => { metadataCache.on('changed', () => { if (log.push('changed') && log.length === 4) resolve(); }); });
				const written = Promise.all(vault.getMarkdownFiles().map((file) => vault.process(file, (text) => `${text} more`)));
				const readBinary = vault.readBinary.bind(vault);
				vault.readBinary = async (file) => {
					log.push('read');
					await written;
					return readBinary(file);
				};
				await changed;
				return log;
			});
		},
		faithful: ['read', 'changed', 'read', 'changed'],
		naively: ['read', 'read', 'changed', 'changed'],
	}),
	behaviour({
		row: 2,
		says: 'getFileCache answers null between the reading of a changed note and the end of its parse',
		naive: [
			{ file: CACHE, from: 'this.records.setState(file.path, { mtime, size, hash });', to: '' },
			{ file: CACHE, from: '\t\tthis.queueLinks(file);\n\t\tthis.trigger(\'changed\'', to: '\t\tthis.records.setState(file.path, { ...file.stat, hash });\n\t\tthis.queueLinks(file);\n\t\tthis.trigger(\'changed\'' },
		],
		files: { 'a.md': '# Old' },
		observe: async (page) => {
			await settle(page);
			return page.evaluate(async () => {
				const { vault, metadataCache } = window.sandbox.app;
				const file = vault.getFileByPath('a.md');
				if (!file) return null;
				const headings: (string | null)[] = [];
				await vault.modify(file, '# New');
				while (headings.at(-1) !== 'New') {
					const cache = metadataCache.getFileCache(file);
					const heading = cache?.headings?.[0]?.heading ?? null;
					if (headings.length === 0 || headings.at(-1) !== heading) headings.push(heading);
					await new Promise<void>((resolve) => {
						const { port1, port2 } = new MessageChannel();
						port1.onmessage = () => { resolve(); };
						port2.postMessage(null);
					});
				}
				return headings;
			});
		},
		faithful: ['Old', null, 'New'],
		naively: ['Old', 'New'],
	}),
	behaviour({
		row: 2,
		says: 'notes of the same text share one metadata object',
		naive: [{ file: RECORDS, from: 'return state ? this.metadata.get(state.hash) ?? null : null;', to: 'return state ? structuredClone(this.metadata.get(state.hash) ?? null) : null;' }],
		files: { 'a.md': '# Same', 'b.md': '# Same' },
		observe: async (page) => {
			await settle(page);
			return page.evaluate(() => window.sandbox.app.metadataCache.getCache('a.md') === window.sandbox.app.metadataCache.getCache('b.md'));
		},
		faithful: true,
		naively: false,
	}),
	behaviour({
		row: 2,
		says: 'metadata cannot be changed by a plugin',
		naive: [{ file: RECORDS, from: 'const frozen = deepFreeze(metadata);', to: 'const frozen = metadata;' }],
		files: { 'a.md': '# One' },
		observe: async (page) => {
			await settle(page);
			return page.evaluate(() => {
				try {
					window.sandbox.app.metadataCache.getCache('a.md')?.headings?.pop();
				} catch (error) {
					return (error as Error).name;
				}
				return 'changed';
			});
		},
		faithful: 'TypeError',
		naively: 'changed',
	}),
	behaviour({
		row: 2,
		says: 'a rename fires no changed, and the metadata moves along',
		naive: [{ file: CACHE, from: 'else if (state) this.records.setState(file.path, state);', to: 'else if (!file) this.records.setState(file.path, state);' }],
		files: { 'a.md': '# A' },
		plugin: WITNESS,
		observe: async (page) => {
			await forget(page);
			await page.evaluate(() => {
				const { vault } = window.sandbox.app;
				const file = vault.getFileByPath('a.md');
				return file ? vault.rename(file, 'z.md') : undefined;
			});
			const events = await seen(page);
			const cached = await page.evaluate(() => window.sandbox.app.metadataCache.getCache('z.md')?.headings?.length ?? 0);
			return { changed: events.filter((entry) => entry.startsWith('changed')), cached };
		},
		faithful: { changed: [], cached: 1 },
		naively: { changed: ['changed z.md'], cached: 1 },
	}),
	behaviour({
		row: 2,
		says: 'a write of the same text fires changed',
		naive: [{ file: CACHE, from: 'await this.publish(file, hash,', to: 'if (known?.hash !== hash) await this.publish(file, hash,' }],
		files: { 'a.md': '# A' },
		plugin: WITNESS,
		observe: async (page) => {
			await forget(page);
			await page.evaluate(() => {
				const { vault } = window.sandbox.app;
				const file = vault.getFileByPath('a.md');
				return file ? vault.modify(file, '# A', { mtime: file.stat.mtime + 5000 }) : undefined;
			});
			return (await seen(page)).filter((entry) => entry.startsWith('changed'));
		},
		faithful: ['changed a.md'],
		naively: [],
	}),
	behaviour({
		row: 2,
		says: 'resolved fires again after each batch of changes',
		naive: [{ file: CACHE, from: 'if (this.working || this.linking || this.announced) return;', to: 'if (this.working || this.linking || this.announced) return; if (!this.firstPass) { this.announced = true; return; }' }],
		files: { 'a.md': 'a', 'b.md': 'b' },
		plugin: WITNESS,
		observe: async (page) => {
			await forget(page);
			await page.evaluate(() => {
				const { vault } = window.sandbox.app;
				return Promise.all(vault.getMarkdownFiles().map((file) => vault.process(file, (text) => `${text}!`)));
			});
			const events = await seen(page);
			return { resolve: events.filter((entry) => entry.startsWith('resolve ')).length, resolved: events.at(-1) === 'resolved' };
		},
		faithful: { resolve: 2, resolved: true },
		naively: { resolve: 2, resolved: false },
	}),
	behaviour({
		row: 2,
		says: 'a new note has the links to its name resolved anew, without a changed for the notes that link',
		naive: [{ file: CACHE, from: 'this.enqueue(file);\n\t\tthis.requeueLinksTo(file.path);', to: 'this.enqueue(file);' }],
		files: { 'a.md': '[[New]]' },
		plugin: WITNESS,
		observe: async (page) => {
			await forget(page);
			await page.evaluate(() => window.sandbox.app.vault.create('New.md', ''));
			return (await seen(page)).filter((entry) => entry.endsWith(' a.md'));
		},
		faithful: ['resolve a.md'],
		naively: [],
	}),
]);
