import type axe from 'axe-core';
import { source } from 'axe-core';
import type { Frame, Page } from 'playwright-core';

/** All that the plugin draws, wherever that stands; the rest of the window is the app's. */
const ROOTS = [
	'.ratify-review', '.modal[class*="ratify-"]', '.prompt[class*="ratify-"]', '.modal:has([class*="ratify-"])', '.prompt:has([class*="ratify-"])',
	'.popover[class*="ratify-"]', '.popover:has([class*="ratify-"])', '.ratify-line', '.notice:has([class*="ratify-"])', '.vertical-tab-content.ratify-settings',
].join();

/** How the theme bears on it: whether colours are looked at, too. */
export interface AxeOptions {
	/** The app's own colours are known to be told apart; those of others are theirs to answer for. */
	readonly contrast?: boolean;
	/** Whether the colours are all that may have changed since the last look. */
	readonly coloursOnly?: boolean;
	/** Where to look, where that is not the plugin's own elements. */
	readonly within?: string;
	/** What in there is the app's own. */
	readonly except?: string;
}

/** What axe-core finds wrong in what the plugin draws, as lines of rule, state and element. Throws where the plugin draws nothing. */
export async function findFaults(frame: Page | Frame, state: string, { contrast = true, coloursOnly = false, within = ROOTS, except = '.nothing' }: AxeOptions = {}): Promise<string[]> {
	if (!(await frame.evaluate(() => 'axe' in window))) await frame.evaluate(source);
	await frame.evaluate(() => Promise.allSettled(document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity).map(({ finished }) => finished)));
	const found = await frame.evaluate(async ([selector, excluded, isContrast, isColoursOnly]) => {
		if (![...document.querySelectorAll(selector)].some((el) => el.checkVisibility())) return null;
		const { axe: tool } = window as unknown as { axe: typeof axe };
		const { violations } = await tool.run({ include: [[selector]], exclude: [[excluded]] }, {
			resultTypes: ['violations'],
			elementRef: false,
			...(isColoursOnly ? { runOnly: ['color-contrast'] } : { rules: { 'target-size': { enabled: true }, 'color-contrast': { enabled: isContrast } } }),
		});
		return violations.flatMap(({ id, nodes }) => nodes.map(({ html, any, all, none }) => ({ id, html, why: [...any, ...all, ...none].map(({ message }) => message).join(' ') })));
	}, [within, except, contrast, coloursOnly] as const);
	if (!found) throw new Error(`Nothing of the plugin is shown: ${state}`);
	return [...new Set(found.map(({ id, html, why }) => `${id} | ${state} | ${html.slice(0, 160)} | ${why.slice(0, 200)}`))];
}
