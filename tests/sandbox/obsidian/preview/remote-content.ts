/** A picture of nothing, in the place of one from the network. */
const BLANK_IMAGE = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';

/** Whether an address leads out of the page: not data, not a blob, not a path. */
function isRemote(address: string): boolean {
	// A browser takes backslashes for slashes, and drops white space.
	const plain = address.replace(/\s/g, '').replace(/\\/g, '/');
	return /^(?:https?:|ftp:|file:|app:)/i.test(plain) || plain.startsWith('//');
}

function withholdImage(img: HTMLImageElement): void {
	const src = img.getAttribute('src') ?? '';
	if (!isRemote(src)) return;
	img.setAttribute('data-remote-src', src);
	img.setAttribute('src', BLANK_IMAGE);
	img.setAttribute('title', `${img.alt === '' ? 'Image' : img.alt}: not loaded from the network`);
	img.classList.add('is-remote');
}

function withholdFrame(frame: HTMLIFrameElement): void {
	const doc = frame.ownerDocument;
	const placeholder = doc.createElement('div');
	placeholder.className = 'external-embed is-remote';
	placeholder.setAttribute('data-remote-src', frame.getAttribute('src') ?? '');
	placeholder.textContent = `Not loaded from the network: ${frame.getAttribute('src') ?? 'a frame'}`;
	frame.replaceWith(placeholder);
}

function withholdStyle(el: Element): void {
	const style = (el as HTMLElement).style as CSSStyleDeclaration | undefined;
	for (const name of Array.from(style ?? [])) {
		if (/url\(|image-set\(|src\(/i.test(style?.getPropertyValue(name) ?? '')) style?.removeProperty(name);
	}
}

/** Replaces, in a document that loads nothing, what would be loaded from the network once it is shown. */
export function withholdRemote(root: HTMLElement): void {
	for (const frame of Array.from(root.querySelectorAll('iframe'))) withholdFrame(frame);
	for (const img of Array.from(root.querySelectorAll('img'))) withholdImage(img);
	for (const el of Array.from(root.querySelectorAll('video, audio, source, track, input'))) {
		for (const name of ['src', 'poster']) {
			const address = el.getAttribute(name);
			if (address === null || !isRemote(address)) continue;
			el.removeAttribute(name);
			el.setAttribute(`data-remote-${name}`, address);
			el.classList.add('is-remote');
		}
	}
	for (const el of Array.from(root.querySelectorAll('[background]'))) el.removeAttribute('background');
	for (const el of Array.from(root.querySelectorAll('[style]'))) withholdStyle(el);
	// Presentation attributes of drawings may name pictures too.
	for (const el of Array.from(root.querySelectorAll('svg *'))) {
		for (const { name, value } of Array.from(el.attributes)) if (/url\(\s*['"]?(?!#)/i.test(value)) el.removeAttribute(name);
	}
}
