import fc from 'fast-check';
import { applyEdits } from '../../src/core/edit';
import { readProposals } from '../../src/core/proposal';
import { DEFAULT_STATUSES } from '../../src/core/status';
import { hasTag, parseTaskLine, taskDate, taskOwner, taskPriority, taskTags, taskText } from '../../src/core/task-line';
import { readLeftovers, tidyLine } from '../../src/core/tidy';
import { noteFrom } from './note-text';
import { notes, taskLines } from './task-arbitraries';

const STATUSES = [...DEFAULT_STATUSES, { symbol: 'R', type: 'CANCELLED' as const }, { symbol: 'n', type: 'NON_TASK' as const }];

/** A line with what goes in braces; null where nothing does. */
function draw(line: string): string | null {
	return tidyLine(line, STATUSES)?.map(({ text, isLeftover }) => (isLeftover ? `{${text}}` : text)).join('') ?? null;
}

function tidied(text: string): string {
	return applyEdits(text, readLeftovers(noteFrom('Note.md', text), STATUSES).map(({ edit }) => edit)).text;
}

describe('a leftover tag', () => {
	test.each([
		['- [x] Send it. #task #proposed', '- [x] Send it. #task{ #proposed}'],
		['- [-] Send it. #task #proposed #auto ❌ 2026-11-20', '- [-] Send it. #task{ #proposed} #auto ❌ 2026-11-20'],
		['- [R] Send it. #Proposed', '- [R] Send it.{ #Proposed}'],
		['- [X] Send it.  #proposed  ', '- [X] Send it. { #proposed}  '],
		['- [x] #proposed Send it.', '- [x] {#proposed }Send it.'],
		['- [x] #proposed #proposed Send it.', '- [x] {#proposed }{#proposed }Send it.'],
		['- [x] #proposed', '- [x] {#proposed}'],
		['\t> 1) [x] Send #proposed it #proposed ^abc', '\t> 1) [x] Send{ #proposed} it{ #proposed} ^abc'],
		['- [x] Send\u00a0#proposed\u00a0it', '- [x] Send{\u00a0#proposed}\u00a0it'],
		['- [x] Send it (#proposed)', '- [x] Send it ({#proposed})'],
	])('goes with one blank beside it: %s', (line, drawn) => {
		expect(draw(line)).toBe(drawn);
	});

	test.each([
		['a proposal', '- [?] Send it. #task #proposed'],
		['an open task', '- [ ] Send it. #proposed'],
		['a task that was begun', '- [/] Send it. #proposed'],
		['what is no task by its status', '- [n] Send it. #proposed'],
		['a task of an unknown status', '- [!] Send it. #proposed'],
		['a decided task without it', '- [x] Send it. #task'],
		['a tag below it', '- [x] Send it. #proposed/later'],
		['code', '- [x] Send `#proposed`'],
		['a template', '- [x] {{title}} #proposed'],
		['a line that is no task', 'Sent #proposed'],
	])('is none on %s', (_what, line) => {
		expect(draw(line)).toBeNull();
	});

	test.each([
		['the owner’s name would run on', '- [x] Send it. @Ana #proposed Ruiz'],
		['a sign would come to its date', '- [x] Send it. 📅 #proposed 2026-11-20'],
		['a block’s id would come to the end', '- [x] Send it. ^abc #proposed'],
	])('stays where without it %s', (_why, line) => {
		expect(draw(line)).toBeNull();
	});

	test('is found in a note wherever it stands, with which of the equal lines it is', () => {
		const text = '# One\n- [x] Send it. #proposed\r\n- [?] Call. #proposed\n  - [-] Sub. #task #proposed\n# Two\n- [x] Send it. #proposed';
		expect(readLeftovers(noteFrom('Note.md', text), STATUSES).map(({ edit }) => [edit.line, edit.copy?.ordinal, edit.copy?.count])).toEqual([[1, 0, 2], [3, 0, 1], [5, 1, 2]]);
		expect(tidied(text)).toBe('# One\n- [x] Send it.\r\n- [?] Call. #proposed\n  - [-] Sub. #task\n# Two\n- [x] Send it.');
	});

	test('is none where the metadata cache lists no item, as in code and comments', () => {
		expect(readLeftovers({ ...noteFrom('Note.md', '```\n- [x] in a fence #proposed\n```'), listItems: [] }, STATUSES)).toEqual([]);
	});
});

describe('tidying', () => {
	const decided = taskLines.map((line) => line.replace(/\[[^x-]\]/u, '[x]'));

	test('takes nothing else from a line, and leaves all that is read of it', () => {
		let tidy = 0;
		fc.assert(fc.property(decided, (line) => {
			const spans = tidyLine(line, STATUSES);
			if (!spans) return;
			tidy++;
			expect(spans.map(({ text }) => text).join('')).toBe(line);
			expect(spans.filter(({ isLeftover }) => isLeftover).every(({ text }) => /^[ \t\u00a0]?#proposed$|^#proposed[ \t\u00a0]?$/iu.test(text))).toBe(true);
			const [before, after] = [parseTaskLine(line), parseTaskLine(spans.map(({ text, isLeftover }) => (isLeftover ? '' : text)).join(''))];
			if (!before || !after) throw new Error('No task any more');
			const words = (text: string): string => text.replace(/#proposed/giu, '').replace(/[^\p{L}\p{N}]+/gu, '');
			expect(hasTag(after, '#proposed')).toBe(false);
			expect(taskTags(after)).toEqual(taskTags(before).filter((tag) => tag.toLowerCase() !== '#proposed'));
			expect([after.status, after.lead, taskOwner(after), taskDate(after, 'due'), taskPriority(after), words(taskText(after))])
				.toEqual([before.status, before.lead, taskOwner(before), taskDate(before, 'due'), taskPriority(before), words(taskText(before))]);
		}), { numRuns: 3000 });
		expect(tidy).toBeGreaterThan(300);
	});

	test('leaves every other line of a note, its proposals and its endings, and is taken back byte for byte', () => {
		fc.assert(fc.property(notes, (text) => {
			const edits = readLeftovers(noteFrom('Note.md', text), STATUSES).map(({ edit }) => edit);
			const { text: after, made, inverse, conflicts } = applyEdits(text, edits);
			expect([made.length, conflicts]).toEqual([edits.length, []]);
			const [lines, linesAfter] = [text.split('\n'), after.split('\n')];
			const touched = new Set(edits.map(({ line }) => line));
			expect(linesAfter.filter((_line, at) => !touched.has(at))).toEqual(lines.filter((_line, at) => !touched.has(at)));
			const proposals = (of: string): string[] => readProposals(noteFrom('Note.md', of), STATUSES).map(({ raw }) => raw);
			expect(proposals(after)).toEqual(proposals(text));
			expect(applyEdits(after, inverse).text).toBe(text);
		}), { numRuns: 1000 });
	});

	test('is over after one time', () => {
		fc.assert(fc.property(notes, (text) => {
			const once = tidied(text);
			expect(tidied(once)).toBe(once);
		}), { numRuns: 500 });
	});
});
