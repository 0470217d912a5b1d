import { sanitizeHTMLToDom } from './sanitize-html';

const MARKS: Record<string, string> = { B: '**', STRONG: '**', I: '*', EM: '*', CODE: '`', DEL: '~~', S: '~~', MARK: '==' };

/** The Markdown of plain HTML: headings, paragraphs, lists, links and emphasis. */
export function htmlToMarkdown(html: string | HTMLElement | Document | DocumentFragment): string {
	const root = typeof html === 'string' ? sanitizeHTMLToDom(html) : html instanceof Document ? html.body : html;
	return Array.from(root.childNodes, child => nodeToMarkdown(child)).join('').replace(/\n{3,}/g, '\n\n').trim();
}

function nodeToMarkdown(node: Node): string {
	if (node.nodeType === Node.TEXT_NODE) return (node.nodeValue ?? '').replace(/\s+/g, ' ');
	if (node.nodeType !== Node.ELEMENT_NODE) return '';
	const el = node as HTMLElement;
	const inner = Array.from(el.childNodes, child => nodeToMarkdown(child)).join('');
	const mark = MARKS[el.tagName];
	if (mark !== undefined) return `${mark}${inner}${mark}`;
	if (/^H[1-6]$/.test(el.tagName)) return `\n\n${'#'.repeat(Number(el.tagName.charAt(1)))} ${inner.trim()}\n\n`;
	switch (el.tagName) {
		case 'A': return `[${inner}](${el.getAttribute('href') ?? ''})`;
		case 'BR': return '\n';
		case 'HR': return '\n\n---\n\n';
		case 'LI': return `\n${el.parentElement?.tagName === 'OL' ? '1.' : '-'} ${inner.trim()}`;
		case 'P': case 'DIV': case 'UL': case 'OL': return `\n\n${inner}\n\n`;
		case 'BLOCKQUOTE': return `\n\n${inner.trim().replace(/^/gm, '> ')}\n\n`;
		default: return inner;
	}
}
