import { deflateSync, inflateSync } from 'node:zlib';

/**
 * A picture without transparency: three bytes a pixel, or one where a palette says what they mean.
 *
 * @typedef {object} Pixels
 * @property {number} width
 * @property {number} height
 * @property {Buffer} data
 */

/** By the type of colour that a PNG names, how many bytes a pixel has. */
const bytesOfType = new Map([[2, 3], [6, 4]]);

export const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/**
 * Reads a PNG as a browser takes it: eight bits a channel, not interlaced, nothing seen through.
 *
 * @param {Buffer} file
 * @returns {Pixels}
 */
export function readPng(file) {
	const chunks = readChunks(file);
	const header = chunks.find(({ type }) => type === 'IHDR')?.data ?? Buffer.alloc(13);
	const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
	const size = bytesOfType.get(header[9] ?? 0) ?? 0;
	if (header[8] !== 8 || size === 0 || header[12] !== 0) throw new Error('Only pictures of eight bits a channel, in colour and not interlaced, can be read.');
	const rows = inflateSync(Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data)));
	return { width, height, data: withoutAlpha(unfilter(rows, width * size, height, size), size) };
}

/**
 * Writes a PNG as small as can be without losing anything.
 *
 * @param {Pixels} pixels Three bytes a pixel.
 */
export function writePng({ width, height, data }) {
	return Buffer.concat([signature, headerChunk(width, height, 2), chunk('IDAT', pack(data, width * 3, 3)), chunk('IEND')]);
}

/**
 * @param {number} width
 * @param {number} height
 * @param {2 | 3} colourType 3 where a palette says what the bytes mean.
 */
export function headerChunk(width, height, colourType) {
	const header = Buffer.alloc(13);
	header.writeUInt32BE(width, 0);
	header.writeUInt32BE(height, 4);
	header.set([8, colourType], 8);
	return chunk('IHDR', header);
}

/**
 * @param {string} type Four letters.
 * @param {Buffer} [data]
 */
export function chunk(type, data = Buffer.alloc(0)) {
	const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
	const framed = Buffer.alloc(body.length + 8);
	framed.writeUInt32BE(data.length, 0);
	body.copy(framed, 4);
	framed.writeUInt32BE(crc32(body), body.length + 4);
	return framed;
}

/**
 * Packs the rows of a picture with whichever way of filtering makes it smallest.
 *
 * @param {Buffer} data
 * @param {number} stride Bytes in a row.
 * @param {number} size Bytes in a pixel; where it is 1, as with a palette, neighbours say nothing of each other.
 */
export function pack(data, stride, size) {
	const ways = size === 1 ? [[0]] : [[0], [1], [2], [4], [0, 1, 2, 3, 4]];
	return ways.map((filters) => packWith(filters, data, stride, size)).reduce((best, one) => (one.length < best.length ? one : best));
}

/**
 * @param {readonly number[]} filters Of which each row takes the one that promises most.
 * @param {Buffer} data
 * @param {number} stride
 * @param {number} size
 */
function packWith(filters, data, stride, size) {
	/** @type {Buffer[]} */
	const rows = [];
	let above = Buffer.alloc(stride);
	for (let at = 0; at < data.length; at += stride) {
		const row = data.subarray(at, at + stride);
		rows.push(bestFilter(filters, row, above, size));
		above = row;
	}
	return deflateSync(Buffer.concat(rows), { level: 9, memLevel: 9 });
}

/**
 * The checksum of a chunk, which zlib gives only in newer versions of Node.
 *
 * @param {Buffer} data
 */
function crc32(data) {
	let sum = 0xffffffff;
	for (const byte of data) {
		sum ^= byte;
		for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
	}
	return (sum ^ 0xffffffff) >>> 0;
}

/** @param {Buffer} file */
function readChunks(file) {
	const chunks = [];
	for (let at = signature.length; at < file.length;) {
		const length = file.readUInt32BE(at);
		chunks.push({ type: file.toString('latin1', at + 4, at + 8), data: file.subarray(at + 8, at + 8 + length) });
		at += length + 12;
	}
	return chunks;
}

/**
 * @param {Buffer} data
 * @param {number} size
 */
function withoutAlpha(data, size) {
	if (size === 3) return data;
	const opaque = Buffer.alloc((data.length / 4) * 3);
	for (let from = 0, to = 0; from < data.length; from += 4, to += 3) data.copy(opaque, to, from, from + 3);
	return opaque;
}

/**
 * @param {Buffer} rows
 * @param {number} stride
 * @param {number} height
 * @param {number} size
 */
function unfilter(rows, stride, height, size) {
	const data = Buffer.alloc(stride * height);
	let above = Buffer.alloc(stride);
	for (let y = 0; y < height; y++) {
		const from = y * (stride + 1);
		const row = data.subarray(y * stride, (y + 1) * stride);
		const filter = rows[from] ?? 0;
		for (let x = 0; x < stride; x++) row[x] = (rows[from + 1 + x] ?? 0) + guess(filter, row, above, x, size);
		above = row;
	}
	return data;
}

/**
 * @param {readonly number[]} filters
 * @param {Buffer} row
 * @param {Buffer} above
 * @param {number} size
 */
function bestFilter(filters, row, above, size) {
	const tries = filters.map((filter) => {
		const filtered = Buffer.alloc(row.length + 1, filter);
		let weight = 0;
		for (let x = 0; x < row.length; x++) {
			const byte = ((row[x] ?? 0) - guess(filter, row, above, x, size)) & 255;
			filtered[x + 1] = byte;
			weight += byte < 128 ? byte : 256 - byte;
		}
		return { filtered, weight };
	});
	return tries.reduce((best, one) => (one.weight < best.weight ? one : best)).filtered;
}

/**
 * What a filter expects of a byte, by those before it.
 *
 * @param {number} filter
 * @param {Buffer} row
 * @param {Buffer} above
 * @param {number} x
 * @param {number} size
 */
function guess(filter, row, above, x, size) {
	const left = row[x - size] ?? 0;
	const up = above[x] ?? 0;
	if (filter === 1) return left;
	if (filter === 2) return up;
	if (filter === 3) return (left + up) >> 1;
	return filter === 4 ? paeth(left, up, above[x - size] ?? 0) : 0;
}

/**
 * @param {number} left
 * @param {number} up
 * @param {number} corner
 */
function paeth(left, up, corner) {
	const [toLeft, toUp, toCorner] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
	if (toLeft <= toUp && toLeft <= toCorner) return left;
	return toUp <= toCorner ? up : corner;
}
