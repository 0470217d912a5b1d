import fc from 'fast-check';
import { asksForHidden, matchesNames, parseQuery, splitQuery, type Query, type Test } from '../../src/core/query';

/** A Tuesday. */
const TODAY = '2026-11-24';

/** What is asked for: a list for each clause, with `-` before what must not fit. */
function tests(text: string): readonly (readonly (readonly [string, Test])[])[] {
	return parseQuery(text, { today: TODAY }).clauses.map((terms) => terms.map(({ test, isNot }) => [isNot ? '-' : '', test] as const));
}

/** The only condition of a filter. */
function only(text: string): Test | undefined {
	const { clauses } = parseQuery(text, { today: TODAY });
	expect(clauses.flat()).toHaveLength(1);
	return clauses[0]?.[0]?.test;
}

function problems(text: string): Query['problems'] {
	return parseQuery(text, { today: TODAY }).problems;
}

describe('a filter', () => {
	test.each([
		['Plan', { field: 'word', value: 'plan' }],
		['ÜBER', { field: 'word', value: 'uber' }],
		['"as it is"', { field: 'word', value: 'as it is' }],
		['"overdue"', { field: 'word', value: 'overdue' }],
		['"OR"', { field: 'word', value: 'or' }],
		['10:30', { field: 'word', value: '10:30' }],
		['http://x', { field: 'word', value: 'http://x' }],
		['a-b', { field: 'word', value: 'a-b' }],
		['owner:ana', { field: 'owner', value: 'ana' }],
		['Owner:"Ana Ruiz"', { field: 'owner', value: 'ana ruiz' }],
		['person:"open', { field: 'person', value: 'open' }],
		['source:email', { field: 'source', value: 'email' }],
		['note:Plan', { field: 'note', value: 'plan' }],
		['path:VAST/', { field: 'path', value: 'vast/' }],
		['tag:#Auto', { field: 'tag', value: 'auto' }],
		['priority:high', { field: 'priority', priorities: ['high'] }],
		['priority:hi', { field: 'priority', priorities: ['highest', 'high'] }],
		['priority:none', { field: 'priority', priorities: [null] }],
		['has:duplicate', { field: 'has', what: 'duplicates' }],
		['has:evidence', { field: 'has', what: 'evidence' }],
		['due:none', { field: 'due', days: null }],
		['due:2026-01-10', { field: 'due', days: { from: '2026-01-10', to: '2026-01-10' } }],
		['due:<2026-01-10', { field: 'due', days: { from: null, to: '2026-01-09' } }],
		['due:<=2026-01-10', { field: 'due', days: { from: null, to: '2026-01-10' } }],
		['due:>2026-01', { field: 'due', days: { from: '2026-02-01', to: null } }],
		['due:>=2026', { field: 'due', days: { from: '2026-01-01', to: null } }],
		['due:<"next friday"', { field: 'due', days: { from: null, to: '2026-12-03' } }],
		['due:today', { field: 'due', days: { from: TODAY, to: TODAY } }],
		['created:>"a week ago"', { field: 'created', days: { from: '2026-11-18', to: null } }],
		['overdue', { field: 'due', days: { from: null, to: '2026-11-23' } }],
		['hidden', { field: 'is', what: 'hidden' }],
	])('asks with “%s” for one thing', (text, expected) => {
		expect(only(text)).toEqual(expected);
	});

	test('asks for all its terms, for those not that have a minus, and with OR for either of its neighbours', () => {
		const word = (value: string): Test => ({ field: 'word', value });
		expect(tests('a -b')).toEqual([[['', word('a')]], [['-', word('b')]]]);
		expect(tests('a OR -b c')).toEqual([[['', word('a')], ['-', word('b')]], [['', word('c')]]]);
		expect(tests('a OR b OR c')).toEqual([[['', word('a')], ['', word('b')], ['', word('c')]]]);
		expect(tests('OR a OR')).toEqual([[['', word('a')]]]);
		expect(tests('-owner:me')).toEqual([[['-', { field: 'owner', value: 'me' }]]]);
	});

	test.each(['', '   ', 'owner:', 'due:', 'due:<', '""', '-', 'person:""'])('that is not finished asks for nothing: “%s”', (text) => {
		expect(parseQuery(text, { today: TODAY })).toEqual({ clauses: [], problems: [] });
	});

	test.each([
		['ownr:me', { kind: 'field', value: 'ownr', near: 'owner' }],
		['prioritiy:high', { kind: 'field', value: 'prioritiy', near: 'priority' }],
		['due:<whenever', { kind: 'day', value: 'whenever', near: null }],
		['due:2026-13', { kind: 'day', value: '2026-13', near: null }],
		['priority:urgent', { kind: 'priority', value: 'urgent', near: null }],
		['has:legs', { kind: 'trait', value: 'legs', near: null }],
	])('says what of it is not understood: “%s”', (text, expected) => {
		expect(problems(`x ${text} y`)).toEqual([{ ...expected, from: 2, to: 2 + text.length }]);
		expect(tests(`x ${text} y`)).toHaveLength(expected.kind === 'field' ? 3 : 2);
	});

	test.each(['Re:offer', 'https://example.com', 'note:x', 'mailto:a@b.c', '12:30', 'TODO:x'])('takes “%s” for no slip of the pen', (text) => {
		expect(problems(text)).toEqual([]);
	});

	test('asks for what is hidden only where it says so', () => {
		expect(['hidden', 'a OR hidden', '-hidden', '"hidden"', 'a'].map((text) => asksForHidden(parseQuery(text)))).toEqual([true, true, false, false, false]);
	});

	test('of any text is read without end or error, its pieces in order', () => {
		const parts = fc.array(fc.constantFrom('owner:', 'due:<', '"', '-', ' ', 'OR', 'a', 'x:y', '2026-01-01', 'priority:', ':', '>', 'é', '\u0000'), { maxLength: 12 });
		fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), parts.map((all) => all.join(''))), (text) => {
			const pieces = splitQuery(text);
			pieces.forEach(({ from, to }, at) => {
				expect(from).toBeGreaterThanOrEqual(pieces[at - 1]?.to ?? 0);
				expect(text.slice(from, to).trim()).not.toBe('');
			});
			for (const { from, to } of parseQuery(text, { today: TODAY }).clauses.flat()) expect(from).toBeLessThan(to);
		}), { numRuns: 2000 });
	});
});

test('names match where each part is in any of them, whatever case and accents', () => {
	expect(matchesNames(['ana', 'okafor'], () => ['Ána Ruiz', 'Ben Okafor'])).toBe(true);
	expect(matchesNames(['ana', 'cleo'], () => ['Ana Ruiz'])).toBe(false);
	expect(matchesNames([], () => { throw new Error('not needed'); })).toBe(true);
});
