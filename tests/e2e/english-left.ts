import type { Frame, Page } from 'playwright-core';
import { english, type Words } from '../../src/words/english';
import { COUNTS, leavesOf, say } from '../words/samples';

/** What of the page is the plugin's; the sandbox itself speaks English. */
const OWN = [
	'[class*="ratify-"]', '.notice', '.menu', '.prompt:not(.command-palette)', '.modal-title', '.modal-button-container', '.workspace-tab-header[data-type^="ratify-"]',
	'.suggestion-container', '.vertical-tab-content',
].join();
const NUMBER = '[\\d.,]+';
/** Shorter texts may stand in a note by chance as a part of something else. */
const LEAST_WORDS_WITHIN = 4;

/** All texts that the plugin shows, each once: what can be read, and what is said of buttons and fields. */
export async function shownTexts(page: Page | Frame): Promise<readonly string[]> {
	return page.evaluate((own) => {
		const texts = new Set<string>();
		// What a closed list offers counts as seen where the list is.
		const isSeen = (el: Element): boolean => el.closest('style, script, .modal-close-button') === null && (el.closest('select') ?? el).checkVisibility();
		for (const root of document.querySelectorAll(own)) {
			for (const el of [root, ...root.querySelectorAll('*')]) {
				if (!isSeen(el)) continue;
				for (const name of ['aria-label', 'title', 'placeholder']) texts.add(el.getAttribute(name)?.trim() ?? '');
				// What tasks say is the vault's own, in whatever language.
				if (el.closest('.ratify-row:not(.ratify-entry) .ratify-text, .ratify-member-text')) continue;
				for (const node of el.childNodes) if (node.nodeType === Node.TEXT_NODE) texts.add(node.textContent?.trim() ?? '');
			}
		}
		texts.delete('');
		return [...texts];
	}, OWN);
}

/** Of some texts those that are English, where another language says something else. */
export function englishAmong(texts: readonly string[], words: Words): readonly string[] {
	const patterns = englishPatterns(words);
	// “Link auf ihre Notiz” begins as “Link Ana” does.
	const theirs = new Set(leavesOf(words).map(({ said }) => said));
	return texts.filter((text) => !theirs.has(text) && patterns.some((pattern) => pattern.test(text)));
}

function englishPatterns(words: Words): readonly RegExp[] {
	const theirs = new Map(leavesOf(words).map((leaf) => [leaf.path, leaf]));
	return leavesOf(english).flatMap((leaf) => COUNTS.flatMap((count) => {
		const { text, asked } = say(leaf, count);
		const other = theirs.get(leaf.path);
		// A day, and what is made of values alone, is no English.
		if (leaf.path.startsWith('dates.') && asked.has('date') || !other || say(other, count).text === text) return [];
		return [patternOf(text, count)];
	}));
}

function patternOf(text: string, count: number): RegExp {
	const source = text
		.replace(/[$()*+.?[\\\]^{|}]/gu, '\\$&')
		.replace(/Zyx-[a-z]+/gu, '.+')
		.replaceAll(count.toLocaleString('en'), NUMBER);
	const isLong = text.replace(/Zyx-\S+/gu, '').split(/\s+/u).filter((word) => /\p{L}/u.test(word)).length >= LEAST_WORDS_WITHIN;
	return new RegExp(isLong ? source : `^${source}$`, 'u');
}
