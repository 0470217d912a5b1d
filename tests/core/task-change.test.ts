import fc from 'fast-check';
import { withDate, withDay, withOwner, withoutTag, withPriority, withStatus, withWords } from '../../src/core/task-change';
import { parseTaskLine, printTaskLine, splitWords, taskDate, taskOwner, taskPriority, taskTags, type TaskLine } from '../../src/core/task-line';
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
	const due = (value: string | null, format: 'emoji' | 'dataview' = 'emoji') => (task: TaskLine) => withDay(task, 'due', value, format);

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

describe('other words for a task', () => {
	const written = (line: string, words: string): string => change(line, (task) => withWords(task, words));
	const wordsOf = (line: string): string => {
		const task = parseTaskLine(line);
		return task ? splitWords(task).words : '';
	};

	test.each([
		['- [?] Send the list. @Myself 📅 2025-10-27 ⏫ #task #proposed #auto', 'Send the list.', 'Send both lists.', '- [?] Send both lists. @Myself 📅 2025-10-27 ⏫ #task #proposed #auto'],
		['> - [?] #call  Send it  #task #proposed ^abc', 'Send it', 'Call', '> - [?] #call  Call  #task #proposed ^abc'],
		['- [?] Discuss with @Ana Ruiz #task #proposed', 'Discuss with @Ana Ruiz', 'Discuss with @Ben', '- [?] Discuss with @Ben #task #proposed'],
		['- [?] Send 📅 2026-01-01 the list #task', 'Send 📅 2026-01-01 the list', 'Send the list', '- [?] Send the list #task'],
		['- [?] Send it (@Ana Ruiz) #task', 'Send it', 'Mail it', '- [?] Mail it (@Ana Ruiz) #task'],
		['- [?] Send it #task\r', 'Send it', 'Mail it', '- [?] Mail it #task\r'],
		['- [?] Send it #task', 'Send it', '  Mail it\n and\r\n\r\nwait ', '- [?] Mail it and wait #task'],
		['- [?] Send it #task', 'Send it', 'Mail it 📅 2026-02-03', '- [?] Mail it 📅 2026-02-03 #task'],
		['- [?] @Ana Ruiz Send it #task', '@Ana Ruiz Send it', '@Ben Send it', '- [?] @Ben Send it #task'],
	])('stand in the place of those that it has: %s', (line, before, words, after) => {
		expect(wordsOf(line)).toBe(before);
		expect(written(line, words)).toBe(after);
	});

	test.each([
		['nothing', ''],
		['white space', ' \n '],
		['words that would take the owner in', 'Send it to'],
	])('are not written where they are %s', (_what, words) => {
		const line = '- [?] Send it. @Ana Ruiz #task #proposed';
		expect(written(line, words)).toBe(line);
	});

	test('that take away what makes it a proposal are not written', () => {
		const line = '- [?] Send #proposed it now #task';
		expect(written(line, 'Send it now')).toBe(line);
		expect(written(line, 'Send #proposed now')).toBe('- [?] Send #proposed now #task');
	});

	test('that it has already leave every byte as it is', () => {
		fc.assert(fc.property(taskLines, (line) => {
			expect(written(line, wordsOf(line))).toBe(line);
		}), { numRuns: 1000 });
	});

	test('touch nothing before and behind them, and no field there is read otherwise', () => {
		const words = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom('a', ' ', '`', '%', '[', ']', '(', ')', '#', '@', '📅', '2026-01-01', '^x', '<!--', '-->', '\\', '::') }));
		fc.assert(fc.property(taskLines, words, (line, to) => {
			const task = parseTaskLine(line);
			fc.pre(task !== null);
			const after = written(line, to);
			if (after === line) return;
			const { before, after: behind } = splitWords(task ?? never());
			const raw = (tokens: readonly { readonly raw: string }[]): string => tokens.map((token) => token.raw).join('');
			expect(after.endsWith(raw(behind))).toBe(true);
			const head = printTaskLine({ ...(task ?? never()), tokens: before });
			expect(after.startsWith(head)).toBe(true);
			if (![to, wordsOf(line)].every(isPlain)) return;
			const read = parseTaskLine(after) ?? never();
			expect(valuesIn(read)).toEqual(valuesIn(task ?? never()));
		}), { numRuns: 2000 });
	});
});

/** Whether words hold no field, tag or name of their own. */
function isPlain(words: string): boolean {
	return !words.includes('@') && parseTaskLine(`- [ ] ${words.replace(/\s+/gu, ' ')}`)?.tokens.every(({ kind }) => kind === 'text') === true;
}

function valuesIn(task: TaskLine): object {
	return { tags: taskTags(task), owner: taskOwner(task), priority: taskPriority(task), due: taskDate(task, 'due'), start: taskDate(task, 'start') };
}

function never(): never {
	throw new Error('No task.');
}
