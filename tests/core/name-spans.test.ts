import fc from 'fast-check';
import { findNameSpans } from '../../src/core/name-spans';

const KNOWN = new Set(['Ana Ruiz', 'Ben Okafor']);
const isKnown = (name: string): boolean => KNOWN.has(name);

/** What a line names, as `kind name` with the text of the line that it covers. */
function named(line: string): string[] {
	return findNameSpans(line, isKnown).map(({ kind, name, start, end }) => `${kind} ${name} <${line.slice(start, end)}>`);
}

test.each([
	['Ask @Ana Ruiz about it.', ['mention Ana Ruiz <@Ana Ruiz>']],
	['@Ana Ruiz\'s list, with @Ben Okafor', ['mention Ana Ruiz <@Ana Ruiz>', 'mention Ben Okafor <@Ben Okafor>']],
	['See [[Ana Ruiz]] and [[People/Ben Okafor/README|Ben]].', ['link [[Ana Ruiz]] <[[Ana Ruiz]]>', 'link [[People/Ben Okafor/README|Ben]] <[[People/Ben Okafor/README|Ben]]>']],
	['#person/ana-ruiz (#Person/ben-okafor)', ['tag ana-ruiz <#person/ana-ruiz>', 'tag ben-okafor <#Person/ben-okafor>']],
	['@[[Ana Ruiz]] once', ['mention [[Ana Ruiz]] <@[[Ana Ruiz]]>']],
	['`@Ana Ruiz` and ``[[Ben Okafor]]``', []],
	['![[Ana Ruiz]] mail@example.com x#person/ana-ruiz #personal/ana', []],
	['nobody', []],
])('%s names %j', (line, expected) => {
	expect(named(line)).toEqual(expected);
});

test('what is found lies in the line, in order, and apart', () => {
	const part = fc.constantFrom('@', '[[', ']]', '|', '#person/', 'Ana Ruiz', 'ben', ' ', '`', '!', '.', '🙂', '\u00a0');
	fc.assert(fc.property(fc.array(part, { maxLength: 30 }).map((parts) => parts.join('')), (line) => {
		let end = 0;
		for (const span of findNameSpans(line, isKnown)) {
			expect(span.start).toBeGreaterThanOrEqual(end);
			expect(span.end).toBeGreaterThan(span.start);
			end = span.end;
		}
		expect(end).toBeLessThanOrEqual(line.length);
	}));
});
