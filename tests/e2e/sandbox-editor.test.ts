import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { startServer, type RunningServer } from '../sandbox/server/server';
import { pageQuery, startBrowser } from './sandbox-page';

const ROOT = path.join(__dirname, '../..');

/** Counts what editors tell, renders `shout` blocks, and adds commands. */
const PLUGIN = `const { Plugin } = require('obsidian');
const { EditorView } = require('@codemirror/view');
module.exports = class extends Plugin {
	onload() {
		const log = window.editorLog = [];
		for (const name of ['editor-change', 'editor-selection-change', 'quick-preview']) this.registerEvent(this.app.workspace.on(name, () => { log.push(name); }));
		this.registerMarkdownCodeBlockProcessor('shout', (source, el) => { el.createDiv({ cls: 'shouted', text: source.toUpperCase() }); });
		window.extensions = [];
		this.registerEditorExtension(window.extensions);
		window.mark = cls => EditorView.editorAttributes.of({ class: cls });
		this.addCommand({ id: 'refuses', name: 'Refuses', hotkeys: [{ modifiers: ['Mod'], key: 'b' }], checkCallback: () => false });
		this.addCommand({ id: 'edits', name: 'Edits', hotkeys: [{ modifiers: ['Mod', 'Shift'], key: '9' }], editorCallback: editor => { log.push('edits ' + editor.getValue().length); } });
	}
};`;

const MANIFEST = { id: 'counter', name: 'Counter', version: '1.0.0', minAppVersion: '1.0.0', description: 'Counts.', author: 'The Ratify authors', isDesktopOnly: false };

const PIXEL = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

const NOTES: Record<string, string | Buffer> = {
	'Blocks.md': 'First\n\n> [!note] Mind\n> the [[Other]] step\n> - [ ] one\n> - [?] two\n\n| a | b |\n| - | - |\n| 1 | 2 |\n\n![[Other#Part]]\n\n![[dot.png]]\n\n```shout\nhello\n```\n\n***\n\nLast\n',
	'Other.md': '# Other\n\n- [ ] outside\n\n## Part\n\n- [ ] inside\n',
	'dot.png': PIXEL,
	'.obsidian/community-plugins.json': '["counter"]',
	'.obsidian/plugins/counter/manifest.json': JSON.stringify(MANIFEST),
	'.obsidian/plugins/counter/main.js': PLUGIN,
};

declare global {
	interface Window {
		editorLog: string[];
		extensions: unknown[];
		mark: (cls: string) => unknown;
	}
}

let browser: Browser;
let folder: string;
let server: RunningServer;
let page: Page;

beforeAll(async () => {
	browser = await startBrowser();
});

afterAll(() => browser.close());

beforeEach(async () => {
	folder = mkdtempSync(path.join(tmpdir(), 'editor-vault-'));
	for (const [name, text] of Object.entries(NOTES)) {
		mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
		writeFileSync(path.join(folder, name), text);
	}
	server = await startServer({ vaultDir: folder, write: false, port: 0, pluginDir: folder, hostDir: path.join(ROOT, 'build/host') });
	page = await browser.newPage({ viewport: { width: 1280, height: 1000 } });
	await page.goto(`${server.url}/?${pageQuery('')}`);
	await page.waitForFunction(() => 'sandbox' in window);
	await page.evaluate(() => window.sandbox.ready);
});

afterEach(async () => {
	await page.close();
	await server.close();
	rmSync(folder, { recursive: true });
});

const open = (name: string, mode: 'source' | 'live' | 'reading' = 'live'): Promise<void> => page.evaluate(([file, how]) => window.sandbox.openFile(file, { mode: how }), [name, mode] as const);
const text = (): Promise<string | undefined> => page.evaluate(() => window.sandbox.app.workspace.activeEditor?.editor?.getValue());
const line = async (number: number): Promise<string | undefined> => (await text())?.split('\n')[number];
const read = (name: string): Promise<string> => page.evaluate((file) => window.sandbox.read(file), name);
const settle = (): Promise<void> => page.evaluate(() => window.sandbox.settle());
const cursor = (): Promise<number | undefined> => page.evaluate(() => window.sandbox.app.workspace.activeEditor?.editor?.getCursor().line);
const setCursor = (number: number, ch = 0): Promise<void> => page.evaluate(([at, column]) => {
	const editor = window.sandbox.app.workspace.activeEditor?.editor;
	editor?.setCursor({ line: at, ch: column });
	editor?.focus();
}, [number, ch] as const);

describe('Live Preview', () => {
	test('draws a callout, a table, embeds, a rule and processed code', async () => {
		await open('Blocks.md');
		const content = page.locator('.cm-content');
		await content.locator('> .cm-embed-block.cm-callout .callout[data-callout="note"] .callout-title', { hasText: 'Mind' }).waitFor();
		await content.locator('> .cm-embed-block.cm-table-widget td', { hasText: '2' }).waitFor();
		await content.locator('> .internal-embed.markdown-embed.inline-embed.is-loaded li', { hasText: 'inside' }).waitFor();
		await content.locator('> .internal-embed.image-embed img').waitFor();
		await content.locator('> .cm-preview-code-block.cm-lang-shout > .block-language-shout > .shouted', { hasText: 'HELLO' }).waitFor();
		await content.locator('> .hr.cm-line > hr').waitFor();
		expect(await content.locator('li', { hasText: 'outside' }).count()).toBe(0);
	});

	test('shows nothing drawn in source mode', async () => {
		await open('Blocks.md', 'source');
		await page.locator('.cm-line', { hasText: '![[dot.png]]' }).waitFor();
		expect(await page.locator('.cm-content > .cm-embed-block, .cm-content > .internal-embed').count()).toBe(0);
	});

	test('a click in a callout shows its source, which is drawn again when the cursor leaves', async () => {
		await open('Blocks.md');
		await page.locator('.cm-callout .callout-content p').click({ position: { x: 5, y: 5 } });
		await page.locator('.cm-line.HyperMD-callout', { hasText: '[!note]' }).waitFor();
		await setCursor(0);
		await page.locator('.cm-callout .callout').waitFor();
	});

	test('a click in a table shows its source at the row', async () => {
		await open('Blocks.md');
		await page.locator('.cm-table-widget td', { hasText: '1' }).click();
		await page.locator('.cm-line.HyperMD-table-row', { hasText: '| 1 | 2 |' }).waitFor();
		expect(await cursor()).toBe(9);
	});

	test('an embed stays in sight below its source', async () => {
		await open('Blocks.md');
		await setCursor(11);
		await page.locator('.cm-line', { hasText: '![[Other#Part]]' }).waitFor();
		await page.locator('.cm-line:has-text("![[Other#Part]]") + .internal-embed li', { hasText: 'inside' }).waitFor();
	});

	test('only the button of processed code shows its source', async () => {
		await open('Blocks.md');
		await page.evaluate(() => window.sandbox.settle());
		await page.locator('.shouted').click();
		await page.evaluate(() => window.sandbox.settle());
		// It may have been drawn anew meanwhile, but its source was not shown.
		await page.locator('.shouted').waitFor();
		expect(await page.locator('.cm-line.HyperMD-codeblock').count()).toBe(0);
		await page.locator('.cm-preview-code-block').hover();
		await page.locator('.cm-preview-code-block .edit-block-button').click();
		await page.locator('.cm-line.HyperMD-codeblock', { hasText: 'hello' }).waitFor();
	});

	test('code is source again when its plugin goes', async () => {
		await open('Blocks.md');
		await page.locator('.shouted').waitFor();
		await page.evaluate(() => window.sandbox.disablePlugin('counter'));
		await page.locator('.cm-line.HyperMD-codeblock', { hasText: 'hello' }).waitFor();
		expect(await page.locator('.shouted').count()).toBe(0);
	});

	test('a plain click on a link in the text opens its note', async () => {
		await open('Blocks.md');
		await page.evaluate(() => { window.sandbox.app.workspace.activeEditor?.editor?.setValue('First\n\nSee [[Other]] now\n'); });
		await setCursor(0);
		await page.locator('.cm-content .cm-underline').click();
		await page.locator('.view-header-title', { hasText: 'Other' }).waitFor();
	});

	test('a link in what is drawn opens its note, once', async () => {
		await open('Blocks.md');
		await page.evaluate(() => {
			const { workspace } = window.sandbox.app;
			workspace.on('file-open', (file) => { window.editorLog.push(`open ${file?.path ?? 'nothing'}`); });
		});
		await page.locator('.cm-callout a.internal-link', { hasText: 'Other' }).click();
		await page.locator('.view-header-title', { hasText: 'Other' }).waitFor();
		await settle();
		expect((await page.evaluate(() => window.editorLog)).filter((one) => one.startsWith('open'))).toEqual(['open Other.md']);
	});

	test('nothing is shown or hidden while the mouse is held down', async () => {
		await open('Blocks.md');
		await page.evaluate(() => { window.sandbox.app.workspace.activeEditor?.editor?.setValue('First\n\nsome **bold** text\n'); });
		await setCursor(0);
		const row = page.locator('.cm-line').nth(2);
		await row.locator('.cm-strong').hover();
		await page.mouse.down();
		await page.waitForFunction(() => window.sandbox.app.workspace.activeEditor?.editor?.getCursor().line === 2);
		expect(await row.innerText()).toBe('some bold text');
		await page.mouse.up();
		await page.waitForFunction(() => document.querySelectorAll('.cm-line')[2]?.textContent === 'some **bold** text');
	});
});

describe('a checkbox', () => {
	test('in a callout changes its line through the editor, which saves it', async () => {
		await open('Blocks.md');
		await page.locator('.cm-callout li', { hasText: 'two' }).locator('input').click();
		expect(await line(5)).toBe('> - [ ] two');
		expect(await read('Blocks.md')).toContain('> - [?] two');
		expect((await page.evaluate(() => window.editorLog)).filter((one) => one !== 'editor-selection-change')).toEqual(['editor-change', 'quick-preview']);
		await settle();
		expect(await read('Blocks.md')).toContain('> - [ ] two');
	});

	test('in an embed changes the embedded note, in the part that shows', async () => {
		await open('Blocks.md');
		await page.locator('.markdown-embed li', { hasText: 'inside' }).locator('input').click();
		await page.locator('.markdown-embed li[data-task="x"]', { hasText: 'inside' }).waitFor();
		expect(await read('Other.md')).toBe('# Other\n\n- [ ] outside\n\n## Part\n\n- [x] inside\n');
	});

	test('that a plugin changes instead stays as the plugin set it', async () => {
		await open('Blocks.md');
		await page.evaluate(() => { window.sandbox.app.workspace.activeEditor?.editor?.setValue('First\n\n- [ ] one\n'); });
		await page.evaluate(() => {
			const cm = window.sandbox.app.workspace.activeEditor?.editor?.cm;
			cm?.dom.addEventListener('click', (event) => {
				const box = event.target as HTMLInputElement;
				event.preventDefault();
				const { from } = cm.state.doc.lineAt(cm.posAtDOM(box));
				cm.dispatch({ changes: { from: from + 3, to: from + 4, insert: '/' } });
				window.setTimeout(() => { box.checked = true; }, 1);
			}, true);
		});
		await page.locator('.task-list-label input').click();
		expect(await line(2)).toBe('- [/] one');
		expect(await page.locator('.task-list-label input').isChecked()).toBe(true);
	});
});

describe('suggestions', () => {
	async function type(words: string): Promise<void> {
		await open('Other.md', 'source');
		await page.locator('.cm-content').click();
		await page.keyboard.press('Control+End');
		await page.keyboard.type(words);
	}

	test('for links write the note, over brackets that are there', async () => {
		await type('see [[Bl');
		await page.locator('.suggestion-item.is-selected', { hasText: 'Blocks' }).waitFor();
		await page.keyboard.press('Enter');
		expect(await line(7)).toBe('see [[Blocks]]');
		await page.locator('.suggestion-container').waitFor({ state: 'detached' });
	});

	test('for links know the headings of a note', async () => {
		await type('[[Other#Pa');
		await page.locator('.suggestion-item', { hasText: 'Part' }).waitFor();
		await page.keyboard.press('Enter');
		expect(await line(7)).toBe('[[Other#Part]]');
	});

	test.each([
		['Escape', () => page.keyboard.press('Escape')],
		['leaving the editor', () => page.evaluate(() => { window.sandbox.app.workspace.activeEditor?.editor?.blur(); })],
		['scrolling', () => page.evaluate(() => { window.sandbox.app.workspace.activeEditor?.editor?.cm.scrollDOM.dispatchEvent(new Event('scroll')); })],
		['moving the cursor out', () => page.evaluate(() => { window.sandbox.app.workspace.activeEditor?.editor?.setCursor(0); })],
	])('close on %s', async (_how, close) => {
		await type('[[Bl');
		await page.locator('.suggestion-item').first().waitFor();
		await close();
		await page.locator('.suggestion-container').waitFor({ state: 'detached' });
	});

	test('do not open for what a program writes', async () => {
		await type('');
		await page.evaluate(() => { window.sandbox.app.workspace.activeEditor?.editor?.replaceSelection('[[Bl'); });
		await page.evaluate(() => new Promise((resolve) => { window.setTimeout(resolve, 120); }));
		expect(await page.locator('.suggestion-container').count()).toBe(0);
	});
});

describe('the editor', () => {
	test('tells of changes by programs, and of selections', async () => {
		await open('Other.md');
		await page.evaluate(() => {
			window.editorLog.length = 0;
			const editor = window.sandbox.app.workspace.activeEditor?.editor;
			editor?.replaceRange('x', { line: 1, ch: 0 });
			editor?.setCursor(2);
		});
		expect(await page.evaluate(() => window.editorLog)).toEqual(['editor-change', 'quick-preview', 'editor-selection-change']);
	});

	test('takes a transaction as one step to undo, its selection given in the new text', async () => {
		await open('Other.md', 'source');
		const seen = await page.evaluate(() => {
			const editor = window.sandbox.app.workspace.activeEditor?.editor;
			const before = editor?.getValue();
			editor?.transaction({ changes: [{ text: 'a\n', from: { line: 0, ch: 0 } }, { text: 'x', from: { line: 2, ch: 3 }, to: { line: 2, ch: 4 } }], selection: { from: { line: 3, ch: 5 } } });
			const after = [editor?.getLine(0), editor?.getLine(3), editor?.getCursor()];
			editor?.undo();
			return { after, undone: editor?.getValue() === before };
		});
		expect(seen).toEqual({ after: ['a', '- [x] outside', { line: 3, ch: 5 }], undone: true });
	});

	test('knows what a click would follow', async () => {
		await open('Other.md', 'source');
		const tokens = await page.evaluate(() => {
			const editor = window.sandbox.app.workspace.activeEditor?.editor;
			editor?.setValue('[[Blocks|b]] [x](https://example.org) #tag `[[no]]`');
			return [3, 14, 40, 47].map((ch) => editor?.getClickableTokenAt({ line: 0, ch }));
		});
		expect(tokens.map((token) => token && [token.type, token.text, token.start.ch])).toEqual([['internal-link', 'Blocks', 2], ['external-link', 'https://example.org', 14], ['tag', '#tag', 38], null]);
	});

	test('leaves a paste alone that a plugin has handled', async () => {
		await open('Other.md', 'source');
		await setCursor(0);
		const paste = (): Promise<void> => page.evaluate(() => {
			const data = new DataTransfer();
			data.setData('text/plain', 'pasted ');
			window.sandbox.app.workspace.activeEditor?.editor?.cm.contentDOM.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
		});
		await paste();
		expect(await line(0)).toBe('pasted # Other');
		await page.evaluate(() => { window.sandbox.app.workspace.on('editor-paste', (event) => { event.preventDefault(); }); });
		await paste();
		expect(await line(0)).toBe('pasted # Other');
	});

	test('takes extensions that a plugin adds to its list later, in every note that is open', async () => {
		await open('Other.md');
		await page.evaluate(async () => {
			const file = window.sandbox.app.vault.getFileByPath('Blocks.md');
			if (file !== null) await window.sandbox.app.workspace.getLeaf('split').openFile(file);
			window.extensions.push(window.mark('marked'));
			window.sandbox.app.workspace.updateOptions();
		});
		expect(await page.locator('.cm-editor.marked').count()).toBe(2);
	});

	test('loses what is written into it while reading mode shows', async () => {
		await open('Other.md', 'reading');
		await page.evaluate(() => { window.sandbox.app.workspace.activeEditor?.editor?.replaceRange('lost ', { line: 0, ch: 2 }); });
		await settle();
		expect(await read('Other.md')).toBe(NOTES['Other.md']);
		await page.keyboard.press('Control+e');
		await page.locator('.cm-content').waitFor();
		expect(await text()).toBe(NOTES['Other.md']);
	});
});

describe('hotkeys', () => {
	test('a command that cannot run leaves its key to the next one that has it', async () => {
		await open('Other.md', 'source');
		await setCursor(0, 3);
		await page.keyboard.press('Control+b');
		expect(await line(0)).toBe('# **Other**');
	});

	test('of the text: the checkbox, italics, a link', async () => {
		await open('Other.md', 'source');
		await setCursor(2, 8);
		await page.keyboard.press('Control+l');
		expect(await line(2)).toBe('- [x] outside');
		await page.keyboard.press('Control+i');
		expect(await line(2)).toBe('- [x] *outside*');
		await setCursor(1);
		await page.keyboard.press('Control+k');
		expect(await line(1)).toBe('[]()');
	});

	test('need an editor that shows, and know a key by what is printed on it', async () => {
		const pressed = async (): Promise<string[]> => {
			await page.keyboard.press('Control+Shift+Digit9');
			return (await page.evaluate(() => window.editorLog)).filter((one) => one.startsWith('edits'));
		};
		await open('Other.md', 'reading');
		expect(await pressed()).toEqual([]);
		await open('Other.md', 'source');
		expect(await pressed()).toEqual([`edits ${String(NOTES['Other.md']).length}`]);
	});
});
