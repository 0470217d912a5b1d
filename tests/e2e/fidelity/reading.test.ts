import type { Page } from 'playwright-core';
import { behaviour } from './behaviour';
import { testBehaviours } from './test-behaviours';

/** A plugin that notes, in `window.seen`, each call of its processor and what it makes of `look`. */
function processor(look: string): string {
	return `const { MarkdownRenderChild, MarkdownRenderer, Plugin } = require('obsidian');
window.seen = [];
module.exports = class extends Plugin {
	onload() {
		window.readingProbe = this;
		this.registerMarkdownPostProcessor((el, ctx) => { ${look} });
	}
	render(text, el) { return MarkdownRenderer.render(this.app, text, el, 'Plan.md', this); }
};`;
}

const PLACE = "const info = ctx.getSectionInfo(el); window.seen.push(el.className + ' ' + (info && [info.lineStart, info.lineEnd, info.text]));";

async function open(page: Page): Promise<void> {
	await page.evaluate(() => window.sandbox.openFile('Plan.md', { mode: 'reading' }));
	await page.locator('.markdown-reading-view .markdown-preview-section > [class^="el-"]').first().waitFor();
}

const seen = (page: Page): Promise<string[]> => page.evaluate(() => window.seen);

/** Waits until the page has had the time to draw, so that what is not there by then is not coming. */
function drawn(page: Page): Promise<unknown> {
	return page.evaluate(() => new Promise(resolve => { requestAnimationFrame(() => requestAnimationFrame(() => { setTimeout(resolve, 50); })); }));
}

/** An attribute of the list items that reading mode shows. */
function items(page: Page, name: string): Promise<(string | null)[]> {
	return page.locator('.markdown-reading-view li').evaluateAll((found, attribute) => found.map(item => item.getAttribute(attribute)), name);
}

/** The DOM of reading mode, its sections, and what processors are told: row 7. */
testBehaviours([
	behaviour({
		row: 7,
		says: 'an open task has an empty data-task, not a space',
		naive: [{ file: 'obsidian/preview/markdown-tasks.ts', from: "checked ? status : ''", to: 'status' }],
		files: { 'Plan.md': '- [ ] open\n- [?] proposed\n- plain\n' },
		observe: async page => {
			await open(page);
			return items(page, 'data-task');
		},
		faithful: ['', '?', null],
		naively: [' ', '?', null],
	}),
	behaviour({
		row: 7,
		says: 'a task with any other character is checked',
		naive: [{ file: 'obsidian/preview/markdown-tasks.ts', from: "const checked = status !== ' ';", to: "const checked = status === 'x';" }],
		files: { 'Plan.md': '- [ ] open\n- [?] proposed\n- [x] done\n' },
		observe: async page => {
			await open(page);
			return page.locator('.markdown-reading-view li').evaluateAll(found => found.map(item => [item.classList.contains('is-checked'), item.querySelector('input')?.checked]));
		},
		faithful: [[false, false], [true, true], [true, true]],
		naively: [[false, false], [false, false], [true, true]],
	}),
	behaviour({
		row: 7,
		says: 'data-line counts from the first line of the block',
		naive: [{ file: 'obsidian/preview/markdown-tasks.ts', from: 'blockStart = token.map?.[0] ?? 0', to: 'blockStart = 0' }],
		files: { 'Plan.md': 'text\n\n- a\n\t- b\n\ntext\n\n- c\n' },
		observe: async page => {
			await open(page);
			return items(page, 'data-line');
		},
		faithful: ['0', '1', '0'],
		naively: ['2', '3', '7'],
	}),
	behaviour({
		row: 7,
		says: 'what a plugin renders outside a preview has no data-line',
		naive: [{ file: 'obsidian/preview/markdown-renderer.ts', from: 'renderBlocks(markdown, false)', to: 'renderBlocks(markdown, true)' }],
		plugin: processor(''),
		observe: page => page.evaluate(async () => {
			const el = createDiv();
			await window.readingProbe.render('- [ ] a\n', el);
			return el.querySelector('li')?.getAttribute('data-line');
		}),
		faithful: null,
		naively: '0',
	}),
	behaviour({
		row: 7,
		says: 'a processor sees each section by itself, those near what shows only',
		naive: [{ file: 'obsidian/preview/preview-renderer.ts', from: "rootMargin: '400px'", to: "rootMargin: '1000000px'" }],
		files: { 'Plan.md': Array.from({ length: 200 }, (_, i) => `Paragraph ${i}\n`).join('\n') },
		plugin: processor('window.seen.push(el.className);'),
		observe: async page => {
			await open(page);
			await drawn(page);
			const calls = await seen(page);
			return { each: calls.every(one => one === 'el-p'), all: calls.length === 200 };
		},
		faithful: { each: true, all: false },
		naively: { each: true, all: true },
	}),
	behaviour({
		row: 7,
		says: 'a section that did not change is not processed again',
		naive: [{ file: 'obsidian/preview/preview-renderer.ts', from: 'known.get(block.html)?.shift()', to: 'undefined as PreviewSection | undefined' }],
		files: { 'Plan.md': 'one\n\ntwo\n' },
		plugin: processor('window.seen.push(el.textContent);'),
		observe: async page => {
			await open(page);
			await page.waitForFunction(() => window.seen.length === 2);
			await page.evaluate(() => window.sandbox.write('Plan.md', 'zero\n\none\n\ntwo more\n'));
			await page.locator('.markdown-reading-view p', { hasText: 'two more' }).waitFor();
			await drawn(page);
			return (await seen(page)).slice(2).sort();
		},
		faithful: ['two more', 'zero'],
		naively: ['one', 'two more', 'zero'],
	}),
	behaviour({
		row: 7,
		says: 'a section is processed before it is in the document',
		naive: [{ file: 'obsidian/preview/preview-renderer.ts', from: '		section.fill();\n', to: '		section.fill();\n		section.attach();\n' }],
		files: { 'Plan.md': 'one\n' },
		plugin: processor('window.seen.push(String(el.isConnected));'),
		observe: async page => {
			await open(page);
			return seen(page);
		},
		faithful: ['false'],
		naively: ['true'],
	}),
	behaviour({
		row: 7,
		says: 'section info holds the whole text of the file and lines of the file',
		naive: [{ file: 'obsidian/preview/preview-renderer.ts', from: 'return { text: this.text,', to: 'return { text: section.el.textContent ?? "",' }],
		files: { 'Plan.md': '---\na: 1\n---\none\ntwo\n' },
		plugin: processor(PLACE),
		observe: async page => {
			await open(page);
			return seen(page);
		},
		faithful: ['el-p 3,4,---\na: 1\n---\none\ntwo\n'],
		naively: ['el-p 3,4,one\ntwo'],
	}),
	behaviour({
		row: 7,
		says: 'section info is null for what is inside a callout',
		naive: [{ file: 'obsidian/preview/preview-renderer.ts', from: "'.callout, .internal-embed'", to: "'.internal-embed'" }],
		files: { 'Plan.md': '> [!note] A\n> - [ ] in\n\n- [ ] out\n' },
		plugin: processor("for (const li of el.querySelectorAll('li')) window.seen.push(li.textContent + ' ' + (ctx.getSectionInfo(li) !== null));"),
		observe: async page => {
			await open(page);
			await page.waitForFunction(() => window.seen.length === 2);
			return seen(page);
		},
		faithful: ['in false', 'out true'],
		naively: ['in true', 'out true'],
	}),
	behaviour({
		row: 7,
		says: 'section info is null in an embed',
		naive: [{ file: 'obsidian/preview/markdown-embed.ts', from: 'tellsSections: false', to: 'tellsSections: true' }, { file: 'obsidian/preview/preview-renderer.ts', from: "'.callout, .internal-embed'", to: "'.callout'" }],
		files: { 'Plan.md': '![[Other]]\n', 'Other.md': 'other\n' },
		plugin: processor("if (ctx.sourcePath === 'Other.md') window.seen.push(String(ctx.getSectionInfo(el) !== null));"),
		observe: async page => {
			await open(page);
			await page.waitForFunction(() => window.seen.length > 0);
			return seen(page);
		},
		faithful: ['false'],
		naively: ['true'],
	}),
	behaviour({
		row: 7,
		says: 'a child of a section ends when its element leaves the document',
		naive: [{ file: 'obsidian/preview/render-children.ts', from: 'if (kept.attached && !attached) {', to: 'if (kept.attached && !attached && kept.owner === null) {' }],
		files: { 'Plan.md': 'one\n' },
		plugin: processor("const child = new MarkdownRenderChild(el.querySelector('p')); child.onunload = () => { window.seen.push('ended'); }; ctx.addChild(child);"),
		observe: async page => {
			await open(page);
			await page.locator('.markdown-reading-view p').evaluate(el => { el.remove(); });
			await drawn(page);
			return seen(page);
		},
		faithful: ['ended'],
		naively: [],
	}),
	behaviour({
		row: 7,
		says: 'processors do not wait for one another',
		naive: [{ file: 'obsidian/preview/post-processors.ts', from: 'await Promise.all([...processors].map(processor => runOne(processor, el, ctx)));', to: 'for (const processor of [...processors]) await runOne(processor, el, ctx);' }],
		plugin: processor("window.seen.push('one starts'); return new Promise(resolve => setTimeout(() => { window.seen.push('one ends'); resolve(); }, 20));").replace('onload() {', "onload() { this.registerMarkdownPostProcessor(() => { window.seen.push('two'); }, 1);"),
		observe: page => page.evaluate(async () => {
			await window.readingProbe.render('text', createDiv());
			return window.seen;
		}),
		faithful: ['one starts', 'two', 'one ends'],
		naively: ['one starts', 'one ends', 'two'],
	}),
]);
