import { journal, openDuplicates, openNote, openReview } from './picture-steps.mjs';
import { statePictures } from './state-pictures.mjs';

/**
 * How each still picture in `docs/images` comes about.
 *
 * @typedef {import('playwright-core').Page} Page
 * @typedef {object} Picture
 * @property {string} query What stands after `?` in the page's address.
 * @property {{width: number, height: number}} [size]
 * @property {(page: Page) => Promise<void>} steps
 */

/** A note with a bit of everything, written into the page's memory. */
const tour = 'Notes/Tour.md';
const tourText = `---
type: note
tags: [sandbox, tour]
person: "[[Ana Ruiz]]"
---

# What a note can hold

Text with **bold**, *italic*, ==marked== words, \`code\`, a #tag and a link to [[Welcome]].

- [ ] Send the loggers back to the lab 📅 2026-11-27
- [?] Ask for the old contract. @Ana Ruiz ⏫ #task #proposed
	- [x] Find its number
- [-] Order more of the grey boxes

> [!tip] A callout
> With a list in it:
> - [ ] and a task

| Probe | Where | Reading |
|---|---|---:|
| G-2207 | Hall 5 | 4.1 |
| G-2209 | Cold room | 3.8 |

\`\`\`js
const warm = readings.filter((one) => one > 4);
\`\`\`
`;

/** @type {Record<string, Picture>} */
export const pictures = {
	...statePictures,
	'review-light': { query: 'theme=light', steps: decideOne },
	'source-light': { query: 'theme=light', steps: openSource },
	'sources-dark': { query: 'theme=dark', steps: listSources },
	'duplicates-dark': { query: 'theme=dark', steps: (page) => openDuplicates(page, openReview) },
	'person-light': { query: 'theme=light', steps: showPerson },
	'person-dark': { query: 'theme=dark', steps: showPerson },
	'suggest-light': { query: 'theme=light', steps: suggestPeople },
	'links-dark': { query: 'theme=dark', steps: offerLinks },
	'note-dark': { query: 'theme=dark', steps: async (page) => {
		await openNote(page, journal, 'live', 12);
		await page.keyboard.press('Control+p');
		await page.keyboard.type('ratify proposed');
	} },
	'settings-light': { query: 'theme=light', steps: openSettings },
	'sandbox/live-preview-light': { query: 'theme=light', steps: (page) => openTour(page, 'live') },
	'sandbox/live-preview-dark': { query: 'theme=dark', steps: (page) => openTour(page, 'live') },
	'sandbox/source-light': { query: 'theme=light', steps: (page) => openTour(page, 'source') },
	'sandbox/reading-light': { query: 'theme=light', steps: (page) => openTour(page, 'reading') },
	'sandbox/reading-dark': { query: 'theme=dark', steps: (page) => openTour(page, 'reading') },
	'sandbox/settings-dark': { query: 'theme=dark', steps: openSettings },
	'sandbox/hover-light': { query: 'theme=light', steps: async (page) => {
		await openTour(page, 'reading');
		await page.locator('a.internal-link', { hasText: 'Welcome' }).hover();
		await page.locator('.hover-popover').waitFor();
	} },
	'sandbox/palette-dark': { query: 'theme=dark', steps: async (page) => {
		await openTour(page, 'live');
		await page.keyboard.press('Control+p');
		await page.keyboard.type('tab');
	} },
	'sandbox/popout-light': { query: 'theme=light', steps: async (page) => {
		await openTour(page, 'reading');
		await page.evaluate(() => window.sandbox.executeCommand('workspace:open-in-new-window'));
	} },
	'sandbox/console-light': { query: 'theme=light', steps: async (page) => {
		await openNote(page, journal, 'live');
		await page.evaluate(() => window.sandbox.executeCommand('sandbox:open-console'));
		await page.keyboard.type('help');
		await page.keyboard.press('Enter');
	} },
	'sandbox/mobile-light': { query: 'theme=light&mobile=1', size: { width: 390, height: 844 }, steps: (page) => openTour(page, 'live') },
	'sandbox/mobile-dark': { query: 'theme=dark&mobile=1', size: { width: 390, height: 844 }, steps: async (page) => {
		await openNote(page, journal, 'live');
		await page.evaluate(() => window.sandbox.executeCommand('ratify:open-review'));
		await page.locator('.ratify-row').first().waitFor();
	} },
};

/** @param {Page} page */
async function decideOne(page) {
	await openNote(page, journal, 'live', 12);
	await page.evaluate(() => window.sandbox.executeCommand('ratify:open-review'));
	await page.locator('.ratify-row').first().waitFor();
	for (const key of ['j', 'Enter']) await page.keyboard.press(key);
	await page.locator('.ratify-footer').getByText('Confirmed.').waitFor();
}

/** Goes from a proposal to the words that prove it. @param {Page} page */
async function openSource(page) {
	await page.evaluate(() => window.sandbox.executeCommand('ratify:open-review'));
	await page.locator('.ratify-row.is-focused .ratify-quote').first().waitFor();
	await page.keyboard.press('s');
	await page.locator('.ratify-passage').first().waitFor();
}

/** Lists the sources of the vault, one of them with its notes. @param {Page} page */
async function listSources(page) {
	await openNote(page, 'Tundrel/People/Joost van der Meer/2026-11-17 - One to one, board page and a tester.md', 'live', 0);
	await page.locator('.ratify-status', { hasText: 'to decide' }).waitFor();
	await page.evaluate(() => window.sandbox.executeCommand('ratify:open-sources'));
	await page.locator('.ratify-sources .ratify-row.is-focused').waitFor();
	for (const key of ['j', 'Enter']) await page.keyboard.press(key);
}

/** Rests the mouse on a name in a note until the person's card shows. @param {Page} page */
async function showPerson(page) {
	await openNote(page, 'Tundrel/People/Joost van der Meer/2026-11-17 - One to one, board page and a tester.md', 'live', 0);
	await page.locator('.metadata-property[data-property-key="participants"] .multi-select-pill').first().hover();
	await page.locator('.ratify-card').waitFor();
}

/**
 * A few letters of a name, typed where a task is being written.
 *
 * @param {Page} page
 */
async function suggestPeople(page) {
	await openNote(page, journal, 'live', 12);
	await page.evaluate(() => window.sandbox.settle());
	await page.keyboard.press('End');
	await page.keyboard.press('Enter');
	for (const letter of 'Ask @r') await page.keyboard.press(letter === ' ' ? 'Space' : letter);
	await page.locator('.suggestion-item').first().waitFor();
}

/**
 * The names of people that could be links in all notes.
 *
 * @param {Page} page
 */
async function offerLinks(page) {
	await page.locator('.ratify-status', { hasText: 'to decide' }).waitFor();
	await page.evaluate(() => window.sandbox.executeCommand('ratify:link-names-in-all'));
	await page.locator('.ratify-links-modal').waitFor();
}

/** @param {Page} page */
async function openSettings(page) {
	await page.keyboard.press('Control+,');
	await page.frameLocator('.settings-window-frame').getByText('Ratify', { exact: true }).click();
}

/**
 * @param {Page} page
 * @param {'live' | 'source' | 'reading'} mode
 */
async function openTour(page, mode) {
	await page.evaluate(([path, text]) => window.sandbox.write(path, text).then(() => window.sandbox.settle()), [tour, tourText]);
	await openNote(page, tour, mode);
}
