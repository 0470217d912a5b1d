import { setIcon } from '../interface/icons';
import { isRecord } from '../record';

const ICONS: Record<string, string> = { tags: 'tags', aliases: 'forward', date: 'calendar', cssclasses: 'text' };

function iconOf(key: string, value: unknown): string {
	const known = ICONS[key];
	if (known !== undefined) return known;
	if (Array.isArray(value)) return 'list';
	if (typeof value === 'boolean') return 'square-check-big';
	if (typeof value === 'number') return 'binary';
	return typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) ? 'calendar' : 'text';
}

function printValue(value: unknown): string {
	if (value === null || value === undefined) return '';
	return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Shows frontmatter as the app's table of properties; nothing where it holds none. */
export function renderProperties(parentEl: HTMLElement, frontmatter: unknown): void {
	if (!isRecord(frontmatter) || Object.keys(frontmatter).length === 0) return;
	const container = parentEl.createDiv('metadata-container');
	container.createDiv('metadata-properties-heading').createDiv({ cls: 'metadata-properties-title', text: 'Properties' });
	const list = container.createDiv('metadata-content').createDiv('metadata-properties');
	for (const [key, value] of Object.entries(frontmatter)) {
		const row = list.createDiv({ cls: 'metadata-property', attr: { 'data-property-key': key } });
		const keyEl = row.createDiv('metadata-property-key');
		setIcon(keyEl.createSpan('metadata-property-icon'), iconOf(key, value));
		keyEl.createSpan({ cls: 'metadata-property-key-input', text: key });
		const valueEl = row.createDiv('metadata-property-value');
		if (Array.isArray(value)) for (const one of value) valueEl.createDiv({ cls: 'multi-select-pill', text: printValue(one) });
		else valueEl.createSpan({ text: printValue(value), attr: { dir: 'auto' } });
	}
}
