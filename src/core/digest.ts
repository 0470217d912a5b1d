const { imul } = Math;

/**
 * A short text that two different texts hardly ever share: to tell whether a note still
 * reads as it did, without keeping it. Not for secrets.
 */
export function digest(text: string): string {
	let one = 0xdeadbeef;
	let two = 0x41c6ce57;
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		one = imul(one ^ code, 2654435761);
		two = imul(two ^ code, 1597334677);
	}
	return [text.length, one >>> 0, two >>> 0].map((part) => part.toString(36)).join('-');
}
