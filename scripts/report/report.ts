import { statSync } from 'node:fs';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import type { App } from 'obsidian';
import type { Snapshot } from '../../src/core/index-store';
import { duplicatesOf, selectPeople } from '../../src/core/selectors';
import type { SourceResolution } from '../../src/core/sources';
import { resolveByText } from '../../src/obsidian/same-source';
import { openVault } from '../../tests/sandbox/headless';
import { buildReport } from './build-report';
import { findEvidence } from './find-evidence';
import { readSnapshot } from './read-snapshot';
import { summarize } from './summarize';

const USAGE = 'Usage: npm run report -- VAULT [--json] [--evidence]\n\nPrints what Ratify finds in a folder of notes. Nothing is changed.\n\n  --evidence   also finds the passages of the sources that support each proposal';

const OPTIONS: ReadonlySet<string> = new Set(['--json', '--evidence', '--help']);

/** Runs the report over a folder and answers the exit code. */
export async function main(args: readonly string[]): Promise<number> {
	const folders = args.filter((arg) => !arg.startsWith('--'));
	const unknown = args.find((arg) => arg.startsWith('--') && !OPTIONS.has(arg));
	if (args.includes('--help')) return say(USAGE, 0);
	if (unknown !== undefined) return complain(`Unknown option ${unknown}.\n\n${USAGE}`);
	const [folder] = folders;
	if (folder === undefined || folders.length > 1) return complain(USAGE);
	// npm runs scripts in the project's folder; a path is meant from where the user stands.
	const vault = path.resolve(process.env['INIT_CWD'] ?? process.cwd(), folder);
	if (!isFolder(vault)) return complain(`There is no folder ${vault}.`);
	const report = await reportOn(vault, args.includes('--evidence'));
	return say(args.includes('--json') ? JSON.stringify(report, null, '\t') : summarize(report), 0);
}

async function reportOn(vault: string, withEvidence: boolean): Promise<ReturnType<typeof buildReport>> {
	const start = performance.now();
	const host = await openVault(vault);
	await host.settle();
	const opened = performance.now();
	const app = host as unknown as App;
	const snapshot = await readSnapshot(app);
	const indexed = performance.now();
	selectPeople(snapshot);
	const resolved = performance.now();
	const duplicates = duplicatesOf(snapshot);
	duplicates.work();
	const grouped = performance.now();
	const sources = await findSources(app, snapshot);
	const found = performance.now();
	const evidence = withEvidence ? await findEvidence(app, snapshot) : null;
	const proved = performance.now();
	const timings = { open: opened - start, index: indexed - opened, people: resolved - indexed, duplicates: grouped - resolved, sources: found - grouped };
	const report = buildReport(snapshot, duplicates, evidence ? { ...timings, evidence: proved - found } : timings, (_snapshot, note) => sources.get(note.path) ?? null);
	return evidence ? { ...report, evidence } : report;
}

/** The files that notes were made from, by the notes' paths. */
async function findSources(app: App, snapshot: Snapshot): Promise<ReadonlyMap<string, SourceResolution>> {
	const found = new Map<string, SourceResolution>();
	for (const note of snapshot.notes.values()) {
		const resolution = await resolveByText(app, snapshot, note);
		if (resolution) found.set(note.path, resolution);
	}
	return found;
}

function isFolder(file: string): boolean {
	return statSync(file, { throwIfNoEntry: false })?.isDirectory() === true;
}

function say(text: string, code: number): number {
	process.stdout.write(`${text}\n`);
	return code;
}

function complain(text: string): number {
	process.stderr.write(`${text}\n`);
	return 2;
}
