import type * as Api from 'obsidian-api';

const options = new WeakMap<Element, Api.TooltipOptions>();
const DEFAULT_DELAY = 500;
let shown: HTMLElement | null = null;
let timer = 0;

/** Gives an element a tooltip that is its accessible name too (`aria-label`). */
export function setTooltip(el: HTMLElement, tooltip: string, tooltipOptions: Api.TooltipOptions = {}): void {
	if (tooltip === '') el.removeAttribute('aria-label');
	else el.setAttribute('aria-label', tooltip);
	options.set(el, tooltipOptions);
	if (tooltipOptions.placement !== undefined) el.setAttribute('data-tooltip-position', tooltipOptions.placement);
	if (tooltipOptions.delay !== undefined) el.setAttribute('data-tooltip-delay', String(tooltipOptions.delay));
}

/** Shows a tooltip now, in place of any other. */
export function displayTooltip(target: HTMLElement, content: string | DocumentFragment, given: Api.TooltipOptions = {}): void {
	hideTooltip();
	const el = target.ownerDocument.body.createDiv({ cls: ['tooltip', ...(given.classes ?? [])] });
	el.append(content);
	el.setAttribute('role', 'tooltip');
	place(el, target, given);
	shown = el;
}

/** Takes the shown tooltip away. */
export function hideTooltip(): void {
	window.clearTimeout(timer);
	shown?.remove();
	shown = null;
}

function place(el: HTMLElement, target: HTMLElement, given: Api.TooltipOptions): void {
	const at = target.getBoundingClientRect();
	const box = el.getBoundingClientRect();
	const gap = given.gap ?? 8;
	const side = given.placement ?? target.closest('[data-tooltip-position]')?.getAttribute('data-tooltip-position') ?? 'bottom';
	const x = side === 'left' ? at.left - box.width - gap : side === 'right' ? at.right + gap : at.left + (at.width - box.width) / 2;
	const y = side === 'top' ? at.top - box.height - gap : side === 'bottom' ? at.bottom + gap : at.top + (at.height - box.height) / 2;
	const { innerWidth, innerHeight } = el.win;
	el.style.left = `${Math.min(Math.max(4, x), innerWidth - box.width - 4)}px`;
	el.style.top = `${Math.min(Math.max(4, y), innerHeight - box.height - 4)}px`;
	el.addClass(`mod-${side}`);
}

/** Shows the `aria-label` of what the pointer rests on, throughout a document. */
export function installTooltips(doc: Document): void {
	doc.addEventListener('mouseover', event => {
		const target = (event.target as Element | null)?.closest<HTMLElement>('[aria-label]') ?? null;
		hideTooltip();
		const text = target?.getAttribute('aria-label') ?? '';
		if (target === null || text === '' || target.matches('.markdown-preview-view *')) return;
		const given = options.get(target) ?? {};
		timer = window.setTimeout(() => { if (target.isConnected) displayTooltip(target, text, given); }, given.delay ?? DEFAULT_DELAY);
	});
	for (const type of ['mousedown', 'keydown', 'wheel'] as const) doc.addEventListener(type, hideTooltip, true);
}
