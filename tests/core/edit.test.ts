import fc from 'fast-check';
import { applyEdits, type LineEdit } from '../../src/core/edit';
import type { Copy } from '../../src/core/equal-lines';
import { diffText } from '../../src/core/text-change';
import { notes } from './task-arbitraries';

function edit(line: number, before: string | null, after: string | null, copy?: Copy): LineEdit {
	return { path: 'Note.md', line, before, after, ...(copy ? { copy } : {}) };
}

describe('an edit of a line', () => {
	test('changes the line and nothing else, endings included', () => {
		const { text, conflicts } = applyEdits('one\r\ntwo\r\nthree', [edit(1, 'two', 'TWO')]);
		expect(text).toBe('one\r\nTWO\r\nthree');
		expect(conflicts).toEqual([]);
	});

	test('follows its line to where it stands now', () => {
		const { text, made } = applyEdits('new\nnew\none\ntwo\n', [edit(1, 'two', 'TWO')]);
		expect(text).toBe('new\nnew\none\nTWO\n');
		expect(made).toEqual([edit(3, 'two', 'TWO')]);
	});

	test('is a conflict where its line reads differently now', () => {
		const result = applyEdits('one\ntwo!\n', [edit(1, 'two', 'TWO')]);
		expect(result.text).toBe('one\ntwo!\n');
		expect(result.conflicts).toEqual([{ edit: edit(1, 'two', 'TWO'), cause: 'changed', now: 'two!' }]);
	});

	test('is a conflict where its line has moved and two lines read so: it never guesses', () => {
		const result = applyEdits('two\none\nnew\ntwo\n', [edit(1, 'two', 'TWO')]);
		expect(result.text).toBe('two\none\nnew\ntwo\n');
		expect(result.conflicts).toMatchObject([{ cause: 'several' }]);
	});

	test('knows which of equal lines it means, wherever they have gone together', () => {
		expect(applyEdits('new\nnew\ntwo\none\ntwo\n', [edit(0, 'two', 'TWO', { ordinal: 1, count: 2 })]).text).toBe('new\nnew\ntwo\none\nTWO\n');
	});

	test('is a conflict where there are fewer or more equal lines than there were, even at its own place', () => {
		for (const text of ['two\none\n', 'two\ntwo\none\ntwo\n']) {
			const result = applyEdits(text, [edit(0, 'two', 'TWO', { ordinal: 0, count: 2 })]);
			expect(result.text).toBe(text);
			expect(result.conflicts).toMatchObject([{ cause: 'several' }]);
		}
	});

	test('tells what its line says now, also where words were added in several places', () => {
		const [before, now] = ['- [?] Send Ana the list of suppliers before Friday. 📅 2026-11-27 #task', '- [?] Send Ana and Ben the list of vetted suppliers before Friday. 📅 2026-11-30 #task'];
		expect(applyEdits(`${now}\n`, [edit(0, before, 'x')]).conflicts).toMatchObject([{ cause: 'changed', now }]);
	});

	test('never takes another task for a changed version of its line', () => {
		expect(applyEdits('Something else entirely\n', [edit(0, 'two', 'TWO')]).conflicts).toMatchObject([{ cause: 'gone', now: null }]);
	});

	test('is not taken back at an equal line that is another', () => {
		const { inverse } = applyEdits('- [ ] Same.\n\ntext\n- [?] Same.\n', [edit(3, '- [?] Same.', '- [ ] Same.')]);
		const result = applyEdits('- [ ] Same.\n\ntext\n', inverse);
		expect(result.text).toBe('- [ ] Same.\n\ntext\n');
		expect(result.conflicts).toHaveLength(1);
	});

	test('tells two edits of equal lines apart', () => {
		expect(applyEdits('a\na\n', [edit(0, 'a', 'b'), edit(1, 'a', 'c')]).text).toBe('b\nc\n');
	});

	test('does not take a line that another edit of the same set has just written', () => {
		const result = applyEdits('a\nb\n', [edit(0, 'a', 'b'), edit(1, 'b', 'c')]);
		expect(result.text).toBe('b\nc\n');
	});

	test('says that the line is gone where the note has become shorter', () => {
		expect(applyEdits('one\n', [edit(7, 'two', 'TWO')]).conflicts).toEqual([{ edit: edit(7, 'two', 'TWO'), cause: 'gone', now: null }]);
	});
});

describe('a deletion', () => {
	test.each(['one\ntwo\nthree\n', 'one\r\ntwo\r\nthree', 'two\n', 'two', 'one\ntwo'])('of a line is taken back byte for byte: %j', (text) => {
		const at = text.split(/\r?\n/u).indexOf('two');
		const { text: without, inverse } = applyEdits(text, [edit(at, 'two', null)]);
		expect(without).not.toContain('two');
		expect(applyEdits(without, inverse).text).toBe(text);
	});

	test('can be taken back where other lines have been added meanwhile', () => {
		const { inverse } = applyEdits('one\ntwo\nthree\n', [edit(1, 'two', null)]);
		expect(applyEdits('new\none\nthree\n', inverse).text).toBe('new\none\ntwo\nthree\n');
	});

	const GENERATED = '## Action Items\n\n\n- [?] one\n\n- [?] two\n\n\n\n\n## Decisions\n- x\n';

	test('from among blank lines can be taken back where lines have come above', () => {
		const { text, inverse } = applyEdits(GENERATED, [edit(5, '- [?] two', null)]);
		expect(applyEdits(`new\n${text}`, inverse).text).toBe(`new\n${GENERATED}`);
	});

	test('from among blank lines never comes back under another heading', () => {
		const before = '## Old\n\n- a\n- b\n- c\n\n## Mine\n\n- two\n\n## Theirs\n\n\n\n- x\n';
		const { text, inverse } = applyEdits(before, [edit(8, '- two', null)]);
		expect(applyEdits(text.replace('- a\n- b\n- c\n', ''), inverse).text).toBe(before.replace('- a\n- b\n- c\n', ''));
	});

	test('can be taken back where only one of its neighbours is as it was', () => {
		const { text, inverse } = applyEdits(GENERATED, [edit(5, '- [?] two', null)]);
		expect(applyEdits(text.replace('- [?] one', '- [ ] one'), inverse).text).toBe(GENERATED.replace('- [?] one', '- [ ] one'));
	});

	test('comes back to its own place where the line above has changed and another reads as that did', () => {
		const { text, inverse } = applyEdits('a\nb\na\ntwo\nend\n', [edit(3, 'two', null)]);
		expect(applyEdits(text.replace('b\na\n', 'b\nA\n'), inverse).text).toBe('a\nb\nA\ntwo\nend\n');
	});

	test('can not be taken back where its neighbours are at two other places', () => {
		const { inverse } = applyEdits('one\ntwo\nthree\n', [edit(1, 'two', null)]);
		const result = applyEdits('new\none\nnew\nnew\nthree\n', inverse);
		expect(result.conflicts).toMatchObject([{ cause: 'gone' }]);
	});

	test('never comes back under another heading where a line like its neighbour stands', () => {
		const { inverse } = applyEdits('# A\n- one\n- two\n# B\n- one\n- three\n', [edit(2, '- two', null)]);
		const now = '# A\n# B\n- one\n- three\n';
		expect(applyEdits(now, inverse)).toMatchObject({ text: '# A\n- two\n# B\n- one\n- three\n', conflicts: [] });
		expect(applyEdits('# B\n- one\n- three\n', inverse)).toMatchObject({ text: '# B\n- one\n- three\n', conflicts: [{ cause: 'gone' }] });
	});

	test('of a last line without an ending runs into no line that came behind it', () => {
		const { inverse } = applyEdits('one\r\ntwo', [edit(1, 'two', null)]);
		expect(applyEdits('one\r\nthree\r\n', inverse).text).toBe('one\r\ntwo\r\nthree\r\n');
	});

	test('of ten thousand lines is taken back in time linear in their number', () => {
		const text = Array.from({ length: 20_000 }, (_, at) => `- line ${at}\n`).join('');
		const { text: deleted, inverse } = applyEdits(text, Array.from({ length: 10_000 }, (_, at) => edit(at * 2, `- line ${at * 2}`, null)));
		const start = performance.now();
		expect(applyEdits(deleted, inverse).text === text).toBe(true);
		expect(performance.now() - start).toBeLessThan(5000);
	});

	test('can not be taken back where its neighbours are gone', () => {
		const { inverse } = applyEdits('one\ntwo\nthree\n', [edit(1, 'two', null)]);
		const result = applyEdits('something else\n', inverse);
		expect(result.text).toBe('something else\n');
		expect(result.conflicts).toHaveLength(1);
	});
});

test('a deleted line is not put back behind a carriage return that is left of an ending, and its own gets whole before others', () => {
	const { inverse } = applyEdits('one\r\ntwo', [edit(1, 'two', null)]);
	expect(applyEdits('one\r', inverse)).toMatchObject({ text: 'one\r', conflicts: [{ cause: 'gone' }] });
	expect(applyEdits('three\n', applyEdits('two\r', [edit(0, 'two', null)]).inverse).text).toBe('two\r\nthree\n');
});

test('a deleted line is not put back behind a last line that has lost its ending', () => {
	const { inverse } = applyEdits('one\ntwo', [edit(1, 'two', null)]);
	expect(applyEdits('one', inverse)).toMatchObject({ text: 'one', conflicts: [{ cause: 'gone' }] });
});

describe('any set of edits on any note', () => {
	const cases = notes.chain((text) => {
		const lines = text.split('\n').map((line) => line.replace(/\r$/u, ''));
		const choices = lines.flatMap((line, at) => (at === lines.length - 1 && line === '' ? [] : [{ at, line }]));
		return fc.record({
			text: fc.constant(text),
			edits: fc.subarray(choices).chain((chosen) =>
				fc.tuple(...chosen.map(({ at, line }) => fc.oneof(fc.constant(null), fc.string({ maxLength: 5 }).map((more) => line + more.replace(/[\r\n]/gu, '')))
					.map((after) => edit(at, line, after))))),
		});
	});

	test('changes exactly the lines that it names', () => {
		fc.assert(fc.property(cases, ({ text, edits }) => {
			const result = applyEdits(text, edits);
			const becomes = new Map(edits.map((each) => [each.line, each.after]));
			const expected = (text.match(/[^\n]*\n|[^\n]+/gu) ?? []).map((raw, at) => {
				const after = becomes.get(at);
				const ending = /(?:\r?\n|\r)$/u.exec(raw)?.[0] ?? '';
				return after === undefined ? raw : after === null ? '' : after + ending;
			}).join('');
			expect(result.text).toBe(expected);
			expect(result.made).toHaveLength(edits.length);
		}));
	});

	test('is taken back byte for byte', () => {
		fc.assert(fc.property(cases, ({ text, edits }) => {
			const { text: edited, inverse } = applyEdits(text, edits);
			expect(applyEdits(edited, inverse).text).toBe(text);
		}));
	});

	test('is told as changes that make the same text, one after another and none overlapping', () => {
		fc.assert(fc.property(cases, ({ text, edits }) => {
			const result = applyEdits(text, edits);
			let made = '';
			let end = 0;
			for (const { from, to, insert } of result.changes) {
				expect(from).toBeGreaterThanOrEqual(end);
				made += text.slice(end, from) + insert;
				end = to;
			}
			expect(made + text.slice(end)).toBe(result.text);
		}));
	});
});

test('the difference of two texts turns the one into the other', () => {
	fc.assert(fc.property(fc.string(), fc.string(), (before, after) => {
		const change = diffText(before, after);
		expect(change ? before.slice(0, change.from) + change.insert + before.slice(change.to) : before).toBe(after);
	}));
});
