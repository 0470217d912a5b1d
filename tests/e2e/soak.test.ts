import type { SoakResult } from '../soak/soak';
import { runScript } from '../scripts/run-script';

/** What a soak found, and its exit code. */
function soak(...args: readonly string[]): { code: number | null; result: SoakResult } {
	const { code, out, err } = runScript('soak.mjs', [...args, '--json']);
	if (out === '') throw new Error(err);
	return { code, result: JSON.parse(out) as SoakResult };
}

test('two thousand operations by everybody at once lose no byte, change no wrong line and hide no failure', () => {
	const { code, result } = soak('--ops', '2000', '--seed', '1');
	expect(result.violations).toEqual([]);
	expect(code).toBe(0);
	const things = ['decisions', 'bulk decisions', 'undos', 'redos', 'edits typed', 'notes rewritten by others', 'notes renamed', 'notes deleted', 'faults of the disk', 'lines in conflict'];
	expect(things.filter((thing) => (result.counts[thing] ?? 0) === 0)).toEqual([]);
	expect(result.counts['lines changed by the app and judged']).toBeGreaterThan(500);
});

test.each([
	['line-number', 'a writer that goes by the number of the line'],
	['read-then-modify', 'a writer that reads, and writes later what it made of that'],
	['plain-endings', 'a writer that makes all line endings the same'],
	['undo-by-snapshot', 'an undo that puts back the note as it was'],
	['forgotten-roll-back', 'a decision that fails in the middle and is not taken back'],
])('the oracle finds the planted fault %s: %s', (fault) => {
	const { code, result } = soak('--ops', '10000', '--seed', '1', '--plant', fault);
	expect(result.violations.map(({ kind }) => kind)).not.toEqual([]);
	expect(code).toBe(1);
});
