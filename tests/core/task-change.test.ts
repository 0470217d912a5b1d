import fc from 'fast-check';
import { withDate, withDue, withOwner, withoutTag, withPriority, withStatus } from '../../src/core/task-change';
import { parseTaskLine, printTaskLine, type TaskLine } from '../../src/core/task-line';
import { taskLines } from './task-arbitraries';

function change(line: string, by: (task: TaskLine) => TaskLine): string {
	const task = parseTaskLine(line);
	if (!task) throw new Error(`No task: ${line}`);
	return printTaskLine(by(task));
}

describe('a tag that goes', () => {
	test.each([
		['- [?] Send it. @Me #task #proposed #auto', '- [?] Send it. @Me #task #auto'],
		['- [?] Send it. #task #proposed', '- [?] Send it. #task'],
		['- [?] #proposed Send it. #task', '- [?] Send it. #task'],
		['- [?] Send it #proposed now #proposed #task', '- [?] Send it now #task'],
		['- [?] Send it. #task\t#proposed ^abc', '- [?] Send it. #task ^abc'],
		['- [?] Send it. #task #Proposed  ', '- [?] Send it. #task  '],
		['- [?] Send it. #task #proposed\r', '- [?] Send it. #task\r'],
		['- [?] Send it, `#proposed` #task', '- [?] Send it, `#proposed` #task'],
		['- [?] Send the (#proposed) list #task', '- [?] Send the list #task'],
		['- [?] See [#proposed](https://example.com) #task', '- [?] See [#proposed](https://example.com) #task'],
		['- [?] Send it <!-- #proposed --> %%#proposed%% #task', '- [?] Send it <!-- #proposed --> %%#proposed%% #task'],
	])('takes the space before it along: %s', (before, after) => {
		expect(change(before, (task) => withoutTag(task, '#proposed'))).toBe(after);
	});

	test('takes nothing else: the other words of the line stay, in their order', () => {
		// Brackets that held nothing else go with it.
		const words = (line: string): string[] => line.replace(/[()[\]]/gu, '').split(/\s+/u).filter((word) => word !== '');
		fc.assert(fc.property(taskLines, (line) => {
			const task = parseTaskLine(line);
			fc.pre(task !== null);
			const left = words(change(line, (each) => withoutTag(each, '#proposed'))).join('');
			const expected = words(task?.tokens.map((token) => (token.kind === 'tag' && token.raw.toLowerCase() === '#proposed' ? '' : token.raw)).join('') ?? '').join('');
			expect(left.endsWith(expected)).toBe(true);
		}), { numRuns: 1000 });
	});
});

describe('a status', () => {
	test('changes the one character in the box', () => {
		expect(change('\t> - [?]  Send it. ', (task) => withStatus(task, ' '))).toBe('\t> - [ ]  Send it. ');
	});
});

describe('a date that comes', () => {
	const created = (format: 'emoji' | 'dataview') => (task: TaskLine) => withDate(task, 'created', '2026-01-31', format);

	test.each([
		['- [ ] Send it. 📅 2026-02-01 #task', '- [ ] Send it. 📅 2026-02-01 #task ➕ 2026-01-31'],
		['- [ ] Send it. #task ^abc', '- [ ] Send it. #task ➕ 2026-01-31 ^abc'],
		['- [ ] Send it.  \r', '- [ ] Send it. ➕ 2026-01-31  \r'],
		['- [ ] Send it. ➕ 2025-12-31 #task', '- [ ] Send it. ➕ 2025-12-31 #task'],
	])('stands where the Tasks plugin reads it: %s', (before, after) => {
		expect(change(before, created('emoji'))).toBe(after);
	});

	test('is written in Dataview format where the Tasks plugin is set so', () => {
		expect(change('- [ ] Send it. #task', created('dataview'))).toBe('- [ ] Send it. #task  [created:: 2026-01-31]');
	});
});

describe('a due date', () => {
	const due = (value: string | null, format: 'emoji' | 'dataview' = 'emoji') => (task: TaskLine) => withDue(task, value, format);

	test.each([
		['- [?] Send it. @Me 📅 2026-01-31 ⏫ #task', '- [?] Send it. @Me 📅 2026-02-01 ⏫ #task'],
		['- [?] Send it. [due:: 2026-01-31] #task', '- [?] Send it. [due:: 2026-02-01] #task'],
		['- [?] Send it. 🗓️2026-01-31 #task ^abc', '- [?] Send it. 🗓️2026-02-01 #task ^abc'],
		['- [?] Send it. #task ^abc', '- [?] Send it. #task 📅 2026-02-01 ^abc'],
	])('changes where it stands, as it is written there: %s', (before, after) => {
		expect(change(before, due('2026-02-01'))).toBe(after);
	});

	test.each([
		['- [?] Send it. @Me 📅 2026-01-31 ⏫ #task', '- [?] Send it. @Me ⏫ #task'],
		['- [?] Send it. 📅 2026-01-31 📅 2026-02-01', '- [?] Send it.'],
		['- [?] Send it. #task', '- [?] Send it. #task'],
	])('goes with the space before it: %s', (before, after) => {
		expect(change(before, due(null))).toBe(after);
	});
});

describe('a priority', () => {
	test.each([
		['- [?] Send it. ⏬ 📅 2026-01-31 #task', 'high', '- [?] Send it. ⏫ 📅 2026-01-31 #task'],
		['- [?] Send it. (priority:: low) #task', 'highest', '- [?] Send it. [priority:: highest] #task'],
		['- [?] Send it. #task ^abc', 'medium', '- [?] Send it. #task 🔼 ^abc'],
		['- [?] Send it. ⏫ #task', null, '- [?] Send it. #task'],
	] as const)('changes where it stands, as it is written there: %s', (before, value, after) => {
		expect(change(before, (task) => withPriority(task, value, 'emoji'))).toBe(after);
	});
});

describe('an owner', () => {
	test.each([
		['- [?] Send it. @Me 📅 2026-01-31 #task', 'Ana Ruiz', '- [?] Send it. @Ana Ruiz 📅 2026-01-31 #task'],
		['- [?] Send it. @TBD (ask Ben) #task', '[[Ana Ruiz]]', '- [?] Send it. @[[Ana Ruiz]] #task'],
		['- [?] Send it. 📅 2026-01-31 #task', 'Ana Ruiz', '- [?] Send it. @Ana Ruiz 📅 2026-01-31 #task'],
		['- [?] Send it.', 'Ana Ruiz', '- [?] Send it. @Ana Ruiz'],
		['- [?] Send it  \r', 'Ana Ruiz', '- [?] Send it @Ana Ruiz  \r'],
		['- [?] @Ben to send it. #task', 'Ana Ruiz', '- [?] @Ana Ruiz to send it. #task'],
		['- [?] Send it. @Me #task', null, '- [?] Send it. #task'],
		['- [?] Discuss with @Ana Ruiz #task', 'Me', '- [?] Discuss with @Ana Ruiz @Me #task'],
	])('is named where one is named, else after the sentence: %s', (before, name, after) => {
		expect(change(before, (task) => withOwner(task, name))).toBe(after);
	});
});
