import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { App } from 'obsidian';
import type { EvidenceEntry } from '../../../scripts/report/build-report';
import { findEvidence } from '../../../scripts/report/find-evidence';
import { readSnapshot } from '../../../scripts/report/read-snapshot';
import { openVault } from '../../sandbox/headless';

const VAULT = path.join(__dirname, '../../fixtures/demo-vault');
const NOTE = 'Tundrel/People/Joost van der Meer/2026-11-17 - One to one, board page and a tester.md';
let entries: readonly EvidenceEntry[];

beforeAll(async () => {
	const host = await openVault(VAULT);
	await host.settle();
	entries = await findEvidence(host as unknown as App, await readSnapshot(host as unknown as App));
	host.close();
});

test('each passage stands where it is said to, the best first, and three at most', () => {
	expect(entries.length).toBeGreaterThan(100);
	for (const { source, passages } of entries) {
		expect(passages.length).toBeLessThanOrEqual(source === null ? 0 : 3);
		expect(passages.map(({ score }) => score)).toEqual(passages.map(({ score }) => score).sort((a, b) => b - a));
		const lines = source === null ? [] : readFileSync(path.join(VAULT, source), 'utf8').split('\n');
		for (const { line, endLine, text } of passages) expect(lines.slice(line - 1, endLine).join('\n')).toContain(text);
	}
});

test('a proposal has the words that ask for it', () => {
	const [first] = entries.filter((each) => each.path === NOTE);
	expect(first).toMatchObject({ source: 'Sources/Transcripts/2026/2026-11-17 - One to one with Joost.md', sure: true });
	expect(first?.passages.map(({ text }) => text).join('\n')).toContain('Rime 3');
});

test('a proposal whose source is missing has none', () => {
	expect(entries.filter(({ source }) => source === null).every(({ sure, passages }) => !sure && passages.length === 0)).toBe(true);
	expect(entries.some(({ source }) => source === null)).toBe(true);
});
