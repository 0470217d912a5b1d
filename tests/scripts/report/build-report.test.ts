import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { App } from 'obsidian';
import { buildReport, type Report } from '../../../scripts/report/build-report';
import { readSnapshot } from '../../../scripts/report/read-snapshot';
import { duplicatesOf } from '../../../src/core/selectors';
import { openVault } from '../../sandbox/headless';

const FIXTURES = path.join(__dirname, '../../fixtures');

interface Expected extends Omit<Report, 'proposals' | 'groups' | 'maybe' | 'timings' | 'sources'> {
	readonly proposals: readonly Omit<Report['proposals'][number], 'group'>[];
	readonly notProposals: readonly { readonly path: string; readonly line: number }[];
	readonly sources: readonly { readonly path: string; readonly ref: string; readonly target: string | null }[];
}

const expected = JSON.parse(readFileSync(path.join(FIXTURES, 'demo-vault.expected.json'), 'utf8')) as Expected;

function sorted<T extends { readonly path: string }>(entries: readonly T[]): string[] {
	return entries.map((entry) => JSON.stringify(entry, Object.keys(entry).sort())).sort();
}

describe('the report on the demo vault agrees with the list made by hand in', () => {
	let report: Report;

	beforeAll(async () => {
		const host = await openVault(path.join(FIXTURES, 'demo-vault'));
		await host.settle();
		const snapshot = await readSnapshot(host as unknown as App);
		const duplicates = duplicatesOf(snapshot);
		duplicates.work();
		report = buildReport(snapshot, duplicates, {});
		host.close();
	});

	test('one group for each proposal, and in each group its proposals', () => {
		const groups = new Map(report.groups.map((group) => [group.id, group]));
		expect(groups.size).toBe(report.groups.length);
		for (const [at, { group }] of report.proposals.entries()) expect(groups.get(group)?.members).toContain(at);
		expect(report.groups.flatMap(({ members }) => members)).toHaveLength(report.proposals.length);
		expect(report.groups.every(({ members, representative }) => members.includes(representative))).toBe(true);
		expect(report.groups.filter(({ members }) => members.length > 1).length).toBeGreaterThan(10);
	});

	test('pairs that may be one task, between two groups, the lower number first', () => {
		expect(report.maybe.length).toBeGreaterThan(5);
		for (const [one, other, score] of report.maybe) {
			expect(one).toBeLessThan(other);
			expect(report.proposals[one]?.group).not.toBe(report.proposals[other]?.group);
			expect(score).toBeGreaterThanOrEqual(0.464);
		}
	});

	test('the number of notes', () => {
		expect(report.notes).toBe(expected.notes);
	});

	test('every proposal with its fields', () => {
		const entries = report.proposals.map(({ path: note, line, text, status, owner, due, priority, tags }) => ({ path: note, line, text, status, owner, due, priority, tags }));
		expect(entries).toEqual([...expected.proposals].sort((a, b) => (a.path === b.path ? a.line - b.line : a.path < b.path ? -1 : 1)));
	});

	test('every line that only looks like a proposal', () => {
		const places = new Set(report.proposals.map(({ path: note, line }) => `${note}:${line}`));
		expect(expected.notProposals.length).toBeGreaterThan(20);
		expect(expected.notProposals.filter(({ path: note, line }) => places.has(`${note}:${line}`))).toEqual([]);
	});

	test('the people', () => {
		expect(sorted(report.people)).toEqual(sorted(expected.people));
	});

	test('whose name each name is', () => {
		expect(sorted(report.names)).toEqual(sorted(expected.names));
	});

	test('the file that each source reference means', () => {
		expect(sorted(report.sources.map(({ path: note, ref, target }) => ({ path: note, ref, target })))).toEqual(sorted(expected.sources));
	});
});
