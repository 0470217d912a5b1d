import { digest } from './digest';
import { judgeLikeness, type Likeness } from './likeness';
import { LEAST_SIMILARITY, similarity, type TermVector } from './similarity';
import { cutText } from './shorten';
import type { OwnerIdentity, Task } from './veto';
import { MOST_READ } from './wording';

/** Tasks that are one. Immutable, and the same object while its members are. */
export interface Group {
	/** Made from what its members say, so that renames and restarts keep it. */
	readonly id: string;
	/** Keys of its tasks, the most typical first. */
	readonly members: readonly string[];
}

/** All tasks that say the same, word for word, with the same owner. */
export interface TaskNode {
	readonly content: string;
	readonly task: Task;
	readonly members: Set<string>;
	/** The nodes that the user has set apart from it, or put together with it. */
	readonly apart: Set<TaskNode>;
	readonly together: Set<TaskNode>;
	readonly edges: Map<TaskNode, Likeness>;
	vector: TermVector | null;
	group: Group | null;
}

/** The most typical first: the one that is, on average, most similar to the others. */
export function rank(nodes: readonly TaskNode[]): readonly TaskNode[] {
	const typical = new Map(nodes.map((node) => [node, nodes.reduce((sum, other) => sum + likeness(node, other) * other.members.size, 0)]));
	return [...nodes].sort((a, b) => (typical.get(b) ?? 0) - (typical.get(a) ?? 0) || (a.content < b.content ? -1 : 1));
}

/** How alike two nodes are, 0 where anything keeps them apart. */
export function likeness(one: TaskNode, other: TaskNode): number {
	if (one === other) return 1;
	const edge = one.edges.get(other);
	if (edge) return edge.veto === null ? edge.score : 0;
	const score = one.vector && other.vector ? similarity(one.vector, other.vector) : 0;
	return score < LEAST_SIMILARITY ? score : 0;
}

export function compareNodes(one: TaskNode, other: TaskNode): Likeness {
	return one.vector && other.vector ? judgeLikeness({ task: one.task, vector: one.vector }, { task: other.task, vector: other.vector }) : { score: 0, veto: null };
}

/** What tells nodes apart. Of a text too long to be read as a whole, its digest does. */
export function contentOf(text: string, { path, names }: OwnerIdentity): string {
	const said = text.length > MOST_READ ? `${cutText(text, MOST_READ)}${digest(text)}` : text;
	return [said, path ?? '', ...names].join('\n');
}

export function nodeAt(nodes: readonly TaskNode[], at: number): TaskNode {
	const node = nodes[at];
	if (!node) throw new Error('A group has a task that is not known.');
	return node;
}

export function firstOf(keys: ReadonlySet<string>): string | null {
	return [...keys].sort()[0] ?? null;
}
