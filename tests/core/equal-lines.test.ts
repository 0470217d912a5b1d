import fc from 'fast-check';
import { applyEdits, type EditResult, type LineEdit } from '../../src/core/edit';
import { EqualLines, withoutCopies, type Copy } from '../../src/core/equal-lines';
import { readProposals } from '../../src/core/proposal';
import { DEFAULT_STATUSES } from '../../src/core/status';
import { toUnparsedNote } from '../../src/core/unparsed-note';
import { CONFIRMED, headingPaths, interfere, interferences, PROPOSED, render, sectionedNotes, type Block, type Interference } from './sectioned-notes';

/** The edit that a decision makes of the proposal at a line. */
function decide(text: string, line: number, after: string | null = CONFIRMED): LineEdit {
	const proposal = readProposals(toUnparsedNote('A.md', text), DEFAULT_STATUSES).find((each) => each.line === line);
	if (!proposal) throw new Error('No proposal');
	return { path: 'A.md', line, before: proposal.raw, after, copy: proposal.copy };
}

/** Decides the marked line of a note, on what the note reads by then. */
function decideMarked(known: string, now: string): EditResult {
	const text = known.replace('*', '');
	return applyEdits(now, [decide(text, known.slice(0, known.indexOf('*')).split('\n').length - 1)]);
}

const X = PROPOSED;
const DONE = CONFIRMED;

describe('of several equal lines, the one meant', () => {
	test('is known by its section, whatever other sections gain or lose', () => {
		const known = `# A\n${X}\n# B\n${X}\n*${X}\n`;
		expect(decideMarked(known, `# A\n# B\n${X}\n${X}\n`).text).toBe(`# A\n# B\n${X}\n${DONE}\n`);
		expect(decideMarked(known, `# C\n${X}\n${X}\n# A\n${X}\n# B\n${X}\n${X}\n`).text).toBe(`# C\n${X}\n${X}\n# A\n${X}\n# B\n${X}\n${DONE}\n`);
	});

	test('is found where another came into another section, though it was alone in the note', () => {
		expect(decideMarked(`# A\n*${X}\n# B\n`, `# A\n${X}\n# B\n${X}\n`).text).toBe(`# A\n${DONE}\n# B\n${X}\n`);
	});

	test('is none where its section has fewer or more of them, though the note has as many', () => {
		const now = `# A\n# B\n${X}\n${X}\n`;
		for (const known of [`# A\n*${X}\n# B\n${X}\n`, `# A\n${X}\n# B\n*${X}\n`]) {
			expect(decideMarked(known, now)).toMatchObject({ text: now, conflicts: [{ cause: 'several' }] });
		}
	});

	test('is not taken for the only one that is left, where that stands in another section', () => {
		expect(decideMarked(`# A\n*${X}\n# B\n${X}\n`, `# A\n# B\n${X}\n`)).toMatchObject({ text: `# A\n# B\n${X}\n`, conflicts: [{ cause: 'several' }] });
	});

	test('is the only one there is, wherever that has gone, if it was the only one', () => {
		expect(decideMarked(`# A\n*${X}\n# B\n`, `# A\n# B\n${X}\n`).text).toBe(`# A\n# B\n${DONE}\n`);
	});

	test('is known by its ordinal in the note where its section is left no more', () => {
		const known = `# A\n${X}\n# B\n*${X}\n`;
		expect(decideMarked(known, `# A\n${X}\n# Renamed\n${X}\n`).text).toBe(`# A\n${X}\n# Renamed\n${DONE}\n`);
		expect(decideMarked(known, `# A\n# Renamed\n${X}\n`)).toMatchObject({ conflicts: [{ cause: 'several' }] });
		expect(decideMarked(known, `# A\n${X}\n${X}\n# Renamed\n${X}\n`)).toMatchObject({ conflicts: [{ cause: 'several' }] });
	});

	test('is none where its section went and another section has gained one: that may have come from anywhere', () => {
		const now = `# B\n${X}\n${X}\n`;
		expect(decideMarked(`# A\n*${X}\n# B\n${X}\n`, now)).toMatchObject({ text: now, conflicts: [{ cause: 'several' }] });
	});

	test('is told by the headings above its own, too', () => {
		expect(decideMarked(`# P\n## Tasks\n${X}\n# Q\n## Tasks\n*${X}\n`, `# P\n## Tasks\n# Q\n## Tasks\n${X}\n`).text).toBe(`# P\n## Tasks\n# Q\n## Tasks\n${DONE}\n`);
	});

	test('is counted over all sections of the same headings', () => {
		const known = `# A\n${X}\n# B\n# A\n*${X}\n`;
		expect(decideMarked(known, `# A\n${X}\n# B\n${X}\n# A\n${X}\n`).text).toBe(`# A\n${X}\n# B\n${X}\n# A\n${DONE}\n`);
		expect(decideMarked(known, `# A\n# B\n${X}\n# A\n${X}\n`)).toMatchObject({ conflicts: [{ cause: 'several' }] });
	});

	test('is known before the first heading, too', () => {
		expect(decideMarked(`*${X}\n# A\n${X}\n`, `${X}\n# A\n`).text).toBe(`${DONE}\n# A\n`);
		expect(decideMarked(`---\na: 1\n---\n*${X}\n# A\n${X}\n`, `---\na: 1\n---\n# New\n${X}\n# A\n${X}\n`).text).toBe(`---\na: 1\n---\n# New\n${DONE}\n# A\n${X}\n`);
		expect(decideMarked(`top\n*${X}\n# A\n${X}\n`, `top\n# A\n${X}\n${X}\n`)).toMatchObject({ conflicts: [{ cause: 'several' }] });
	});

	test.each([['frontmatter', '---\n# B\n---'], ['a fence', '```\n# B\n```'], ['a comment', '%%\n# B\n%%'], ['an HTML comment', '<!--\n# B\n-->']])('is not told by what reads like a heading in %s', (_where, hidden) => {
		const known = `${hidden}\n# A\n${X}\n# B\n*${X}\n`;
		expect(decideMarked(known, known.replace(`# A\n${X}\n`, '# A\n').replace('*', '')).text).toBe(`${hidden}\n# A\n# B\n${DONE}\n`);
		// Were it a heading, its section would be left, and the whole note would not decide.
		expect(decideMarked(known, `${hidden}\n# A\n${X}\n# Renamed\n${X}\n`).text).toBe(`${hidden}\n# A\n${X}\n# Renamed\n${DONE}\n`);
	});

	test('is known by the whole note where its section was not remembered', () => {
		const edit = { path: 'A.md', line: 0, before: X, after: DONE, copy: { ordinal: 1, count: 2 } };
		expect(applyEdits(`# A\n${X}\n# B\n${X}\n`, [edit]).text).toBe(`# A\n${X}\n# B\n${DONE}\n`);
		expect(applyEdits(`# A\n# B\n${X}\n`, [edit])).toMatchObject({ conflicts: [{ cause: 'several' }] });
	});
});

test('a decision is taken back in its own section, whatever other sections have gained or lost', () => {
	const text = `# A\n${DONE}\n# B\n${X}\n`;
	const { inverse } = applyEdits(text, [decide(text, 3)]);
	expect(applyEdits(`# A\n# B\n${DONE}\n`, inverse).text).toBe(`# A\n# B\n${X}\n`);
	expect(applyEdits(`# A\n${DONE}\n${DONE}\n# B\n${DONE}\n`, inverse).text).toBe(`# A\n${DONE}\n${DONE}\n# B\n${X}\n`);
	expect(applyEdits(`# A\n${DONE}\n${DONE}\n# B\n`, inverse)).toMatchObject({ text: `# A\n${DONE}\n${DONE}\n# B\n`, conflicts: [{ cause: 'several' }] });
});

/** A note with one of its proposals, told by its id. */
const decisions = fc.tuple(sectionedNotes, fc.nat(), fc.constantFrom('\n', '\r\n'), interferences).map(([note, choice, ending, changes]) => {
	const targets = note.flatMap(({ pieces }, block) => pieces.filter(({ text }) => text === PROPOSED).map(({ id }) => ({ id, block })));
	const target = targets[choice % Math.max(1, targets.length)] ?? null;
	return { note, target, ending, changes };
});

interface Case {
	readonly note: readonly Block[];
	readonly id: number;
	readonly ending: string;
	readonly changes: readonly Interference[];
	/** Whether a block belongs to the line's own section. */
	readonly isOwn: (block: number) => boolean;
}

function forAnyDecision(check: (found: Case) => void): void {
	fc.assert(fc.property(decisions, ({ note, target, ending, changes }) => {
		fc.pre(target !== null);
		const paths = headingPaths(note);
		if (target) check({ note, id: target.id, ending, changes, isOwn: (block) => paths[block] === paths[target.block] });
	}), { numRuns: 500 });
}

/** The edit of a case's line, made on its note as it was. */
function plan({ note, id, ending }: Case): { readonly edit: LineEdit; readonly result: EditResult } {
	const { text, line } = render(note, ending, id);
	const edit = decide(text, line);
	return { edit, result: applyEdits(text, [edit]) };
}

describe('in any note, where others add and remove equal lines', () => {
	test('in other sections, a decision hits the line that was meant, and is never in conflict', () => {
		forAnyDecision((found) => {
			const { note, id, ending, changes, isOwn } = found;
			const now = interfere(note, changes, (block) => !isOwn(block));
			const { text, conflicts } = applyEdits(render(now, ending, id).text, [plan(found).edit]);
			expect(conflicts).toEqual([]);
			expect(text).toBe(render(now, ending, id, CONFIRMED).text);
		});
	});

	test('in other sections, undo finds the line that was decided, and is never in conflict', () => {
		forAnyDecision((found) => {
			const { note, id, ending, changes, isOwn } = found;
			const now = interfere(note, changes, (block) => !isOwn(block));
			const { text, conflicts } = applyEdits(render(now, ending, id, CONFIRMED).text, plan(found).result.inverse);
			expect(conflicts).toEqual([]);
			expect(text).toBe(render(now, ending, id).text);
		});
	});

	test('in other sections, a deleted line comes back where it was', () => {
		forAnyDecision((found) => {
			const { note, id, ending, changes, isOwn } = found;
			const now = interfere(note, changes, (block) => !isOwn(block));
			const { text, line } = render(note, ending, id);
			const { inverse } = applyEdits(text, [decide(text, line, null)]);
			const result = applyEdits(render(now, ending, id, null).text, inverse);
			expect(result.conflicts).toEqual([]);
			expect(result.text).toBe(render(now, ending, id).text);
		});
	});

	test('in other sections, all deleted lines of a note come back where they were', () => {
		forAnyDecision(({ note, id, ending, changes, isOwn }) => {
			const ids = new Set(note.flatMap(({ pieces }, block) => (isOwn(block) ? pieces.filter(({ text }) => text === PROPOSED).map((piece) => piece.id) : [])));
			const without = (blocks: readonly Block[]): readonly Block[] => blocks.map((block) => ({ ...block, pieces: block.pieces.filter((piece) => !ids.has(piece.id)) }));
			const { text } = render(note, ending, id);
			const own = readProposals(toUnparsedNote('A.md', text), DEFAULT_STATUSES).filter(({ line }) => [...ids].some((each) => render(note, ending, each).line === line));
			const { inverse, text: deleted } = applyEdits(text, own.map(({ line }) => decide(text, line, null)));
			expect(deleted).toBe(render(without(note), ending, id).text);
			const now = interfere(note, changes, (block) => !isOwn(block));
			expect(applyEdits(render(without(now), ending, id).text, inverse)).toMatchObject({ conflicts: [], text: render(now, ending, id).text });
		});
	});

	test.each([['come into', true], ['go from', false]])('and only %s its own section, a deleted line comes back between equal neighbours or not at all', (_what, isInsertion) => {
		forAnyDecision((found) => {
			const { note, id, ending, changes, isOwn } = found;
			const now = interfere(note, changes.filter((each) => each.isInsertion === isInsertion), isOwn);
			const { text, line } = render(note, ending, id);
			const { inverse } = applyEdits(text, [decide(text, line, null)]);
			const before = render(now, ending, id, null).text;
			const result = applyEdits(before, inverse);
			expect(result.conflicts).toHaveLength(result.text === before ? 1 : 0);
			const headings = result.made.map((made) => readProposals(toUnparsedNote('A.md', result.text), DEFAULT_STATUSES).find((each) => each.line === made.line)?.copy.section?.headings);
			for (const each of headings) expect(each).toBe(decide(text, line).copy?.section?.headings);
		});
	});

	test.each([['come into', true], ['go from', false]])('and only %s its own section, a decision hits the line that was meant or none', (_what, isInsertion) => {
		forAnyDecision((found) => {
			const { note, id, ending, changes, isOwn } = found;
			const now = interfere(note, changes.filter((each) => each.isInsertion === isInsertion), isOwn);
			const before = render(now, ending, id);
			const { text, conflicts } = applyEdits(before.text, [plan(found).edit]);
			expect([before.text, render(now, ending, id, CONFIRMED).text]).toContain(text);
			expect(conflicts).toHaveLength(text === before.text ? 1 : 0);
		});
	});

	test.each([['come into', true], ['go from', false]])('and only %s its own section, undo hits the line that was decided or none', (_what, isInsertion) => {
		forAnyDecision((found) => {
			const { note, id, ending, changes, isOwn } = found;
			const now = interfere(note, changes.filter((each) => each.isInsertion === isInsertion), isOwn);
			const before = render(now, ending, id, CONFIRMED);
			const { text, conflicts } = applyEdits(before.text, plan(found).result.inverse);
			expect([before.text, render(now, ending, id).text]).toContain(text);
			expect(conflicts).toHaveLength(text === before.text ? 1 : 0);
		});
	});

	test('all equal lines of a note can be decided one after another, each known by what is left', () => {
		forAnyDecision(({ note, ending, id }) => {
			const { text } = render(note, ending, id);
			const copies = readProposals(toUnparsedNote('A.md', text), DEFAULT_STATUSES);
			const gone: Copy[] = [];
			const decided = copies.reduce((now, { raw, copy, line }) => {
				const { text: next, conflicts } = applyEdits(now, [{ path: 'A.md', line, before: raw, after: CONFIRMED, copy: withoutCopies(copy, gone) }]);
				expect(conflicts).toEqual([]);
				gone.push(copy);
				return next;
			}, text);
			expect(readProposals(toUnparsedNote('A.md', decided), DEFAULT_STATUSES)).toEqual([]);
		});
	});
});

test('equal lines are told apart in time linear in their number', () => {
	const count = 200_000;
	const lines = Array.from({ length: count }, () => X);
	const equal = new EqualLines(lines, new Set([X]));
	expect(equal.find(X, equal.copyOf(count - 1))).toBe(count - 1);
	expect(lines.every((_line, at) => equal.find(X, equal.copyOf(at)) === at)).toBe(true);
});
