/** The bytes as base64. */
export function arrayBufferToBase64(buffer: ArrayBuffer): string {
	return btoa(Array.from(new Uint8Array(buffer), byte => String.fromCharCode(byte)).join(''));
}

/** The bytes that base64 stands for. */
export function base64ToArrayBuffer(base64: string): ArrayBuffer {
	return Uint8Array.from(atob(base64), char => char.charCodeAt(0)).buffer;
}

/** The bytes in hexadecimal, two digits each. */
export function arrayBufferToHex(data: ArrayBuffer): string {
	return Array.from(new Uint8Array(data), byte => byte.toString(16).padStart(2, '0')).join('');
}

/** The bytes that hexadecimal digits stand for. */
export function hexToArrayBuffer(hex: string): ArrayBuffer {
	return Uint8Array.from(hex.match(/../g) ?? [], pair => parseInt(pair, 16)).buffer;
}

/** The bytes of a blob. */
export function getBlobArrayBuffer(blob: Blob): Promise<ArrayBuffer> {
	return blob.arrayBuffer();
}
