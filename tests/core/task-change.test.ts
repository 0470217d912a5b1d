import fc from 'fast-check';
import { withDate, withoutTag, withStatus } from '../../src/core/task-change';
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
