import fc from 'fast-check';
import { hasTag, parseTaskLine, printTaskLine, taskDate, taskOwner, taskPriority, taskTags, taskText, type TaskLine } from '../../src/core/task-line';
import { taskLines } from './task-arbitraries';

function parse(line: string): TaskLine {
	const task = parseTaskLine(line);
	if (!task) throw new Error(`No task: ${line}`);
	return task;
}

function read(line: string): unknown {
	const task = parse(line);
	return { text: taskText(task), owner: taskOwner(task), due: taskDate(task, 'due'), priority: taskPriority(task), tags: taskTags(task) };
}

const LIST = { text: 'Send Ana Ruiz the list.', owner: 'Myself', due: '2025-12-19', priority: 'high', tags: ['#task', '#proposed', '#auto'] };

describe('a task line', () => {
	test('prints back what it was parsed from, byte for byte, whatever the line', () => {
		fc.assert(fc.property(fc.oneof(taskLines, fc.string({ unit: 'binary' })), (line) => {
			const task = parseTaskLine(line);
			expect(task === null ? line : printTaskLine(task)).toBe(line);
		}), { numRuns: 2000 });
	});

	test('is found behind every marker, indent and quote', () => {
		for (const line of ['- [?] a', '* [?] a', '+ [ ] a', '1. [x] a', '2) [/] a', '\t- [?] a', '    - [?] a', '> - [?] a', '> > - [?] a', '>\t- [?] a', '- [?]']) {
			expect(parseTaskLine(line)).not.toBeNull();
		}
	});

	test('is nothing else than a list item with one character in its box', () => {
		for (const line of ['', '- a', '[?] a', '-[?] a', '- [??] a', '- []', '- [?]a', 'text - [?] a', '# [?] a']) {
			expect(parseTaskLine(line)).toBeNull();
		}
	});

	test.each([
		['in the usual order', '- [?] Send Ana Ruiz the list. @Myself 📅 2025-12-19 ⏫ #task #proposed #auto'],
		['with its fields after the tags', '- [?] Send Ana Ruiz the list. @Myself #task #proposed #auto ⏫ 📅 2025-12-19'],
		['with its owner last', '- [?] Send Ana Ruiz the list. ⏫ 📅 2025-12-19 #task #proposed #auto @Myself'],
		['with its tags first', '- [?] #task #proposed #auto Send Ana Ruiz the list. @Myself ⏫ 📅 2025-12-19'],
		['in Dataview format', '- [?] Send Ana Ruiz the list. @Myself #task #proposed #auto  [priority:: high]  [due:: 2025-12-19]'],
		['in Dataview format with round brackets', '- [?] Send Ana Ruiz the list. @Myself (due:: 2025-12-19) (priority:: high) #task #proposed #auto'],
		['with variation selectors', '- [?] Send Ana Ruiz the list. @Myself 🗓️ 2025-12-19 ⏫️ #task #proposed #auto'],
		['with a block id', '- [?] Send Ana Ruiz the list. @Myself 📅 2025-12-19 ⏫ #task #proposed #auto ^abc123'],
		['with no-break spaces', '- [?] Send Ana Ruiz the list. @Myself\u00a0📅\u00a02025-12-19\u00a0⏫ #task #proposed #auto'],
		['in a CRLF file', '- [?] Send Ana Ruiz the list. @Myself 📅 2025-12-19 ⏫ #task #proposed #auto\r'],
	])('is read the same %s', (_how, line) => {
		expect(read(line)).toEqual(LIST);
	});

	test('keeps what belongs to its sentence', () => {
		expect(taskText(parse('- [?] Compare #platform and #storage for [[Ana Ruiz|Ana]] (**soon**), see https://example.com/#proposed #task'))).toBe(
			'Compare #platform and #storage for [[Ana Ruiz|Ana]] (**soon**), see https://example.com/#proposed',
		);
	});

	test.each([
		['Send it. (@Me) #task', 'Send it.'],
		['Send it. **@Ana Ruiz** #task', 'Send it.'],
		['Send it. @Me, @Ben Okafor #task', 'Send it.'],
		['Make it **bold** @Me #task', 'Make it **bold**'],
		['Discuss it with @Ana Ruiz #task', 'Discuss it with @Ana Ruiz'],
		['Send it (again) @Me #task', 'Send it (again)'],
	])('ends where its sentence does: %s', (body, text) => {
		expect(taskText(parse(`- [?] ${body}`))).toBe(text);
	});

	test('drops a field from the middle of its sentence without leaving a gap', () => {
		expect(taskText(parse('- [?] Send the list 📅 2026-01-31 to the team #task'))).toBe('Send the list to the team');
	});

	test('takes numbers, code and addresses for what they are', () => {
		const task = parse('- [?] Answer #123 from ana@example.com with `#proposed @Ben` in it. #task');
		expect(taskTags(task)).toEqual(['#task']);
		expect(taskOwner(task)).toBeNull();
	});

	test('leaves a date that is not in the calendar in the sentence, where it is seen', () => {
		const task = parse('- [?] Send it 📅 2026-02-30 #task');
		expect(taskDate(task, 'due')).toBeNull();
		expect(taskText(task)).toBe('Send it 📅 2026-02-30');
	});

	test.each([
		['Ask Ana about it. @Ben Okafor #task', 'Ben Okafor'],
		['Ask @Ana Ruiz about the plan and tell me. #task', null],
		['Ask @Ana Ruiz about the plan. @Myself #task', 'Myself'],
		['Plan the visit. @Ana Ruiz @Ben Okafor #task', 'Ana Ruiz'],
		['Send it to @Ana Ruiz @Myself #task', 'Myself'],
		['@Ana Ruiz: send the list #task', 'Ana Ruiz'],
		['Send it. @[[People/Ana Ruiz/README|Ana Ruiz]] #task', '[[People/Ana Ruiz/README|Ana Ruiz]]'],
		['Send it. @TBD #task', 'TBD'],
		['Send it. @Ben Okafor (#proposed) #task', 'Ben Okafor'],
		['Send it. @Ben Okafor (📅 2025-12-19) #task', 'Ben Okafor'],
		['Send it. @Ben Okafor (with Ana) #task', 'Ben Okafor (with Ana)'],
		['Send it. #task', null],
		['Send it. @Myself, @Ben Okafor #task', 'Myself'],
		['Send it. @Me and @Ben Okafor #task', 'Me'],
		['Send it. @Me. #task', 'Me'],
		['Send it. (@Me) #task', 'Me'],
		['Send it. **@Ana Ruiz** #task', 'Ana Ruiz'],
		['Send it. @Me [due::2025-12-19], [priority:: high], #task', 'Me'],
		['Discuss it with @Ana Ruiz #task', null],
	])('knows whom it is for: %s', (body, owner) => {
		expect(taskOwner(parse(`- [?] ${body}`))).toBe(owner);
	});

	test('has a tag in whatever case it is written, but not a longer one', () => {
		expect(hasTag(parse('- [?] a #Proposed'), '#proposed')).toBe(true);
		expect(hasTag(parse('- [?] a #proposed/later'), '#proposed')).toBe(false);
		expect(hasTag(parse('- [?] a x#proposed'), '#proposed')).toBe(false);
	});

	test.each([
		['words', 'word '], ['backticks', '`` ` '], ['at signs', '@A '], ['brackets', '[['], ['inline fields', '[due:: '], ['signs', '🔁 a'], ['carets', ' ^'], ['tags', ' #a'], ['spaces in a field', `[due::${' '.repeat(400)}`], ['priorities', 'a ⏫ '],
	])('is read to its end when it is two megabytes of %s', (_of, piece) => {
		// In time that grew with the square of the length this would take hours, not the seconds that a test may.
		const task = parse(`- [?] ${piece.repeat(2_000_000 / piece.length)} – end #task`);
		expect(taskTags(task)).toContain('#task');
		expect(taskText(task).length).toBeGreaterThan(0);
		expect(() => taskOwner(task)).not.toThrow();
	});
});
