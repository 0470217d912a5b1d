import { withholdRemote } from './remote-content';

/** Elements that a note may have; of others only what they hold is kept. */
const ALLOWED = new Set(('a abbr address article aside audio b bdi bdo blockquote br button caption center cite code col colgroup data dd del details dfn div dl dt em fieldset figcaption figure font footer '
	+ 'h1 h2 h3 h4 h5 h6 header hgroup hr i iframe img input ins kbd label legend li main map area mark menu meter nav ol optgroup option output p picture pre progress q rp rt ruby s samp section select small source '
	+ 'span strike strong sub summary sup table tbody td textarea tfoot th thead time tr track tt u ul var video wbr svg g path rect circle ellipse line polyline polygon text tspan defs lineargradient radialgradient stop title desc').split(' '));

/** Elements that go with all that they hold. */
const REMOVED_WHOLE = 'script, style, noscript, template, object, embed, applet, frameset, frame, xmp, plaintext, noembed, noframes, math, foreignObject, use, image, animate, animateTransform, animateMotion, set, handler';

const URL_ATTRIBUTES = new Set(['href', 'src', 'action', 'formaction', 'poster', 'background', 'cite', 'data', 'longdesc', 'usemap']);

const FORBIDDEN_ATTRIBUTES = new Set(['srcdoc', 'formaction', 'action', 'ping', 'srcset', 'imagesrcset', 'is', 'slot', 'nonce']);

const SAFE_SCHEMES = new Set(['http', 'https', 'mailto', 'tel', 'obsidian', 'blob', 'app', 'file', 'ftp', 'zotero']);

const SAFE_DATA = /^data:(?:image\/(?!svg)|audio\/|video\/|font\/)/i;

/** A browser ignores white space and control characters in a scheme, and so must this. */
function isSafeAddress(value: string): boolean {
	const plain = value.replace(/[\s\p{C}]/gu, '');
	const scheme = /^([^/?#:]*):/.exec(plain)?.[1]?.toLowerCase();
	return scheme === undefined || SAFE_SCHEMES.has(scheme) || SAFE_DATA.test(plain);
}

function isSafeAttribute({ name, value }: Attr): boolean {
	const lower = name.toLowerCase();
	if (lower.startsWith('on') || FORBIDDEN_ATTRIBUTES.has(lower)) return false;
	return !(URL_ATTRIBUTES.has(lower) || lower.endsWith(':href')) || isSafeAddress(value);
}

function cleanElement(el: Element): void {
	if (!ALLOWED.has(el.localName.toLowerCase())) {
		el.replaceWith(...Array.from(el.childNodes));
		return;
	}
	for (const attribute of Array.from(el.attributes)) if (!isSafeAttribute(attribute)) el.removeAttributeNode(attribute);
}

/**
 * Parses HTML and takes out what could run: elements that execute, handlers, addresses that
 * are scripts. What would come from the network is withheld and leaves a placeholder. The
 * nodes are moved, never written out and parsed again, so nothing can change its meaning.
 */
export function sanitizeHTMLToDom(html: string): DocumentFragment {
	const parsed = new DOMParser().parseFromString(html, 'text/html');
	for (const el of Array.from(parsed.querySelectorAll(REMOVED_WHOLE))) el.remove();
	for (const el of Array.from(parsed.body.querySelectorAll('*'))) cleanElement(el);
	withholdRemote(parsed.body);
	const fragment = document.createDocumentFragment();
	fragment.append(...Array.from(parsed.body.childNodes, node => document.importNode(node, true)));
	return fragment;
}
