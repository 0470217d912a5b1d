import type { DecidedTask } from '../../src/core/decided';
import { readIndexedNote } from '../../src/core/indexed-note';
import type { Proposal } from '../../src/core/proposal';
import { makeRows, offersOf, proposalsOf, valuesOf, withoutProposals, type Row } from '../../src/core/rows';
import { DEFAULT_STATUSES } from '../../src/core/status';
import type { Group } from '../../src/core/task-node';
import { noteFrom } from './note-text';

const LINES = ['a @Ana 🔽', 'b 📅 2026-01-31', 'c @Ben 📅 2026-01-01', 'd'];
const [a, b, c, d] = readIndexedNote(noteFrom('A.md', LINES.map((text) => `- [?] ${text} #task`).join('\n')), DEFAULT_STATUSES).proposals as [Proposal, Proposal, Proposal, Proposal];

function groups(...all: readonly (readonly Proposal[])[]): Map<string, Group> {
	return new Map(all.flatMap((proposals, at) => {
		const group = { id: `g${at}`, members: proposals.map(({ key }) => key) };
		return proposals.map(({ key }) => [key, group] as const);
	}));
}

function rowsOf(proposals: readonly Proposal[], grouped: Map<string, Group>, archived: readonly Proposal[] = []): readonly Row[] {
	return makeRows({ proposals, archived, groups: grouped, decidedOf: () => null }, []);
}

const printed = (rows: readonly Row[]): string[] => rows.map((row) => proposalsOf(row).map(({ text }) => text).join(' '));
const only = (rows: readonly Row[]): Row => rows[0] as Row;

describe('rows', () => {
	test('are one a group, where the first of its proposals is, with the most typical standing for the others', () => {
		expect(printed(rowsOf([a, b, c, d], groups([c, a], [d, b])))).toEqual(['c a', 'd b']);
	});

	test('are made of the proposals at hand, whatever else their groups name', () => {
		expect(printed(rowsOf([b, c], groups([d, a, c])))).toEqual(['b', 'c']);
	});

	test('lose no proposal that its group does not name yet', () => {
		const lagging = { id: 'g', members: [c.key] };
		expect(printed(rowsOf([a, b, c], new Map([a, c].map(({ key }) => [key, lagging]))))).toEqual(['a c', 'b']);
	});

	test('show what lies in an archive beside what repeats it, and never decide it', () => {
		const rows = rowsOf([a, b], groups([c, a, d]), [c, d]);
		expect(printed(rows)).toEqual(['a', 'b']);
		expect(rows.map(({ archived }) => archived)).toEqual([[c, d], []]);
	});

	test('stay the same objects while their proposals do, though the groups were made anew', () => {
		const former = rowsOf([a, b, c, d], groups([a, b]));
		const next = makeRows({ proposals: [a, b, c, d], archived: [], groups: groups([a, b], [c, d]), decidedOf: () => null }, former);
		expect(next[0]).toBe(former[0]);
		expect(printed(next)).toEqual(['a b', 'c d']);
	});

	test('are made anew where a decided task of their group has gone', () => {
		const grouped = new Map([[a.key, { id: 'g', members: [a.key, 'done'] }]]);
		const done: DecidedTask = { key: 'done', verdict: 'done', day: null, place: null };
		const parts = { proposals: [a], archived: [], groups: grouped };
		const before = makeRows({ ...parts, decidedOf: (key) => (key === 'done' ? done : null) }, []);
		expect(only(before).decided).toEqual([done]);
		expect(only(makeRows({ ...parts, decidedOf: () => null }, before)).decided).toEqual([]);
	});

	test('lose proposals one by one, the next most typical standing for the rest, and are none without any', () => {
		const row = only(rowsOf([a, b, c], groups([c, a, b])));
		expect(withoutProposals(row, new Set(['elsewhere']))).toBe(row);
		expect(printed([withoutProposals(row, new Set([c.key])) as Row])).toEqual(['a b']);
		expect(withoutProposals(row, new Set([a.key, b.key, c.key]))).toBeNull();
	});
});

describe('the values of a row', () => {
	const row = only(rowsOf([b, c, a, d], groups([d, a, c, b])));

	test('are those of the newest proposal that has any', () => {
		expect(valuesOf(row)).toEqual({ due: '2026-01-31', priority: 'low', owner: 'Ben' });
	});

	test('are offered once each, the newest first', () => {
		expect(offersOf(row, 'due').map(({ due }) => due)).toEqual(['2026-01-31', '2026-01-01', null]);
		expect(offersOf(row, 'owner').map(({ owner }) => owner)).toEqual([null, 'Ben', 'Ana']);
	});
});
