import { readIndexedNote } from '../../src/core/indexed-note';
import type { Proposal } from '../../src/core/proposal';
import { makeRows, type Row } from '../../src/core/rows';
import { DEFAULT_STATUSES } from '../../src/core/status';
import type { Group } from '../../src/core/task-node';
import { noteFrom } from './note-text';

const NONE: ReadonlyMap<string, Row> = new Map();
const [a, b, c, d] = readIndexedNote(noteFrom('A.md', ['a', 'b', 'c', 'd'].map((text) => `- [?] ${text} #task`).join('\n')), DEFAULT_STATUSES).proposals as [Proposal, Proposal, Proposal, Proposal];

function groups(...all: readonly (readonly Proposal[])[]): Map<string, Group> {
	return new Map(all.flatMap((proposals, at) => {
		const group = { id: `g${at}`, members: proposals.map(({ key }) => key) };
		return proposals.map(({ key }) => [key, group] as const);
	}));
}

const printed = (rows: readonly Row[]): string[] => rows.map(({ proposal, others }) => [proposal, ...others].map(({ text }) => text).join(' '));

describe('rows', () => {
	test('are one a group, where the first of its proposals is, with the most typical standing for the others', () => {
		expect(printed(makeRows([a, b, c, d], groups([c, a], [d, b]), NONE))).toEqual(['c a', 'd b']);
	});

	test('are made of the proposals at hand, whatever else their groups name', () => {
		expect(printed(makeRows([b, c], groups([d, a, c]), NONE))).toEqual(['b', 'c']);
	});

	test('stay the same objects while their proposals do, though the groups were made anew', () => {
		const former = makeRows([a, b, c, d], groups([a, b]), NONE);
		const next = makeRows([a, b, c, d], groups([a, b], [c, d]), new Map(former.map((row) => [row.proposal.key, row])));
		expect(next[0]).toBe(former[0]);
		expect(printed(next)).toEqual(['a b', 'c d']);
	});
});
