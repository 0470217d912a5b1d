import type { Browser, Locator, Page } from 'playwright-core';
import { openVaultPage, type VaultPage, type VaultPageOptions } from './vault-page';
import { startBrowser } from './sandbox-page';

/** Notes what each processor is called with, in `window.seen`. */
const PROBE = `
const { MarkdownRenderChild, MarkdownRenderer, Plugin } = require('obsidian');
window.seen = [];
class Child extends MarkdownRenderChild {
	onload() { window.seen.push('child loaded'); }
	onunload() { window.seen.push('child unloaded'); }
}
module.exports = class extends Plugin {
	onload() {
		window.readingProbe = this;
		window.obsidian = require('obsidian');
		this.registerMarkdownPostProcessor((el, ctx) => {
			const info = ctx.getSectionInfo(el);
			window.seen.push([el.className, el.isConnected, ctx.sourcePath, info && [info.lineStart, info.lineEnd, info.text.length]].join(' '));
			for (const mark of el.querySelectorAll('mark')) ctx.addChild(new Child(mark));
		});
		this.registerMarkdownCodeBlockProcessor('upper', async (source, el) => {
			await Promise.resolve();
			el.createDiv({ cls: 'upper', text: source.toUpperCase() });
		});
	}
	render(text, el) { return MarkdownRenderer.render(this.app, text, el, 'Plan.md', this); }
};`;

declare global {
	interface Window {
		/** What the probe noted. */
		seen: string[];
		readingProbe: { render(text: string, el: HTMLElement): Promise<void>; registerMarkdownPostProcessor(run: (el: HTMLElement, ctx: { frontmatter: unknown }) => unknown, order?: number): void; registerMarkdownCodeBlockProcessor(language: string, run: () => void): void };
		/** Set by a note that managed to run a script. */
		hacked?: boolean;
	}
}

let browser: Browser;
let sandbox: VaultPage;
let page: Page;

beforeAll(async () => {
	browser = await startBrowser();
});

afterAll(() => browser.close());

afterEach(() => sandbox.close());

async function open(text: string, vault: VaultPageOptions = {}): Promise<void> {
	sandbox = await openVaultPage(browser, { plugin: PROBE, ...vault, files: { 'Plan.md': text, ...vault.files } });
	page = sandbox.page;
	await page.evaluate(() => window.sandbox.openFile('Plan.md', { mode: 'reading' }));
	await page.locator('.markdown-reading-view .markdown-preview-pusher').waitFor({ state: 'attached' });
}

const seen = (): Promise<string[]> => page.evaluate(() => window.seen.splice(0));
const read = (file = 'Plan.md'): Promise<string> => page.evaluate(name => window.sandbox.read(name), file);
const write = (text: string, file = 'Plan.md'): Promise<void> => page.evaluate(([name, content]) => window.sandbox.write(name, content), [file, text] as const);
const settle = (): Promise<void> => page.evaluate(() => window.sandbox.settle());
/** The reading view; the hidden editor has the same texts. */
const reading = (selector: string): Locator => page.locator(`.markdown-reading-view ${selector}`);
const withText = (text: string): Locator => page.locator('.markdown-reading-view').getByText(text, { exact: true });
const block = (name: string): Locator => page.locator(`.markdown-preview-section > .el-${name}`);

describe('the DOM', () => {
	test('stands in the containers of the app, each block in a wrapper named after its element', async () => {
		await open('---\nstatus: open\n---\n# Head\n\ntext\n\n- a\n\n> [!note] B\n');
		await block('div').waitFor();
		expect(await page.evaluate(() => [...document.querySelectorAll('.markdown-reading-view > .markdown-preview-view.markdown-rendered > .markdown-preview-sizer.markdown-preview-section > *')].map(el => el.className))).toEqual([
			'markdown-preview-pusher', 'mod-header mod-ui', 'el-h1', 'el-p', 'el-ul', 'el-div',
		]);
		await page.locator('.mod-header > .inline-title', { hasText: 'Plan' }).waitFor();
		await page.locator('.mod-header > .metadata-container .metadata-property[data-property-key="status"]').waitFor();
	});

	test('of lists has bullets, marks that fold, and boxes', async () => {
		await open('- one\n\t- two\n- [ ] three\n');
		await block('ul').waitFor();
		expect(await page.evaluate(() => [...document.querySelectorAll('.el-ul li')].map(li => [...li.children].map(child => `${child.tagName} ${child.classList[0] ?? ''}`).join(', ')))).toEqual([
			'SPAN list-collapse-indicator, SPAN list-bullet, UL has-list-bullet', 'SPAN list-bullet', 'INPUT task-list-item-checkbox',
		]);
		await page.locator('.list-collapse-indicator').click();
		await page.locator('.markdown-reading-view li', { hasText: 'two' }).last().waitFor({ state: 'hidden' });
	});

	test('of a callout that folds opens and closes at a click on its title', async () => {
		await open('> [!tip]- Open me\n> inside [[Ana]]\n');
		const content = reading('.callout-content');
		await content.waitFor({ state: 'hidden' });
		await reading('.callout-title').click();
		await content.waitFor();
		expect(await reading('.callout').getAttribute('data-callout-fold')).toBe('-');
		await reading('.callout-title').click();
		await content.waitFor({ state: 'hidden' });
	});

	test('of a heading that is folded hides what is under it', async () => {
		await open('# A\n\nunder a\n\n## B\n\nunder b\n\n# C\n');
		await block('h1').first().hover();
		await page.locator('.el-h1 .heading-collapse-indicator').first().click();
		await withText('under b').waitFor({ state: 'hidden' });
		await withText('under a').waitFor({ state: 'hidden' });
		await page.locator('.markdown-reading-view h1', { hasText: 'C' }).waitFor();
	});

	test('of an embed shows the note, its part, or that it is missing', async () => {
		await open('![[Other]]\n\n![[Other#Part]]\n\n![[Other#^b1]]\n\n![[Other#Nowhere]]\n\n![[Missing]]\n', { files: { 'Other.md': '# Top\n\nfirst\n\n## Part\n\nsecond\n\n## Rest\n\nthird ^b1\n' } });
		const embeds = page.locator('.internal-embed.markdown-embed.inline-embed.is-loaded');
		await embeds.nth(3).locator('.markdown-embed-missing').waitFor();
		// Each is drawn on its own, in any order.
		for (const [at, last] of ['third', 'second', 'third'].entries()) await embeds.nth(at).getByText(last).waitFor();
		const texts = await embeds.locator('.markdown-embed-content > .markdown-preview-view > .markdown-preview-sizer').allInnerTexts();
		expect(texts.map(text => text.split(/\s+/).filter(word => word !== ''))).toEqual([['Top', 'first', 'Part', 'second', 'Rest', 'third'], ['Part', 'second'], ['third'], expect.arrayContaining(['Unable'])]);
		expect(await embeds.first().locator('> .markdown-embed-title').innerText()).toBe('Other');
		await page.locator('.internal-embed.mod-empty', { hasText: '"Missing" is not created yet' }).waitFor();
	});

	test('of an embedded picture comes from the vault, in its size', async () => {
		const dot = Uint8Array.from(atob('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7'), char => char.charCodeAt(0));
		await open('![[dot.gif|40x30]]\n', { files: { 'dot.gif': dot } });
		const image = page.locator('.internal-embed.media-embed.image-embed.is-loaded > img');
		await image.waitFor();
		expect(await image.evaluate((el: HTMLImageElement) => el.decode().then(() => [el.width, el.height, el.naturalWidth]))).toEqual([40, 30, 1]);
	});

	test('of code has a button that copies it', async () => {
		await open('```js\nlet a = 1;\n```\n');
		await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
		await page.locator('pre.language-js').hover();
		await page.locator('pre.language-js > .copy-code-button').click();
		await page.waitForFunction(async () => await navigator.clipboard.readText() === 'let a = 1;\n');
	});

	test('tells unresolved links from resolved ones', async () => {
		await open('[[Ana]] [[Nobody]]\n', { files: { 'Ana.md': '' } });
		expect(await reading('a.internal-link').evaluateAll(links => links.map(link => [link.getAttribute('data-href'), link.classList.contains('is-unresolved')]))).toEqual([['Ana', false], ['Nobody', true]]);
	});
});

describe('hostile text', () => {
	const HOSTILE = [
		'<script>window.hacked = true</script>', '<img src=x onerror="window.hacked = true">', '<svg onload="window.hacked = true"><script>window.hacked = true</script></svg>',
		'<svg><use href="data:image/svg+xml,<svg id=x onload=alert(1)>#x"></use></svg>', '<math><mtext><table><mglyph><style><img src=x onerror="window.hacked = true"></style></mglyph></table></mtext></math>',
		'<a href="java\tscript:window.hacked=true">click</a>', '[click](javascript:window.hacked=true)', '<a href="&#1;javascript:window.hacked=true">click</a>', '<iframe srcdoc="<script>parent.hacked = true</script>"></iframe>',
		'<details open ontoggle="window.hacked = true">x</details>', '<form action="javascript:window.hacked=true"><button formaction="javascript:window.hacked=true">click</button></form>',
		'<object data="data:text/html,<script>parent.hacked=true</script>"></object>', '<template><img src=x onerror="window.hacked = true"></template>', '<input autofocus onfocus="window.hacked = true">',
		'<svg><a xlink:href="javascript:window.hacked=true"><text y="20">click</text></a></svg>', '<base href="https://evil.example/">', '<meta http-equiv="refresh" content="0;url=https://evil.example/">', '<x onclick="window.hacked = true">click</x>',
	];

	test('runs nothing', async () => {
		await open(HOSTILE.join('\n\n'));
		await page.waitForFunction(() => window.seen.length > 0);
		for (const target of await page.locator('.markdown-preview-section').getByText('click', { exact: true }).all()) await target.click({ force: true });
		expect(await page.evaluate(() => window.hacked)).toBeUndefined();
		expect(await page.evaluate(() => {
			const inside = [...document.querySelectorAll('.markdown-preview-section *')];
			return inside.flatMap(el => [...el.attributes].filter(({ name, value }) => name.startsWith('on') || /script:/i.test(value.replace(/\s/g, ''))).map(({ name }) => `${el.tagName} ${name}`));
		})).toEqual([]);
		expect(await page.locator('.markdown-preview-section :is(script, style, iframe, object, form, base, meta, template)').count()).toBe(0);
		expect(sandbox.foreign).toEqual([]);
	});

	test('loads nothing from the network, and says what it did not load', async () => {
		await open([
			'![alt](https://example.org/a.png)', '<img src="//example.org/b.png" srcset="https://example.org/c.png 2x">', '<iframe src="https://example.org/d"></iframe>', '<video src="https://example.org/e.mp4" poster="https://example.org/f.png"></video>',
			'<div style="background: url(https://example.org/g.png); color: red">x</div>', '<audio><source src="https://example.org/h.mp3"></audio>', '<svg><rect fill="url(https://example.org/i.svg#x)"/></svg>', '<table background="https://example.org/j.png"><tr><td>x</td></tr></table>',
			'<picture><source srcset="https://example.org/k.png"><img src="\\\\\\\\example.org/l.png"></picture>', '<input type="image" src="https://example.org/m.png">',
		].join('\n\n'));
		await page.locator('.external-embed.is-remote', { hasText: 'https://example.org/d' }).waitFor();
		expect(await page.locator('img[data-remote-src="https://example.org/a.png"]').getAttribute('title')).toBe('alt: not loaded from the network');
		expect(await page.locator('div[style*="color: red"]').count()).toBe(1);
		await settle();
		expect(sandbox.foreign).toEqual([]);
		expect(sandbox.errors).toEqual([]);
	});

	test('a plugin cannot load from the network either', async () => {
		await open('text\n');
		const loaded = await page.evaluate(() => new Promise(resolve => {
			const img = document.body.createEl('img', { attr: { src: 'https://example.org/a.png' } });
			img.onerror = () => { resolve(false); };
			img.onload = () => { resolve(true); };
		}));
		expect(loaded).toBe(false);
		expect(await page.evaluate(() => fetch('https://example.org/').then(() => true, () => false))).toBe(false);
		expect(await page.evaluate(() => window.open('https://example.org/'))).toBeNull();
	});
});

describe('sections', () => {
	test('are processed when they come near, one by one, before they are in the document', async () => {
		const text = Array.from({ length: 300 }, (_, i) => `Paragraph ${i}\n`).join('\n');
		await open(text);
		await withText('Paragraph 0').waitFor();
		await page.evaluate(() => new Promise(resolve => { requestAnimationFrame(() => requestAnimationFrame(resolve)); }));
		const first = await seen();
		expect(first[0]).toBe(`el-p false Plan.md 0,0,${text.length}`);
		expect(first.length).toBeGreaterThan(10);
		expect(first.length).toBeLessThan(100);
		await page.locator('.markdown-preview-view').evaluate(el => { el.scrollTop = el.scrollHeight; });
		await withText('Paragraph 299').waitFor();
		expect(await seen()).toContain(`el-p false Plan.md 598,598,${text.length}`);
		expect(await withText('Paragraph 150').count()).toBe(0);
	});

	test('that did not change keep their elements, and know their new lines', async () => {
		await open('one\n\n- [ ] two\n\nthree\n');
		await block('p').last().waitFor();
		await seen();
		await reading('li').evaluate(el => { el.dataset['kept'] = 'yes'; });
		await write('new\n\none\n\n- [ ] two\n\nthree changed\n');
		await withText('three changed').waitFor();
		expect((await seen()).sort()).toEqual(['el-p false Plan.md 0,0,35', 'el-p false Plan.md 6,6,35']);
		expect(await reading('li').getAttribute('data-kept')).toBe('yes');
		await reading('li input').click();
		await settle();
		expect(await read()).toContain('\n- [x] two\n');
	});

	test('whose processor read the properties are processed again when those change', async () => {
		await open('---\na: 1\n---\n\ntext\n');
		await page.evaluate(() => { window.readingProbe.registerMarkdownPostProcessor((_el, ctx) => { window.seen.push(`a is ${String((ctx.frontmatter as { a: number }).a)}`); }); });
		await page.waitForFunction(() => window.seen.includes('a is 1'));
		await write('---\na: 2\n---\n\ntext\n');
		await page.waitForFunction(() => window.seen.includes('a is 2'));
	});

	test('tell where they are, but not in callouts, in embeds, or in what a plugin renders', async () => {
		await open('> [!note] A\n> - [ ] in\n\n![[Other]]\n', { files: { 'Other.md': 'other\n' } });
		await page.evaluate(() => { window.readingProbe.registerMarkdownPostProcessor((el, ctx) => { for (const li of el.querySelectorAll('li')) window.seen.push(`callout ${String((ctx as unknown as { getSectionInfo(el: Element): unknown }).getSectionInfo(li))}`); }, 5); });
		await page.evaluate(() => { window.seen.length = 0; return window.readingProbe.render('- [ ] plain\n', document.body.createDiv('mine')); });
		expect(await seen()).toContain('mine true Plan.md ');
		expect(await page.locator('.mine li').getAttribute('data-line')).toBeNull();
		await page.evaluate(() => { window.sandbox.app.workspace.getMostRecentLeaf()?.setEphemeralState({}); });
		await page.evaluate(() => { (window.sandbox.app.workspace.getMostRecentLeaf()?.view as unknown as { previewMode: { rerender(full: boolean): void } }).previewMode.rerender(true); });
		await page.waitForFunction(() => window.seen.some(one => one.includes('Other.md')));
		expect(await seen()).toEqual(expect.arrayContaining(['el-p false Other.md ', 'callout null', expect.stringMatching(/^el-div false Plan\.md 0,1,/)]));
	});

	test('unload a child when its element goes, by whose hand ever', async () => {
		await open('==one==\n\n==two==\n');
		await reading('mark').last().waitFor();
		expect((await seen()).filter(one => one.startsWith('child'))).toEqual(['child loaded', 'child loaded']);
		await reading('mark').first().evaluate(el => { el.remove(); });
		await page.waitForFunction(() => window.seen.includes('child unloaded'));
		await seen();
		await write('==one==\n\n==changed==\n');
		await page.waitForFunction(() => window.seen.includes('child unloaded'));
	});

	test('are made again when a processor comes, those with a lower order first, none waiting for another', async () => {
		await open('text\n');
		await withText('text').waitFor();
		await page.evaluate(() => {
			const note = (name: string) => async (): Promise<void> => {
				window.seen.push(`${name} starts`);
				await new Promise(resolve => { setTimeout(resolve, 10); });
				window.seen.push(`${name} ends`);
			};
			window.readingProbe.registerMarkdownPostProcessor(note('late'), 10);
			window.readingProbe.registerMarkdownPostProcessor(note('early'), -10);
			window.seen.length = 0;
		});
		await page.waitForFunction(() => window.seen.includes('late ends'));
		expect((await seen()).filter(one => /^(late|early)/.test(one)).slice(-4)).toEqual(['early starts', 'late starts', 'early ends', 'late ends']);
	});
});

describe('code blocks', () => {
	test('of a language that a plugin handles are in its hand, and are made again when they change', async () => {
		await open('```upper\nabc\n```\n\n```upper\ndef\n```\n');
		await page.locator('.block-language-upper > .upper', { hasText: 'DEF' }).waitFor();
		expect(await reading('pre').count()).toBe(0);
		await page.locator('.upper', { hasText: 'ABC' }).evaluate(el => { el.dataset['kept'] = 'yes'; });
		await write('```upper\nabc\n```\n\n```upper\nxyz\n```\n');
		await page.locator('.upper', { hasText: 'XYZ' }).waitFor();
		expect(await page.locator('.upper', { hasText: 'ABC' }).getAttribute('data-kept')).toBe('yes');
	});

	test('of one language have one handler', async () => {
		await open('text\n');
		expect(await page.evaluate(() => {
			try {
				window.readingProbe.registerMarkdownCodeBlockProcessor('upper', () => undefined);
				return 'registered';
			} catch (error) {
				return String(error);
			}
		})).toContain('upper is already registered');
	});

	test('are blocks again when the plugin is switched off', async () => {
		await open('```upper\nabc\n```\n');
		await reading('.upper').waitFor();
		await page.evaluate(() => window.sandbox.disablePlugin('probe'));
		await page.locator('pre.language-upper').waitFor();
	});
});

describe('a click on a checkbox', () => {
	test.each([[' ', 'x'], ['?', ' '], ['x', ' '], ['/', ' ']])('makes [%s] to [%s]', async (before, after) => {
		await open(`text\n\n- a\n\t- [${before}] task\n`);
		await reading('.task-list-item-checkbox').click();
		await settle();
		expect(await read()).toBe(`text\n\n- a\n\t- [${after}] task\n`);
		expect(await reading('.task-list-item').getAttribute('data-task')).toBe(after.trim());
	});

	test('in a callout changes the line in the callout', async () => {
		await open('text\n\n> [!todo] List\n> - [ ] a\n> - [?] b\n');
		await reading('.callout .task-list-item-checkbox').last().click();
		await settle();
		expect(await read()).toBe('text\n\n> [!todo] List\n> - [ ] a\n> - [ ] b\n');
	});

	test('in an embed changes the embedded note', async () => {
		await open('- [ ] mine\n\n![[Other#Part]]\n', { files: { 'Other.md': 'text\n\n# Part\n\n- [ ] theirs\r\n' } });
		await page.locator('.markdown-embed .task-list-item-checkbox').click();
		await page.locator('.markdown-embed .task-list-item[data-task="x"]').waitFor();
		await settle();
		expect(await read('Other.md')).toBe('text\n\n# Part\n\n- [x] theirs\r\n');
		expect(await read()).toBe('- [ ] mine\n\n![[Other#Part]]\n');
	});

	test('that a plugin prevented changes nothing', async () => {
		await open('- [ ] task\n');
		await reading('.task-list-item-checkbox').evaluate(el => { el.addEventListener('click', event => { event.preventDefault(); }); });
		await reading('.task-list-item-checkbox').click();
		await settle();
		expect(await read()).toBe('- [ ] task\n');
	});
});

describe('links', () => {
	const names = (): Promise<string[]> => page.evaluate(() => {
		const found: string[] = [];
		window.sandbox.app.workspace.iterateRootLeaves(leaf => { found.push(leaf.getDisplayText()); });
		return found;
	});

	test('open their note here, with Mod or the middle button in another tab', async () => {
		await open('[[Ana]]\n', { files: { 'Ana.md': 'Ana' } });
		await reading('a.internal-link').click({ modifiers: ['Control'] });
		await page.waitForFunction(() => window.sandbox.app.workspace.getActiveFile()?.path === 'Ana.md');
		await settle();
		expect(await names()).toEqual(['Plan', 'Ana']);
		await page.locator('.workspace-tab-header', { hasText: 'Plan' }).click();
		await reading('a.internal-link').click({ button: 'middle' });
		await page.waitForFunction(() => window.sandbox.app.workspace.getActiveFile()?.path === 'Ana.md');
		await settle();
		expect(await names()).toHaveLength(3);
		await page.locator('.workspace-tab-header', { hasText: 'Plan' }).click();
		await reading('a.internal-link').click();
		await page.waitForFunction(() => window.sandbox.app.workspace.getActiveFile()?.path === 'Ana.md');
		expect(await names()).toEqual(expect.not.arrayContaining(['Plan']));
	});

	test('to no note create it', async () => {
		await open('[[New one]]\n');
		await reading('a.internal-link').click();
		await page.waitForFunction(() => window.sandbox.app.vault.getFileByPath('New one.md') !== null);
	});

	test('that a plugin puts into a block are links too, and those in its own view are not', async () => {
		await open('text\n', { files: { 'Ana.md': 'Ana' } });
		await page.evaluate(() => {
			window.readingProbe.registerMarkdownPostProcessor(el => { if (el.className === 'el-p') el.createEl('a', { cls: 'internal-link mine', text: 'in the note', attr: { 'data-href': 'Ana' } }); });
			document.querySelector('.status-bar')?.createEl('a', { cls: 'internal-link', text: 'elsewhere', attr: { 'data-href': 'Ana' } });
		});
		await page.getByText('elsewhere').click();
		await settle();
		expect(await names()).toEqual(['Plan']);
		await withText('in the note').click();
		await page.waitForFunction(() => window.sandbox.app.workspace.getActiveFile()?.path === 'Ana.md');
	});

	test('in an embed start from the embedded note', async () => {
		await open('![[sub/Other]]\n', { files: { 'sub/Other.md': '[[./Near]]\n', 'sub/Near.md': 'near' } });
		await page.locator('.markdown-embed a.internal-link').click();
		await page.waitForFunction(() => window.sandbox.app.workspace.getActiveFile()?.path === 'sub/Near.md');
	});

	test('to the outside and tags stay in the sandbox', async () => {
		await open('[out](https://example.org) #tag <a href="https://example.org/raw">raw</a>\n');
		await withText('out').click();
		await page.locator('.notice', { hasText: 'does not open https://example.org' }).waitFor();
		await reading('a.tag').click();
		await withText('raw').click();
		await page.locator('.notice', { hasText: 'https://example.org/raw' }).waitFor();
		expect(page.context().pages()).toHaveLength(1);
		expect(sandbox.foreign).toEqual([]);
	});

	test('have a menu', async () => {
		await open('[[Ana]]\n', { files: { 'Ana.md': 'Ana' } });
		await reading('a.internal-link').click({ button: 'right' });
		await page.locator('.menu-item', { hasText: 'Open in new tab' }).click();
		await page.waitForFunction(() => window.sandbox.app.workspace.getActiveFile()?.path === 'Ana.md');
		expect(await names()).toHaveLength(2);
	});
});

test('a long note opens at a line, and says where it is scrolled', async () => {
	await open(Array.from({ length: 300 }, (_, i) => `Paragraph ${i}\n`).join('\n'));
	await page.evaluate(() => window.sandbox.openFile('Plan.md', { line: 400 }));
	await withText('Paragraph 200').waitFor();
	expect(await withText('Paragraph 200').evaluate(el => {
		const box = el.getBoundingClientRect();
		return box.top > 0 && box.bottom < innerHeight;
	})).toBe(true);
	const at = await page.evaluate(() => {
		const { currentMode } = window.sandbox.app.workspace.getMostRecentLeaf()?.view as unknown as { currentMode: { getScroll(): number; applyScroll(line: number): void } };
		currentMode.applyScroll(100);
		return currentMode.getScroll();
	});
	expect(Math.abs(at - 100)).toBeLessThanOrEqual(2);
});
