import fc from 'fast-check';
import { compareWords, diffWords, type DiffSpan } from '../../src/core/word-diff';

function show(spans: readonly DiffSpan[]): string {
	return spans.map(({ text, isCommon }) => (isCommon ? text : `[${text}]`)).join('');
}

test.each([
	['Send the list.', 'Send the other list.', 'Send the list.', 'Send the [other ]list.'],
	['Call Ana 📅 2026-12-01 #task', 'Call Ana 📅 2026-12-24 #task #mine', 'Call Ana 📅 [2026-12-01] #task', 'Call Ana 📅 [2026-12-24] #task[ #mine]'],
	['', 'a', '', '[a]'],
	['same', 'same', 'same', 'same'],
])('what differs between %j and %j is marked word by word', (before, after, markedBefore, markedAfter) => {
	const diff = diffWords(before, after);
	expect([show(diff.before), show(diff.after)]).toEqual([markedBefore, markedAfter]);
});

test('the spans of each side are its text, and what both have is the same', () => {
	const texts = fc.array(fc.constantFrom('a', 'b', ' ', '  ', '\t', 'c'), { maxLength: 30 }).map((parts) => parts.join(''));
	fc.assert(fc.property(texts, texts, (before, after) => {
		const diff = diffWords(before, after);
		expect([diff.before, diff.after].map((spans) => spans.map(({ text }) => text).join(''))).toEqual([before, after]);
		const [one, other] = [diff.before, diff.after].map((spans) => spans.filter(({ isCommon }) => isCommon).map(({ text }) => text).join(''));
		expect(one).toBe(other);
	}));
});

test('a million words are compared in no time', () => {
	const words = 'word '.repeat(1_000_000);
	const { after } = diffWords(words, `${words}more`);
	expect(after.at(-1)).toEqual({ text: 'more', isCommon: false });
});

test.each([
	['Send the updated list.', 'Send the list.', 'Send the [updated] list.', []],
	['Send the list to Ana.', 'Send Ana the list, please.', 'Send the list [to] Ana.', ['please.']],
	['The list: send it', 'send the list', 'The list: send [it]', []],
	['Book the big hall', 'Book the hall in May', 'Book the [big] hall', ['in', 'May']],
	['Buy two new chairs', 'Sell it', '[Buy two new chairs]', ['Sell', 'it']],
	['and and and', 'and', 'and [and and]', []],
	['— 👍', 'x', '— 👍', ['x']],
])('of %j the words that %j lacks are marked, whatever their order', (text, other, marked, missing) => {
	const compared = compareWords(text, other);
	expect([show(compared.spans), compared.missing]).toEqual([marked, missing]);
});
