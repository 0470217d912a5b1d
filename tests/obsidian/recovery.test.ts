import fc from 'fast-check';
import { type Action, choose, confirmAction, dismissAction } from '../../src/core/actions';
import type { Outcome } from '../../src/obsidian/outcome';
import { notes } from '../core/task-arbitraries';
import { Device, type Crash, type Session } from './memory-notes';

const TEXT = '# Plan\n- [?] One. #task #proposed\n- [?] Two. #task #proposed\n';
const DONE = '# Plan\n- [ ] One. #task\n- [ ] Two. #task\n';
const FILES = { 'A.md': TEXT, 'B.md': TEXT, 'C.md': TEXT };
const remove: Action = { ...dismissAction, change: () => null };

function device(files: Readonly<Record<string, string>> = FILES): Device {
	return new Device(new Map(Object.entries(files)));
}

function textsOf({ texts }: Device): string[] {
	return [...texts.values()];
}

/** Confirms all, and has the session end in the middle. */
async function decideAndCrash(on: Device, crash: Crash | null, action: Action = confirmAction): Promise<void> {
	const session = on.start(crash);
	await session.runner.start();
	await session.untilEnd(session.runner.run(choose(action, session.proposals())));
}

async function restart(on: Device): Promise<{ session: Session; outcomes: readonly Outcome[] }> {
	const session = on.start();
	return { session, outcomes: await session.runner.start() };
}

/** The session's writes: the journal, then A, journal, B, journal, C, journal. */
const BEFORE_ALL = { at: 0, isAfter: true };
const AFTER_B = { at: 3, isAfter: true };

describe('after a crash in the middle of a decision, the next start', () => {
	test('takes back what was written, and says so', async () => {
		const on = device();
		await decideAndCrash(on, AFTER_B);
		expect(textsOf(on)).toEqual([DONE, DONE, TEXT]);
		const { session, outcomes } = await restart(on);
		expect(textsOf(on)).toEqual([TEXT, TEXT, TEXT]);
		expect(outcomes).toMatchObject([{ kind: 'decided', done: 'Confirmed', isRecovery: true, made: [], conflicts: [], failures: [], altered: [] }]);
		expect(session.runner.state.journal.decisions).toEqual([]);
		expect((await restart(on)).outcomes).toEqual([]);
	});

	test('serves nothing before it is done, and then what was pressed early', async () => {
		const on = device();
		await decideAndCrash(on, AFTER_B);
		const session = on.start();
		session.proposals();
		const early = session.runner.undo();
		await session.runner.start();
		expect(await early).toBeNull();
		expect(textsOf(on)).toEqual([TEXT, TEXT, TEXT]);
	});

	test('leaves the bytes alone that were added meanwhile', async () => {
		const on = device();
		await decideAndCrash(on, AFTER_B);
		on.texts.set('A.md', `new\n${DONE}end`);
		on.texts.set('C.md', `new\n${TEXT}end`);
		const { outcomes } = await restart(on);
		expect(textsOf(on)).toEqual([`new\n${TEXT}end`, TEXT, `new\n${TEXT}end`]);
		expect(outcomes[0]?.altered).toEqual(['A.md', 'C.md']);
	});

	test('takes back, of a note that is known to be written, the lines that still read so, and shows the others', async () => {
		const on = device();
		await decideAndCrash(on, AFTER_B);
		on.texts.set('A.md', DONE.replace('One.', 'One, mine.'));
		const { session, outcomes } = await restart(on);
		expect(on.texts.get('A.md')).toBe(TEXT.replace('[?] One. #task #proposed', '[ ] One, mine. #task'));
		expect(outcomes[0]?.conflicts).toMatchObject([{ edit: { path: 'A.md' }, now: '- [ ] One, mine. #task' }]);
		expect(session.runner.state.journal.decisions).toMatchObject([{ open: null, back: [{ after: '- [?] One. #task #proposed' }] }]);
	});

	test('never guesses: a note of which not all can be told is left alone, and each line of it is reported', async () => {
		const on = device();
		await decideAndCrash(on, { at: 3, isAfter: true });
		const other = DONE.replace('One.', 'One, mine.');
		on.texts.set('B.md', other);
		const { session, outcomes } = await restart(on);
		expect(textsOf(on)).toEqual([TEXT, other, TEXT]);
		expect(outcomes[0]).toMatchObject({
			made: [{ path: 'B.md', before: '- [?] Two. #task #proposed' }],
			conflicts: [{ edit: { path: 'B.md', before: '- [?] One. #task #proposed' }, cause: 'changed', now: '- [ ] One, mine. #task' }],
		});
		expect(session.runner.state.journal.decisions).toMatchObject([{ unsettled: [{ edit: { path: 'B.md' } }] }]);
		await session.runner.undo(outcomes[0]?.decision ?? undefined);
		expect(on.texts.get('B.md')).toBe(other.replace('- [ ] Two. #task', '- [?] Two. #task #proposed'));
	});

	test('reports the lines of a note that is gone', async () => {
		const on = device();
		await decideAndCrash(on, BEFORE_ALL);
		on.texts.delete('B.md');
		const { outcomes } = await restart(on);
		expect(outcomes[0]?.conflicts.map(({ edit, cause }) => `${edit.path} ${cause}`)).toEqual(['B.md no-note', 'B.md no-note']);
	});
});

/** Many sessions, on a machine that may be busy. */
const MOST_MS = 60_000;

/** All the moments at which a decision, its undo and its redo can be cut short. */
const CRASHES = Array.from({ length: 26 }, (_, at) => [{ at, isAfter: false }, { at, isAfter: true }]).flat();

test.each([['confirms', confirmAction, DONE], ['deletes', remove, '# Plan\n']] as const)('wherever a session crashes that %s, takes back and does it again, the next one finds each note whole or as it was', async (_what, action, made) => {
	for (const crash of CRASHES) {
		const on = device();
		const session = on.start(crash);
		await session.runner.start();
		const work = async (): Promise<void> => {
			await session.runner.run(choose(action, session.proposals()));
			await session.runner.undo();
			await session.runner.redo();
		};
		await session.untilEnd(work());
		const { session: next, outcomes } = await restart(on);
		for (const text of textsOf(on)) expect([TEXT, made]).toContain(text);
		expect(next.problems).toEqual([]);
		expect(next.runner.state.journal.decisions.every(({ open }) => open === null)).toBe(true);
		expect(outcomes.flatMap(({ conflicts }) => conflicts)).toEqual([]);
		// Whatever stands can be taken back.
		while (await next.runner.undo());
		expect(textsOf(on)).toEqual([TEXT, TEXT, TEXT]);
	}
}, MOST_MS);

describe('whatever a note holds, wherever a decision on it crashes, and whatever others change before the next start,', () => {
	const cases = fc.record({
		texts: fc.array(notes, { minLength: 1, maxLength: 4 }),
		action: fc.constantFrom(confirmAction, dismissAction, remove),
		crash: fc.record({ at: fc.nat(9), isAfter: fc.boolean() }),
	});

	function deviceOf(texts: readonly string[]): Device {
		return device(Object.fromEntries(texts.map((text, at) => [`${at}.md`, text])));
	}

	test('each note is as it was or as it was to be, and all can be taken back byte for byte', async () => {
		await fc.assert(fc.asyncProperty(cases, async ({ texts, action, crash }) => {
			const whole = deviceOf(texts);
			await decideAndCrash(whole, null, action);
			const on = deviceOf(texts);
			await decideAndCrash(on, crash, action);
			const { session } = await restart(on);
			const found = textsOf(on);
			expect([texts, textsOf(whole)]).toContainEqual(found);
			while (await session.runner.undo());
			expect(textsOf(on)).toEqual(texts);
		}), { numRuns: 100 });
	}, MOST_MS);

	test('recovery brings back only lines that were there before the decision, and touches none that others wrote', async () => {
		const changes = fc.array(fc.record({ note: fc.nat(3), at: fc.nat(12), kind: fc.constantFrom('insert', 'change', 'remove') }), { maxLength: 4 });
		await fc.assert(fc.asyncProperty(cases, changes, async ({ texts, action, crash }, others) => {
			const on = deviceOf(texts);
			await decideAndCrash(on, crash, action);
			for (const other of others) changeLine(on, other);
			const before = new Map(on.texts);
			const { outcomes } = await restart(on);
			for (const [path, text] of on.texts) {
				if (text === before.get(path)) continue;
				const [now, then, original] = [linesOf(text), linesOf(before.get(path) ?? ''), linesOf(texts[Number.parseInt(path, 10)] ?? '')];
				for (const line of now) expect(then.includes(line) || original.includes(line)).toBe(true);
				expect(then.filter((line) => line.startsWith('other'))).toEqual(now.filter((line) => line.startsWith('other')));
			}
			for (const { failures } of outcomes) expect(failures).toEqual([]);
		}), { numRuns: 100 });
	}, MOST_MS);

	/** A last line that had no ending gets one where others follow. */
	function linesOf(text: string): string[] {
		return text.split('\n').map((line) => line.replace(/\r$/u, ''));
	}

	function changeLine({ texts }: Device, { note, at, kind }: { note: number; at: number; kind: string }): void {
		const path = `${note}.md`;
		const lines = texts.get(path)?.split('\n');
		if (!lines) return;
		lines.splice(Math.min(at, lines.length - 1), kind === 'insert' ? 0 : 1, ...(kind === 'remove' ? [] : [`other ${at}`]));
		texts.set(path, lines.join('\n'));
	}
});
