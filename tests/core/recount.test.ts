import fc from 'fast-check';
import { applyEdits, type LineEdit } from '../../src/core/edit';
import { EqualLines } from '../../src/core/equal-lines';
import { recountAfter } from '../../src/core/recount';

const OPEN = '- [?] Call Ana. #task';
const DONE = '- [-] Call Ana. #task';

/** The edit that decides one of equal lines, told by its place in the text. */
function decide(text: string, line: number): LineEdit {
	return { path: 'A.md', line, before: OPEN, after: DONE, copy: new EqualLines(text.split('\n'), new Set([OPEN])).copyOf(line) };
}

describe('what takes one of several equal lines back', () => {
	test('knows it from an equal one that was made after it', () => {
		const text = `${OPEN}\n\n${OPEN}\n`;
		const first = applyEdits(text, [decide(text, 2)]);
		const second = [decide(first.text, 0)];
		const counted = first.inverse.map((edit) => recountAfter(first.text, second)(edit, false));
		expect(counted).toMatchObject([{ copy: { ordinal: 1, count: 2 } }]);
		expect(applyEdits(applyEdits(first.text, second).text, counted).text).toBe(`${DONE}\n\n${OPEN}\n`);
	});

	test('stays the same where no line equal to it comes or goes, or its own is changed', () => {
		const text = `${OPEN}\nother\n`;
		const { inverse: [back], text: decided } = applyEdits(text, [decide(text, 0)]);
		if (!back) throw new Error('No edit');
		expect(recountAfter(decided, [{ path: 'A.md', line: 1, before: 'other', after: 'OTHER' }])(back, false)).toBe(back);
		expect(recountAfter(decided, [back])(back, false)).toBe(back);
	});

	test('does not find the one that comes in its place', () => {
		const text = `# A\n${OPEN}\n${OPEN}\n# C\n${DONE}\n`;
		const { inverse: [back] } = applyEdits(text, [decide(text, 2)]);
		if (!back) throw new Error('No edit');
		const now = `# A\n${OPEN}\n# B\n${DONE}\n# C\n${DONE}\n`;
		const edits = [decide(now, 1)];
		const after = applyEdits(now, edits).text;
		expect(applyEdits(after, [back]).conflicts).toEqual([]);
		expect(applyEdits(after, [recountAfter(now, edits)(back, false)])).toMatchObject({ text: after, conflicts: [{ cause: 'several' }] });
	});
});

/** A line with a name of its own, so that it can be told from its equals; null is one that is no task. */
interface Named {
	readonly name: number | null;
	readonly text: string;
}

/** Which line is decided, or taken back where it was, and where another program puts a heading first, if it does. */
const steps = fc.array(fc.record({ line: fc.nat(), heading: fc.option(fc.nat(), { freq: 3 }) }), { maxLength: 12 });

function print(lines: readonly Named[]): string {
	return lines.map(({ text }) => `${text}\n`).join('');
}

test('in any order, equal lines are decided and taken back one by one, and no other line is ever hit, whatever headings come between them', () => {
	fc.assert(fc.property(fc.integer({ min: 1, max: 6 }), steps, (count, all) => {
		let lines: readonly Named[] = [{ name: null, text: '# Top' }, ...Array.from({ length: count }, (_, name) => ({ name, text: OPEN }))];
		const backs = new Map<number, LineEdit>();
		for (const [at, { line, heading }] of all.entries()) {
			if (heading !== null) lines = lines.toSpliced(1 + (heading % lines.length), 0, { name: null, text: `# ${at}` });
			const name = line % count;
			const [text, place] = [print(lines), lines.findIndex((each) => each.name === name)];
			const back = backs.get(name);
			const edits = [back ?? decide(text, place)];
			const { text: after, inverse, conflicts } = applyEdits(text, edits);
			const isMade = conflicts.length === 0;
			if (isMade) lines = lines.with(place, { name, text: back ? OPEN : DONE });
			expect(after).toBe(print(lines));
			// Only a heading that came between may make it uncertain which line is meant.
			if (all.every((each) => each.heading === null)) expect(isMade).toBe(true);
			const recount = recountAfter(text, edits);
			for (const [other, edit] of backs) backs.set(other, recount(edit, false));
			if (isMade && back) backs.delete(name);
			else if (isMade && inverse[0]) backs.set(name, inverse[0]);
		}
	}), { numRuns: 1000 });
});
