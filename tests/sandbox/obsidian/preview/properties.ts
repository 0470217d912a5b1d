import { setIcon } from '../interface/icons';
import { isRecord } from '../record';

const ICONS: Record<string, string> = { tags: 'tags', aliases: 'forward', date: 'calendar', cssclasses: 'text' };

const TYPE_ICONS: Record<string, string> = { multitext: 'list', checkbox: 'square-check-big', number: 'binary', date: 'calendar', datetime: 'clock', text: 'text' };

/** The app's name of a property's type, from its value. */
function typeOf(key: string, value: unknown): string {
	if (key === 'tags' || key === 'aliases') return key;
	if (Array.isArray(value)) return 'multitext';
	if (typeof value === 'boolean') return 'checkbox';
	if (typeof value === 'number') return 'number';
	if (typeof value !== 'string') return 'text';
	return /^\d{4}-\d\d-\d\d$/.test(value) ? 'date' : /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(value) ? 'datetime' : 'text';
}

function printValue(value: unknown): string {
	if (value === null || value === undefined) return '';
	return typeof value === 'string' ? value : JSON.stringify(value);
}

/** A text, or the link that it is as a whole. */
function fillText(el: HTMLElement, text: string): void {
	const [, target, alias] = /^\[\[([^\]|]+)(?:\|([^\]]*))?\]\]$/.exec(text) ?? [];
	if (target === undefined) {
		el.createSpan({ text, attr: { dir: 'auto' } });
		return;
	}
	el.createDiv('metadata-link').createDiv({ cls: 'metadata-link-inner internal-link', text: alias ?? target, attr: { 'data-href': target, draggable: true } });
}

function fillValue(el: HTMLElement, key: string, value: unknown): void {
	if (typeof value === 'boolean') {
		el.createEl('input', { type: 'checkbox', cls: 'metadata-input-checkbox', attr: { 'data-indeterminate': false, disabled: true } }).checked = value;
		return;
	}
	if (!Array.isArray(value)) {
		fillText(el, printValue(value));
		return;
	}
	const container = el.createDiv('multi-select-container');
	for (const one of value) {
		const content = container.createDiv('multi-select-pill').createDiv('multi-select-pill-content');
		if (key === 'tags') content.createSpan({ text: printValue(one) });
		else fillText(content, printValue(one));
	}
}

/** Shows frontmatter as the app's table of properties, which cannot be edited here; nothing where it holds none. */
export function renderProperties(parentEl: HTMLElement, frontmatter: unknown): void {
	if (!isRecord(frontmatter) || Object.keys(frontmatter).length === 0) return;
	const container = parentEl.createDiv({ cls: 'metadata-container', attr: { 'data-property-count': Object.keys(frontmatter).length } });
	container.createDiv('metadata-properties-heading').createDiv({ cls: 'metadata-properties-title', text: 'Properties' });
	const list = container.createDiv('metadata-content').createDiv('metadata-properties');
	for (const [key, value] of Object.entries(frontmatter)) {
		const type = typeOf(key, value);
		const row = list.createDiv({ cls: 'metadata-property', attr: { 'data-property-key': key, 'data-property-type': type } });
		const keyEl = row.createDiv('metadata-property-key');
		setIcon(keyEl.createSpan('metadata-property-icon'), ICONS[key] ?? TYPE_ICONS[type] ?? 'text');
		keyEl.createSpan({ cls: 'metadata-property-key-input', text: key });
		fillValue(row.createDiv('metadata-property-value'), key, value);
	}
}
