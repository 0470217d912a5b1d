import type { Browser, Locator } from 'playwright-core';
import { ProbePage, type ProbeOptions } from './probe-page';
import { startBrowser } from './sandbox-page';

let browser: Browser;
let probe: ProbePage;

const BASE = `filters:
  and:
    - file.inFolder("Tasks")
properties:
  note.state:
    displayName: State
views:
  - type: table
    name: All
    order: [file.name, state, owner]
    sort:
      - property: rank
        direction: DESC
  - type: table
    name: By state
    groupBy:
      property: state
      direction: ASC
    order: [file.name]
  - type: probe-list
    name: Mine
    filters: state == "open"
    size: 2
`;

const NOTES = {
	'Tasks/Send offer.md': '---\nstate: open\nrank: 1\nowner: "[[Ana Ruiz]]"\n---\n',
	'Tasks/Call back.md': '---\nstate: done\nrank: 3\n---\n',
	'Tasks/Book room.md': '---\nrank: 2\n---\n',
	'Work.base': BASE,
};

const PLUGIN = `onload() {
	this.registered = this.registerBasesView('probe-list', {
		name: 'Probe list', icon: 'list',
		factory: (controller, containerEl) => new List(controller, containerEl),
		options: () => [
			{ type: 'slider', key: 'size', displayName: 'Size', min: 1, max: 5, default: 1 },
			{ type: 'group', displayName: 'More', items: [
				{ type: 'toggle', key: 'deep', displayName: 'Deep', default: false },
				{ type: 'text', key: 'never', displayName: 'Never', shouldHide: () => true },
				{ type: 'property', key: 'by', displayName: 'By' },
			] },
		],
	});
	log.push('registered ' + this.registered);
}`;

const BEFORE = `class List extends api.BasesView {
	type = 'probe-list';
	constructor(controller, el) { super(controller); this.el = el; log.push('constructed ' + (this.config === undefined)); }
	onload() { log.push('onload'); }
	onunload() { log.push('onunload'); }
	onDataUpdated() {
		log.push({ files: this.data.data.map(entry => entry.file.path), size: this.config.get('size'), by: this.config.getAsPropertyId('by'), fresh: this.last !== this.data });
		this.last = this.data;
		this.el.empty();
		for (const entry of this.data.data) this.el.createDiv({ cls: 'probe-row', text: entry.file.basename + ': ' + entry.getValue('note.state') });
	}
}`;

beforeAll(async () => {
	browser = await startBrowser();
});

afterAll(() => browser.close());

afterEach(() => probe.close());

async function start(options: ProbeOptions = {}): Promise<void> {
	probe = await ProbePage.open(browser, { plugin: PLUGIN, before: BEFORE, ...options, files: { ...NOTES, ...options.files } });
}

/** Opens a base once the metadata of the notes is there. */
const open = (path = 'Work.base'): Promise<void> => probe.page.evaluate(async name => {
	await window.sandbox.settle();
	await window.sandbox.openFile(name);
}, path);
const rows = (): Locator => probe.page.locator('.bases-tbody .bases-tr');

async function chooseView(name: string): Promise<void> {
	await probe.page.locator('.bases-toolbar-views-menu').click();
	await probe.page.locator('.menu-item', { hasText: name }).first().click();
}

test('a base opens as a table of the files that its filters let in, sorted, under the names that the user gave', async () => {
	await start();
	await open();
	await rows().nth(2).waitFor();
	expect(await probe.page.locator('.bases-thead .bases-td').allInnerTexts()).toEqual(['file name', 'State', 'owner']);
	expect(await rows().allInnerTexts()).toEqual(['Call back\tdone\t', 'Book room\t\t', 'Send offer\topen\tAna Ruiz']);
	await probe.page.locator('.bases-toolbar-results', { hasText: '3 results' }).waitFor();
});

test('rows group by a property, those without it last', async () => {
	await start();
	await open();
	await chooseView('By state');
	await probe.page.locator('.bases-group-heading').nth(2).waitFor();
	expect(await probe.page.locator('.bases-group-heading').allInnerTexts()).toEqual(['State\ndone', 'State\nopen', 'State']);
});

test('a plugin\'s view is made without a config, loaded, and told of data that is new each time', async () => {
	await start();
	await open();
	await chooseView('Mine');
	await probe.page.locator('.probe-row', { hasText: 'Send offer: open' }).waitFor();
	expect((await probe.heard()).slice(0, 4)).toEqual(['registered true', 'constructed true', 'onload', { files: ['Tasks/Send offer.md'], size: 2, by: null, fresh: true }]);
	await probe.page.evaluate(() => window.sandbox.write('Tasks/Book room.md', '---\nstate: open\n---\n'));
	await probe.page.locator('.probe-row', { hasText: 'Book room: open' }).waitFor();
	expect((await probe.heard()).at(-1)).toEqual({ files: ['Tasks/Book room.md', 'Tasks/Send offer.md'], size: 2, by: null, fresh: true });
});

test('options show as declared, hidden ones do not, and what is set goes into the file', async () => {
	await start();
	await open();
	await chooseView('Mine');
	await probe.page.getByLabel('View options').click();
	expect(await probe.page.locator('.bases-view-options .setting-item-name').allInnerTexts()).toEqual(['Size', 'More', 'Deep', 'By']);
	await probe.page.locator('.bases-view-options .setting-item', { hasText: 'By' }).locator('select').selectOption('note.rank');
	await probe.page.waitForFunction(async () => (await window.sandbox.read('Work.base')).includes('by: note.rank'));
	await probe.page.waitForFunction(() => (window as unknown as { probeLog: { by?: unknown }[] }).probeLog.some(one => one.by === 'note.rank'));
});

test('a view goes with its plugin and comes back with it', async () => {
	await start();
	await open();
	await chooseView('Mine');
	await probe.page.locator('.probe-row').waitFor();
	await probe.page.evaluate(() => window.sandbox.disablePlugin('probe'));
	await probe.page.locator('.bases-error', { hasText: 'No view of the type "probe-list" is registered.' }).waitFor();
	expect((await probe.heard()).at(-1)).toBe('onunload');
	await probe.page.evaluate(() => window.sandbox.enablePlugin('probe'));
	await probe.page.locator('.probe-row').waitFor();
});

test('a formula that the sandbox cannot evaluate is named as its gap', async () => {
	await start({ files: { 'Odd.base': 'filters: file.mtime > now() - "7d"\n' } });
	await open('Odd.base');
	await probe.page.locator('.bases-error', { hasText: 'The formula "file.mtime > now() - "7d"" of Bases exists in Obsidian, but this sandbox does not have it.' }).waitFor();
});

test('where the vault has Bases off, a view cannot be registered and bases do not open', async () => {
	await start({ files: { '.obsidian/core-plugins.json': '{"bases": false}' } });
	expect(await probe.heard()).toEqual(['registered false']);
	expect(await probe.page.evaluate(() => window.sandbox.app.internalPlugins.getEnabledPluginById('bases'))).toBeNull();
	await expect(open()).rejects.toThrow('No view is registered for .base files.');
});
