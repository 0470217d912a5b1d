import { formClusters } from '../../src/core/clusters';

/** Groups letters by a table of scores; pairs that are not in it score nothing, `null` must stay apart. */
function cluster(scores: Readonly<Record<string, number | null>>, sizes: Readonly<Record<string, number>> = {}): string[] {
	const letters = [...new Set(Object.keys(scores).join(''))].sort();
	const score = (one: number, other: number): number | null => {
		const pair = [letters[one], letters[other]].sort().join('');
		return pair in scores ? scores[pair] ?? null : 0;
	};
	const links = Object.entries(scores).filter(([, each]) => (each ?? 0) >= 0.6).sort(([, a], [, b]) => (b ?? 0) - (a ?? 0))
		.map(([pair]): [number, number] => [letters.indexOf(pair.charAt(0)), letters.indexOf(pair.charAt(1))]);
	const steps = formClusters({ count: letters.length, sizeOf: (node) => sizes[letters[node] ?? ''] ?? 1, score, links });
	let step = steps.next();
	while (step.done !== true) step = steps.next();
	return step.value.map((nodes) => nodes.map((node) => letters[node]).sort().join('')).sort();
}

test('pairs that are alike are one', () => {
	expect(cluster({ ab: 0.9, cd: 0.7, bc: 0.2 })).toEqual(['ab', 'cd']);
});

test('a chain is none: all of both groups must be alike', () => {
	expect(cluster({ ab: 0.9, bc: 0.65, ac: 0.3 })).toEqual(['ab', 'c']);
	expect(cluster({ ab: 0.9, bc: 0.7, ac: 0.55 })).toEqual(['abc']);
	expect(cluster({ ab: 0.9, bc: 0.7, ac: 0.45 })).toEqual(['ab', 'c']);
});

test('one pair that must stay apart keeps whole groups apart', () => {
	expect(cluster({ ab: 0.9, bc: 0.8, ac: null })).toEqual(['ab', 'c']);
});

test('each of several tasks that read the same counts', () => {
	expect(cluster({ ab: 0.9, bc: 0.62, ac: 0.55 })).toEqual(['ab', 'c']);
	expect(cluster({ ab: 0.9, bc: 0.62, ac: 0.55 }, { b: 6 })).toEqual(['abc']);
});
