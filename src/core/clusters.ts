/** Two groups are one where their members are, on average, at least this similar, … */
export const SAME_TASK = 0.6;
/** … and no two of them less similar than this. */
export const LEAST_IN_GROUP = 0.35;

/** What is to be grouped. Nodes are numbers from 0 to below `count`. */
export interface Linkage {
	readonly count: number;
	/** How many tasks read exactly so; each counts. */
	readonly sizeOf: (node: number) => number;
	/** Similarity of two nodes; null where they must stay apart. */
	readonly score: (one: number, other: number) => number | null;
	/** Pairs that may begin a group, most similar first; their order where equal decides nothing that matters. */
	readonly links: readonly (readonly [one: number, other: number])[];
}

interface Cluster {
	readonly nodes: readonly number[];
	readonly size: number;
}

/**
 * Groups what is one task: pair by pair, the most similar first, two groups become one if
 * that holds for all of both. Yields now and then, for callers that must not work for long.
 */
export function* formClusters({ count, sizeOf, score, links }: Linkage): Generator<void, readonly (readonly number[])[]> {
	const clusters: Cluster[] = Array.from({ length: count }, (_, node) => ({ nodes: [node], size: sizeOf(node) }));
	for (const [one, other] of links) {
		const [first, second] = [clusters[one], clusters[other]];
		if (!first || !second || first === second) continue;
		yield;
		if (!areOne(first, second, sizeOf, score)) continue;
		const merged = { nodes: [...first.nodes, ...second.nodes], size: first.size + second.size };
		for (const node of merged.nodes) clusters[node] = merged;
	}
	return [...new Set(clusters)].map(({ nodes }) => nodes);
}

function areOne(first: Cluster, second: Cluster, sizeOf: Linkage['sizeOf'], score: Linkage['score']): boolean {
	let sum = 0;
	for (const one of first.nodes) {
		for (const other of second.nodes) {
			const each = score(one, other);
			if (each === null || each < LEAST_IN_GROUP) return false;
			sum += each * sizeOf(one) * sizeOf(other);
		}
	}
	return sum / (first.size * second.size) >= SAME_TASK;
}
