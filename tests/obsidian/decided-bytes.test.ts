import fc from 'fast-check';
import { type Action, ACTIONS, choose, confirmAction, dismissAction } from '../../src/core/actions';
import type { Proposal } from '../../src/core/proposal';
import { selectProposals } from '../../src/core/selectors';
import { DEFAULT_SETTINGS, joinConventions, type Conventions } from '../../src/core/settings';
import type { ActionRunner } from '../../src/obsidian/action-runner';
import { openIndexed, runnerOver, type IndexedVault } from './indexed-vault';
import { noteBytes, splitBytes } from './note-bytes';

type DismissBy = Conventions['dismissBy'];

/** A decision on some of a note's proposals: every proposal whose place in the list of choices says so. */
interface Case {
	readonly notes: readonly Uint8Array[];
	readonly choices: readonly boolean[];
	readonly action: Action;
	readonly dismissBy: DismissBy;
}

const cases: fc.Arbitrary<Case> = fc.record({
	notes: fc.array(noteBytes, { minLength: 1, maxLength: 8 }),
	choices: fc.array(fc.boolean(), { minLength: 25, maxLength: 25 }),
	action: fc.constantFrom(...ACTIONS),
	dismissBy: fc.constantFrom('cancel', 'delete'),
});

async function withVault(files: Record<string, string | Uint8Array>, dismissBy: DismissBy, work: (vault: IndexedVault, runner: ActionRunner) => Promise<void>): Promise<void> {
	const vault = await openIndexed(files);
	vault.store.update({ conventions: { ...joinConventions(DEFAULT_SETTINGS, null), dismissBy } });
	try {
		await work(vault, runnerOver(vault));
		expect(vault.errors).toEqual([]);
	} finally {
		vault.close();
	}
}

async function bytesOf(vault: IndexedVault, path: string): Promise<Uint8Array> {
	return new Uint8Array(await vault.host.adapter.readBinary(path));
}

function toText(bytes: string): string {
	return Buffer.from(bytes, 'latin1').toString('utf8');
}

function isUtf8(bytes: Uint8Array): boolean {
	return Buffer.from(Buffer.from(bytes).toString('utf8'), 'utf8').equals(bytes);
}

const TAG = /[\s([]*#proposed[\s)\]]*/gi;

/** Checks a decided line against what it was, without the code that decided it: one box is other, and nothing but tags has gone. */
function expectDecided(before: string, after: string, former: string, status: string): void {
	const box = before.indexOf('[') + 1;
	const [old, now] = [before.slice(box + former.length), after.slice(box + status.length)];
	expect(after.slice(0, box + status.length)).toBe(before.slice(0, box) + status);
	const bare = (text: string): string => text.replace(/#proposed|[\s()[\]]/gi, '');
	expect(bare(now)).toBe(bare(old));
	expect(old.length - now.length).toBeLessThanOrEqual((old.match(TAG) ?? []).join('').length);
	expect(now.endsWith('\n')).toBe(old.endsWith('\n'));
}

function expectOnlyDecided(before: Uint8Array, after: Uint8Array, chosen: readonly Proposal[], { action, dismissBy }: Pick<Case, 'action' | 'dismissBy'>): void {
	const byLine = new Map(chosen.map((proposal) => [proposal.line, proposal]));
	const [old, now] = [splitBytes(before), splitBytes(after)];
	const isGone = (proposal: Proposal | undefined): boolean => action === dismissAction && dismissBy === 'delete' && proposal?.hasChildren === false;
	const kept = old.flatMap((line, at) => (isGone(byLine.get(at)) ? [] : [{ line, proposal: byLine.get(at) }]));
	expect(now).toHaveLength(kept.length);
	expect(kept.filter(({ line, proposal }, at) => !proposal && now[at] !== line)).toEqual([]);
	for (const [at, { line, proposal }] of kept.entries()) {
		if (proposal) expectDecided(toText(line), toText(now[at] ?? ''), proposal.status, statusOf(action, proposal));
	}
}

function statusOf(action: Action, { status }: Proposal): string {
	if (action === dismissAction) return '-';
	return status === '?' ? ' ' : status;
}

describe('any decision on any proposals of any notes on disk', () => {
	test('changes those lines and no other byte; undo gives the very bytes back, redo the decided ones', async () => {
		let count = 0;
		await fc.assert(fc.asyncProperty(cases, async ({ notes, choices, action, dismissBy }) => {
			const files = Object.fromEntries(notes.map((bytes, at) => [`${at}.md`, bytes]));
			await withVault(files, dismissBy, async (vault, runner) => {
				for (const [path, bytes] of Object.entries(files)) {
					const chosen = selectProposals(vault.store.snapshot).filter((proposal) => proposal.path === path).filter((_, at) => choices[at] === true);
					if (chosen.length === 0) continue;
					const outcome = await runner.run(choose(action, chosen));
					const decided = await bytesOf(vault, path);
					if (!isUtf8(bytes)) {
						expect(outcome.failures[0]?.reason).toContain('not valid UTF-8');
						expect(decided).toEqual(bytes);
						continue;
					}
					expect(outcome).toMatchObject({ conflicts: [], failures: [] });
					expectOnlyDecided(bytes, decided, chosen, { action, dismissBy });
					await runner.undo(outcome.decision ?? undefined);
					expect(await bytesOf(vault, path)).toEqual(bytes);
					await runner.redo(outcome.decision ?? undefined);
					expect(await bytesOf(vault, path)).toEqual(decided);
					count += chosen.length;
				}
				for (const [path, bytes] of Object.entries(files)) {
					const touched = runner.state.journal.decisions.some(({ back }) => back.some((edit) => edit.path === path));
					if (!touched) expect(await bytesOf(vault, path)).toEqual(bytes);
				}
			});
		}), { numRuns: 40 });
		// A property over notes without proposals would hold of any writer.
		expect(count).toBeGreaterThan(50);
	});
});

/** Whole milliseconds of a piece of work, in which the host parses the note anew, too. */
async function timed<T>(work: () => Promise<T>): Promise<readonly [ms: string, result: T]> {
	const start = performance.now();
	const result = await work();
	return [(performance.now() - start).toFixed(0), result];
}

/** Figures are printed where `RATIFY_FIGURES` is set. */
function print(figures: string): void {
	if (process.env['RATIFY_FIGURES'] !== undefined) process.stdout.write(`\n${figures}\n`);
}

describe('a note at the edge of what there is', () => {
	test('of no bytes at all has nothing to decide and stays so, also where a decision on it comes from elsewhere', async () => {
		await withVault({ 'Empty.md': '', 'B.md': '- [?] One. #task\n' }, 'cancel', async (vault, runner) => {
			const [one] = selectProposals(vault.store.snapshot);
			const outcome = await runner.run(choose(confirmAction, one ? [{ ...one, path: 'Empty.md' }] : []));
			expect(outcome.conflicts).toMatchObject([{ cause: 'gone', now: null }]);
			expect(await bytesOf(vault, 'Empty.md')).toHaveLength(0);
			expect(await vault.read('B.md')).toBe('- [?] One. #task\n');
		});
	});

	test.each(['cancel', 'delete'] as const)('of five megabytes is decided, taken back and decided again to the byte (%s)', async (dismissBy) => {
		const filler = `${'Words of a long note, one after another. '.repeat(125)}✓\r\n\r\n`;
		const text = `\ufeff${Array.from({ length: 1000 }, (_, at) => `${filler}- [?] Task ${at}. ❤️ @Me #task #proposed\r\n`).join('')}- [?] The last. #task #proposed`;
		const bytes = new Uint8Array(Buffer.from(text, 'utf8'));
		expect(bytes.length).toBeGreaterThan(5_000_000);
		await withVault({ 'Big.md': bytes }, dismissBy, async (vault, runner) => {
			const chosen = selectProposals(vault.store.snapshot).filter((_, at) => at % 5 === 0);
			expect(chosen).toHaveLength(201);
			const [decidedIn] = await timed(() => runner.run(choose(dismissAction, chosen)));
			const decided = await bytesOf(vault, 'Big.md');
			expectOnlyDecided(bytes, decided, chosen, { action: dismissAction, dismissBy });
			const [undoneIn] = await timed(() => runner.undo());
			expect(Buffer.compare(await bytesOf(vault, 'Big.md'), bytes)).toBe(0);
			const [redoneIn] = await timed(() => runner.redo());
			expect(Buffer.compare(await bytesOf(vault, 'Big.md'), decided)).toBe(0);
			print(`201 of 1001 tasks in 5 MB (${dismissBy}): decided in ${decidedIn} ms, taken back in ${undoneIn} ms, decided again in ${redoneIn} ms`);
		});
	});
});
