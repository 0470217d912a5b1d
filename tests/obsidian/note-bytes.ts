import fc from 'fast-check';
import { bodies, notes } from '../core/task-arbitraries';

const HALF = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** UTF-8 of a text; of half a character the three bytes that careless programs write for it, which are no UTF-8. */
export function encodeLoosely(text: string): Uint8Array {
	const parts = text.split(new RegExp(`(${HALF.source})`));
	return Buffer.concat(parts.map((part, at) => (at % 2 === 0 ? Buffer.from(part, 'utf8') : encodeHalf(part.charCodeAt(0)))));
}

function encodeHalf(code: number): Buffer {
	return Buffer.from([0xe0 | (code >> 12), 0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f)]);
}

/** Lines that the app surely takes for tasks, with anything in them. */
const proposals = fc.array(fc.tuple(bodies, fc.constantFrom(' #task #proposed', '\u00a0#proposed\u00a0', ' #task'), fc.constantFrom('\n', '\r\n')), { maxLength: 5 })
	.map((lines) => lines.map(([body, tags, ending]) => `- [?] Send ${body}${tags}${ending}`).join(''));

const texts = fc.tuple(proposals, notes).map((parts) => parts.join(''));

/** Notes as they stand on disk; some of them are not valid UTF-8. */
export const noteBytes = fc.oneof({ weight: 5, arbitrary: texts.map((text) => text.replace(HALF, '')) }, { weight: 1, arbitrary: texts }).map(encodeLoosely);

/** Lines as bytes, one character a byte, with their endings. */
export function splitBytes(bytes: Uint8Array): string[] {
	return Buffer.from(bytes).toString('latin1').match(/[^\n]*\n|[^\n]+/g) ?? [];
}
