import fc from 'fast-check';
import type * as Api from 'obsidian-api';
import { parseMetadata } from './metadata-parser';

const PARTS = [
	'- ', '* ', '1. ', '2) ', '[ ] ', '[x] ', '[?] ', '[📅] ', '> ', '\n', '\n', '\n\n', '\r\n', '\r', '  ', '    ', '\t', '# ', '%%', '$$', '$', '`', '```\n', '~~~\n',
	'<!--', '-->', '<div>', '<b a="', '[[', ']]', '|', 'a', 'b c', '#t', '^id', '[^1]', '[^1]: ', '[a](b)', '(', '<', '>', '"', '![[x]]', '---\n', '===\n', '\\', '📅', '| a | b |\n|---|---|\n', '[d]: u\n',
	'[!note]', '\u200B', '\uFEFF', '&amp;', ': ', 'k: v\n', '"[[p]]"',
];

const notes = fc.oneof(
	fc.array(fc.constantFrom(...PARTS), { maxLength: 40 }).map((parts) => parts.join('')),
	fc.string({ unit: 'binary', maxLength: 200 }),
);

function lineStarts(text: string): number[] {
	return [0, ...Array.from(text.matchAll(/\r\n|\r|\n/g), ({ 0: ending, index }) => index + ending.length)];
}

function allPositions(metadata: Api.CachedMetadata): Api.Pos[] {
	const { links = [], embeds = [], tags = [], headings = [], sections = [], listItems = [], footnotes = [], footnoteRefs = [], referenceLinks = [] } = metadata;
	return [...links, ...embeds, ...tags, ...headings, ...sections, ...listItems, ...footnotes, ...footnoteRefs, ...referenceLinks].map(({ position }) => position);
}

function holds(check: (text: string, metadata: Api.CachedMetadata) => void): void {
	fc.assert(fc.property(notes, (text) => { check(text, parseMetadata(text)); }), { numRuns: 300 });
}

describe('of any text', () => {
	test('offsets, lines and columns say the same place, and ends come after starts', () => {
		holds((text, metadata) => {
			const starts = lineStarts(text);
			for (const { start, end } of allPositions(metadata)) {
				for (const { line, col, offset } of [start, end]) expect((starts[line] ?? NaN) + col).toBe(offset);
				expect(start.offset).toBeLessThanOrEqual(end.offset);
				expect(end.offset).toBeLessThanOrEqual(text.length);
			}
		});
	});

	test('sections follow each other and never overlap', () => {
		holds((_text, { sections = [] }) => {
			sections.reduce((last, { position }) => {
				expect(position.start.offset).toBeGreaterThanOrEqual(last);
				return position.end.offset;
			}, 0);
		});
	});

	test('links, embeds and tags are cut out of the text as it is', () => {
		holds((text, { links = [], embeds = [], tags = [] }) => {
			const cut = ({ start, end }: Api.Pos): string => text.slice(start.offset, end.offset);
			for (const link of [...links, ...embeds]) expect(cut(link.position)).toBe(link.original);
			for (const { tag, position } of tags) expect(cut(position)).toBe(tag);
		});
	});

	test('a list item\'s parent is the line of an item, or negative', () => {
		holds((_text, { listItems = [] }) => {
			const lines = new Set(listItems.map(({ position }) => position.start.line));
			for (const { parent } of listItems) if (parent >= 0) expect(lines).toContain(parent);
		});
	});

	test('the same text gives the same metadata', () => {
		holds((text, metadata) => { expect(parseMetadata(text)).toEqual(metadata); });
	});
});

describe('a text made to take long', () => {
	const hostile: Record<string, string> = {
		'one line of a megabyte': 'word '.repeat(200_000),
		'opening brackets': '['.repeat(50_000),
		'opening links': '[a]('.repeat(20_000),
		'opening titles': '[a](b "'.repeat(20_000),
		'opening wikilinks': '[[a '.repeat(20_000),
		'opening embeds': '!['.repeat(30_000),
		'backticks in runs of any length': Array.from({ length: 400 }, (_, length) => '`'.repeat(length + 1)).join(' '),
		'opening HTML': '<a '.repeat(50_000),
		'opening HTML comments': 'a <!-- '.repeat(20_000),
		'underscores': '_a '.repeat(30_000),
		'opening footnotes': '[^a'.repeat(30_000),
		'opening formulas': '$a '.repeat(30_000),
		'five thousand tasks': '- [ ] send #task [[a]] ⏫\n'.repeat(5000),
	};

	test.each(Object.entries(hostile))('%s', (_what, text) => {
		const start = performance.now();
		parseMetadata(text);
		expect(performance.now() - start).toBeLessThan(8000);
	});
});

test.each([['quotes', '>'.repeat(20_000)], ['lists', '- '.repeat(5000)], ['numbers', '1. '.repeat(5000)]])('%s nested beyond the parser\'s depth are one paragraph', (_what, text) => {
	expect(parseMetadata(`${text}x\n`).sections?.map(({ type }) => type)).toEqual(['paragraph']);
});
