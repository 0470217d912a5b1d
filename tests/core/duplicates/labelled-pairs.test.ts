import { isProposed } from '../../../src/core/proposal';
import { DEFAULT_STATUSES } from '../../../src/core/status';
import { parseTaskLine, taskText } from '../../../src/core/task-line';
import { heldOutCompanies, heldOutPairs, heldOutPeople } from './held-out-pairs';
import type { LabelledPair } from './labelled-pairs';
import { laterPairs } from './later-pairs';
import { baseSentences, knownPeople, minimalPairs } from './minimal-pairs';
import { tuningCompanies, tuningPairs, tuningPeople } from './tuning-pairs';

const HALVES = [
	{ name: 'tuning', pairs: tuningPairs, people: tuningPeople, companies: tuningCompanies },
	{ name: 'held out', pairs: heldOutPairs, people: heldOutPeople, companies: heldOutCompanies },
] as const;

function lines(pairs: readonly { readonly one: string; readonly other: string }[]): string[] {
	return pairs.flatMap(({ one, other }) => [one, other]);
}

/** The words of names, as a line may hold the first name only. */
function nameWords(names: readonly string[]): string[] {
	return names.flatMap((name) => name.split(' ')).filter((word) => /^\p{Lu}/u.test(word));
}

function hasWord(text: string, word: string): boolean {
	return new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, 'u').test(text);
}

function countByKind(pairs: readonly { readonly kind: string }[]): Map<string, number> {
	const counts = new Map<string, number>();
	for (const { kind } of pairs) {
		counts.set(kind, (counts.get(kind) ?? 0) + 1);
	}
	return counts;
}

describe.each(HALVES)('the $name pairs', ({ pairs, people, companies }) => {
	test('are many, and a little less than half of them the same', () => {
		expect(pairs.length).toBeGreaterThanOrEqual(170);
		const share = pairs.filter(({ same }) => same).length / pairs.length;
		expect(share).toBeGreaterThan(0.42);
		expect(share).toBeLessThan(0.48);
	});

	test('are of every kind, and a kind is all same or all different', () => {
		expect(Math.min(...countByKind(pairs).values())).toBeGreaterThanOrEqual(4);
		const labels = new Map(pairs.map(({ kind, same }) => [kind, same]));
		expect(pairs.filter(({ kind, same }) => labels.get(kind) !== same)).toEqual([]);
	});

	test('name only those who are listed, and all of them', () => {
		const owners = lines(pairs).flatMap((line) => [...line.matchAll(/@(\p{Lu}[\p{L}]*)/gu)].map((match) => match[1] ?? ''));
		expect(owners.filter((owner) => !['Myself', 'Me', 'TBD', ...nameWords(people)].includes(owner))).toEqual([]);
		const text = lines(pairs).join('\n');
		expect([...people, ...companies].filter((name) => !hasWord(text, name))).toEqual([]);
	});
});

test('the halves have the same kinds, as many of each, and no line twice', () => {
	expect(countByKind(heldOutPairs)).toEqual(countByKind(tuningPairs));
	const all = lines([...tuningPairs, ...heldOutPairs]);
	expect(new Set(all).size).toBe(all.length);
	const texts = all.map((line) => line.replace(/^- \[\?\] /, '').replace(/ (?:@|\[\[|📅|#task|[🔺⏫🔼🔽⏬]).*$/u, ''));
	// Within a pair the text may be the same; between pairs it never is.
	expect(new Set(texts).size).toBe(all.length - [...tuningPairs, ...heldOutPairs].filter((_, at) => texts[2 * at] === texts[2 * at + 1]).length);
});

test('no name is in both halves', () => {
	function strays(pairs: readonly LabelledPair[], names: readonly string[]): string[] {
		const text = lines(pairs).join('\n');
		return nameWords(names).filter((word) => hasWord(text, word));
	}
	// A part of a company's name may be an ordinary word.
	const [inTuning, inHeldOut] = [[...tuningPeople, ...tuningCompanies.map((name) => name.split(' ')[0] ?? name)], [...heldOutPeople, ...heldOutCompanies.map((name) => name.split(' ')[0] ?? name)]];
	expect(strays(heldOutPairs, inTuning)).toEqual([]);
	expect(strays(tuningPairs, inHeldOut)).toEqual([]);
});

describe('the minimal pairs', () => {
	const pairs = minimalPairs();

	test('are at least 840 of sixty sentences, and 70 of each kind', () => {
		expect(baseSentences.length).toBeGreaterThanOrEqual(60);
		expect(pairs.length).toBeGreaterThanOrEqual(840);
		const counts = countByKind(pairs);
		expect([...counts.keys()].sort()).toEqual(['antonym', 'date', 'id', 'negation', 'number', 'owner', 'person', 'time', 'vendor', 'verb']);
		expect([...counts].filter(([, count]) => count < 70)).toEqual([]);
	});

	test('differ, each from all others, too', () => {
		expect(pairs.filter(({ one, other }) => one === other)).toEqual([]);
		expect(new Set(pairs.map(({ one, other }) => [one, other].sort().join('\n'))).size).toBe(pairs.length);
	});

	test('have no slot left, and are the same each time', () => {
		expect(lines(pairs).filter((line) => /[{}|]/.test(line))).toEqual([]);
		expect(minimalPairs()).toEqual(pairs);
	});

	test('name known people only', () => {
		const owners = lines(pairs).flatMap((line) => [...line.matchAll(/@(\p{Lu}\p{L}* \p{Lu}\p{L}*)/gu)].map((match) => match[1] ?? ''));
		expect(owners.filter((owner) => !knownPeople.includes(owner))).toEqual([]);
		expect(new Set(knownPeople).size).toBe(knownPeople.length);
	});
});

describe('the later pairs', () => {
	test('are many, a little less than half of them the same, and a kind is all same or all different', () => {
		expect(laterPairs.length).toBeGreaterThanOrEqual(240);
		const share = laterPairs.filter(({ same }) => same).length / laterPairs.length;
		expect([share > 0.42, share < 0.48]).toEqual([true, true]);
		const labels = new Map(laterPairs.map(({ kind, same }) => [kind, same]));
		expect(laterPairs.filter(({ kind, same }) => labels.get(kind) !== same)).toEqual([]);
	});

	test('hold no line twice, nor one of the others', () => {
		const all = lines([...tuningPairs, ...heldOutPairs, ...laterPairs]);
		expect(new Set(all).size).toBe(all.length);
	});
});

test('every line is a proposal with a text', () => {
	const strange = lines([...tuningPairs, ...heldOutPairs, ...laterPairs, ...minimalPairs()]).filter((line) => {
		const task = parseTaskLine(line);
		return task === null || !line.includes(' #proposed') || !isProposed(task, DEFAULT_STATUSES) || taskText(task) === '';
	});
	expect(strange).toEqual([]);
});
