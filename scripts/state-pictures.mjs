import { journal, openDuplicates, openEmbed, openNote, openReview, press, writeNote } from './picture-steps.mjs';

/**
 * @typedef {import('playwright-core').Page} Page
 * @typedef {import('./picture-steps.mjs').Steps} Steps
 * @typedef {object} Place Where the review is seen.
 * @property {string} query
 * @property {{width: number, height: number}} [size]
 * @property {Steps} open
 * @typedef {object} State What the review is seen in.
 * @property {(page: Page, open: Steps) => Promise<void>} steps
 * @property {boolean} [isEverywhere] Whether it is shown at every place, and not only in the sidebar.
 */

/** @type {Record<string, Place>} */
const places = {
	sidebar: { query: '', open: openReview },
	narrow: { query: '', size: { width: 640, height: 800 }, open: openNarrow },
	wide: { query: '', size: { width: 1400, height: 800 }, open: openWide },
	phone: { query: '&mobile=1', size: { width: 390, height: 844 }, open: openReview },
};

const plan = 'Inbox/2026-11-20 Plan.md';
const planText = '# Plan\n\n- [?] Send the list of loggers to Yuki Tanabe. @Myself 📅 2026-11-27 #task #proposed\n';

/** @type {Record<string, State>} */
const states = {
	rows: { isEverywhere: true, steps: async (page, open) => {
		await beside(page, open);
		await page.locator('.ratify-filter input').blur();
	} },
	focused: { isEverywhere: true, steps: showEvidence },
	duplicates: { isEverywhere: true, steps: openDuplicates },
	selection: { steps: async (page, open) => {
		await beside(page, open);
		await press(page, 'j', 'Space', 'Shift+J', 'Shift+J');
	} },
	edit: { isEverywhere: true, steps: async (page, open) => {
		await beside(page, open);
		await press(page, 'j', 'e');
		await page.locator('textarea.ratify-words').waitFor();
	} },
	filter: { steps: async (page, open) => {
		await beside(page, open);
		await press(page, '/');
		await page.keyboard.type('owner:me due:');
		await page.locator('.ratify-suggestion').first().waitFor();
	} },
	nothing: { isEverywhere: true, steps: async (page, open) => {
		await beside(page, open);
		await filterFor(page, 'owner:me zebra');
		await page.getByText('No proposal passes').waitFor();
	} },
	decided: { isEverywhere: true, steps: async (page, open) => {
		await beside(page, open);
		await press(page, 'Enter', 'x', 'Control+a', 'Enter');
		await page.locator('.modal button.mod-cta').click();
		await page.getByText('Today you confirmed').waitFor({ timeout: 60_000 });
		await page.evaluate(() => window.sandbox.settle());
	} },
	'first-run': { steps: async (page, open) => {
		await page.evaluate(async () => {
			for (const { path } of window.sandbox.app.vault.getFiles()) await window.sandbox.remove(path);
			await window.sandbox.settle();
		});
		await writeNote(page, journal, '# Thursday\n\nHall 5 passed, Oskar bought cake.\n');
		await openNote(page, journal, 'live');
		await open(page);
		await page.locator('.ratify-guide').waitFor();
	} },
	history: { isEverywhere: true, steps: async (page, open) => {
		await beside(page, open);
		await press(page, 'Enter', 'Enter', 'x', 'j', 'Enter', 'u', 'Shift+H');
		await page.locator('.ratify-day').waitFor();
	} },
	conflict: { steps: async (page, open) => {
		await writeNote(page, plan, planText);
		await openNote(page, plan, 'live');
		await open(page);
		await filterFor(page, 'note:plan loggers');
		await page.evaluate(async ([path, text]) => {
			const held = await window.sandbox.faults.hang({ operation: 'read', path });
			window.held = held;
			window.changed = () => window.sandbox.write(path, text);
		}, [plan, planText.replace('list of loggers', 'list of broken loggers')]);
		await page.evaluate(() => window.sandbox.app.workspace.getLeavesOfType('markdown').forEach((leaf) => leaf.detach()));
		await page.locator('.ratify-row').first().locator('.ratify-text').click();
		await press(page, 'Enter');
		await page.evaluate(async () => {
			await window.held.reached;
			await window.changed();
			await window.held.release();
		});
		await page.locator('.ratify-conflict').waitFor();
		await page.evaluate(() => window.sandbox.settle());
		await press(page, 'Escape');
	} },
	bulk: { steps: async (page, open) => {
		await beside(page, open);
		await press(page, 'Control+a', 'Enter');
		await page.locator('.modal button.mod-cta').waitFor();
	} },
	progress: { steps: async (page, open) => {
		await beside(page, open);
		await page.evaluate(() => window.sandbox.faults.hang({ operation: 'write', path: 'Work/Suppliers/*' }));
		await press(page, 'Control+a', 'Enter');
		await page.locator('.modal button.mod-cta').click();
		await page.locator('.ratify-work').waitFor();
		await page.waitForTimeout(2000);
	} },
	due: { steps: async (page, open) => {
		await beside(page, open);
		await press(page, 'd');
		await page.keyboard.type('in two weeks');
	} },
	owner: { steps: async (page, open) => {
		await beside(page, open);
		await press(page, 'a');
		await page.keyboard.type('r');
		await page.locator('.suggestion-item').first().waitFor();
	} },
	keys: { steps: async (page, open) => {
		await beside(page, open);
		await press(page, '?');
		await page.locator('.modal').waitFor();
	} },
	embed: { steps: openEmbed },
	buttons: { steps: async (page) => {
		await openNote(page, journal, 'live', 12);
		await page.locator('.cm-line.cm-active .ratify-line').waitFor();
	} },
	reading: { steps: async (page) => {
		await openNote(page, journal, 'reading');
		await page.locator('li.task-list-item', { hasText: 'Tell Joost' }).hover();
		await page.locator('li.task-list-item .ratify-line-button').first().waitFor();
	} },
};

/**
 * Each state of the review in both themes, at the places where it looks otherwise.
 *
 * @type {Record<string, import('./pictures.mjs').Picture>}
 */
export const statePictures = Object.fromEntries(Object.entries(states).flatMap(([state, { steps, isEverywhere = false }]) =>
	Object.entries(places).filter(([place]) => isEverywhere || place === 'sidebar').flatMap(([place, { query, size, open }]) =>
		['light', 'dark'].map((theme) => [`states/${state}-${place}-${theme}`, { query: `theme=${theme}${query}`, ...(size && { size }), steps: (/** @type {Page} */ page) => steps(page, open) }]))));

/**
 * Opens the review beside a note.
 *
 * @param {Page} page
 * @param {Steps} open
 */
async function beside(page, open) {
	await openNote(page, journal, 'live', 12);
	await open(page);
	await page.locator('.ratify-row.is-focused').waitFor();
}

/**
 * @param {Page} page
 * @param {Steps} open
 */
async function showEvidence(page, open) {
	await beside(page, open);
	await press(page, 'j');
	await page.locator('.ratify-row.is-focused .ratify-quote').first().waitFor();
}

/**
 * @param {Page} page
 * @param {string} filter
 */
async function filterFor(page, filter) {
	await page.locator('.ratify-row').first().waitFor();
	await page.locator('.ratify-filter input').fill(filter);
	await press(page, 'Enter');
}

/** @param {Page} page */
async function openNarrow(page) {
	await page.evaluate(() => {
		const { leftSplit, rightSplit } = window.sandbox.app.workspace;
		leftSplit.collapse();
		rightSplit.containerEl.setCssStyles({ width: '250px' });
	});
	await openReview(page);
}

/** @param {Page} page */
async function openWide(page) {
	await page.evaluate(() => {
		window.sandbox.app.workspace.leftSplit.collapse();
		window.sandbox.executeCommand('ratify:open-review-in-tab');
	});
	await page.locator('.mod-root .ratify-review').waitFor();
}
