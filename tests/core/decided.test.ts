import fc from 'fast-check';
import { pathOfDecided, readDecided, saidBy, toDecided } from '../../src/core/decided';
import { readProposals } from '../../src/core/proposal';
import { DEFAULT_STATUSES } from '../../src/core/status';
import { noteFrom } from './note-text';
import { notes } from './task-arbitraries';

function read(text: string): (readonly [string, string, string | null])[] {
	return readDecided(noteFrom('A.md', text), DEFAULT_STATUSES).map(({ verdict, day, place }) => [place?.raw ?? '', verdict, day] as const);
}

describe('the decided tasks of a note', () => {
	test.each([
		['- [ ] Send it. @Me #task #auto ➕ 2026-11-12', 'confirmed', '2026-11-12'],
		['- [/] Send it. #task #auto', 'confirmed', null],
		['- [ ] Send it. #task ➕ 2026-11-12', 'open', '2026-11-12'],
		['- [x] Send it. #task ➕ 2026-11-12 ✅ 2026-11-14', 'done', '2026-11-14'],
		['> * [-] Send it. [cancelled:: 2026-11-13] #task', 'dismissed', '2026-11-13'],
	])('are told with what became of them: %s', (line, verdict, day) => {
		expect(read(line)).toEqual([[line, verdict, day]]);
	});

	test.each([
		'- [?] Waits. #task',
		'- [ ] Waits. #task #proposed',
		'- [ ] Milk',
		'- [ ] #task',
		'- [ ] {{title}} #task',
		'- No task. #task',
	])('are not what waits, says nothing or is no task: %s', (line) => {
		expect(read(line)).toEqual([]);
	});

	test('are one where they read the same, and are known by their note and their words', () => {
		const [task, ...others] = readDecided(noteFrom('Notes/A.md', '- [x] Same. @Ana #task\r\n\n- [x] Same. @Ana #task\r\n'), DEFAULT_STATUSES);
		expect([others, task?.place?.line, pathOfDecided(task?.key ?? '')]).toEqual([[], 0, 'Notes/A.md']);
		expect(task?.place && saidBy(task.place)).toEqual({ text: 'Same.', owner: 'Ana' });
	});

	test('are never proposals at the same time, and never have their keys', () => {
		fc.assert(fc.property(notes, (text) => {
			const note = noteFrom('A.md', text);
			const [waiting, decided] = [readProposals(note, DEFAULT_STATUSES), readDecided(note, DEFAULT_STATUSES)];
			const raws = new Set(waiting.map(({ raw }) => raw));
			expect(decided.filter(({ place }) => raws.has(place?.raw ?? ''))).toEqual([]);
			expect([...waiting.map(({ key }) => pathOfDecided(key)), ...decided.map(({ key }) => pathOfDecided(key))]).toEqual([...waiting.map(() => null), ...decided.map(() => 'A.md')]);
		}));
	});
});

test('a deleted task is decided, too, and stands nowhere', () => {
	const task = toDecided({ text: 'Send it.', owner: null, day: '2026-11-12' });
	expect(task).toMatchObject({ verdict: 'deleted', day: '2026-11-12', place: null });
	expect(pathOfDecided(task.key)).toBe('');
});
