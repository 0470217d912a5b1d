import type { Page } from 'playwright-core';
import { behaviour } from './behaviour';
import { testBehaviours } from './test-behaviours';

/** A plugin with one command, `probe:run`; `heard` collects what the test reads. */
function pluginThat(run: string, before = ''): string {
	return `const api = require('obsidian');
globalThis.heard = [];
${before}
module.exports = class extends api.Plugin { onload() { this.addCommand({ id: 'run', name: 'Run', callback: () => { ${run} } }); } };`;
}

const heard = (page: Page): Promise<unknown[]> => page.evaluate(() => (window as unknown as { heard: unknown[] }).heard);
const run = (page: Page): Promise<boolean> => page.evaluate(() => window.sandbox.executeCommand('probe:run'));

/** Runs the command and gives what it put into `heard` at once. */
async function runAndHear(page: Page): Promise<unknown[]> {
	await run(page);
	return heard(page);
}

const PICKER = `class Picker extends api.FuzzySuggestModal {
	getItems() { return ['one', 'two']; }
	getItemText(item) { return item; }
	onChooseItem(item) { heard.push('chose ' + item); }
	onClose() { heard.push('closed'); }
}`;

/** Draws a component of a name in a row of its own, with a handler that logs, and sets values. */
function componentPlugin(add: string, values: string): string {
	return pluginThat(`new api.Setting(document.body).${add}(one => { one.onChange(value => heard.push(value)); ${values} });`);
}

const CHOICES = 'obsidian/settings/choice-components.ts';
const TEXTS = 'obsidian/settings/text-components.ts';

/** Modals, suggestions, menus, notices, components: row 16. */
testBehaviours([
	behaviour({
		row: 16,
		says: 'onClose of a suggest modal runs before onChooseItem',
		naive: [{ file: 'obsidian/interface/suggest-modal.ts', from: 'this.close();\n		this.onChooseSuggestion(value, event);', to: 'this.onChooseSuggestion(value, event);\n		this.close();' }],
		plugin: pluginThat('new Picker(this.app).open();', PICKER),
		observe: async page => {
			await run(page);
			await page.locator('.suggestion-item').first().waitFor();
			await page.keyboard.press('Enter');
			return heard(page);
		},
		faithful: ['closed', 'chose one'],
		naively: ['chose one', 'closed'],
	}),
	behaviour({
		row: 16,
		says: 'setValue of a toggle calls onChange when the value changes, and only then',
		naive: [{ file: CHOICES, from: "this.toggleEl.toggleClass('is-enabled', on);\n		this.handler?.(on);", to: "this.toggleEl.toggleClass('is-enabled', on);" }],
		plugin: componentPlugin('addToggle', 'one.setValue(true).setValue(true).setValue(false);'),
		observe: runAndHear,
		faithful: [true, false],
		naively: [],
	}),
	behaviour({
		row: 16,
		says: 'setValue of a slider calls onChange when the value changes, and only then',
		naive: [{ file: CHOICES, from: 'this.sliderEl.value = String(value);\n		this.changed();', to: 'this.sliderEl.value = String(value);' }],
		plugin: componentPlugin('addSlider', 'one.setLimits(0, 10, 1).setValue(7).setValue(7).setValue(3);'),
		observe: runAndHear,
		faithful: [7, 3],
		naively: [],
	}),
	behaviour({
		row: 16,
		says: 'setValue of a colour calls onChange when the value changes, and only then',
		naive: [{ file: 'obsidian/settings/color-component.ts', from: 'this.inputEl.value = value;\n		this.changed();', to: 'this.inputEl.value = value;' }],
		plugin: componentPlugin('addColorPicker', 'one.setValue(\'#102030\').setValue(\'#102030\');'),
		observe: runAndHear,
		faithful: ['#102030'],
		naively: [],
	}),
	behaviour({
		row: 16,
		says: 'setValue of a text does not call onChange',
		naive: [{ file: TEXTS, from: "	setValue(value: string): this {\n		this.inputEl.value = value;\n		return this;\n	}\n\n	setPlaceholder", to: "	setValue(value: string): this {\n		this.inputEl.value = value;\n		this.onChanged();\n		return this;\n	}\n\n	setPlaceholder" }],
		plugin: componentPlugin('addText', 'one.setValue(\'x\');'),
		observe: runAndHear,
		faithful: [],
		naively: ['x'],
	}),
	behaviour({
		row: 16,
		says: 'setValue of a dropdown does not call onChange',
		naive: [{ file: CHOICES, from: 'this.selectEl.value = value;', to: 'this.selectEl.value = value;\n		this.handler?.(value);' }],
		plugin: componentPlugin('addDropdown', 'one.addOptions({ a: \'A\', b: \'B\' }).setValue(\'b\');'),
		observe: runAndHear,
		faithful: [],
		naively: ['b'],
	}),
	behaviour({
		row: 16,
		says: 'a button shows mod-loading until its handler has settled',
		naive: [{ file: 'obsidian/settings/button-components.ts', from: "this.buttonEl.addClass('mod-loading');", to: '' }],
		plugin: pluginThat('new api.Setting(document.body).addButton(one => { one.onClick(() => new Promise(done => setTimeout(done))); one.buttonEl.click(); heard.push(one.buttonEl.className); });'),
		observe: runAndHear,
		faithful: ['mod-loading'],
		naively: [''],
	}),
	behaviour({
		row: 16,
		says: 'a row of the settings has the app\'s elements in the app\'s order',
		naive: [{ file: 'obsidian/settings/setting.ts', from: "this.descEl = this.infoEl.createDiv('setting-item-description');", to: "this.descEl = this.settingEl.createDiv('setting-item-description');" }],
		plugin: pluginThat('const { settingEl } = new api.Setting(document.body).setName(\'N\').setDesc(\'D\').addText(() => undefined); const tree = el => [el.className, ...Array.from(el.children, tree)]; heard.push(tree(settingEl).slice(0, 3).map(one => [].concat(one).flat(9).filter(Boolean)));'),
		observe: runAndHear,
		faithful: [[['setting-item'], ['setting-item-info', 'setting-item-name', 'setting-item-description'], ['setting-item-control']]],
		naively: [[['setting-item'], ['setting-item-info', 'setting-item-name'], ['setting-item-description']]],
	}),
	behaviour({
		row: 16,
		says: 'a modal is a container with a backdrop beside it, a header with the title, and the content',
		naive: [{ file: 'obsidian/interface/modal.ts', from: "this.titleEl = this.headerEl.createDiv('modal-title');", to: "this.titleEl = this.modalEl.createDiv('modal-title');" }],
		plugin: pluginThat('new api.Modal(this.app).setTitle(\'T\').open();'),
		observe: async page => {
			await run(page);
			return page.evaluate(() => ['.modal-container > .modal-bg + .modal', '.modal > .modal-header > .modal-title', '.modal > .modal-header + .modal-content', '.modal > .modal-close-button'].map(one => document.querySelectorAll(one).length));
		},
		faithful: [1, 1, 1, 1],
		naively: [1, 0, 0, 1],
	}),
	behaviour({
		row: 16,
		says: 'a modal opens in the active window, which may be that of the settings',
		naive: [{ file: 'obsidian/interface/modal.ts', from: 'activeDocument.body.appendChild(this.containerEl);', to: 'document.body.appendChild(this.containerEl);' }],
		plugin: pluginThat('new api.Modal(this.app).setTitle(\'T\').open();'),
		observe: async page => {
			await page.evaluate(() => { window.sandbox.app.setting.open(); });
			await run(page);
			return page.evaluate(() => [document.querySelectorAll('.modal').length, activeDocument.querySelectorAll('.modal').length]);
		},
		faithful: [0, 1],
		naively: [1, 1],
	}),
	behaviour({
		row: 16,
		says: 'Escape closes the top modal and gives the focus back to what had it',
		naive: [{ file: 'obsidian/interface/modal.ts', from: "if (this.shouldRestoreSelection && this.#focusBefore?.isConnected === true) (this.#focusBefore as HTMLElement).focus();", to: '' }],
		plugin: pluginThat('const el = document.body.createEl(\'input\', { cls: \'probe-input\' }); el.focus(); new api.Modal(this.app).setContent(\'first\').open(); new api.Modal(this.app).setContent(\'second\').open();'),
		observe: async page => {
			await run(page);
			await page.keyboard.press('Escape');
			const left = await page.locator('.modal').allInnerTexts();
			await page.keyboard.press('Escape');
			return [left, await page.evaluate(() => document.activeElement?.matches('.probe-input') ?? false)];
		},
		faithful: [['first'], true],
		naively: [['first'], false],
	}),
	behaviour({
		row: 16,
		says: 'a button of a confirmation closes it when its handler has settled, and not where that gives something truthy',
		naive: [{ file: 'obsidian/interface/confirmation-modal.ts', from: 'if (!keepOpen) this.modal.close();', to: 'this.modal.close();' }],
		plugin: pluginThat('const modal = new api.ConfirmationModal(this.app); modal.addButton(one => one.setButtonText(\'Stay\').onClick(async () => { heard.push(\'stay\'); return true; })); modal.open(); modal.buttonContainerEl.querySelector(\'button\').click();'),
		observe: async page => {
			await run(page);
			await page.evaluate(() => window.sandbox.settle());
			return [await heard(page), await page.locator('.modal').count()];
		},
		faithful: [['stay'], 1],
		naively: [['stay'], 0],
	}),
	behaviour({
		row: 16,
		says: 'handlers of one event share one menu',
		naive: [{ file: 'obsidian/interface/menu.ts', from: 'if (known !== undefined) return known;', to: '' }],
		plugin: pluginThat(`const event = new MouseEvent('contextmenu', { clientX: 50, clientY: 50, view: window });
			for (const title of ['One', 'Two']) api.Menu.forEvent(event).addItem(item => item.setTitle(title));`),
		observe: async page => {
			await run(page);
			await page.locator('.menu-item', { hasText: 'Two' }).waitFor();
			return page.evaluate(() => Array.from(document.querySelectorAll('.menu'), menu => menu.querySelectorAll('.menu-item').length));
		},
		faithful: [2],
		naively: [1, 1],
	}),
	behaviour({
		row: 16,
		says: 'a message without end stays until it is clicked',
		naive: [{ file: 'obsidian/interface/notice.ts', from: 'if (duration > 0) this.timer', to: 'this.timer' }],
		plugin: pluginThat('new api.Notice(\'stay\', 0); new api.Notice(\'go\', 1);'),
		observe: async page => {
			await run(page);
			await page.locator('.notice', { hasText: 'go' }).waitFor({ state: 'detached' });
			return page.locator('.notice').allInnerTexts();
		},
		faithful: ['stay'],
		naively: [],
	}),
	behaviour({
		row: 16,
		says: 'in 1.12.1 a message after all others had faded stayed invisible',
		naive: [{ file: 'obsidian/interface/notice.ts', from: "return apiVersion === '1.12.1';", to: 'return false;' }],
		query: 'api=1.12.1',
		plugin: pluginThat('const second = heard.push(\'run\') > 1; new api.Notice(\'message\', second ? 0 : 1);'),
		observe: async page => {
			await run(page);
			await page.locator('.notice').waitFor({ state: 'detached' });
			await run(page);
			return page.locator('.notice').isVisible();
		},
		faithful: false,
		naively: true,
	}),
]);
