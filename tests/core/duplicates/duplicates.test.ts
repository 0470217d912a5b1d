import fc from 'fast-check';
import { Duplicates, type Mark, type TaskEntry } from '../../../src/core/duplicates';
import { nameLexicon } from '../../../src/core/name-lexicon';
import { changeMarks, putTogether, setApart, type MarkChange, type MarkedTask, type StoredMark } from '../../../src/core/stored-marks';
import { NOBODY } from '../../../src/core/veto';
import { duplicatesOf, judge, toEntry } from './judged';
import { heldOutPairs } from './held-out-pairs';
import type { LabelledPair } from './labelled-pairs';
import { laterPairs } from './later-pairs';
import { minimalPairs } from './minimal-pairs';
import { tuningPairs } from './tuning-pairs';

const nobodyKnown = nameLexicon([]);

function entry(key: string, text: string): TaskEntry {
	return { key, text, owner: NOBODY };
}

function indexOf(entries: readonly TaskEntry[], marks: readonly Mark[] = []): Duplicates {
	const duplicates = new Duplicates(nobodyKnown);
	for (const each of entries) duplicates.put(each);
	duplicates.mark(marks);
	duplicates.settle();
	duplicates.work();
	return duplicates;
}

/** The groups of more than one task, as sorted lists of sorted keys. */
function groupsOf(duplicates: Duplicates): string[] {
	return [...duplicates.groups()].filter(({ members }) => members.length > 1).map(({ members }) => [...members].sort().join(' ')).sort();
}

describe('the labelled pairs', () => {
	const tunedBy = [...tuningPairs, ...laterPairs.filter((_pair, at) => at % 2 === 0)];
	const untouched = [...heldOutPairs, ...laterPairs.filter((_pair, at) => at % 2 === 1)];
	const all = [...tunedBy, ...untouched];
	const verdicts = judge(all);

	function figures(pairs: readonly LabelledPair[], from: number): { precision: number; recall: number } {
		const merged = pairs.filter((_pair, at) => verdicts[from + at]);
		const right = merged.filter(({ same }) => same).length;
		return { precision: right / merged.length, recall: right / pairs.filter(({ same }) => same).length };
	}

	// These are floors under what was reached: a change that falls below them has lost something.
	test.each([
		['that rules were chosen by', tunedBy, 0, 0.96, 0.77],
		['that were never looked at', untouched, tunedBy.length, 0.9, 0.75],
	] as const)('%s', (name, pairs, from, precision, recall) => {
		const found = figures(pairs, from);
		if (process.env['RATIFY_FIGURES'] !== undefined) console.log(`Pairs ${name}: precision ${found.precision.toFixed(3)}, recall ${found.recall.toFixed(3)}`);
		expect(found.precision).toBeGreaterThanOrEqual(precision);
		expect(found.recall).toBeGreaterThanOrEqual(recall);
	});

	test('that differ in the one thing that matters: at most 2 % are taken for one', () => {
		const pairs = minimalPairs();
		const wrong = pairs.filter((pair) => judge([pair])[0]);
		if (process.env['RATIFY_FIGURES'] !== undefined) console.log(`Minimal pairs: ${wrong.length} of ${pairs.length} wrongly merged`);
		expect(wrong.length / pairs.length).toBeLessThanOrEqual(0.02);
	});
});

describe('groups', () => {
	const lines = [...tuningPairs, ...heldOutPairs].flatMap(({ one, other }) => [one, other]);
	const entries = lines.map((line, at) => toEntry(line, `k${at}`));
	const some = fc.uniqueArray(fc.constantFrom(...entries), { minLength: 2, maxLength: 40, selector: ({ key }) => key });

	test('do not depend on the order in which tasks arrive', () => {
		fc.assert(fc.property(some.chain((chosen) => fc.tuple(fc.constant(chosen), fc.shuffledSubarray(chosen, { minLength: chosen.length }))), ([one, other]) => {
			expect(groupsOf(indexOf(other))).toEqual(groupsOf(indexOf(one)));
		}), { numRuns: 60 });
	});

	test('are those of the tasks that are left, however they came and went', () => {
		fc.assert(fc.property(some, some, (stay, visit) => {
			const duplicates = indexOf(stay);
			const before = groupsOf(duplicates);
			for (const each of visit) duplicates.put({ ...each, key: `visit ${each.key}` });
			duplicates.work();
			for (const each of visit) duplicates.remove(`visit ${each.key}`);
			duplicates.work();
			expect(groupsOf(duplicates)).toEqual(before);
		}), { numRuns: 60 });
	});

	test('come back when an edit is taken back, and as the same objects where nothing changed', () => {
		fc.assert(fc.property(some, fc.nat(), fc.nat(), (chosen, from, to) => {
			const duplicates = indexOf(chosen);
			const [edited, wording] = [chosen[from % chosen.length], chosen[to % chosen.length]];
			if (!edited || !wording) return;
			const before = new Map(chosen.map(({ key }) => [key, duplicates.groupOf(key)]));
			duplicates.put({ ...wording, key: edited.key });
			duplicates.work();
			const untouched = chosen.filter(({ key }) => before.get(key)?.members.join() === duplicates.groupOf(key)?.members.join());
			for (const { key } of untouched) expect(duplicates.groupOf(key)).toBe(before.get(key));
			duplicates.put(edited);
			duplicates.work();
			for (const { key } of chosen) expect(duplicates.groupOf(key)).toEqual(before.get(key));
		}), { numRuns: 60 });
	});

	test('keep their identity when notes are renamed: keys are others, ids stay', () => {
		fc.assert(fc.property(some, (chosen) => {
			const renamed = chosen.map((each) => ({ ...each, key: `moved/${each.key}` }));
			const [before, after] = [indexOf(chosen), indexOf(renamed)];
			for (const { key } of chosen) expect(after.groupOf(`moved/${key}`)?.id).toBe(before.groupOf(key)?.id);
		}), { numRuns: 40 });
	});

	test('are the same where the work is done a little at a time, with changes in between', () => {
		fc.assert(fc.property(some, fc.integer({ min: 1, max: 7 }), (chosen, steps) => {
			const duplicates = new Duplicates(nobodyKnown);
			for (const each of chosen) {
				duplicates.put(each);
				let left = steps;
				duplicates.work(() => left-- > 0);
			}
			duplicates.settle();
			let isDone = false;
			while (!isDone) {
				let left = steps;
				isDone = duplicates.work(() => left-- > 0);
			}
			expect(groupsOf(duplicates)).toEqual(groupsOf(indexOf(chosen)));
		}), { numRuns: 40 });
	});

	test('are made in the end, however little is done at a time', () => {
		const words = Array.from({ length: 3000 }, (_, at) => entry(`k${at}`, `Sort box q${at}z of shelf r${at}z`));
		const duplicates = new Duplicates(nobodyKnown);
		for (const each of words) duplicates.put(each);
		let calls = 0;
		for (let isDone = false; !isDone && calls < 100_000; calls++) {
			let left = 2;
			isDone = duplicates.work(() => left-- > 0);
		}
		expect(calls).toBeLessThan(100_000);
	});

	test('hold tasks that read the same, in any number, in one', () => {
		const duplicates = indexOf(Array.from({ length: 7 }, (_, at) => entry(`k${at}`, 'Send the list to the caterer.')));
		expect(duplicates.groupOf('k0')?.members).toHaveLength(7);
	});

	test('exist for tasks without a word, each by itself, but for those that read the same', () => {
		const duplicates = indexOf([entry('a', ''), entry('b', 'the'), entry('c', '🎉'), entry('d', '🎉')]);
		expect(groupsOf(duplicates)).toEqual(['c d']);
	});

	test('name what may be the same, and what differs in the owner only', () => {
		const duplicates = duplicatesOf([
			{ one: '- [?] Send the caterer the final list of guests. @Ana Ruiz #task #proposed', other: '- [?] Send the caterer the final list of guests. @Ben Okafor #task #proposed' },
		]);
		const group = duplicates.groupOf('0a');
		expect(group && duplicates.neighboursOf(group)).toEqual([{ kind: 'owner', one: '0a', other: '0b', score: 1 }]);
	});
});

describe('what the user has said', () => {
	const list = entry('a', 'Send the caterer the list of guests.');
	const reworded = entry('b', 'Send the list of guests to the caterer.');
	const unlike = entry('c', 'Pay the florist.');

	test('sets apart what reads alike', () => {
		expect(groupsOf(indexOf([list, reworded]))).toEqual(['a b']);
		expect(groupsOf(indexOf([list, reworded], [{ kind: 'apart', one: list, other: reworded }]))).toEqual([]);
	});

	test('holds for new words of what was set apart', () => {
		const again = entry('d', 'Please send the list of guests to the caterer on Monday.');
		const marks: Mark[] = [{ kind: 'apart', one: list, other: reworded }];
		const duplicates = indexOf([list, again], marks);
		expect(groupsOf(indexOf([list, again]))).toEqual(['a d']);
		expect(groupsOf(duplicates)).toEqual([]);
	});

	test('takes one out of a group and leaves the others together, though each of them could be a new version of it', () => {
		const others = [reworded, entry('e', 'Send the caterer the full list of guests.'), entry('f', 'Send the guest list to the caterer.')];
		expect(groupsOf(indexOf([list, ...others]))).toEqual(['a b e f']);
		expect(groupsOf(indexOf([list, ...others], others.map((other): Mark => ({ kind: 'apart', one: list, other }))))).toEqual(['b e f']);
	});

	test('puts together what reads otherwise, with the groups of both', () => {
		const marks: Mark[] = [{ kind: 'together', one: reworded, other: unlike }];
		expect(groupsOf(indexOf([list, reworded, unlike], marks))).toEqual(['a b c']);
	});

	test('of a wording outweighs what was said of one that it resembles', () => {
		const [first, second] = [entry('a', 'Send the storage team the pricing comparison before the architecture review.'), entry('b', 'Send the pricing comparison to the storage team.')];
		const updated = entry('c', 'Send the storage team the updated pricing comparison before the architecture review.');
		const again = entry('d', 'Please send the storage team the updated comparison of prices before the architecture review.');
		const apart = [first, second].map((other): Mark => ({ kind: 'apart', one: updated, other }));
		expect(groupsOf(indexOf([first, second, again]))).toEqual(['a b d']);
		expect(groupsOf(indexOf([first, second, again], apart))).toEqual(['a b']);
		expect(groupsOf(indexOf([first, second, again], [...apart, { kind: 'together', one: again, other: first }]))).toEqual(['a b d']);
	});

	test('puts together what another wording, now gone, was put together with', () => {
		const marks: Mark[] = [{ kind: 'together', one: list, other: unlike }, { kind: 'together', one: unlike, other: entry('', 'Water the plants.') }];
		const duplicates = indexOf([list, unlike, entry('w', 'Water the plants.')], marks);
		expect(groupsOf(duplicates)).toEqual(['a c w']);
		duplicates.remove('c');
		duplicates.work();
		expect(groupsOf(duplicates)).toEqual(['a w']);
	});

	test('last is what holds, where a chain of words says otherwise', () => {
		const plants = entry('w', 'Water the plants.');
		const marks: Mark[] = [{ kind: 'together', one: list, other: unlike }, { kind: 'together', one: unlike, other: plants }, { kind: 'apart', one: list, other: plants }];
		expect(groupsOf(indexOf([list, unlike, plants], marks))).toEqual(['a c']);
	});

	test('is so at once, whatever was said before', () => {
		const parts = [['', 'Please '], ['send', 'forward'], [' the', ' the updated', ' the full'], [' guest list to the caterer', ' list of guests to the caterer', ' caterer the guest list'], ['', ' before the review', ' on Monday']];
		const wordings = fc.tuple(...parts.map((each) => fc.constantFrom(...each))).map((words) => words.join(''));
		const steps = fc.array(fc.record({ kind: fc.constantFrom('apart', 'together', 'remove', 'put'), one: fc.nat(), other: fc.nat() }), { minLength: 1, maxLength: 8 });
		fc.assert(fc.property(fc.uniqueArray(wordings, { minLength: 2, maxLength: 7 }), steps, (texts, said) => {
			const entries = texts.map((text, at) => entry(String(at), text));
			const duplicates = indexOf(entries);
			let marks: readonly StoredMark[] = [];
			const say = (change: MarkChange): void => {
				marks = changeMarks(marks, change);
				duplicates.mark(marks.map(({ kind, one, other }) => ({ kind, one: { ...one, owner: NOBODY }, other: { ...other, owner: NOBODY } })));
				duplicates.work();
			};
			const tasksOf = (key: string): MarkedTask[] => (duplicates.groupOf(key)?.members ?? []).map((member) => ({ text: texts[Number(member)] ?? '', owner: null }));
			for (const { kind, one, other } of said) {
				const [mine, theirs] = [one, other].map((each) => String(each % texts.length)) as [string, string];
				if (kind === 'remove') duplicates.remove(mine);
				if (kind === 'put') duplicates.put(entry(mine, texts[Number(mine)] ?? ''));
				duplicates.work();
				const before = duplicates.groupOf(mine)?.members ?? [];
				if (!duplicates.groupOf(mine) || !duplicates.groupOf(theirs)) continue;
				if (kind === 'apart') {
					say(setApart({ text: texts[Number(mine)] ?? '', owner: null }, tasksOf(mine)));
					expect(before.filter((member) => member !== mine && duplicates.groupOf(member) === duplicates.groupOf(mine))).toEqual([]);
				} else if (kind === 'together' && !before.includes(theirs)) {
					say(putTogether(tasksOf(mine), tasksOf(theirs), marks));
					expect(duplicates.groupOf(mine)?.members).toContain(theirs);
				}
			}
		}), { numRuns: 300 });
	});

	test('is forgotten when it is taken back', () => {
		const duplicates = indexOf([list, reworded, unlike], [{ kind: 'apart', one: list, other: reworded }, { kind: 'together', one: reworded, other: unlike }]);
		expect(groupsOf(duplicates)).toEqual(['b c']);
		duplicates.mark([]);
		duplicates.work();
		expect(groupsOf(duplicates)).toEqual(['a b']);
	});
});
