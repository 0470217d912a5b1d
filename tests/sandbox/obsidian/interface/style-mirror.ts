const STYLES = 'style, link[rel="stylesheet"]';

/**
 * Gives another document this one's stylesheets, and keeps them in step: those that come,
 * go or change later, and the body's classes and custom properties. `ownClass` stays on
 * the other body. Returns what ends it.
 */
export function mirrorStyles(from: Document, to: Document, ownClass: string): () => void {
	const copies = new Map<Element, Element>();
	const syncBody = (): void => { copyBody(from.body, to.body, ownClass); };
	const syncHead = (): void => { copyHead(from.head, to.head, copies); };
	const observer = new MutationObserver(records => {
		for (const { target } of records) if (target.nodeType !== Node.ELEMENT_NODE || (target as Element).matches('style')) forget(copies, target);
		syncHead();
		syncBody();
	});
	observer.observe(from.head, { childList: true, characterData: true, subtree: true });
	observer.observe(from.body, { attributes: true, attributeFilter: ['class', 'style'] });
	syncHead();
	syncBody();
	return () => { observer.disconnect(); };
}

/** A stylesheet whose text changed is copied anew. */
function forget(copies: Map<Element, Element>, changed: Node): void {
	const style = changed.nodeType === Node.ELEMENT_NODE ? changed as Element : changed.parentElement;
	if (style === null) return;
	copies.get(style)?.remove();
	copies.delete(style);
}

function copyHead(from: HTMLElement, to: HTMLElement, copies: Map<Element, Element>): void {
	for (const [style, copy] of copies) if (!from.contains(style)) { copy.remove(); copies.delete(style); }
	let next: Element | null = null;
	for (const style of Array.from(from.querySelectorAll(STYLES)).reverse()) {
		if (isEditorStyle(style)) continue;
		const copy: Element = copies.get(style) ?? to.ownerDocument.importNode(style, true);
		// A link that is moved loads again, so only new copies are put in.
		if (!copies.has(style)) to.insertBefore(copy, next);
		copies.set(style, copy);
		next = copy;
	}
}

function copyBody(from: HTMLElement, to: HTMLElement, ownClass: string): void {
	to.className = `${from.className} ${ownClass}`;
	for (const name of Array.from(from.style)) if (name.startsWith('--')) to.style.setProperty(name, from.style.getPropertyValue(name));
}

/** CodeMirror puts its own into each document that it stands in. */
function isEditorStyle(style: Element): boolean {
	return style.textContent.includes('.\u037c1');
}
