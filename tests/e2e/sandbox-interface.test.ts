import type { Browser } from 'playwright-core';
import { ProbePage, type ProbeOptions } from './probe-page';
import { startBrowser } from './sandbox-page';

let browser: Browser;
let probe: ProbePage;

beforeAll(async () => {
	browser = await startBrowser();
});

afterAll(() => browser.close());

afterEach(() => probe.close());

/** A plugin whose command `run` does this. */
async function startWith(run: string, options: ProbeOptions = {}): Promise<void> {
	probe = await ProbePage.open(browser, { ...options, plugin: `onload() { this.addCommand({ id: 'run', name: 'Run', callback: () => { ${run} } }); }` });
	await probe.run('run');
}

const MENU = `const menu = new api.Menu();
	menu.addItem(item => item.setTitle('Plain').onClick(() => log.push('plain')));
	menu.addItem(item => {
		item.setTitle('More').setIcon('list');
		const sub = item.setSubmenu();
		sub.addItem(one => one.setTitle('First').onClick(() => log.push('first')));
		sub.addItem(one => one.setTitle('Second').onClick(() => log.push('second')));
	});
	menu.addItem(item => item.setTitle('Off').setDisabled(true).onClick(() => log.push('off')));
	menu.onHide(() => log.push('hidden'));`;

describe('a menu', () => {
	test('opens a submenu with the arrow keys, comes back, and chooses in it', async () => {
		await startWith(`${MENU} menu.showAtPosition({ x: 200, y: 200 });`);
		for (const key of ['ArrowDown', 'ArrowDown', 'ArrowRight', 'ArrowLeft']) await probe.page.keyboard.press(key);
		expect(await probe.page.locator('.menu').count()).toBe(1);
		for (const key of ['ArrowRight', 'ArrowDown', 'Enter']) await probe.page.keyboard.press(key);
		expect(await probe.heard()).toEqual(['hidden', 'second']);
		expect(await probe.page.locator('.menu').count()).toBe(0);
	});

	test('opens a submenu under the mouse, and closes it over another entry', async () => {
		await startWith(`${MENU} menu.showAtPosition({ x: 200, y: 200 });`);
		await probe.page.locator('.menu-item', { hasText: 'More' }).hover();
		await probe.page.locator('.menu-item', { hasText: 'First' }).waitFor();
		await probe.page.locator('.menu-item', { hasText: 'Plain' }).hover();
		await probe.page.locator('.menu-item', { hasText: 'First' }).waitFor({ state: 'detached' });
	});

	test('stays inside the window, and opens a submenu to the left where there is no room', async () => {
		await startWith(`${MENU} menu.showAtPosition({ x: 1270, y: 790 });`);
		await probe.page.locator('.menu-item', { hasText: 'More' }).hover();
		await probe.page.locator('.menu-item', { hasText: 'First' }).waitFor();
		const boxes = await probe.page.evaluate(() => Array.from(document.querySelectorAll('.menu'), menu => menu.getBoundingClientRect().toJSON() as DOMRect));
		for (const { left, right, bottom } of boxes) expect([left >= 0, right <= 1280, bottom <= 800]).toEqual([true, true, true]);
		expect(boxes[1]?.right).toBeLessThan((boxes[0]?.left ?? 0) + 10);
	});

	test('keeps sections together, in the app\'s order and with lines between, and shows what is checked and dangerous', async () => {
		await startWith(`const menu = new api.Menu();
			for (const [title, section] of [['Delete', 'danger'], ['Mine', 'probe'], ['Open', 'open'], ['Info', 'info'], ['Split', 'open']]) menu.addItem(item => item.setTitle(title).setSection(section).setChecked(title === 'Info').setWarning(title === 'Delete'));
			menu.showAtPosition({ x: 200, y: 200 });`);
		const rows = await probe.page.locator('.menu-scroll > *').evaluateAll(els => els.map(el => el.querySelector('.menu-item-title')?.textContent ?? '-'));
		expect(rows).toEqual(['Open', 'Split', '-', 'Info', '-', 'Delete', '-', 'Mine']);
		expect(await probe.page.locator('.menu-item:has(.mod-checked)').innerText()).toBe('Info');
		expect(await probe.page.locator('.menu-item.is-warning').innerText()).toBe('Delete');
	});

	test('does nothing for an entry that is off, and hides on Escape and on a click beside it', async () => {
		await startWith(`${MENU} menu.showAtPosition({ x: 200, y: 200 });`);
		await probe.page.locator('.menu-item', { hasText: 'Off' }).click();
		expect(await probe.heard()).toEqual([]);
		await probe.page.keyboard.press('Escape');
		await probe.run('run');
		await probe.page.mouse.click(700, 500);
		expect(await probe.heard()).toEqual(['hidden', 'hidden']);
	});
});

const PICKER = `class Picker extends api.FuzzySuggestModal {
	constructor(app) { super(app); this.limit = 30; this.emptyStateText = 'Nothing there.'; this.setPlaceholder('Pick'); this.setInstructions([{ command: 'tab', purpose: 'to mark' }]);
		this.scope.register(['Mod'], 'Enter', event => { this.selectActiveSuggestion(event); return false; }); }
	getItems() { return Array.from({ length: 40 }, (_, i) => 'item ' + i); }
	getItemText(item) { return item; }
	onChooseItem(item, event) { log.push([item, event.ctrlKey]); }
}`;

describe('a suggest modal', () => {
	test('goes by arrows, pages and ends, and its list can be read and moved by plugins', async () => {
		await startWith('globalThis.picker = new Picker(this.app); picker.open();', { before: PICKER });
		await probe.page.locator('.suggestion-item').nth(29).waitFor();
		const selected = async (key: string): Promise<number> => {
			await probe.page.keyboard.press(key);
			return probe.page.evaluate(() => (window as unknown as { picker: { chooser: { selectedItem: number } } }).picker.chooser.selectedItem);
		};
		const walk: number[] = [];
		for (const key of ['ArrowDown', 'PageDown', 'End', 'PageUp', 'Home', 'PageUp', 'ArrowUp', 'ArrowDown']) walk.push(await selected(key));
		expect(walk).toEqual([1, 11, 29, 19, 0, 0, 29, 0]);
		const item = await probe.page.evaluate(() => {
			const { chooser } = (window as unknown as { picker: { chooser: { values: { item: string }[]; setSelectedItem(at: number): void; useSelectedItem(event: Event): void } } }).picker;
			chooser.setSelectedItem(3);
			chooser.useSelectedItem(new KeyboardEvent('keydown'));
			return chooser.values[3]?.item;
		});
		expect(await probe.heard()).toEqual([[item, false]]);
	});

	test('hands over the event, shows its instructions, and says when nothing matches', async () => {
		await startWith('new Picker(this.app).open();', { before: PICKER });
		await probe.page.keyboard.type('zzz');
		await probe.page.locator('.suggestion-empty', { hasText: 'Nothing there.' }).waitFor();
		expect(await probe.page.locator('.prompt-instruction').innerText()).toContain('to mark');
		await probe.page.locator('.prompt-input').fill('item 7');
		await probe.page.locator('.suggestion-item').first().waitFor();
		await probe.page.keyboard.press('Control+Enter');
		expect(await probe.heard()).toEqual([['item 7', true]]);
	});
});

describe('a modal', () => {
	test('keeps Tab inside, closes by its backdrop and its button, and then calls back', async () => {
		await startWith(`const modal = new api.Modal(this.app); modal.onClose = () => log.push('onClose'); modal.setCloseCallback(() => log.push('callback'));
			for (const text of ['one', 'two']) modal.contentEl.createEl('button', { text }); modal.open();`);
		const focused: string[] = [];
		for (let i = 0; i < 4; i++) {
			await probe.page.keyboard.press('Tab');
			focused.push(await probe.page.evaluate(() => document.activeElement?.closest('.modal') === null ? 'outside' : document.activeElement?.textContent ?? ''));
		}
		expect(focused).not.toContain('outside');
		expect(focused).toContain('two');
		await probe.page.locator('.modal-bg').click({ position: { x: 10, y: 10 } });
		await probe.run('run');
		await probe.page.locator('.modal-close-button').click();
		expect(await probe.heard()).toEqual(['onClose', 'callback', 'onClose', 'callback']);
	});

	test('does not take the focus back where it may not', async () => {
		await startWith(`const el = document.body.createEl('input', { cls: 'probe-input' }); el.focus();
			const modal = new api.Modal(this.app); modal.shouldRestoreSelection = false; modal.open();`);
		await probe.page.keyboard.press('Escape');
		expect(await probe.page.evaluate(() => document.activeElement?.matches('.probe-input'))).toBe(false);
	});
});

describe('a notice', () => {
	test('can change its text to a fragment, and goes when it is clicked', async () => {
		await startWith(`const notice = new api.Notice('first', 0); notice.messageEl.addClass('probe-notice');
			notice.setMessage(createFragment(el => { el.createEl('b', { text: 'second' }); })); log.push(notice.containerEl.className);`);
		expect(await probe.page.locator('.probe-notice b').innerText()).toBe('second');
		expect(await probe.heard()).toEqual(['notice']);
		await probe.page.locator('.notice').click();
		expect(await probe.page.locator('.notice-container').count()).toBe(0);
	});
});

describe('the app\'s own prompts', () => {
	test('the palette has what ran last at the top, with its hotkey', async () => {
		await startWith('log.push(\'ran\');');
		await probe.page.keyboard.press('Control+p');
		await probe.page.keyboard.type('dark mode');
		await probe.page.keyboard.press('Enter');
		await probe.page.keyboard.press('Control+p');
		await probe.page.locator('.suggestion-item').first().waitFor();
		expect(await probe.page.locator('.suggestion-title').first().innerText()).toBe('Use dark mode');
		expect(await probe.page.locator('.suggestion-item', { hasText: 'Open settings' }).locator('.suggestion-hotkey').innerText()).toBe('Ctrl ,');
	});

	test('the quick switcher opens a note here or in a new tab, and creates one', async () => {
		await startWith('');
		const tabs = (): Promise<string[]> => probe.page.evaluate(() => {
			const found: string[] = [];
			window.sandbox.app.workspace.iterateRootLeaves(leaf => { found.push(leaf.getDisplayText()); });
			return found;
		});
		for (const [text, key, opened] of [['plan', 'Enter', 'Plan'], ['ruiz', 'Control+Enter', 'Ana Ruiz'], ['Fresh', 'Shift+Enter', 'Fresh']] as const) {
			await probe.page.keyboard.press('Control+o');
			await probe.page.locator('.prompt-input').fill(text);
			await probe.page.keyboard.press(key);
			await probe.page.locator('.prompt').waitFor({ state: 'detached' });
			await probe.page.locator('.workspace-tab-header', { hasText: opened }).waitFor();
		}
		expect(await tabs()).toEqual(['Plan', 'Fresh']);
		expect(await probe.page.evaluate(() => window.sandbox.read('Fresh.md'))).toBe('');
	});

	test('a tooltip tells the accessible name of what the pointer rests on', async () => {
		await startWith('');
		await probe.page.getByLabel('Open console').hover();
		await probe.page.locator('.tooltip', { hasText: 'Open console' }).waitFor();
		await probe.page.mouse.down();
		await probe.page.locator('.tooltip').waitFor({ state: 'detached' });
	});
});

test('a secret is chosen by its id, and the text of it does not show', async () => {
	await startWith(`this.app.secretStorage.setSecret('probe-key', 'hidden text'); const modal = new api.Modal(this.app);
		new api.Setting(modal.contentEl).setName('Key').addComponent(el => new api.SecretComponent(this.app, el).setValue('').onChange(id => log.push(id))); modal.open();`);
	await probe.page.getByText('Link...').click();
	await probe.page.locator('.suggestion-item', { hasText: 'probe-key' }).click();
	expect(await probe.heard()).toEqual(['probe-key']);
	expect(await probe.page.locator('.modal').innerText()).not.toContain('hidden text');
});
