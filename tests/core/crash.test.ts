import fc from 'fast-check';
import { examineNote } from '../../src/core/crash';
import { digest } from '../../src/core/digest';
import { applyEdits, type LineEdit } from '../../src/core/edit';
import type { PlannedNote } from '../../src/core/journal';
import { notes } from './task-arbitraries';

function planFor(text: string, edits: readonly LineEdit[]): PlannedNote {
	const { made, inverse, text: after } = applyEdits(text, edits);
	return { path: 'A.md', edits: made, inverse, before: digest(text), after: digest(after), isWritten: false };
}

function edit(line: number, before: string, after: string | null): LineEdit {
	return { path: 'A.md', line, before, after };
}

const TEXT = 'top\n- [?] a\n- [?] b\n';
const NOTE = planFor(TEXT, [edit(1, '- [?] a', '- [ ] a'), edit(2, '- [?] b', '- [ ] b')]);
const WRITTEN = 'top\n- [ ] a\n- [ ] b\n';

describe('after a crash, a note', () => {
	test('tells by its whole text whether it was written', () => {
		expect(examineNote(NOTE, TEXT).isWritten).toBe(false);
		expect(examineNote(NOTE, WRITTEN).isWritten).toBe(true);
	});

	test('tells it by its lines, where something else in it has changed since', () => {
		expect(examineNote(NOTE, `new\n${TEXT}`).isWritten).toBe(false);
		expect(examineNote(NOTE, `new\n${WRITTEN}`).isWritten).toBe(true);
	});

	test('of which one line has changed since tells of the others only', () => {
		const finding = examineNote(NOTE, 'top\n- [ ] a, mine\n- [ ] b\n');
		expect(finding).toMatchObject({ isWritten: null, written: [1], unwritten: [], unsettled: [{ edit: { before: '- [?] a' }, cause: 'changed', now: '- [ ] a, mine' }] });
	});

	test('that was cut off in the middle of its bytes tells nothing of the lines that are gone', () => {
		expect(examineNote(NOTE, 'top\n- [').unsettled).toHaveLength(2);
	});

	test('whose line could be the one or the other tells nothing of it', () => {
		const deletion = planFor('a\nb\nc\n', [edit(1, 'b', null)]);
		expect(examineNote(deletion, 'x\na\nc\nb\n')).toMatchObject({ isWritten: null, unsettled: [{ edit: { before: 'b' } }] });
		expect(examineNote(deletion, 'x\na\nb\nc\n')).toMatchObject({ isWritten: false });
	});

	test('however it reads is never told to be both, and its text is told exactly', () => {
		const cases = notes.chain((text) => fc.tuple(fc.constant(text), fc.subarray([...text.split('\n').entries()])));
		fc.assert(fc.property(cases, notes, ([text, chosen], other) => {
			const note = planFor(text, chosen.map(([at, line]) => edit(at, line.replace(/\r$/u, ''), `${line.replace(/\r$/u, '')}!`)));
			const after = applyEdits(text, note.edits).text;
			if (note.edits.length > 0) expect([examineNote(note, text).isWritten, examineNote(note, after).isWritten]).toEqual([false, true]);
			const { written, unwritten, unsettled } = examineNote(note, other);
			expect(written.length + unwritten.length + unsettled.length).toBe(note.edits.length);
			expect(written.filter((at) => unwritten.includes(at))).toEqual([]);
		}));
	});
});

test('a digest tells texts apart that differ in one character', () => {
	fc.assert(fc.property(fc.string(), fc.string({ minLength: 1, maxLength: 1 }), fc.nat(), (text, other, at) => {
		const place = at % (text.length + 1);
		const changed = text.slice(0, place) + other + text.slice(place + 1);
		expect(digest(changed) === digest(text)).toBe(changed === text);
	}));
});
