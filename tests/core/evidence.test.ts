import fc from 'fast-check';
import { findEvidence, type Evidence } from '../../src/core/evidence';
import { indexSource, type SourceIndex } from '../../src/core/source-index';

function index(text: string): SourceIndex {
	const work = indexSource(text);
	for (;;) {
		const next = work.next();
		if (next.done) return next.value;
	}
}

/** The words of each passage, the best first. */
function words(source: SourceIndex, { passages }: Evidence): string[] {
	return passages.map(({ words: { from, to } }) => source.text.slice(source.units[from]?.start, source.units[to - 1]?.end));
}

const MAIL = index([
	'# Re: Spring concert', '',
	'## 2026-03-02 09:30:00 — Ana Ruiz <ana@example.com>', '',
	'Hello Ben, the hall is booked. The caterer still needs the floor plan, could you mail it to her before the 20th?',
	'The piano tuner comes on Thursday. We have 1,200 chairs.', '',
	'## 2026-03-03 11:00:00 — Ben Okafor <ben@example.com>', '',
	'I will. Ana, please pay the piano tuner in cash.',
].join('\n'));

describe('the best passage', () => {
	test.each([
		['Send the floor plan to the caterer by 2026-03-20', 'The caterer still needs the floor plan, could you mail it to her before the 20th?'],
		['Pay the piano tuner', 'Ana, please pay the piano tuner in cash.'],
		['Count 1200 chairs', 'We have 1,200 chairs.'],
		['Post the plan of the floor', 'The caterer still needs the floor plan, could you mail it to her before the 20th?'],
	])('of "%s" is "%s"', (text, expected) => {
		const evidence = findEvidence(MAIL, { text, names: [] });
		expect(words(MAIL, evidence)[0]).toBe(expected);
		expect(evidence.sureness).not.toBe('unclear');
	});

	test('is not the one with the most names', () => {
		expect(words(MAIL, findEvidence(MAIL, { text: 'Ask Ana Ruiz about the chairs', names: ['Ana Ruiz'] }))[0]).toBe('We have 1,200 chairs.');
	});
});

test('what no passage says is not sure, and the nearest are offered', () => {
	const evidence = findEvidence(MAIL, { text: 'Renew the insurance of the delivery van in the hall', names: [] });
	expect(evidence.sureness).toBe('unclear');
	expect(words(MAIL, evidence)[0]).toBe('Hello Ben, the hall is booked.');
	expect(findEvidence(MAIL, { text: 'Renew the insurance of the delivery van', names: [] })).toEqual({ sureness: 'unclear', passages: [] });
	expect(findEvidence(MAIL, { text: 'And then?', names: [] })).toEqual({ sureness: 'unclear', passages: [] });
	expect(findEvidence(index(''), { text: 'Pay the tuner', names: [] })).toEqual({ sureness: 'unclear', passages: [] });
});

test('at most three passages are found, whose words do not overlap, the best first, whatever the texts', () => {
	const word = fc.constantFrom('pay', 'the', 'tuner', 'piano', 'Ana:', 'Ben:', '.', '\n\n', '\n', '> ', 'send', 'mail', '1,200', 'chairs', '# ', '[0:12] Ana:', '報告書', '__proto__', 'constructor');
	const text = fc.array(word, { maxLength: 60 }).map((all) => all.join(' '));
	fc.assert(fc.property(text, text, (source, task) => {
		const { passages } = findEvidence(index(source), { text: task, names: ['Ana'] });
		expect(passages.length).toBeLessThanOrEqual(3);
		for (const [at, passage] of passages.entries()) {
			expect(passage.words.from).toBeGreaterThanOrEqual(passage.from);
			expect(passage.words.to).toBeLessThanOrEqual(passage.to);
			expect(passage.coverage).toBeGreaterThan(0);
			expect(passage.coverage).toBeLessThanOrEqual(1.0001);
			expect(passage.score).toBeLessThanOrEqual(passages[at - 1]?.score ?? Infinity);
			for (const other of passages.slice(0, at)) expect(other.words.to <= passage.words.from || passage.words.to <= other.words.from).toBe(true);
		}
	}), { numRuns: 300 });
});
