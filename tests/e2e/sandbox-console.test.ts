import type { Browser } from 'playwright-core';
import { ProbePage, type ProbeOptions } from './probe-page';
import { startBrowser } from './sandbox-page';

let browser: Browser;
let probe: ProbePage;

const PLUGIN = `onload() {
	this.registerCliHandler('probe:add', 'Add a line', { text: { value: '<text>', description: 'What to add', required: true }, format: { value: '<json|text>', description: 'How to answer' }, loud: { description: 'In capitals' } }, params => {
		log.push(params);
		return params.format === 'json' ? JSON.stringify({ ok: true }) : 'added ' + params.text;
	});
	this.registerCliHandler('probe:fail', 'Fail', null, () => { throw new Error('nothing to add to'); });
	this.registerObsidianProtocolHandler('probe-add', params => { log.push(params); });
}`;

beforeAll(async () => {
	browser = await startBrowser();
});

afterAll(() => browser.close());

afterEach(() => probe.close());

async function start(options: ProbeOptions = {}): Promise<void> {
	probe = await ProbePage.open(browser, { plugin: PLUGIN, ...options });
}

const cli = (line: string): Promise<string> => probe.page.evaluate(text => window.sandbox.runCli(text), line);

const openUri = (uri: string): Promise<void> => probe.page.evaluate(text => window.sandbox.openUri(text), uri);

describe('the console', () => {
	async function type(line: string): Promise<void> {
		await probe.page.getByLabel('Command line').fill(line);
		await probe.page.keyboard.press('Enter');
	}

	test('opens from the palette, takes the keyboard, and shows what a command answers', async () => {
		await start();
		await probe.page.keyboard.press('Control+p');
		await probe.page.keyboard.type('sandbox open console');
		await probe.page.keyboard.press('Enter');
		await probe.page.waitForFunction(() => document.activeElement?.matches('.sandbox-console-input'));
		await probe.page.keyboard.type('obsidian probe:add text="two words"\n');
		await probe.page.locator('.sandbox-console-answer', { hasText: 'added two words' }).waitFor();
		expect(await probe.heard()).toEqual([{ text: 'two words' }]);
	});

	test('opens once from the ribbon, and recalls lines with the arrow keys', async () => {
		await start();
		await probe.page.getByLabel('Open console').click();
		await type('version');
		await type('vault');
		await probe.page.getByLabel('Open console').click();
		expect(await probe.page.locator('.sandbox-console').count()).toBe(1);
		const line = probe.page.getByLabel('Command line');
		await line.press('ArrowUp');
		await line.press('ArrowUp');
		expect(await line.inputValue()).toBe('version');
		await line.press('ArrowDown');
		expect(await line.inputValue()).toBe('vault');
	});

	test('marks what went wrong, and opens addresses', async () => {
		await start({ query: 'api=1.13.6' });
		await probe.page.getByLabel('Open console').click();
		await type('probe:add');
		await probe.page.locator('.sandbox-console-answer.mod-error', { hasText: 'Error: Missing required parameter: text' }).waitFor();
		await type('obsidian://probe-add?text=a%20b');
		expect(await probe.heardAtLeast(1)).toEqual([{ action: 'probe-add', text: 'a b' }]);
		await type('obsidian://nobody');
		await probe.page.locator('.mod-error', { hasText: 'Nothing handles obsidian://nobody' }).waitFor();
	});
});

describe('a command of a plugin', () => {
	test('is listed under the plugin\'s name and explained', async () => {
		await start();
		expect(await cli('help')).toMatch(/^probe:add +\[Probe\]: Add a line$/m);
		expect(await cli('help command=probe:add')).toContain('Usage: probe:add text=<text> [format=<json|text>] [loud]');
	});

	test('gets texts, and errors come back as text', async () => {
		await start();
		expect(await cli('probe:add text=a=b\\tc --json --color loud')).toBe('{"ok":true}');
		expect(await probe.heard()).toEqual([{ text: 'a=b\tc', format: 'json', loud: 'true' }]);
		expect(await cli('probe:fail')).toBe('Error: nothing to add to');
	});

	test('goes with the plugin, and its name can be taken once', async () => {
		await start();
		expect(await cli('eval code="(() => { try { app.plugins.plugins.probe.registerCliHandler(\'probe:add\', \'\', null, () => \'\'); } catch (error) { return error.message; } })()"')).toContain('already registered');
		await probe.page.evaluate(() => window.sandbox.disablePlugin('probe'));
		expect(await cli('probe:add text=x')).toBe('Error: Unknown command: probe:add');
		await probe.page.evaluate(() => window.sandbox.enablePlugin('probe'));
		expect(await cli('probe:add text=x')).toBe('added x');
	});
});

test('the app\'s own commands look at the vault and run commands', async () => {
	await start();
	expect(await cli('files')).toBe('People/Ana Ruiz.md\nPlan.md');
	expect(await cli('files folder=People')).toBe('People/Ana Ruiz.md');
	expect(await cli('read file="Ana Ruiz"')).toContain('role: lead');
	expect(await cli('read path=Nowhere.md')).toBe('Error: File not found: Nowhere.md');
	expect(await cli('commands filter=theme:')).toBe('theme:use-dark\ntheme:use-light');
	expect(await cli('command id=theme:use-dark')).toBe('Executed: theme:use-dark');
	expect(await cli('eval code=app.isDarkMode()')).toBe('true');
	expect(await cli('plugins enabled')).toBe('probe');
	expect(await cli('plugin:reload id=probe')).toBe('Reloaded: probe');
	expect(await cli('plugin:reload id=nobody')).toBe('Error: Plugin not found: nobody');
});

describe('an address from outside', () => {
	test('reaches the plugin decoded, without its vault, whatever it is named', async () => {
		await start({ query: 'api=1.13.6' });
		const vault = await cli('vault');
		await openUri(`obsidian://probe-add?vault=${encodeURIComponent(vault)}&text=%3Cb%3E%0A&__proto__=x&bare&path=..%2F..%2Fetc`);
		const entries = await probe.page.evaluate(() => (window as unknown as { probeLog: object[] }).probeLog.map(params => Object.entries(params)));
		expect(entries[0]).toEqual([['text', '<b>\n'], ['__proto__', 'x'], ['bare', 'true'], ['path', '../../etc'], ['action', 'probe-add']]);
	});

	test('asks first in 1.13.4, and nothing happens when the user says no', async () => {
		await start({ query: 'api=1.13.4' });
		const no = openUri('obsidian://probe-add?text=no');
		await probe.page.locator('.modal', { hasText: 'obsidian://probe-add?text=no' }).getByText('Cancel').click();
		await no;
		const closed = openUri('obsidian://probe-add?text=closed');
		await probe.page.locator('.modal').waitFor();
		await probe.page.keyboard.press('Escape');
		await closed;
		expect(await probe.heard()).toEqual([]);
		const yes = openUri('obsidian://probe-add?text=yes');
		await probe.page.locator('.modal').getByText('Open', { exact: true }).click();
		await yes;
		expect(await probe.heard()).toEqual([{ action: 'probe-add', text: 'yes' }]);
	});

	test('opens and creates notes', async () => {
		await start({ query: 'api=1.13.6' });
		await openUri('obsidian://open?file=Ana%20Ruiz');
		await probe.page.locator('.view-header-title', { hasText: 'Ana Ruiz' }).waitFor();
		await openUri('obsidian://new?file=Drafts%2FFirst&content=Hello');
		await openUri('obsidian://new?file=Drafts%2FFirst&content=again&append&silent');
		await probe.page.evaluate(() => window.sandbox.settle());
		expect(await probe.page.evaluate(() => window.sandbox.read('Drafts/First.md'))).toBe('Hello\nagain');
		await expect(openUri('obsidian://open?file=Nowhere')).rejects.toThrow('File not found: Nowhere');
		await expect(openUri('obsidian://new?file=..%2Fout')).rejects.toThrow('leads out of the vault');
	});
});
