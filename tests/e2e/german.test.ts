import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Locator } from 'playwright-core';
import { german } from '../../src/words/german';
import { englishAmong, shownTexts } from './english-left';
import { DEMO_VAULT, SandboxPage, startBrowser } from './sandbox-page';

const NOTE = 'Inbox/2026-11-20 Boats.md';
const TEXT = '# Boats\n\n- [?] Paint the blue dinghy. @Oskar Brandt 📅 2026-11-17 #task #proposed\n\nAsk @Joost van der Meer or @Nobody Known.\n';

let browser: Browser;
let sandbox: SandboxPage;

beforeAll(async () => {
	browser = await startBrowser();
	sandbox = await SandboxPage.open(browser, DEMO_VAULT, { language: 'de', size: { width: 1400, height: 1000 } });
	sandbox.page.setDefaultTimeout(8000);
	await sandbox.write(NOTE, TEXT);
	await sandbox.page.locator('.ratify-status', { hasText: /^\d+ zu entscheiden$/u }).waitFor();
	await openReview();
});

afterAll(async () => {
	await sandbox.close();
	await browser.close();
	expect(sandbox.errors).toEqual([]);
});

/** What a test that failed has left open is in nobody's way. */
beforeEach(async () => {
	for (let open = 0; open < 3 && (await sandbox.page.locator('.modal-container').count()) > 0; open++) await sandbox.page.keyboard.press('Escape');
});

const texts = (): Promise<readonly string[]> => shownTexts(sandbox.page);
const review = (): Locator => sandbox.page.locator('.ratify-review').first();
const notice = (words: string): Locator => sandbox.page.locator('.notice', { hasText: words });

async function openReview(): Promise<void> {
	await sandbox.runFromPalette('Ratify: Durchsicht öffnen');
	await sandbox.page.locator('.ratify-row.is-focused:focus').waitFor();
}

/** Everything that the plugin shows now is German, and these are among it. */
async function expectGerman(...wanted: readonly (string | RegExp)[]): Promise<void> {
	const shown = await texts();
	expect(englishAmong(shown, german)).toEqual([]);
	expect(wanted.filter((each) => !shown.some((text) => (typeof each === 'string' ? text === each : each.test(text)))).map(String)).toEqual([]);
}

/** The same of what a key of the review opens, and closes it. */
async function expectGermanAfter(key: string, ...wanted: readonly (string | RegExp)[]): Promise<void> {
	await sandbox.page.locator('.ratify-row.is-focused').focus();
	await sandbox.page.keyboard.press(key);
	await sandbox.page.locator('.prompt, .modal, .ratify-words').first().waitFor();
	await expectGerman(...wanted);
	await sandbox.page.keyboard.press('Escape');
	await sandbox.page.locator('.prompt, .modal, .ratify-words').waitFor({ state: 'detached' });
}

test('what is left in English is found', () => {
	const shown = ['205 to decide', '1,234 decisions', 'Confirm', 'Confirm: Call Ana', 'Without “x”: 2 decisions', 'A: The line is no longer there.', 'Due date', '5 days overdue'];
	expect(englishAmong(shown, german)).toEqual(shown);
	expect(englishAmong(['205 zu entscheiden', 'Person', 'Call Ana: confirm it', 'Send the source to Ana', 'Plan in Boats'], german)).toEqual([]);
});

test('the review is German, with its menus and all that its keys open', async () => {
	await expectGerman('Durchsicht', 'Bestätigen', 'Verwerfen', 'nach Person', /^\d+ Entscheidungen$/u, /^aus \d+ Vorschlägen$/u, /^\d+ für mich$/u, 'Filter: Wörter, owner:me, due:<friday', 'Verlauf', /^Gruppiert nach Person, neueste Notiz zuerst\. Ändern$/u);
	await review().locator('.ratify-grouping').click();
	await expectGerman('Zuständigkeit', 'Fälligkeit', 'Nicht gruppiert', 'Meiste Duplikate zuerst');
	await sandbox.page.keyboard.press('Escape');
	await review().locator('.ratify-row.is-focused').getByRole('button', { name: 'Mehr' }).click();
	await expectGerman('Text bearbeiten', 'Fälligkeit ändern…', 'Ausblenden bis…', 'Notiz öffnen');
	await sandbox.page.keyboard.press('Escape');
	await expectGermanAfter('?', 'Tasten in der Durchsicht', 'Auswahl erweitern', 'Rückgängig');
	await expectGermanAfter('a', 'Wer ist zuständig?', 'Ich', 'Niemand zuständig');
	await expectGermanAfter('d', /^Wann ist es fällig\? Auf Englisch/u, 'Morgen', 'In zwei Wochen', /^\p{L}+tag, \d+\. \p{L}+(?: \d{4})?$/u);
	await expectGermanAfter('p', 'Wie dringend ist es?', 'Niedrigste');
	await expectGermanAfter('h', /^Bis wann ausblenden\?/u);
	await expectGermanAfter('e', 'Text der Aufgabe', 'Speichern und bestätigen', 'Abbrechen');
	await expectGermanAfter('2', 'Dieselbe Aufgabe wie…');
});

test('each way to group and sort is German', async () => {
	for (const [how, heading] of [['Fälligkeit', 'Überfällig'], ['Ordner', null], ['Quelle', 'Alle bestätigen'], ['Notiz', 'Alle verwerfen'], ['Zuständigkeit', 'Ich']] as const) {
		await sandbox.arrange(how);
		await review().locator('.ratify-grouping', { hasText: `nach ${how}` }).waitFor();
		await expectGerman(...(heading === null ? [] : [heading]));
	}
	await sandbox.arrange('Person');
	await review().locator('.ratify-grouping', { hasText: 'nach Person' }).waitFor();
});

test('the filter says in German what its terms mean, what it does not understand, and what to leave out', async () => {
	await openReview();
	await sandbox.page.keyboard.press('/');
	await review().getByText('wer zuständig ist', { exact: true }).waitFor();
	await expectGerman('Wonach gefiltert werden kann', 'wann es fällig ist', 'owner:', 'due:');
	await sandbox.page.keyboard.type('due:soonish ');
	await review().getByText('„soonish“ ist kein Tag').waitFor();
	await sandbox.page.keyboard.type('priority:red has:legs ownr:me ');
	await review().getByText('Meinst du „owner:“?').waitFor();
	await expectGerman(/^„red“ ist keine Priorität\. Versuch es mit „highest“, .+ oder „none“\.$/u, /^Nach „legs“ lässt sich nicht filtern/u);
	await sandbox.page.keyboard.press('Control+a');
	await sandbox.page.keyboard.type('zzzz owner:me');
	await review().getByText('Kein Vorschlag passt zu diesem Filter.').waitFor();
	await expectGerman(/^Ohne „zzzz“: \d+ Entscheidung/u, 'Filter leeren');
	await review().getByRole('button', { name: 'Filter leeren' }).click();
	await review().locator('.ratify-row').first().waitFor();
});

test('deciding, taking back and the history are German', async () => {
	await openReview();
	await sandbox.page.keyboard.press('Shift+H');
	await review().getByText('Noch nichts entschieden.').waitFor();
	await expectGerman(/^Hier stehen deine letzten 500 Entscheidungen/u, 'Verlauf schließen');
	await sandbox.page.keyboard.press('Shift+H');
	await openReview();
	await sandbox.page.keyboard.press('Enter');
	await review().locator('.ratify-outcome', { hasText: /^Bestätigt\./u }).waitFor();
	await expectGerman('Rückgängig');
	await sandbox.page.keyboard.press('u');
	await review().locator('.ratify-outcome', { hasText: /^Rückgängig gemacht/u }).waitFor();
	await expectGerman('Wiederholen');
	await sandbox.page.keyboard.press('x');
	await review().locator('.ratify-outcome', { hasText: /^Verworfen/u }).waitFor();
	await sandbox.page.keyboard.press('Shift+H');
	await review().getByText(/^Verworfen: /u).waitFor();
	await expectGerman('Heute', 'Rückgängig', /^Bestätigt: /u, 'Rückgängig gemacht');
	await sandbox.page.keyboard.press('Shift+H');
});

test('many at once are asked for in German', async () => {
	await openReview();
	await sandbox.page.keyboard.press('Control+a');
	await expectGerman('Ausgewählt');
	await sandbox.page.keyboard.press('Enter');
	await sandbox.page.locator('.modal').waitFor();
	await expectGerman(/^\d+ Vorschläge bestätigen\?$/u, /^\d+ bestätigen$/u, 'Abbrechen');
	expect(await sandbox.page.locator('.modal').innerText()).toContain('Duplikate werden mit ihnen aussortiert. Du kannst das in einem Schritt rückgängig machen.');
	await sandbox.page.keyboard.press('Escape');
	await sandbox.page.keyboard.press('Escape');
});

test('all commands are German', async () => {
	const names = await sandbox.page.evaluate(() => Object.values(window.app.commands.commands).map(({ name }) => name).filter((name) => name.startsWith('Ratify: ')).map((name) => name.slice('Ratify: '.length)));
	expect(names.length).toBeGreaterThan(15);
	expect(englishAmong(names, german)).toEqual([]);
	expect(names).toEqual(expect.arrayContaining(['Durchsicht öffnen', 'Vorschlag bestätigen', 'Alle Vorschläge in dieser Notiz verwerfen', 'Namen in allen Notizen verlinken', 'Quellen öffnen']));
});

test('a proposal in its note, its menu and its notices are German', async () => {
	await sandbox.openNote(NOTE, { mode: 'live', line: 2 });
	const line = sandbox.page.locator('.cm-line', { hasText: 'Paint the blue dinghy' });
	await line.hover();
	await line.getByRole('button', { name: 'Vorschlag verwerfen' }).waitFor();
	await line.getByRole('button', { name: 'Mehr' }).click();
	await expectGerman('Vorschlag bestätigen', 'Zuständigkeit ändern…', 'In der Durchsicht zeigen');
	await sandbox.page.keyboard.press('Escape');
	await sandbox.runFromPalette('Ratify: Vorschlag bestätigen');
	await notice('Bestätigt.').waitFor();
	await expectGerman('Bestätigt.', 'Rückgängig');
	await notice('Bestätigt.').getByRole('button', { name: 'Rückgängig' }).click();
	await notice('Rückgängig gemacht.').waitFor();
	await sandbox.page.locator('.cm-line', { hasText: '#proposed' }).first().waitFor();
	await sandbox.openNote(NOTE, { mode: 'live', line: 0 });
	await sandbox.runFromPalette('Ratify: Fälligkeit des Vorschlags ändern');
	await notice('In dieser Zeile ist kein Vorschlag.').waitFor();
	await expectGerman();
});

test('people are German: a card, names of nobody known, and links to be written', async () => {
	await sandbox.openNote(NOTE, { mode: 'live', line: 4 });
	await sandbox.page.locator('.cm-line .ratify-name', { hasText: 'Joost van der Meer' }).hover();
	await sandbox.page.locator('.ratify-card', { hasText: 'Notiz öffnen' }).waitFor();
	await expectGerman('Gemeinsame Notizen', 'Zu entscheiden', /^Letzter Kontakt \d+\. /u, /^\d+ durchsehen$/u);
	await sandbox.page.mouse.move(5, 5);
	await sandbox.page.locator('.ratify-card').waitFor({ state: 'detached' });
	await sandbox.runFromPalette('Ratify: Personen ohne Notiz zeigen');
	await sandbox.page.locator('.ratify-unknown > li').first().waitFor();
	await expectGerman('Personen ohne Notiz', /Namen gehören niemandem mit einer Notiz/u, 'Notiz anlegen', /-mal in \d+ Notizen$|^einmal in 1 Notiz$/u);
	await sandbox.page.keyboard.press('Escape');
	await sandbox.runFromPalette('Ratify: Namen in allen Notizen verlinken');
	await sandbox.page.locator('.ratify-links-modal .mod-cta').waitFor();
	await expectGerman('Namen mit Personen verlinken', 'Führt zu', /^\d+ Namen verlinken$/u);
	await sandbox.page.keyboard.press('Escape');
});

test('sources are German: their list, a passage, and links to be written', async () => {
	await sandbox.runFromPalette('Ratify: Quellen öffnen');
	await sandbox.page.locator('.ratify-sources .ratify-row').first().waitFor();
	await expectGerman('Quellen', 'Ohne Notiz', 'Ohne Datei', 'Quellen filtern', /^\d+ übrig$/u, /^\d+ Notiz(?:en)?$/u);
	for (const tab of ['Ohne Notiz', 'Ohne Datei', 'Quellen']) {
		await sandbox.page.locator('.ratify-tab', { hasText: tab }).click();
		await sandbox.page.locator('.ratify-tab[aria-selected=true]', { hasText: tab }).waitFor();
		await expectGerman();
	}
	await sandbox.runFromPalette('Ratify: Quellen aller Notizen verlinken');
	await sandbox.page.locator('.ratify-links-modal .mod-cta').waitFor();
	await expectGerman('Quellen verlinken', 'Entstanden aus', 'Was sich ändert', /^\d+ Notizen verlinken$/u, /hinzugefügt/u);
	await sandbox.page.keyboard.press('Escape');
});

test('the settings are German', async () => {
	const window = await sandbox.openSettings();
	await window.getByText('Durchsicht gruppieren nach').waitFor();
	const frame = sandbox.page.frames().find((each) => each !== sandbox.page.mainFrame());
	const shown = frame ? await shownTexts(frame) : [];
	expect(shown.length).toBeGreaterThan(40);
	// The folder that is meant where none is set.
	expect(englishAmong(shown, german)).toEqual(['People']);
	expect(shown).toEqual(expect.arrayContaining(['Deine Namen', 'Personen', 'Quellen', 'Entscheidungen', 'Neuester Notiz', 'Als abgebrochen markieren', 'Wie im Tasks-Plugin eingestellt', 'Kästchen verworfener Aufgaben']));
});

test('an empty vault says in German how a task is proposed', async () => {
	const vault = mkdtempSync(path.join(tmpdir(), 'leer-'));
	writeFileSync(path.join(vault, 'Erste.md'), '```ratify\nunknown line: 3\n```\n\nListe schicken\n');
	const empty = await SandboxPage.open(browser, vault, { language: 'de' });
	await empty.page.evaluate(() => window.sandbox.executeCommand('ratify:open-review'));
	await empty.page.getByText('Keine vorgeschlagenen Aufgaben.').waitFor();
	await empty.openNote('Erste.md', { mode: 'live', line: 4 });
	await empty.page.locator('.ratify-embed-header').waitFor();
	const shown = await shownTexts(empty.page);
	expect(englishAmong(shown, german)).toEqual([]);
	expect(shown).toEqual(expect.arrayContaining(['Aufgabe vorschlagen', '0 Entscheidungen', 'In der Durchsicht öffnen', 'Kopieren']));
	expect(await empty.page.evaluate(() => document.documentElement.lang)).toBe('de');
	await empty.close();
	rmSync(vault, { recursive: true });
	expect(empty.errors).toEqual([]);
});
