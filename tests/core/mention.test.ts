import fc from 'fast-check';
import { findMentions, mentionSegmentEnd } from '../../src/core/mention';

const KNOWN = new Set(['ana ruiz', 'ben okafor', 'ben', 'josé díaz', 'jane owner', 'li wei', 'mary ann van der berg']);

function isKnownName(name: string): boolean {
	return KNOWN.has(name.toLowerCase());
}

/** The text with its mentions in brackets. */
function mark(text: string, isKnown?: (name: string) => boolean): string {
	let marked = text;
	for (const { start, end } of findMentions(text, isKnown).reverse()) {
		marked = `${marked.slice(0, start)}⟨${marked.slice(start, end)}⟩${marked.slice(end)}`;
	}
	return marked;
}

describe('a known name', () => {
	test.each([
		'Send the list. ⟨@Ana Ruiz⟩ 📅 2025-12-12 #task',
		'Send the list. ⟨@Ana Ruiz⟩ #task',
		'⟨@Ana Ruiz⟩, ⟨@Ben Okafor⟩: send it',
		'Ask ⟨@Ana Ruiz⟩ to send it',
		'Ask ⟨@ana ruiz⟩ for it',
		'(cc ⟨@Ana Ruiz⟩) and **⟨@Ben⟩**',
		'⟨@Ana Ruiz⟩ sends it',
		'⟨@Ana Ruiz⟩ Send the list to Ben',
		'⟨@Ana Ruiz⟩ Monday #task',
		'⟨@Ben⟩ Review Budget #task',
		'⟨@Ana Ruiz⟩ – today',
		'⟨@Ana Ruiz⟩—today',
		'⟨@Ana Ruiz⟩. Then go',
		'⟨@Ana Ruiz⟩ Storage Plan Migration Notes #task',
		'⟨@José Díaz⟩ [due:: 2025-12-12]',
		'⟨@Mary Ann van der Berg⟩ ⏫',
		'⟨@Ana Ruiz⟩\u00a0⏫',
		'⟨@Ana Ruiz⟩\ufe0f ⏫',
		'"⟨@Ana Ruiz⟩"',
		'[⟨@Ana Ruiz⟩](https://example.com)',
		'⟨@Ana Ruiz⟩ Ana #task',
	])('%s', (marked) => {
		expect(mark(marked.replace(/[⟨⟩]/g, ''), isKnownName)).toBe(marked);
	});
});

describe('a longer name than the known one is its own', () => {
	test.each([
		'⟨@Ben Otherson⟩ #task',
		'⟨@Ana Ruiz Lopez⟩ to send it',
		'⟨@Ben van Dyk⟩, send it',
		'⟨@Ben O.⟩ #task',
	])('%s', (marked) => {
		expect(mark(marked.replace(/[⟨⟩]/g, ''), isKnownName)).toBe(marked);
	});
});

describe('an unknown name is a run of capitalised words', () => {
	test.each([
		'⟨@Zed Nobody⟩ sends it',
		'⟨@J. R. Nobody⟩: send it',
		'⟨@Dr. Zed Nobody⟩. Then go',
		'⟨@J.R. Nobody Jr.⟩ to send it',
		'⟨@St.John Nobody⟩.',
		'⟨@Zed⟩.Then go',
		'⟨@Zed de la Cruz⟩ to send it',
		'⟨@Zed⟩ de',
		'⟨@Zed O’Neil-Smith⟩ Send it',
		'⟨@Unknown Speaker⟩ #task',
		'⟨@TBD⟩ Storage Plan',
		'⟨@王伟⟩ 📅 2025-12-12',
		'⟨@VAST support team⟩ #task',
		'⟨@storage ops⟩, please',
		'⟨@ops⟩, please',
		'⟨@Zed⟩ email team leads',
		'@nobody sends it',
		'@2pm and @ 5 and @',
		'@Very Long Heap Of Capitalised Words Here #task',
	])('%s', (marked) => {
		expect(mark(marked.replace(/[⟨⟩]/g, ''))).toBe(marked);
	});
});

test.each([
	'ana@Example.com',
	'https://example.com/@Ana Ruiz',
	'a.@Ana Ruiz',
	'+@Ana',
	'@@',
	'é@Ana',
	'@[[]]',
	'@[[|Ana]]',
	'@scope/Package',
	'@Scope/package',
])('"%s" holds no mention of a person', (text) => {
	expect(findMentions(text, isKnownName)).toEqual([]);
});

test('a second @ begins its own mention', () => {
	expect(mark('@Ana Ruiz @Ben and @Zed Nobody', isKnownName)).toBe('⟨@Ana Ruiz⟩ ⟨@Ben⟩ and ⟨@Zed Nobody⟩');
});

test.each([
	['⟨@Ana Ruiz⟩\'s plan', 'Ana Ruiz'],
	['⟨@Ana Ruiz⟩’s Plan', 'Ana Ruiz'],
	['⟨@Zed Hollis⟩\' plan', 'Zed Hollis'],
	['⟨@[[Ana Ruiz]]⟩\'s plan', '[[Ana Ruiz]]'],
])('a possessive stays outside: %s', (marked, name) => {
	const text = marked.replace(/[⟨⟩]/g, '');
	expect(mark(text, isKnownName)).toBe(marked);
	expect(findMentions(text, isKnownName)[0]?.name).toBe(name);
});

test.each([
	['⟨@Myself (with Ana Ruiz)⟩ #task', 'Myself', '(with Ana Ruiz)'],
	['⟨@[[Ana Ruiz|Ana]] (lead)⟩ to send', '[[Ana Ruiz|Ana]]', '(lead)'],
	['⟨@Zed Nobody(lead, email: zed@example.com)⟩.', 'Zed Nobody', '(lead, email: zed@example.com)'],
	['⟨@Ana Ruiz⟩ (due:: 2025-12-12)', 'Ana Ruiz', null],
	['⟨@Ana Ruiz⟩ (unclosed', 'Ana Ruiz', null],
	['⟨@Ana Ruiz⟩ sends (a draft)', 'Ana Ruiz', null],
])('a remark right after the name belongs to it: %s', (marked, name, remark) => {
	const text = marked.replace(/[⟨⟩]/g, '');
	expect(mark(text, isKnownName)).toBe(marked);
	expect(findMentions(text, isKnownName)[0]).toMatchObject({ name, remark });
});

describe('"A and B" are two people', () => {
	test.each([
		'⟨@Ana Ruiz⟩ and ⟨Zed Nobody⟩ #task',
		'⟨@Zed Nobody⟩ and ⟨Ana Ruiz⟩ #task',
		'⟨@Ana Ruiz⟩ & ⟨Ben Okafor⟩, send it',
		'⟨@Ana Ruiz⟩ and ⟨Ben Okafor⟩ to send it',
		'⟨@Ana Ruiz⟩ and ⟨Zed (lead)⟩ #task',
	])('%s', (marked) => {
		expect(mark(marked.replace(/[⟨⟩]/g, ''), isKnownName)).toBe(marked);
	});
});

describe('"and" goes on with the sentence', () => {
	test.each([
		'⟨@Zed Nobody⟩ and Zoe Nobody #task',
		'⟨@Ana Ruiz⟩ and Storage to sync',
		'⟨@Ana Ruiz⟩ and send it',
		'⟨@Ana Ruiz⟩ and Zed sends it',
		'⟨@Ana Ruiz⟩ and',
	])('%s', (marked) => {
		expect(mark(marked.replace(/[⟨⟩]/g, ''), isKnownName)).toBe(marked);
	});
});

describe('whoever is known, a mention ends', () => {
	test.each([
		['@Ana Ruiz| 📅 2025-12-12'],
		['@Ana Ruiz (with Ben)| #task'],
		['@Ana Ruiz and Ben Okafor| #task'],
		['@Ana Ruiz| send it #task'],
		['@[[Ana Ruiz|]]| #task'],
		['@myself| #task'],
		['@TBD|'],
		['@Zed Nobody|\'s plan'],
		['@storage ops team| #task'],
	])('%s', (marked) => {
		const end = marked.lastIndexOf('|');
		expect(mentionSegmentEnd(marked.slice(0, end) + marked.slice(end + 1), 0)).toBe(end);
	});

	test('nowhere, where none begins', () => {
		expect(mentionSegmentEnd('ana@Example.com', 3)).toBeNull();
		expect(mentionSegmentEnd('Ana', 0)).toBeNull();
		expect(mentionSegmentEnd('@ Ana', 0)).toBeNull();
		expect(mentionSegmentEnd('@5pm', 0)).toBeNull();
	});
});

const PIECE = fc.oneof(
	fc.constantFrom('@', '@Ana Ruiz', '@Ben', ' ', ' and ', ' & ', '(', ')', '(with Zed)', '[[', ']]', '|', '\'s', '.', ',', '📅', '#task', '::', 'to', 'Send', 'J.', '\n'),
	fc.string({ unit: 'grapheme', maxLength: 8 }),
);

test('mentions lie inside the text, in order, apart, and say what is written', () => {
	fc.assert(fc.property(fc.array(PIECE, { maxLength: 20 }).map((pieces) => pieces.join('')), (text) => {
		let from = 0;
		for (const { start, end, name } of findMentions(text, isKnownName)) {
			expect(start).toBeGreaterThanOrEqual(from);
			expect(end).toBeGreaterThan(start);
			expect(end).toBeLessThanOrEqual(text.length);
			expect(text.slice(start, end)).toContain(name);
			expect(name.trim()).toBe(name);
			expect(text.slice(start, end)).not.toContain('\n');
			from = end;
		}
	}), { numRuns: 500 });
});

test('what is asked of the known names is bounded, however long the line', () => {
	let longest = 0;
	let asked = 0;
	const count = (name: string): boolean => {
		longest = Math.max(longest, name.length);
		asked++;
		return false;
	};
	findMentions(` @${'Ab '.repeat(200_000)} @${'a'.repeat(500_000)} ${'(@A '.repeat(1000)}`, count);
	expect(longest).toBeLessThan(500);
	expect(asked).toBeLessThan(2000);
});
