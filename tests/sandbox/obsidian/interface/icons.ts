import { icons } from 'lucide';

type IconNode = readonly (readonly [string, Record<string, string | number | undefined>])[];

const custom = new Map<string, string>();

/** Names from before the app used Lucide, for the ones that plugins still write. */
const LEGACY: Record<string, string> = {
	'any-key': 'command', 'audio-file': 'file-audio', checkmark: 'check', cross: 'x', documents: 'files', enter: 'corner-down-left',
	'expand-vertically': 'chevrons-up-down', gear: 'settings', 'go-to-file': 'file-search', 'horizontal-split': 'rows-2', info: 'info',
	'left-arrow': 'chevron-left', 'magnifying-glass': 'search', 'open-vault': 'vault', 'pane-layout': 'panels-top-left', paste: 'clipboard-paste',
	popup: 'app-window', 'right-arrow': 'chevron-right', 'right-triangle': 'chevron-down', 'star-list': 'star', switch: 'arrow-left-right',
	'three-horizontal-bars': 'menu', 'up-and-down-arrows': 'arrow-up-down', 'vertical-split': 'columns-2', 'vertical-three-dots': 'ellipsis-vertical',
};

function pascalCase(id: string): string {
	return id.split('-').map(part => part.charAt(0).toUpperCase() + part.slice(1)).join('');
}

function kebabCase(name: string): string {
	return name.replace(/([a-z0-9])([A-Z])/g, '$1-$2').replace(/([A-Z])([A-Z][a-z])/g, '$1-$2').replace(/([a-zA-Z])(\d)/g, '$1-$2').toLowerCase();
}

function lucideNode(id: string): IconNode | undefined {
	const bare = id.replace(/^lucide-/, '');
	return (icons as unknown as Record<string, IconNode>)[pascalCase(LEGACY[bare] ?? bare)];
}

function svgElement(doc: Document, id: string): SVGSVGElement {
	const svg = doc.createElementNS('http://www.w3.org/2000/svg', 'svg');
	const attributes = { xmlns: 'http://www.w3.org/2000/svg', width: '24', height: '24', fill: 'none', stroke: 'currentColor', 'stroke-width': '2', 'stroke-linecap': 'round', 'stroke-linejoin': 'round' };
	for (const [name, value] of Object.entries(attributes)) svg.setAttribute(name, value);
	svg.classList.add('svg-icon', id);
	return svg;
}

function customIcon(doc: Document, id: string, content: string): SVGSVGElement {
	const svg = svgElement(doc, id);
	svg.setAttribute('viewBox', '0 0 100 100');
	const parsed = new DOMParser().parseFromString(`<svg xmlns="http://www.w3.org/2000/svg">${content}</svg>`, 'image/svg+xml');
	svg.append(...Array.from(parsed.documentElement.childNodes, child => doc.importNode(child, true)));
	return svg;
}

function lucideIcon(doc: Document, id: string, node: IconNode): SVGSVGElement {
	const svg = svgElement(doc, id.startsWith('lucide-') ? id : `lucide-${id}`);
	svg.setAttribute('viewBox', '0 0 24 24');
	for (const [tag, attributes] of node) {
		const child = doc.createElementNS('http://www.w3.org/2000/svg', tag);
		for (const [name, value] of Object.entries(attributes)) if (value !== undefined) child.setAttribute(name, String(value));
		svg.append(child);
	}
	return svg;
}

function iconIn(doc: Document, id: string): SVGSVGElement | null {
	const content = custom.get(id);
	if (content !== undefined) return customIcon(doc, id, content);
	const node = lucideNode(id);
	return node === undefined ? null : lucideIcon(doc, id, node);
}

/** Adds an icon. `svgContent` is drawn in a box of 100 by 100. */
export function addIcon(iconId: string, svgContent: string): void {
	custom.set(iconId, svgContent);
}

/** Takes back an added icon; a built-in one stays. */
export function removeIcon(iconId: string): void {
	custom.delete(iconId);
}

/** A new element for an icon, of the main document; null where nothing has that name. */
export function getIcon(iconId: string): SVGSVGElement | null {
	return iconIn(document, iconId);
}

/** All names, Lucide's with their `lucide-` prefix. */
export function getIconIds(): string[] {
	return [...Object.keys(icons).map(name => `lucide-${kebabCase(name)}`), ...custom.keys()];
}

/** Replaces the content of `parent` with an icon. An unknown name leaves it empty. */
export function setIcon(parent: HTMLElement, iconId: string): void {
	const icon = iconIn(parent.ownerDocument, iconId);
	parent.replaceChildren(...(icon === null ? [] : [icon]));
}
