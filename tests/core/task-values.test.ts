import fc from 'fast-check';
import { parseTaskLine, printTaskLine, taskDate, taskOwner, taskPriority, taskTags, taskText } from '../../src/core/task-line';
import { withValues, type TaskValues } from '../../src/core/task-values';
import { taskLines } from './task-arbitraries';

const FORMATS = ['emoji', 'dataview'] as const;
const NAMES = ['Ana Ruiz', 'Me', '[[Ana Ruiz]]', 'TBD (ask Ben)', null] as const;
const values = fc.record({ due: fc.constantFrom('2026-03-01', null), priority: fc.constantFrom('high' as const, 'lowest' as const, null), owner: fc.constantFrom(...NAMES) });

function read(line: string): object | null {
	const task = parseTaskLine(line);
	return task && { text: taskText(task), due: taskDate(task, 'due'), priority: taskPriority(task), owner: taskOwner(task), tags: taskTags(task), status: task.status };
}

function change(line: string, to: Partial<TaskValues>, format: (typeof FORMATS)[number]): string {
	const task = parseTaskLine(line);
	return task ? printTaskLine(withValues(task, to, format)) : line;
}

describe('the values of a task', () => {
	const plain = fc.tuple(
		fc.constantFrom('Send the list.', 'Call Ben about the hall', '**Book** the hall, [[Hall|the big one]]'),
		fc.shuffledSubarray([' @Ben', ' 📅 2026-01-31', ' ⏫', ' #task', ' #proposed', ' 🔁 every week', ' [start:: 2026-01-01]']),
		fc.constantFrom('', ' ^abc', '  ', '\r'),
	).map(([text, fields, end]) => `- [?] ${text}${fields.join('')}${end}`);

	test('are read as they were written, and nothing else is read otherwise', () => {
		fc.assert(fc.property(plain, values, fc.constantFrom(...FORMATS), (line, to, format) => {
			expect(read(change(line, to, format))).toEqual({ ...read(line), ...to });
		}), { numRuns: 1000 });
	});

	test('stay as they are where they could not be read, on any line', () => {
		fc.assert(fc.property(taskLines, values, fc.constantFrom(...FORMATS), (line, to, format) => {
			const before = read(line);
			for (const field of ['due', 'priority', 'owner'] as const) {
				const after = change(line, { [field]: to[field] }, format);
				if (after !== line) expect(read(after)).toEqual({ ...before, [field]: to[field] });
			}
		}), { numRuns: 2000 });
	});

	test('that are not named stay as they are, byte for byte', () => {
		fc.assert(fc.property(taskLines, fc.constantFrom(...FORMATS), (line, format) => {
			expect(change(line, {}, format)).toBe(line);
		}));
	});
});
