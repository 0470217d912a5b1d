import fc from 'fast-check';
import { ACTIONS, choose, chooseLines, chooseRow, confirmAction, dismissAction, editsOf, putAwayAction, type Action, type ActionContext } from '../../src/core/actions';
import { applyEdits } from '../../src/core/edit';
import { readProposals, type Proposal } from '../../src/core/proposal';
import type { Row } from '../../src/core/rows';
import { DEFAULT_SETTINGS, joinConventions, type Conventions } from '../../src/core/settings';
import { TASKS_PLUGIN_DEFAULTS } from '../../src/core/tasks-plugin';
import { noteFrom } from './note-text';
import { notes } from './task-arbitraries';

const PLAIN = joinConventions(DEFAULT_SETTINGS, null);
const SEED = '- [?] Send the list. @Myself #task #proposed #auto';

function after(line: string, action: Action, conventions: Partial<Conventions> = {}): string | null | undefined {
	const context: ActionContext = { conventions: { ...PLAIN, ...conventions }, today: '2026-11-22' };
	return editsOf(choose(action, readProposals(noteFrom('Note.md', line), PLAIN.statuses)), context)[0]?.after;
}

describe('confirming', () => {
	test('makes the box a to-do and takes the proposed tag away; all else stays', () => {
		expect(after(SEED, confirmAction)).toBe('- [ ] Send the list. @Myself #task #auto');
	});

	test('leaves a task that was begun as begun as it is', () => {
		expect(after('- [/] Begun. #task #proposed', confirmAction)).toBe('- [/] Begun. #task');
	});

	test('adds the created date where the Tasks plugin would', () => {
		const tasks = joinConventions(DEFAULT_SETTINGS, { ...TASKS_PLUGIN_DEFAULTS, setCreatedDate: true });
		expect(after(`${SEED} ^id1`, confirmAction, tasks)).toBe('- [ ] Send the list. @Myself #task #auto ➕ 2026-11-22 ^id1');
	});

	test('uses the first to-do status of the Tasks plugin, never the proposed one', () => {
		const statuses = [{ symbol: '?', type: 'TODO' }, { symbol: '!', type: 'TODO' }] as const;
		expect(after(SEED, confirmAction, joinConventions(DEFAULT_SETTINGS, { ...TASKS_PLUGIN_DEFAULTS, statuses }))).toBe('- [!] Send the list. @Myself #task #auto');
	});
});

describe('dismissing', () => {
	test('cancels the task', () => {
		expect(after(SEED, dismissAction)).toBe('- [-] Send the list. @Myself #task #auto');
	});

	test('uses the first cancelled status of the Tasks plugin, and its date', () => {
		const statuses = [{ symbol: ' ', type: 'TODO' }, { symbol: 'R', type: 'CANCELLED' }, { symbol: '-', type: 'CANCELLED' }] as const;
		const tasks = joinConventions(DEFAULT_SETTINGS, { ...TASKS_PLUGIN_DEFAULTS, statuses });
		expect(after(SEED, dismissAction, tasks)).toBe('- [R] Send the list. @Myself #task #auto ❌ 2026-11-22');
	});

	test('deletes the line only where the user chose so, and where nothing below belongs to it', () => {
		expect(after(SEED, dismissAction, { dismissBy: 'delete' })).toBeNull();
		expect(after(`${SEED}\n\n- [?] Next. #task`, dismissAction, { dismissBy: 'delete' })).toBeNull();
		expect(after(`${SEED}\n\n    - [?] Nested. #task`, dismissAction, { dismissBy: 'delete' })).toBe('- [-] Send the list. @Myself #task #auto');
		expect(after(`${SEED}\n\n\n\n\n    - after many blank lines`, dismissAction, { dismissBy: 'delete' })).toBe('- [-] Send the list. @Myself #task #auto');
		expect(after(`> ${SEED}\n> \t- a part of it`, dismissAction, { dismissBy: 'delete' })).toBe('> - [-] Send the list. @Myself #task #auto');
	});
});

describe('a row', () => {
	const [first, second, third] = readProposals(noteFrom('Note.md', [
		'- [?] Send the list. @Me 📅 2026-01-31 #task #proposed',
		'- [?] Send the list to Ana. @Me ⏫ #task #proposed',
		'- [?] Send Ana the list. 📅 2026-02-01 #task #proposed',
	].join('\n')), PLAIN.statuses) as [Proposal, Proposal, Proposal];
	const row: Row = { proposal: first, others: [second, third], archived: [], byAge: [third, second, first], decided: [] };
	const lines = (choices: ReturnType<typeof chooseRow>): (string | null)[] => editsOf(choices, { conventions: PLAIN, today: '2026-11-22' }).map((edit) => edit.after);

	test('that is confirmed keeps one line, with the newest word on each value, and puts the others away', () => {
		expect(lines(chooseRow(confirmAction, row))).toEqual([
			'- [ ] Send the list. @Me 📅 2026-02-01 #task ⏫',
			'- [-] Send the list to Ana. @Me ⏫ #task',
			'- [-] Send Ana the list. 📅 2026-02-01 #task',
		]);
	});

	test('keeps the line and the values that the user chose', () => {
		expect(lines(chooseRow(confirmAction, row, { proposal: third, values: { due: null, priority: null, owner: 'Ben Okafor' } }))).toEqual([
			'- [ ] Send Ana the list. @Ben Okafor #task',
			'- [-] Send the list. @Me 📅 2026-01-31 #task',
			'- [-] Send the list to Ana. @Me ⏫ #task',
		]);
	});

	test('that is dismissed is dismissed as a whole, every line as it is', () => {
		expect(lines(chooseRow(dismissAction, row))).toEqual([
			'- [-] Send the list. @Me 📅 2026-01-31 #task',
			'- [-] Send the list to Ana. @Me ⏫ #task',
			'- [-] Send Ana the list. 📅 2026-02-01 #task',
		]);
	});

	test('puts nothing away without what is kept, but dismisses each for itself', () => {
		expect(chooseRow(confirmAction, row).map(({ action, keeper }) => [action, keeper])).toEqual([[confirmAction, undefined], [putAwayAction, first], [putAwayAction, first]]);
		expect(chooseRow(dismissAction, row).map(({ keeper }) => keeper)).toEqual([undefined, undefined, undefined]);
	});

	test('that is decided in a note keeps the line that the user is at, as it is', () => {
		const rowOf = new Map(row.byAge.map((proposal) => [proposal.key, row]));
		const typed = { ...second, raw: `${second.raw} ^typed` };
		expect(lines(chooseLines(confirmAction, [typed, third], rowOf))).toEqual([
			'- [ ] Send the list to Ana. @Me ⏫ #task ^typed',
			'- [-] Send the list. @Me 📅 2026-01-31 #task',
			'- [-] Send Ana the list. 📅 2026-02-01 #task',
		]);
		expect(lines(chooseLines(confirmAction, [first], new Map()))).toEqual(['- [ ] Send the list. @Me 📅 2026-01-31 #task']);
	});
});

test('a decision keeps a carriage return before the ending, and leaves none that would become a part of it', () => {
	const decide = (text: string): string => applyEdits(text, editsOf(choose(confirmAction, readProposals(noteFrom('Note.md', text), PLAIN.statuses)), { conventions: PLAIN, today: '2026-11-22' })).text;
	expect(decide('- [?] One. #task\r\r\nTwo')).toBe('- [ ] One. #task\r\r\nTwo');
	expect(decide('- [?] One. #task\r #proposed\nTwo')).toBe('- [ ] One. #task\nTwo');
});

test('any decision on any proposals of any note changes those lines only, and is taken back byte for byte', () => {
	const choice = notes.chain((text) => {
		const proposals = readProposals(noteFrom('Note.md', text), PLAIN.statuses);
		return fc.record({ text: fc.constant(text), chosen: fc.subarray(proposals), action: fc.constantFrom(...ACTIONS), dismissBy: fc.constantFrom('cancel' as const, 'delete' as const), stamp: fc.boolean() });
	});
	fc.assert(fc.property(choice, ({ text, chosen, action, dismissBy, stamp }) => {
		const conventions = { ...PLAIN, dismissBy, stampCreated: stamp, stampCancelled: stamp };
		const edits = editsOf(choose(action, chosen), { conventions, today: '2026-11-22' });
		const result = applyEdits(text, edits);
		expect(result.conflicts).toEqual([]);
		const becomes = new Map(edits.map((edit) => [edit.line, edit.after]));
		const expected = (text.match(/[^\n]*\n|[^\n]+/gu) ?? []).map((raw, at) => {
			const line = becomes.get(at);
			return line === undefined ? raw : line === null ? '' : line + (/(?:\r?\n|\r)$/u.exec(raw)?.[0] ?? '');
		});
		expect(result.text).toBe(expected.join(''));
		expect(edits).toHaveLength(chosen.length);
		expect(applyEdits(result.text, result.inverse).text).toBe(text);
	}), { numRuns: 500 });
});
