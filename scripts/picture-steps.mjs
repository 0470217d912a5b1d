/**
 * What several pictures of the plugin begin with.
 *
 * @typedef {import('playwright-core').Page} Page
 * @typedef {(page: Page) => Promise<void>} Steps
 */

/** The note that the pictures of the plugin show beside the review. */
export const journal = 'Journal/2026-11-19.md';

/** A note that shows what waits for somebody. */
const embedText = `# Hall 5

Who has the keys: Oskar. What still waits for him:

\`\`\`ratify
person:"Oskar Brandt" hall
limit: 3
\`\`\`

Opening hours are on the door.
`;

/** A later run of the pipeline over the same meetings, which words the same task anew. */
const laterRun = {
	'2026-11-16 - Radio chamber call': 'Confirm or release the radio chamber slot from 8 February with Dalia Ferro. @Myself 📅 2026-11-27 ⏫',
	'2026-11-17 - Lab follow-up': 'Tell Dalia Ferro whether the radio chamber slot from 8 February is confirmed or released. @Myself 📅 2026-12-01 ⏫',
	'2026-11-18 - Certification weekly': 'Confirm the radio chamber slot from 8 February with Dalia Ferro, or release it. @Myself 📅 2026-11-27',
};

/**
 * @param {Page} page
 * @param {string} path
 * @param {'live' | 'source' | 'reading'} mode
 * @param {number} [line]
 */
export async function openNote(page, path, mode, line) {
	await page.evaluate(([name, how]) => window.sandbox.openFile(name, how), [path, line === undefined ? { mode } : { mode, line }]);
}

/**
 * Writes a note as another program would, and waits until the plugin has seen it.
 *
 * @param {Page} page
 * @param {string} path
 * @param {string} text
 */
export async function writeNote(page, path, text) {
	await page.evaluate(([name, note]) => window.sandbox.write(name, note).then(() => window.sandbox.settle()), [path, text]);
}

/**
 * Presses keys one after another.
 *
 * @param {Page} page
 * @param {...string} keys
 */
export async function press(page, ...keys) {
	for (const key of keys) await page.keyboard.press(key);
}

/**
 * Opens the review in the sidebar.
 *
 * @param {Page} page
 */
export async function openReview(page) {
	await page.evaluate(() => window.sandbox.executeCommand('ratify:open-review'));
	await page.locator('.ratify-review').waitFor();
}

/**
 * A row with duplicates, opened.
 *
 * @param {Page} page
 * @param {Steps} open Opens the review.
 */
export async function openDuplicates(page, open) {
	await writeLaterRun(page);
	await open(page);
	const row = page.locator('.ratify-row', { hasText: 'chamber slot' }).first();
	await row.locator('.ratify-text').click();
	await row.locator('.ratify-group').waitFor();
	await press(page, 'g', 'j');
}

/**
 * A note with a part of the review in it.
 *
 * @param {Page} page
 */
export async function openEmbed(page) {
	await writeNote(page, 'Notes/Hall 5.md', embedText);
	await openNote(page, 'Notes/Hall 5.md', 'live');
	await page.locator('.ratify-embed .ratify-row').first().locator('.ratify-text').click();
}

/** @param {Page} page */
async function writeLaterRun(page) {
	for (const [title, line] of Object.entries(laterRun)) {
		const text = `---\ntitle: ${title.slice(13)}\nperson: "[[Dalia Ferro]]"\n---\n# Action items\n\n- [?] ${line} #task #proposed #auto\n`;
		await writeNote(page, `Inbox/${title}.md`, text);
	}
	await openNote(page, 'Inbox/2026-11-18 - Certification weekly.md', 'live');
}
