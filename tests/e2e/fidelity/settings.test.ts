import type { Page } from 'playwright-core';
import { behaviour } from './behaviour';
import { testBehaviours } from './test-behaviours';

/** A plugin that has one tab of these definitions, and that logs into `heard`. */
function pluginWith(items: string, { settings = '{}', members = '' } = {}): string {
	return `const { Plugin, PluginSettingTab, Setting, SettingPage } = require('obsidian');
globalThis.heard = [];
class Tab extends PluginSettingTab {
	getSettingDefinitions() { const tab = this; const settings = this.plugin.settings; return ${items}; }
	${members}
}
module.exports = class extends Plugin { onload() { this.settings = ${settings}; globalThis.tab = new Tab(this.app, this); this.addSettingTab(globalThis.tab); } };`;
}

interface ProbeWindow {
	readonly heard: unknown[];
	readonly tab: { update(): void; readonly containerEl: HTMLElement };
}

/** Opens the plugin's tab and gives the names of the rows that show, once the first has been drawn. */
async function shownRows(page: Page): Promise<string[]> {
	await page.evaluate(() => { window.sandbox.app.setting.open(); window.sandbox.app.setting.openTabById('probe'); });
	await styled(page);
	return visibleNames(page);
}

/** Waits until the other document has its style sheets, without which nothing is hidden. */
async function styled(page: Page): Promise<void> {
	await page.waitForFunction(() => Array.from((window as unknown as ProbeWindow).tab.containerEl.doc.querySelectorAll('link[rel="stylesheet"]')).every(link => (link as HTMLLinkElement).sheet !== null));
}

function visibleNames(page: Page): Promise<string[]> {
	return page.evaluate(() => {
		const { containerEl } = (window as unknown as ProbeWindow).tab;
		return Array.from(containerEl.querySelectorAll<HTMLElement>('.setting-item-name')).filter(el => el.offsetParent !== null).map(el => el.textContent ?? '');
	});
}

function clickRow(page: Page, name: string): Promise<void> {
	return page.evaluate(text => {
		const rows = Array.from((window as unknown as ProbeWindow).tab.containerEl.querySelectorAll<HTMLElement>('.setting-item'));
		rows.find(row => row.querySelector('.setting-item-name')?.textContent === text)?.click();
	}, name);
}

const heard = (page: Page): Promise<unknown[]> => page.evaluate(() => (window as unknown as ProbeWindow).heard);
const update = (page: Page): Promise<void> => page.evaluate(() => { (window as unknown as ProbeWindow).tab.update(); });

const DEFINITIONS = 'obsidian/settings/setting-definitions.ts';
const CONTROL = 'obsidian/settings/control-row.ts';

/** Declarative settings and the older app's: rows 6 and 11. */
testBehaviours([
	behaviour({
		row: 6,
		says: 'settings are a document of another realm, where nothing is an instance of the main window\'s classes',
		naive: [{ file: 'obsidian/settings/settings-window.ts', from: 'return this.app.supportsDefinitions && !Platform.isMobile &&', to: 'return this.navItems.size > 9 &&' }],
		plugin: pluginWith('[{ name: \'Row\' }]'),
		observe: async page => {
			await shownRows(page);
			return page.evaluate(() => {
				const { containerEl } = (window as unknown as ProbeWindow).tab;
				const made = containerEl.createDiv();
				return [containerEl.doc === document, made instanceof HTMLElement, made.instanceOf(HTMLElement), activeDocument === containerEl.doc];
			});
		},
		faithful: [false, false, true, true],
		naively: [true, true, true, true],
	}),
	behaviour({
		row: 11,
		says: 'where a tab has definitions, display() is never called',
		naive: [{ file: 'obsidian/settings/setting-tab.ts', from: 'if (this.settingItems.length === 0) {', to: 'if (this.settingItems.length >= 0) {' }],
		plugin: pluginWith('[{ name: \'Declared\' }]', { members: 'display() { new Setting(this.containerEl).setName(\'Drawn\'); }' }),
		observe: shownRows,
		faithful: ['Declared'],
		naively: ['Drawn'],
	}),
	behaviour({
		row: 11,
		says: 'an app before 1.13 knows no definitions and calls display()',
		naive: [{ file: 'obsidian/app.ts', from: 'return requireApiVersion(\'1.13.0\');', to: 'return true;' }],
		query: 'api=1.12.7',
		plugin: pluginWith('[{ name: \'Declared\' }]', { members: 'display() { new Setting(this.containerEl).setName(\'Drawn\'); }' }),
		observe: shownRows,
		faithful: ['Drawn'],
		naively: ['Declared'],
	}),
	behaviour({
		row: 11,
		says: 'definitions are read as soon as the tab is added',
		naive: [{ file: 'obsidian/settings/settings-window.ts', from: 'if (this.app.supportsDefinitions) tab.update();', to: '' }],
		plugin: pluginWith('(heard.push(\'asked\'), [])'),
		observe: heard,
		faithful: ['asked'],
		naively: [],
	}),
	behaviour({
		row: 11,
		says: 'a value is checked when its row is drawn, and a stored one that fails stays as it is',
		naive: [{ file: CONTROL, from: 'void validation?.accepts(value);', to: '' }],
		plugin: pluginWith('[{ name: \'Code\', control: { type: \'text\', key: \'code\', validate: value => value.length === 1 ? undefined : \'One letter.\' } }]', { settings: '{ code: \'long\' }' }),
		observe: async page => {
			await shownRows(page);
			return page.evaluate(() => (window as unknown as ProbeWindow).tab.containerEl.querySelector('.setting-item-error')?.textContent ?? 'no error');
		},
		faithful: 'One letter.',
		naively: 'no error',
	}),
	behaviour({
		row: 11,
		says: 'a value that is refused is not stored',
		naive: [{ file: CONTROL, from: '&& !await validation.accepts(next)', to: '&& await validation.accepts(next) === null' }],
		plugin: pluginWith('[{ name: \'Code\', control: { type: \'text\', key: \'code\', validate: value => value === \'\' ? \'Something.\' : undefined } }]', { settings: '{ code: \'x\' }', members: 'async setControlValue(key, value) { heard.push(value); }' }),
		observe: async page => {
			await shownRows(page);
			const input = page.frameLocator('.settings-window-frame').locator('.setting-item input[type="text"]');
			await input.fill('');
			await input.fill('y');
			await page.waitForFunction(() => (window as unknown as ProbeWindow).heard.includes('y'));
			return heard(page);
		},
		faithful: ['y'],
		naively: ['', 'y'],
	}),
	behaviour({
		row: 11,
		says: 'a hidden row is drawn, and then hidden',
		naive: [{ file: DEFINITIONS, from: 'const rows = items.map((item, i) => this.renderItem(group, item, i));', to: 'const rows = items.filter(item => evaluateFlag(item.visible, true)).map((item, i) => this.renderItem(group, item, i));' }],
		plugin: pluginWith('[{ name: \'Seen\' }, { name: \'Unseen\', visible: false, render: () => { heard.push(\'drawn\'); } }]'),
		observe: async page => [await shownRows(page), await heard(page)],
		faithful: [['Seen'], ['drawn']],
		naively: [['Seen'], []],
	}),
	behaviour({
		row: 11,
		says: 'a predicate that throws counts as its default, and the other rows are drawn',
		naive: [{ file: 'obsidian/settings/setting-predicates.ts', from: 'console.error(error);\n		return fallback;', to: 'throw error;' }],
		plugin: pluginWith('[{ name: \'Faulty\', visible: () => { throw new Error(\'no\'); } }, { name: \'Locked\', visible: false }]'),
		observe: async page => {
			await shownRows(page).catch(() => styled(page));
			return visibleNames(page);
		},
		faithful: ['Faulty'],
		naively: ['Faulty', 'Locked'],
	}),
	behaviour({
		row: 11,
		says: 'predicates are asked again after a change, and nothing is drawn anew',
		naive: [{ file: DEFINITIONS, from: '() => { this.tab.refreshDomState(); }', to: '() => undefined' }],
		plugin: pluginWith('[{ name: \'More\', control: { type: \'toggle\', key: \'more\' } }, { name: \'Extra\', visible: () => settings.more, render: () => { heard.push(\'drawn\'); } }]', { settings: '{ more: false }' }),
		observe: async page => {
			await shownRows(page);
			await page.frameLocator('.settings-window-frame').locator('.checkbox-container').click();
			await page.evaluate(() => window.sandbox.settle());
			return [await visibleNames(page), await heard(page)];
		},
		faithful: [['More', 'Extra'], ['drawn']],
		naively: [['More'], ['drawn']],
	}),
	behaviour({
		row: 11,
		says: 'a page that is open stays open when the tab is drawn anew',
		naive: [{ file: 'obsidian/settings/setting-tab.ts', from: '(this.#view as DefinitionView | null)?.openPath(pages);', to: '' }],
		plugin: pluginWith('[{ name: \'Top\' }, { type: \'page\', name: \'Deep\', items: [{ name: \'Bottom\' }] }]'),
		observe: async page => {
			await shownRows(page);
			await clickRow(page, 'Deep');
			await update(page);
			return visibleNames(page);
		},
		faithful: ['Bottom'],
		naively: ['Top', 'Deep'],
	}),
	behaviour({
		row: 11,
		says: 'what a row of its own drawing left behind is cleaned up before the tab is drawn anew',
		naive: [{ file: DEFINITIONS, from: 'if (cleanup !== undefined) this.cleanups.push(cleanup);', to: 'void cleanup;' }],
		plugin: pluginWith('[{ name: \'Own\', render: () => { heard.push(\'drawn\'); return () => { heard.push(\'cleaned\'); }; } }]'),
		observe: async page => {
			await shownRows(page);
			await update(page);
			return heard(page);
		},
		faithful: ['drawn', 'cleaned', 'drawn'],
		naively: ['drawn', 'drawn'],
	}),
	behaviour({
		row: 11,
		says: 'an action gets its row and the row\'s place in its group',
		naive: [{ file: DEFINITIONS, from: 'action(setting.settingEl, index);', to: '(action as (index: number) => void)(index);' }],
		plugin: pluginWith('[{ name: \'First\' }, { name: \'Act\', action: (el, index) => { heard.push([typeof el, index ?? null]); } }]'),
		observe: async page => {
			await shownRows(page);
			await clickRow(page, 'Act');
			return heard(page);
		},
		faithful: [['object', 1]],
		naively: [['number', null]],
	}),
	behaviour({
		row: 11,
		says: 'the search finds rows inside pages by their aliases, and not what is hidden',
		naive: [
			{ file: 'obsidian/settings/setting-search.ts', from: 'const inner = \'items\' in item ?', to: 'const inner = \'items\' in item && item.type !== \'page\' ?' },
			{ file: 'obsidian/settings/setting-search.ts', from: '.filter(item => evaluateFlag(item.visible, true))', to: '' },
		],
		plugin: pluginWith('[{ name: \'Floor\', visible: false }, { type: \'page\', name: \'Deep\', items: [{ name: \'Bottom\', aliases: [\'floor\'] }] }]'),
		observe: async page => {
			await shownRows(page);
			const frame = page.frameLocator('.settings-window-frame');
			await frame.getByPlaceholder('Search settings...').fill('floor');
			return frame.locator('.setting-search-results .setting-item-name').allInnerTexts();
		},
		faithful: ['Bottom'],
		naively: ['Floor'],
	}),
	behaviour({
		row: 11,
		says: 'a number is stored when its field is left, not with each key',
		naive: [{ file: 'obsidian/settings/setting-controls.ts', from: "inputEl.addEventListener('change', commit);", to: "inputEl.addEventListener('input', commit);" }],
		plugin: pluginWith('[{ name: \'Count\', control: { type: \'number\', key: \'count\' } }]', { members: 'async setControlValue(key, value) { heard.push(value); }' }),
		observe: async page => {
			await shownRows(page);
			const input = page.frameLocator('.settings-window-frame').locator('.setting-item input[type="number"]');
			await input.pressSequentially('12');
			await input.press('Enter');
			return heard(page);
		},
		faithful: [12],
		naively: [1, 12],
	}),
]);
