import fc from 'fast-check';
import { LEAST_SIMILARITY, similarity, SimilarityIndex, termVector, TermWeights, type TermVector } from '../../src/core/similarity';
import type { Term } from '../../src/core/wording';

const term = (key: string): Term => ({ key, kind: 'word', isName: false, isAside: false, clause: 0 });
const texts = fc.array(fc.uniqueArray(fc.constantFrom(...'abcdefghijklmnop'), { maxLength: 8 }), { minLength: 1, maxLength: 30 });

function vectors(all: readonly (readonly string[])[]): TermVector[] {
	const counts = new Map<string, number>();
	for (const key of all.flat()) counts.set(key, (counts.get(key) ?? 0) + 1);
	const weights = new TermWeights(counts, all.length);
	return all.map((keys) => termVector(keys.map(term), weights));
}

test('finds exactly what comparing all with all finds, also after some are gone', () => {
	fc.assert(fc.property(texts, fc.nat({ max: 4 }), (all, every) => {
		const made = vectors(all);
		const index = new SimilarityIndex<number>();
		for (const [at, vector] of made.entries()) index.add(at, vector);
		const stays = (at: number): boolean => every === 0 || at % (every + 1) !== 0;
		for (const [at, vector] of made.entries()) if (!stays(at)) index.remove(at, vector);
		for (const probe of made) {
			const found = new Map<number, number>();
			index.find(probe, (item, score) => found.set(item, score));
			const expected = made.flatMap((vector, at) => (stays(at) && similarity(probe, vector) >= LEAST_SIMILARITY ? [[at, similarity(probe, vector)] as const] : []));
			expect([...found].sort(([a], [b]) => a - b)).toEqual(expected);
		}
	}), { numRuns: 200 });
});

test('is the same both ways, 1 for the same text, 0 for nothing in common', () => {
	const [one, other, none, empty] = vectors([['a', 'b', 'c'], ['b', 'c', 'd'], ['x'], []]);
	if (!one || !other || !none || !empty) throw new Error('There are four.');
	expect(similarity(one, other)).toBe(similarity(other, one));
	expect([similarity(one, one), similarity(one, none), similarity(empty, empty)]).toEqual([1, 0, 0]);
});

test('a rare term says more than a common one, an early one more than a late one', () => {
	const [probe, rare, common] = vectors([['r', 'c'], ['r', 'x'], ['y', 'c'], ['z', 'c'], ['w', 'c']]);
	if (!probe || !rare || !common) throw new Error('There are three.');
	expect(similarity(probe, rare)).toBeGreaterThan(similarity(probe, common));
});
