import { indexSource, lengthOf, locate, type SourceIndex } from '../../src/core/source-index';

function index(text: string): SourceIndex {
	const work = indexSource(text);
	for (;;) {
		const next = work.next();
		if (next.done) return next.value;
	}
}

const TALK = ['Ana: The valve leaks. It drips at night. Nobody sees it.', '', 'Ben: I order a seal. It comes on Friday.', '', 'Ana: Good.', '', 'Ben: Fine.'].join('\n');

test('each sentence of a mail is a passage, and each with the one behind it; of a talk windows of three are', () => {
	expect(index('The valve leaks. It drips.').passages).toEqual([{ from: 0, to: 1 }, { from: 0, to: 2 }, { from: 1, to: 2 }]);
	expect(index(TALK).passages).toEqual([[0, 3], [1, 4], [2, 5], [3, 6], [4, 7], [5, 7], [6, 7]].map(([from, to]) => ({ from, to })));
});

test('no passage goes on from one message into the next, nor from a list into what stands below', () => {
	const { passages } = index('## 2026-11-12 08:00:00 — Ana <a@example.com>\n\nOne thing.\n\n## 2026-11-13 08:00:00 — Ben <b@example.com>\n\n- Another\n\nA third.\n');
	expect(passages).toEqual([{ from: 0, to: 1 }, { from: 1, to: 2 }, { from: 2, to: 3 }]);
});

test('a window ends before it has too many words, and holds one sentence at least', () => {
	const long = Array.from({ length: 50 }, (_, at) => `bolt${at}`).join(' ');
	const { units, passages } = index(['Ana: Hello.', `Ben: ${long}.`, 'Ana: Bye.', 'Ben: Bye.'].join('\n\n'));
	expect(units).toHaveLength(4);
	expect(passages).toEqual([{ from: 0, to: 1 }, { from: 1, to: 2 }, { from: 2, to: 4 }, { from: 3, to: 4 }]);
});

test('the words of each unit are known by their numbers', () => {
	const source = index('The valve leaks. The valve drips.');
	const valve = source.vocabulary.get('valv');
	expect([...source.terms].filter((term) => term === valve)).toHaveLength(2);
	expect(source.passages.map((passage) => lengthOf(source, passage))).toEqual([2, 4, 2]);
	expect(lengthOf(source, { from: 0, to: 2 })).toBe(4);
});

test('a passage stands where its first unit begins, to where its last ends', () => {
	const source = index(TALK);
	expect(locate(source, { from: 2, to: 5 })).toEqual({ from: { line: 0, ch: 41 }, to: { line: 2, ch: 40 } });
	expect(TALK.slice(41, 56)).toBe('Nobody sees it.');
});

test('who speaks is known by name', () => {
	expect([...index(TALK).voices]).toEqual(['ana', 'ben']);
});

test('a long text is done in slices that take about the same', () => {
	const work = indexSource('Ana: The valve leaks.\n\nBen: I order a seal.\n\n'.repeat(5000));
	let steps = 0;
	while (!work.next().done) steps++;
	expect(steps).toBeGreaterThan(40);
});
