import { setIcon } from '../interface/icons';
import { sanitizeHTMLToDom } from './sanitize-html';

const CALLOUT_ICONS: Record<string, string> = {
	note: 'pencil', abstract: 'clipboard-list', summary: 'clipboard-list', tldr: 'clipboard-list', info: 'info', todo: 'circle-check', tip: 'flame', hint: 'flame', important: 'flame',
	success: 'check', check: 'check', done: 'check', question: 'circle-help', help: 'circle-help', faq: 'circle-help', warning: 'triangle-alert', caution: 'triangle-alert',
	attention: 'triangle-alert', failure: 'x', fail: 'x', missing: 'x', danger: 'zap', error: 'zap', bug: 'bug', example: 'list', quote: 'quote', cite: 'quote',
};

/** Puts a block's HTML into its element, with what the app adds: icons, bullets, buttons, marks that fold. */
export function fillBlock(el: HTMLElement, html: string): void {
	el.append(sanitizeHTMLToDom(html));
	for (const callout of el.findAll('.callout')) decorateCallout(callout);
	for (const item of el.findAll('ul > li:not(.task-list-item)')) item.prepend(createSpan('list-bullet'));
	for (const item of el.findAll('li:has(> ul, > ol)')) addListFold(item);
	for (const heading of el.findAll('[data-heading]')) heading.prepend(foldMark('heading-collapse-indicator'));
	for (const pre of el.findAll('pre:has(> code)')) addCopyButton(pre);
}

function foldMark(cls: string): HTMLElement {
	return createSpan(`${cls} collapse-indicator collapse-icon`, mark => { setIcon(mark, 'right-triangle'); });
}

function addListFold(item: HTMLElement): void {
	const mark = foldMark('list-collapse-indicator');
	item.prepend(mark);
	mark.addEventListener('click', event => {
		event.stopPropagation();
		const collapsed = !item.hasClass('is-collapsed');
		item.toggleClass('is-collapsed', collapsed);
		mark.toggleClass('is-collapsed', collapsed);
	});
}

function decorateCallout(el: HTMLElement): void {
	setIcon(el.find(':scope > .callout-title > .callout-icon'), CALLOUT_ICONS[el.getAttr('data-callout') ?? ''] ?? 'pencil');
	if (!el.hasClass('is-collapsible')) return;
	const title = el.find(':scope > .callout-title');
	const fold = title.createDiv(`callout-fold${el.hasClass('is-collapsed') ? ' is-collapsed' : ''}`);
	setIcon(fold, 'chevron-down');
	title.addEventListener('click', event => {
		// A link in the title is followed, and folds nothing.
		if ((event.target as HTMLElement).closest('a') !== null) return;
		const collapsed = !el.hasClass('is-collapsed');
		el.toggleClass('is-collapsed', collapsed);
		fold.toggleClass('is-collapsed', collapsed);
	});
}

function addCopyButton(pre: HTMLElement): void {
	const button = pre.createEl('button', { cls: 'copy-code-button', attr: { 'aria-label': 'Copy' } });
	setIcon(button, 'copy');
	button.addEventListener('click', event => {
		event.stopPropagation();
		void button.win.navigator.clipboard.writeText(pre.find('code').textContent ?? '').then(() => { setIcon(button, 'check'); });
	});
}
