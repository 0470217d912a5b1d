const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const encoder = new TextEncoder();

/** Bytes as the app reads a text file: a byte order mark stays, what is no UTF-8 becomes U+FFFD. */
export function decodeText(bytes: Uint8Array): string {
	return decoder.decode(bytes);
}

/** Text as UTF-8 bytes. */
export function encodeText(text: string): Uint8Array {
	return encoder.encode(text);
}

/** The bytes in a buffer of exactly their length. */
export function toArrayBuffer(bytes: Uint8Array): ArrayBuffer {
	const buffer = new ArrayBuffer(bytes.byteLength);
	new Uint8Array(buffer).set(bytes);
	return buffer;
}
