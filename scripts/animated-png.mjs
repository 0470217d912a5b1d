import { chunk, headerChunk, pack, signature } from './png.mjs';

/**
 * @typedef {import('./png.mjs').Pixels} Pixels
 * @typedef {object} Frame
 * @property {Pixels} pixels Three bytes a pixel; all frames are of one size.
 * @property {number} time For how many milliseconds it is seen.
 * @typedef {{x: number, y: number, width: number, height: number}} Box
 */

const mostColours = 256;

/**
 * Writes an animated PNG that begins again and again. Of each frame after the first only the part
 * is kept that differs from the one before. Colours beyond 256 become the nearest of those most used.
 *
 * @param {readonly Frame[]} frames
 */
export function writeAnimatedPng(frames) {
	const first = frames[0]?.pixels ?? { width: 0, height: 0, data: Buffer.alloc(0) };
	const { palette, indexed } = reduceColours(frames.map(({ pixels }) => pixels));
	const control = numbers([frames.length, 0]);
	let sequence = 0;
	const parts = indexed.flatMap((pixels, at) => {
		const before = indexed[at - 1];
		const box = before ? changedBox(before, pixels) : { x: 0, y: 0, width: pixels.width, height: pixels.height };
		const data = pack(cut(pixels, box), box.width, 1);
		const shown = chunk('fcTL', frameControl(sequence++, box, frames[at]?.time ?? 0));
		return [shown, before ? chunk('fdAT', Buffer.concat([numbers([sequence++]), data])) : chunk('IDAT', data)];
	});
	return Buffer.concat([signature, headerChunk(first.width, first.height, 3), chunk('acTL', control), chunk('PLTE', palette), ...parts, chunk('IEND')]);
}

/** @param {readonly number[]} values */
function numbers(values) {
	const bytes = Buffer.alloc(values.length * 4);
	for (const [at, value] of values.entries()) bytes.writeUInt32BE(value, at * 4);
	return bytes;
}

/**
 * @param {number} sequence
 * @param {Box} box
 * @param {number} time
 */
function frameControl(sequence, { x, y, width, height }, time) {
	const rest = Buffer.alloc(6);
	rest.writeUInt16BE(time, 0);
	rest.writeUInt16BE(1000, 2);
	return Buffer.concat([numbers([sequence, width, height, x, y]), rest]);
}

/** @param {readonly Pixels[]} pictures */
function reduceColours(pictures) {
	/** @type {Map<number, number>} */
	const uses = new Map();
	for (const { data } of pictures) {
		for (let at = 0; at < data.length; at += 3) {
			const colour = data.readUIntBE(at, 3);
			uses.set(colour, (uses.get(colour) ?? 0) + 1);
		}
	}
	const kept = mostUsed(uses);
	const indexOf = new Map([...uses.keys()].map((colour) => [colour, nearest(kept, colour)]));
	const palette = Buffer.alloc(kept.length * 3);
	for (const [at, colour] of kept.entries()) palette.writeUIntBE(colour, at * 3, 3);
	return { palette, indexed: pictures.map((one) => ({ ...one, data: toIndexes(one.data, indexOf) })) };
}

/**
 * The colours used most, none of them much like another that is used more.
 *
 * @param {ReadonlyMap<number, number>} uses
 */
function mostUsed(uses) {
	const colours = [...uses].sort((a, b) => b[1] - a[1]).map(([colour]) => colour);
	if (colours.length <= mostColours) return colours;
	for (let apart = 8; ; apart *= 2) {
		/** @type {number[]} */
		const kept = [];
		for (const colour of colours) {
			if (kept.every((other) => distance(colour, other) >= apart)) kept.push(colour);
			if (kept.length > mostColours) break;
		}
		if (kept.length <= mostColours) return kept;
	}
}

/**
 * @param {readonly number[]} colours
 * @param {number} colour
 */
function nearest(colours, colour) {
	let best = 0;
	for (let at = 1; at < colours.length; at++) {
		if (distance(colours[at] ?? 0, colour) < distance(colours[best] ?? 0, colour)) best = at;
	}
	return best;
}

/**
 * @param {number} a
 * @param {number} b
 */
function distance(a, b) {
	return [16, 8, 0].reduce((sum, shift) => sum + (((a >> shift) & 255) - ((b >> shift) & 255)) ** 2, 0);
}

/**
 * @param {Buffer} data
 * @param {ReadonlyMap<number, number>} indexOf
 */
function toIndexes(data, indexOf) {
	const indexes = Buffer.alloc(data.length / 3);
	for (let at = 0; at < indexes.length; at++) indexes[at] = indexOf.get(data.readUIntBE(at * 3, 3)) ?? 0;
	return indexes;
}

/**
 * The least box that holds all in which two pictures differ; a single pixel where they do not.
 *
 * @param {Pixels} before
 * @param {Pixels} after
 * @returns {Box}
 */
function changedBox(before, after) {
	const { width, data } = after;
	let [left, right, top, bottom] = [width, -1, Infinity, -1];
	for (let at = 0; at < data.length; at++) {
		if (data[at] === before.data[at]) continue;
		const [x, y] = [at % width, Math.floor(at / width)];
		[left, right, top, bottom] = [Math.min(left, x), Math.max(right, x), Math.min(top, y), y];
	}
	return bottom < 0 ? { x: 0, y: 0, width: 1, height: 1 } : { x: left, y: top, width: right - left + 1, height: bottom - top + 1 };
}

/**
 * @param {Pixels} pixels
 * @param {Box} box
 */
function cut({ width, data }, box) {
	return Buffer.concat(Array.from({ length: box.height }, (_, row) => {
		const from = (box.y + row) * width + box.x;
		return data.subarray(from, from + box.width);
	}));
}
