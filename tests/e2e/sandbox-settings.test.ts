import type { Browser, FrameLocator, Locator } from 'playwright-core';
import { ProbePage, type ProbeOptions } from './probe-page';
import { startBrowser } from './sandbox-page';

let browser: Browser;
let probe: ProbePage;

beforeAll(async () => {
	browser = await startBrowser();
});

afterAll(() => browser.close());

afterEach(() => probe.close());

/** A plugin with one tab whose definitions are `items`, written in JavaScript; `tab` is the tab, `settings` the plugin's. */
async function startWith(items: string, options: ProbeOptions & { settings?: string; members?: string } = {}): Promise<FrameLocator> {
	const before = `class Tab extends api.PluginSettingTab {
		getSettingDefinitions() { const tab = this; const settings = this.plugin.settings; return ${items}; }
		${options.members ?? ''}
	}
	${options.before ?? ''}`;
	const plugin = `async onload() { this.settings = Object.assign(${options.settings ?? '{}'}, await this.loadData()); this.tab = new Tab(this.app, this); this.addSettingTab(this.tab); globalThis.probeTab = this.tab; }`;
	probe = await ProbePage.open(browser, { ...options, before, plugin });
	return probe.openSettings();
}

const row = (frame: FrameLocator, text: string): Locator => frame.locator('.vertical-tab-content .setting-item', { hasText: text });
const shown = (frame: FrameLocator): Promise<string[]> => frame.locator('.vertical-tab-content .setting-item-name:visible').allInnerTexts();
const stored = (): Promise<Record<string, unknown>> => probe.page.evaluate(async () => {
	await window.sandbox.settle();
	return (window.sandbox.app.plugins.getPlugin('probe') as unknown as { settings: Record<string, unknown> }).settings;
});

describe('definitions', () => {
	test('have every kind of control, and each stores what the user does', async () => {
		const frame = await startWith(`[
			{ name: 'On', control: { type: 'toggle', key: 'on' } },
			{ name: 'Line', control: { type: 'text', key: 'line', placeholder: 'A line' } },
			{ name: 'Lines', control: { type: 'textarea', key: 'lines', rows: 4 } },
			{ name: 'Count', control: { type: 'number', key: 'count', defaultValue: 3 } },
			{ name: 'Share', control: { type: 'slider', key: 'share', min: 0, max: 1, step: 0.25, displayFormat: value => value * 100 + ' %' } },
			{ name: 'Kind', control: { type: 'dropdown', key: 'kind', options: { a: 'First', b: 'Second' } } },
			{ name: 'Note', control: { type: 'file', key: 'note', filter: file => file.extension === 'md' } },
			{ name: 'Place', control: { type: 'folder', key: 'place', includeRoot: true } },
			{ name: 'Shade', control: { type: 'color', key: 'shade' } },
		]`);
		await row(frame, 'On').locator('.checkbox-container').click();
		await row(frame, 'Line').first().locator('input').fill('one');
		await row(frame, 'Lines').locator('textarea').fill('two\nthree');
		await row(frame, 'Count').locator('input').fill('x12'.slice(1));
		await row(frame, 'Count').locator('input').press('Enter');
		await row(frame, 'Share').locator('input').fill('0.75');
		await row(frame, 'Kind').locator('select').selectOption('b');
		await row(frame, 'Note').locator('input').fill('ana');
		await frame.locator('.suggestion-item', { hasText: 'People/Ana Ruiz.md' }).click();
		await row(frame, 'Place').locator('input').fill('Peo');
		await row(frame, 'Shade').locator('input').fill('#112233');
		expect(await stored()).toEqual({ on: true, line: 'one', lines: 'two\nthree', count: 12, share: 0.75, kind: 'b', note: 'People/Ana Ruiz.md', place: 'Peo', shade: '#112233' });
		expect(await row(frame, 'Share').locator('.setting-slider-value').innerText()).toBe('75 %');
	});

	test('a number that is none becomes the default when the field is left', async () => {
		const frame = await startWith('[{ name: \'Count\', control: { type: \'number\', key: \'count\', defaultValue: 3 } }]', { settings: '{ count: 8 }' });
		const input = row(frame, 'Count').locator('input');
		await input.fill('');
		expect(await stored()).toEqual({ count: 8 });
		await input.blur();
		expect(await stored()).toEqual({ count: 3 });
	});

	test('a stored value that does not pass shows why at once and stays; an empty message accepts', async () => {
		const frame = await startWith(`[{ name: 'Code', control: { type: 'text', key: 'code', validate: async value => value.length === 1 ? '' : 'One letter.' } }]`, { settings: '{ code: \'long\' }' });
		await row(frame, 'Code').getByText('One letter.').waitFor();
		expect(await stored()).toEqual({ code: 'long' });
		await row(frame, 'Code').locator('input').fill('x');
		await row(frame, 'Code').getByText('One letter.').waitFor({ state: 'detached' });
		expect(await stored()).toEqual({ code: 'x' });
	});

	test('rows, groups and disabled controls follow their predicates; hidden rows are drawn all the same; one that throws counts as its default', async () => {
		const frame = await startWith(`[
			{ name: 'More', control: { type: 'toggle', key: 'more' } },
			{ name: 'Hidden', visible: () => settings.more, render: () => { log.push('drawn'); } },
			{ name: 'Locked', control: { type: 'text', key: 'locked', disabled: () => !settings.more } },
			{ name: 'Faulty', visible: () => { throw new Error('no predicate'); } },
			{ type: 'group', heading: 'Extra', items: [{ name: 'Inner', visible: () => settings.more }] },
		]`, { settings: '{ more: false }' });
		expect(await shown(frame)).toEqual(['More', 'Locked', 'Faulty']);
		expect(await probe.heard()).toEqual(['drawn']);
		expect(await row(frame, 'Locked').locator('input').isDisabled()).toBe(true);
		expect(probe.errors.join()).toContain('no predicate');
		await row(frame, 'More').locator('.checkbox-container').click();
		await row(frame, 'Inner').waitFor();
		expect(await shown(frame)).toEqual(['More', 'Hidden', 'Locked', 'Faulty', 'Extra', 'Inner']);
		expect(await row(frame, 'Locked').locator('input').isDisabled()).toBe(false);
		expect(await probe.heard()).toEqual(['drawn']);
	});

	test('a row that draws itself cleans up when it is drawn anew and when the tab goes; an action gets its element and index', async () => {
		const frame = await startWith(`[
			{ name: 'First' },
			{ name: 'Act', action: (el, index) => log.push([el.className.includes('setting-item'), index]) },
			{ name: 'Own', render: setting => { setting.addText(text => text.setValue('x')); return () => { log.push('cleaned'); }; } },
		]`);
		await row(frame, 'Act').focus();
		await probe.page.keyboard.press('Enter');
		await probe.page.evaluate(() => { (window as unknown as { probeTab: { update(): void } }).probeTab.update(); });
		await probe.page.evaluate(() => { window.sandbox.app.setting.openTabById('appearance'); });
		expect(await probe.heard()).toEqual([[true, 1], 'cleaned', 'cleaned']);
	});
});

describe('lists', () => {
	const LIST = `[{ type: 'list', heading: 'Words', emptyState: 'None yet.', items: settings.words.map(name => ({ name })),
		addItem: { name: 'Add word', action: () => { settings.words.push('new'); tab.update(); } },
		onDelete: at => { settings.words.splice(at, 1); tab.update(); },
		onReorder: (from, to) => { settings.words.splice(to, 0, ...settings.words.splice(from, 1)); tab.update(); } }]`;

	test('take, lose and reorder items, by keyboard too', async () => {
		const frame = await startWith(LIST, { settings: '{ words: [\'a\', \'b\', \'c\'] }' });
		await frame.getByLabel('Add word').click();
		await row(frame, 'a').locator('.setting-drag-handle').press('ArrowDown');
		await frame.locator('.mod-list .setting-items .setting-item').nth(3).press('Delete');
		await frame.locator('.mod-list .setting-items .setting-item').nth(2).getByLabel('Delete').click();
		expect(await stored()).toEqual({ words: ['b', 'a'] });
		expect(await shown(frame)).toEqual(['Words', 'b', 'a']);
	});

	test('an empty list says so', async () => {
		const frame = await startWith(LIST, { settings: '{ words: [] }' });
		await frame.getByText('None yet.').waitFor();
	});
});

describe('pages', () => {
	const PAGES = `[
		{ name: 'Top' },
		{ type: 'page', name: 'Deep', desc: 'More', displayValue: () => String(settings.depth), status: () => settings.depth > 1 ? 'warning' : null, items: [
			{ name: 'Depth', control: { type: 'number', key: 'depth' } },
			{ type: 'page', name: 'Deeper', items: [{ name: 'Bottom', aliases: ['floor'] }] },
		] },
		{ type: 'page', name: 'Own', page: () => new Own() },
	]`;
	const OWN = 'class Own extends api.SettingPage { title = \'My page\'; display() { this.containerEl.setText(\'drawn by hand\'); } hide() { log.push(\'hidden\'); super.hide(); } }';

	test('show the value that they change, and stay open when the tab is drawn anew', async () => {
		const frame = await startWith(PAGES, { before: OWN, settings: '{ depth: 1 }' });
		expect(await row(frame, 'Deep').locator('.setting-display-value').innerText()).toBe('1');
		await row(frame, 'Deep').click();
		await row(frame, 'Depth').locator('input').fill('4');
		await row(frame, 'Depth').locator('input').blur();
		await row(frame, 'Deeper').click();
		await probe.page.evaluate(() => { (window as unknown as { probeTab: { update(): void } }).probeTab.update(); });
		await row(frame, 'Bottom').waitFor();
		await row(frame, 'Depth').waitFor({ state: 'hidden' });
		expect(await shown(frame)).toEqual(['Bottom']);
		// As it does by itself once a value is saved, however late that is.
		await probe.page.evaluate(() => { (window as unknown as { probeTab: { refreshDomState(): void } }).probeTab.refreshDomState(); });
		expect(await shown(frame)).toEqual(['Bottom']);
		await frame.getByLabel('Back').locator('visible=true').click();
		await frame.getByLabel('Back').locator('visible=true').click();
		expect(await row(frame, 'Deep').locator('.setting-display-value.mod-warning').innerText()).toBe('4');
	});

	test('may draw themselves under a title of their own, and hear when they are left', async () => {
		const frame = await startWith(PAGES, { before: OWN, settings: '{}' });
		await row(frame, 'Own').click();
		await frame.getByText('drawn by hand').waitFor();
		expect(await frame.locator('.setting-page-title').innerText()).toBe('My page');
		await frame.getByLabel('Back').click();
		expect(await probe.heard()).toEqual(['hidden']);
	});

	test('are searched, and a hit opens the page that holds it', async () => {
		const frame = await startWith(PAGES, { before: OWN, settings: '{}' });
		await frame.getByPlaceholder('Search settings...').fill('floor');
		await frame.locator('.setting-search-results .setting-item', { hasText: 'Probe › Deep › Deeper' }).click();
		await row(frame, 'Bottom').waitFor();
	});
});

describe('search', () => {
	test('finds by name, description and alias, and not what is hidden or not searchable', async () => {
		const frame = await startWith(`[
			{ name: 'Zebra one' }, { name: 'Two', desc: 'like a zebra' }, { name: 'Three', aliases: ['zebra'] },
			{ name: 'Zebra four', searchable: false }, { name: 'Zebra five', visible: () => false },
			{ type: 'group', heading: 'Gone', visible: false, items: [{ name: 'Zebra six' }] },
		]`);
		await frame.getByPlaceholder('Search settings...').fill('zebra');
		expect(await frame.locator('.setting-search-results .setting-item-name').allInnerTexts()).toEqual(['Zebra one', 'Two', 'Three']);
	});

	test('within a group keeps its query when the tab is drawn anew, and always shows what is not searchable', async () => {
		const frame = await startWith(`[{ type: 'group', heading: 'Words', search: { placeholder: 'Find a word', match: (item, query) => item.name.includes(query) },
			items: [{ name: 'apple' }, { name: 'pear' }, { name: 'always', searchable: false }] }]`);
		await frame.getByPlaceholder('Find a word').fill('app');
		expect(await shown(frame)).toEqual(['Words', 'apple', 'always']);
		await probe.page.evaluate(() => { (window as unknown as { probeTab: { update(): void } }).probeTab.update(); });
		expect(await frame.getByPlaceholder('Find a word').inputValue()).toBe('app');
		expect(await shown(frame)).toEqual(['Words', 'apple', 'always']);
	});
});

describe('the window', () => {
	test('is a dialog of the main window where the vault says so', async () => {
		await startWith('[{ name: \'Row\' }]', { files: { '.obsidian/app.json': '{"settingsInMainWindow": true}' } });
		await probe.page.locator('.modal.mod-settings .setting-item', { hasText: 'Row' }).waitFor();
		expect(await probe.page.evaluate(() => window.sandbox.app.setting.activeTab?.containerEl.doc === document)).toBe(true);
		await probe.page.keyboard.press('Escape');
		await probe.page.locator('.mod-settings').waitFor({ state: 'detached' });
	});

	test('an older app asks a plugin for no definitions and draws its own tabs', async () => {
		await startWith('(log.push(\'asked\'), [{ name: \'Declared\' }])', { query: 'api=1.12.0', members: 'display() { new api.Setting(this.containerEl).setName(\'Drawn\'); }' });
		await probe.page.locator('.modal.mod-settings .setting-item', { hasText: 'Drawn' }).waitFor();
		await probe.page.locator('.vertical-tab-nav-item', { hasText: 'Appearance' }).click();
		await probe.page.locator('.modal.mod-settings .setting-item', { hasText: 'Base color scheme' }).waitFor();
		expect(await probe.heard()).toEqual([]);
	});

	test('has the members that plugins call', async () => {
		await startWith('[{ name: \'Row\' }]');
		expect(await probe.page.evaluate(() => {
			const { setting } = window.sandbox.app;
			const seen = [setting.activeTab?.id, setting.lastTabId, setting.openTabById('nowhere'), setting.activeTab?.id, setting.pluginTabs.map(tab => tab.id), setting.settingTabs.length > 3];
			setting.updatePluginSection();
			setting.closeActiveTab();
			return [...seen, setting.activeTab];
		})).toEqual(['probe', 'probe', null, 'probe', ['probe'], true, null]);
	});

	test('switches a plugin off and on, which tells the plugin that it was the user', async () => {
		probe = await ProbePage.open(browser, { plugin: 'onload() { log.push(\'onload\'); } onUserEnable() { log.push(\'user\'); } onunload() { log.push(\'onunload\'); }' });
		const frame = await probe.openSettings('community-plugins');
		await row(frame, 'Probe').locator('.checkbox-container').click();
		await probe.heardAtLeast(2);
		await row(frame, 'Probe').locator('.checkbox-container').click();
		expect(await probe.heardAtLeast(4)).toEqual(['onload', 'onunload', 'onload', 'user']);
	});

	test('a hotkey that is added there runs its command', async () => {
		probe = await ProbePage.open(browser, { plugin: 'onload() { this.addCommand({ id: \'go\', name: \'Go\', callback: () => log.push(\'gone\') }); }' });
		const frame = await probe.openSettings('hotkeys');
		await frame.getByPlaceholder('Filter commands...').fill('probe go');
		await row(frame, 'Probe: Go').getByLabel('Customize this command').click();
		await frame.locator('.setting-hotkey.mod-active').press('Control+Shift+L');
		await row(frame, 'Probe: Go').getByText('Ctrl Shift L').waitFor();
		await probe.page.evaluate(() => { window.sandbox.app.setting.close(); });
		await probe.page.keyboard.press('Control+Shift+L');
		expect(await probe.heardAtLeast(1)).toEqual(['gone']);
		expect(JSON.parse(await probe.page.evaluate(() => window.sandbox.read('.obsidian/hotkeys.json')))).toEqual({ 'probe:go': [{ modifiers: ['Mod', 'Shift'], key: 'L' }] });
	});

	test('the theme and the size of text follow the Appearance tab', async () => {
		probe = await ProbePage.open(browser);
		const frame = await probe.openSettings('appearance');
		await row(frame, 'Base color scheme').locator('select').selectOption('dark');
		await row(frame, 'Font size').locator('input').fill('20');
		await probe.page.waitForFunction(() => document.body.matches('.theme-dark') && document.body.style.getPropertyValue('--font-text-size') === '20px');
		await frame.locator('body.theme-dark').waitFor();
	});
});
