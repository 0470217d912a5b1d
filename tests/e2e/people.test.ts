import type { Browser, Locator } from 'playwright-core';
import { DEMO_VAULT, SandboxPage, startBrowser } from './sandbox-page';

const NOTE = 'Inbox/2026-11-20 Names.md';
const TEXT = `---
type: rob
person: Priya Raman
participants:
  - Oskar Brandt
  - Ines
tags:
  - person/saoirse-omalley
---
Ask @Joost van der Meer's team, then @Erik Dahl and @Nobody Known.

See [[Pilar Esteve]] and #person/saoirse-o-malley. Mail: ana@example.com, \`@Priya Raman\`.

\`\`\`
@Priya Raman
\`\`\`
`;

let browser: Browser;
let sandbox: SandboxPage;

beforeAll(async () => {
	browser = await startBrowser();
});

afterAll(() => browser.close());

beforeEach(async () => {
	sandbox = await SandboxPage.open(browser, DEMO_VAULT);
	await sandbox.write(NOTE, TEXT);
	await sandbox.settle();
});

afterEach(async () => {
	await sandbox.close();
	expect(sandbox.errors).toEqual([]);
});

const card = (): Locator => sandbox.page.locator('.ratify-card');

/** Rests the mouse on a name; answers what the card is headed, and takes the mouse away until the card is gone. */
async function headingOver(name: Locator): Promise<string> {
	await name.hover();
	const heading = await card().locator('.ratify-card-name').innerText();
	expect(await sandbox.page.locator('.popover').count()).toBe(1);
	await leave();
	return heading;
}

async function leave(): Promise<void> {
	await sandbox.page.mouse.move(2, 2);
	await card().waitFor({ state: 'detached' });
}

describe.each([
	['source', '.cm-content .ratify-name'],
	['live', '.cm-content .ratify-name'],
	['reading', '.markdown-reading-view .ratify-name'],
] as const)('in %s mode a card shows', (mode, names) => {
	const named = (text: string): Locator => sandbox.page.locator(names, { hasText: text }).first();

	beforeEach(() => sandbox.openNote(NOTE, { mode }));

	test('on a mention, on a link that the app can’t resolve, and on a person’s tag', async () => {
		expect(await headingOver(named('@Joost'))).toBe('Joost van der Meer');
		expect(await headingOver(named('Pilar Esteve'))).toBe('Pilar Esteve');
		expect(await headingOver(named('#person/'))).toBe('Saoirse O\'Malley');
	});

	test('on the person and the participants of the note', async () => {
		const field = (text: string): Locator => (mode === 'source' ? named(text) : sandbox.page.locator('.markdown-source-view:visible .metadata-property-value, .markdown-reading-view:visible .metadata-property-value').getByText(text).first());
		expect(await headingOver(field('Priya Raman'))).toBe('Priya Raman');
		expect(await headingOver(field('Oskar Brandt'))).toBe('Oskar Brandt');
	});

	test('that says so where a name is not certain', async () => {
		await named('@Erik Dahl').hover();
		await card().getByText('2 people could be meant.').waitFor();
		expect(await card().locator('.ratify-card-candidate').count()).toBe(2);
		await leave();
		await named('@Nobody Known').hover();
		await card().getByText('There is no note about anybody with that name.').waitFor();
	});

	test('not in code, nor on an address', async () => {
		await sandbox.page.locator(names).first().waitFor();
		const texts = await sandbox.page.locator(names).allInnerTexts();
		expect(texts.filter((text) => text.includes('example') || text.startsWith('@Priya'))).toEqual([]);
	});
});

test('a card says what the vault knows of a person, and leads on', async () => {
	await sandbox.openNote(NOTE, { mode: 'reading' });
	await sandbox.page.locator('.markdown-reading-view .ratify-name', { hasText: '@Joost' }).hover();
	expect((await card().innerText()).split('\n').filter((line) => line.trim() !== '')).toEqual(expect.arrayContaining(['VP Operations · Tundrel Instruments', 'Last contact 18 Nov', 'Notes together', 'Key facts', 'Decides clause 9.']));
	await card().getByRole('button', { name: 'Review 2' }).click();
	await sandbox.page.locator('.ratify-left', { hasText: '2 of' }).waitFor();
	expect(await sandbox.page.locator('.ratify-review input[type=search]').inputValue()).toBe('person:"Joost van der Meer"');
	expect(await sandbox.rows().count()).toBe(2);
});

test('a card follows the index while it is open', async () => {
	await sandbox.openNote(NOTE, { mode: 'reading' });
	await sandbox.page.locator('.markdown-reading-view .ratify-name', { hasText: '@Joost' }).hover();
	await card().waitFor();
	const path = 'Tundrel/People/Joost van der Meer/README.md';
	await sandbox.write(path, (await sandbox.read(path)).replace('role: VP Operations', 'role: Chief of <b>everything</b>'));
	await card().getByText('Chief of <b>everything</b> · Tundrel Instruments').waitFor();
});

test('a card that opens right after the start says what the person’s own note says, and the rest when it is known', async () => {
	await sandbox.page.addInitScript(holdWork);
	await sandbox.page.reload();
	await sandbox.page.waitForFunction(() => 'sandbox' in window);
	await sandbox.page.evaluate(() => window.sandbox.ready);
	await sandbox.openNote(NOTE, { mode: 'reading' });
	await sandbox.page.locator('.markdown-reading-view .ratify-name', { hasText: '@Joost' }).hover();
	await card().getByText('Reading notes…').waitFor();
	expect(await card().innerText()).toMatch(/VP Operations · Tundrel Instruments[^]*Decides clause 9\./u);
	expect(await card().getByText('Last contact').count()).toBe(0);
	await sandbox.page.evaluate(() => (window as Window & { releaseWork?: () => void }).releaseWork?.());
	await card().getByText('Last contact 18 Nov').waitFor();
	await card().getByRole('button', { name: 'Review 2' }).waitFor();
	expect(await card().getByText('Reading notes…').count()).toBe(0);
});

/** Runs in the page: keeps work that waits for the app's next turn until it is released. */
function holdWork(): void {
	const later = window.setTimeout.bind(window);
	let held: (() => void)[] | null = [];
	window.setTimeout = ((work: () => void, delay?: number) => {
		if (delay !== undefined || !held) return later(work, delay);
		held.push(work);
		return 0;
	}) as typeof window.setTimeout;
	Object.assign(window, {
		releaseWork: () => {
			for (const work of held ?? []) later(work);
			held = null;
		},
	});
}

test('where the app would preview a link as well, the card shows alone, and with Mod the preview does', async () => {
	await sandbox.write('.obsidian/page-preview.json', '{"preview": false, "editor": false}');
	await sandbox.write(NOTE, '[[Tundrel/People/Joost van der Meer/README|Joost]] wrote.\n');
	await sandbox.reopen();
	await sandbox.page.locator('.ratify-status', { hasText: 'to decide' }).waitFor();
	for (const [mode, link] of [['reading', '.markdown-reading-view a.internal-link'], ['live', '.cm-content .cm-hmd-internal-link']] as const) {
		await sandbox.openNote(NOTE, { mode });
		expect(await headingOver(sandbox.page.locator(link).first())).toBe('Joost van der Meer');
	}
	await sandbox.openNote(NOTE, { mode: 'reading' });
	await sandbox.page.keyboard.down('Control');
	await sandbox.page.locator('.markdown-reading-view a.internal-link').hover();
	await sandbox.page.locator('.popover .markdown-preview-view, .popover .markdown-embed').first().waitFor();
	expect(await card().count()).toBe(0);
	await sandbox.page.keyboard.up('Control');
});

test.each([
	['reading', '.markdown-reading-view a.internal-link', []],
	['live', '.cm-content .cm-underline', []],
	['source', '.cm-content .cm-hmd-internal-link', ['Control']],
] as const)('in %s mode a link with a person’s name leads to the person, and makes no note', async (mode, link, modifiers) => {
	await sandbox.openNote(NOTE, { mode });
	await sandbox.page.locator(link, { hasText: 'Pilar Esteve' }).first().click({ modifiers: [...modifiers] });
	await sandbox.page.waitForFunction(() => window.sandbox.app.workspace.getActiveFile()?.path === 'Work/Customers/Verdella/People/Pilar Esteve/README.md');
	expect(await sandbox.page.evaluate(() => window.sandbox.app.vault.getFiles().filter(({ name }) => name === 'Pilar Esteve.md').length)).toBe(0);
});

describe('in the review a card shows', () => {
	beforeEach(() => sandbox.openReview());

	test('on a heading, on whom a row is for, and on whom its sentence names', async () => {
		await sandbox.write('Inbox/2026-11-21 More.md', '- [?] Ask @Priya Raman about [[Pilar Esteve]] and Rime 3. @Oskar Brandt #task #proposed\n');
		await sandbox.filter('about rime');
		const row = sandbox.page.locator('.ratify-row', { hasText: 'and Rime 3' });
		expect(await headingOver(row.locator('.mod-owner'))).toBe('Oskar Brandt');
		expect(await headingOver(row.getByText('@Priya Raman'))).toBe('Priya Raman');
		expect(await headingOver(row.locator('.ratify-text-link'))).toBe('Pilar Esteve');
		await sandbox.page.keyboard.press('Escape');
		expect(await headingOver(sandbox.page.locator('.ratify-section-title', { hasText: 'Joost van der Meer' }))).toBe('Joost van der Meer');
	});

	test('on the owners of what may repeat a row, and of what does', async () => {
		await sandbox.write('Inbox/2026-11-21 Buoys.md', '- [?] Count the northern buoys before the storm season. @Oskar Brandt #task #proposed\n- [?] Count the northern buoys before the storm season. @Priya Raman #task #proposed\n');
		await sandbox.filter('northern buoys');
		const first = await sandbox.focusedRow().locator('.mod-owner').innerText();
		const other = first.includes('Oskar') ? 'Priya Raman' : 'Oskar Brandt';
		const neighbour = sandbox.focusedRow().locator('.ratify-neighbour');
		expect(await headingOver(neighbour.locator('.ratify-name', { hasText: other }))).toBe(other);
		await neighbour.getByRole('button', { name: 'Same' }).click();
		await sandbox.focusedRow().getByText('1 more', { exact: false }).first().waitFor();
		await sandbox.page.keyboard.press('g');
		const choice = sandbox.focusedRow().locator('.ratify-choice .ratify-name');
		expect(await headingOver(choice.filter({ hasText: 'Oskar' }))).toBe('Oskar Brandt');
		expect(await headingOver(choice.filter({ hasText: 'Priya' }))).toBe('Priya Raman');
	});

	test('for the keyboard, and gives it back', async () => {
		await sandbox.filter('owner:halvard');
		expect((await sandbox.focusedRow().locator('.mod-owner').innerText())).toContain('Halvard');
		await sandbox.page.keyboard.press('i');
		await sandbox.page.locator('.modal .ratify-card').waitFor();
		await sandbox.page.keyboard.press('Escape');
		await sandbox.page.waitForFunction(() => document.activeElement?.matches('.ratify-row.is-focused'));
	});
});

test('the command shows the person at the cursor, else another of the line, else whom the note is about', async () => {
	// Until the vault is read the palette does not offer it.
	await sandbox.page.locator('.ratify-status', { hasText: 'to decide' }).waitFor();
	const heading = async (line: number): Promise<string> => {
		await sandbox.openNote(NOTE, { mode: 'live', line });
		await sandbox.page.keyboard.press('Home');
		await sandbox.runFromPalette('Ratify: Show person');
		const text = await sandbox.page.locator('.modal .ratify-card-name').innerText();
		await sandbox.page.keyboard.press('Escape');
		await card().waitFor({ state: 'detached' });
		return text;
	};
	expect(await heading(9)).toBe('Joost van der Meer');
	expect(await heading(11)).toBe('Pilar Esteve');
	expect(await heading(10)).toBe('Priya Raman');
});

test('in a window of its own a card shows there', async () => {
	await sandbox.openNote(NOTE, { mode: 'live' });
	await sandbox.page.evaluate(() => window.sandbox.executeCommand('workspace:move-to-new-window'));
	const popout = sandbox.page.frameLocator('.popout-window-frame');
	await popout.locator('.cm-content .ratify-name', { hasText: '@Joost' }).hover();
	expect(await popout.locator('.ratify-card-name').innerText()).toBe('Joost van der Meer');
	expect(await card().count()).toBe(0);
});

test('on a phone a tap on a name opens its card', async () => {
	await sandbox.close();
	sandbox = await SandboxPage.open(browser, DEMO_VAULT, { mobile: true });
	await sandbox.write(NOTE, TEXT);
	await sandbox.settle();
	await sandbox.openNote(NOTE, { mode: 'reading' });
	await sandbox.page.locator('.markdown-reading-view .ratify-name', { hasText: '@Joost' }).click();
	expect(await sandbox.page.locator('.modal .ratify-card-name').innerText()).toBe('Joost van der Meer');
});
