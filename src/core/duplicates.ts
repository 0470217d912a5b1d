import { formClusters, SAME_TASK } from './clusters';
import { digest } from './digest';
import { judgeLikeness, type Likeness } from './likeness';
import { Marks } from './marks';
import { LEAST_SIMILARITY, SimilarityIndex, TASKS_ELSEWHERE, termVector, TermWeights } from './similarity';
import { compareNodes, contentOf, firstOf, nodeAt, rank, type Group, type TaskNode } from './task-node';
import type { OwnerIdentity } from './veto';
import { readWording, type NameLexicon } from './wording';

/** A task as the duplicates see it. */
export interface TaskEntry {
	/** Identity within the vault, such as a proposal's key. */
	readonly key: string;
	/** What it says, without owner and fields. */
	readonly text: string;
	readonly owner: OwnerIdentity;
}

/** Two tasks that may be one: alike, but not enough; or but for the owner. */
export interface Neighbours {
	readonly kind: 'maybe' | 'owner';
	/** Keys of a task of each. */
	readonly one: string;
	readonly other: string;
	readonly score: number;
}

/** Two wordings of which the user has said whether they are one task. */
export interface Mark {
	readonly kind: 'apart' | 'together';
	readonly one: Omit<TaskEntry, 'key'>;
	readonly other: Omit<TaskEntry, 'key'>;
}

/** Term weights are taken anew when the vault has this many times as many tasks, or as few. */
const DRIFT = 2;
const COPIED_AT_ONCE = 500;

/**
 * Keeps the near-duplicates of a vault in groups. A changed note costs what its own tasks
 * cost. What comes out depends on the tasks and on the term weights only, never on the order
 * in which they came; the weights are counted at `settle`, and again when the vault has
 * doubled or halved. All work is done in `work`, as little at a time as the caller wants.
 */
export class Duplicates {
	readonly #nodes = new Map<string, TaskNode>();
	readonly #nodeOf = new Map<string, TaskNode>();
	readonly #counts = new Map<string, number>();
	readonly #toLink = new Set<TaskNode>();
	readonly #toGroup = new Set<TaskNode>();
	/** Keys of the tasks that have come into another group, or gone, since the last call of `takeChanges`. */
	readonly #changed = new Set<string>();
	readonly #marks = new Marks();
	#index = new SimilarityIndex<TaskNode>();
	#weights: TermWeights | null = null;
	#isToSettle = false;
	#steps: Generator<void, void> | null = null;

	constructor(private readonly names: NameLexicon) {}

	/** Takes a task in, or its new text or owner. */
	put({ key, text, owner }: TaskEntry): void {
		const content = contentOf(text, owner);
		const former = this.#nodeOf.get(key);
		if (former?.content === content) return;
		this.remove(key);
		const node = this.#node(content, text, owner);
		node.members.add(key);
		this.#nodeOf.set(key, node);
		this.#count(node, 1);
		this.#touch(node);
	}

	remove(key: string): void {
		const node = this.#nodeOf.get(key);
		if (!node) return;
		this.#nodeOf.delete(key);
		this.#changed.add(key);
		node.members.delete(key);
		this.#count(node, -1);
		this.#touch(node);
		this.#dropUnused(node);
	}

	/** Takes over what the user has said, in place of what was said before. */
	mark(marks: readonly Mark[]): void {
		const former = this.#marks.clear();
		const nodeOf = ({ text, owner }: Mark['one']): TaskNode => this.#node(contentOf(text, owner), text, owner);
		this.#marks.set(marks.map(({ kind, one, other }) => ({ kind, one: nodeOf(one), other: nodeOf(other) })));
		for (const node of new Set([...former, ...this.#marks.nodes])) {
			this.#touch(node);
			this.#dropUnused(node);
		}
	}

	/** Has the term weights counted anew from all tasks; to be called once the vault is known. */
	settle(): void {
		this.#isToSettle = true;
		this.#steps = null;
	}

	/** Works while `mayGoOn` says so. Answers whether nothing is left to do. */
	work(mayGoOn: () => boolean = () => true): boolean {
		// What is being settled already goes on, or it would begin anew with each call.
		if (!this.#isToSettle && this.#hasDrifted()) this.settle();
		for (this.#steps ??= this.#run(); mayGoOn();) {
			if (this.#steps.next().done !== true) continue;
			this.#steps = null;
			return true;
		}
		return false;
	}

	/** The group of a task; null where it is not known, or not yet grouped. */
	groupOf(key: string): Group | null {
		return this.#nodeOf.get(key)?.group ?? null;
	}

	/** The groups of the tasks whose group is another since the last call, null for those that are gone or not yet grouped. */
	takeChanges(): ReadonlyMap<string, Group | null> {
		const changes = new Map([...this.#changed].map((key) => [key, this.groupOf(key)]));
		this.#changed.clear();
		return changes;
	}

	/** All groups, those of one task too, in no particular order. */
	groups(): ReadonlySet<Group> {
		return new Set([...this.#nodes.values()].flatMap(({ group }) => group ?? []));
	}

	/** What may be the same task as those of a group, the most similar first; once for each other group. */
	neighboursOf(group: Group): readonly Neighbours[] {
		const found = new Map<Group, Neighbours>();
		for (const node of this.#nodesOf(group)) {
			for (const [other, edge] of node.edges) {
				const kind = this.#neighbourKind(node, other, edge);
				const [one, theirs] = [firstOf(node.members), firstOf(other.members)];
				if (kind === null || other.group === null || one === null || theirs === null) continue;
				const known = found.get(other.group);
				if (!known || known.score < edge.score) found.set(other.group, { kind, one, other: theirs, score: edge.score });
			}
		}
		return [...found.values()].sort((a, b) => b.score - a.score || (a.other < b.other ? -1 : 1));
	}

	#neighbourKind(one: TaskNode, other: TaskNode, { score, veto }: Likeness): Neighbours['kind'] | null {
		if (one.group === null || one.group === other.group || this.#marks.areApart(one, other)) return null;
		if (veto === 'owner') return score >= SAME_TASK ? 'owner' : null;
		return veto === null && score >= LEAST_SIMILARITY ? 'maybe' : null;
	}

	#nodesOf(group: Group): ReadonlySet<TaskNode> {
		return new Set(group.members.flatMap((key) => this.#nodeOf.get(key) ?? []));
	}

	#node(content: string, text: string, owner: OwnerIdentity): TaskNode {
		const known = this.#nodes.get(content);
		if (known) return known;
		const task = { wording: readWording(text, this.names), owner };
		const node: TaskNode = { content, task, members: new Set(), apart: new Set(), together: new Set(), edges: new Map(), vector: null, group: null };
		this.#nodes.set(content, node);
		this.#toLink.add(node);
		return node;
	}

	#count({ task }: TaskNode, change: 1 | -1): void {
		for (const { key } of task.wording.terms) this.#counts.set(key, (this.#counts.get(key) ?? 0) + change);
	}

	/** What changed around a node may change the groups of all that it is linked with. */
	#touch(node: TaskNode): void {
		this.#toGroup.add(node);
		for (const other of [...node.edges.keys(), ...this.#marks.partnersOf(node)]) this.#toGroup.add(other);
		if (node.members.size === 0) node.group = null;
		this.#steps = null;
	}

	#dropUnused(node: TaskNode): void {
		if (node.members.size > 0 || node.apart.size > 0 || node.together.size > 0) return;
		this.#nodes.delete(node.content);
		this.#toLink.delete(node);
		this.#toGroup.delete(node);
		for (const other of node.edges.keys()) other.edges.delete(node);
		if (node.vector) this.#index.remove(node, node.vector);
	}

	#hasDrifted(): boolean {
		if (!this.#weights) return true;
		const [now, then] = [this.#nodeOf.size + TASKS_ELSEWHERE, this.#weights.tasks + TASKS_ELSEWHERE];
		return now > DRIFT * then || DRIFT * now < then;
	}

	*#run(): Generator<void, void> {
		if (this.#isToSettle) yield* this.#reweigh();
		for (const node of this.#toLink) {
			this.#link(node);
			this.#toLink.delete(node);
			yield;
		}
		for (const node of this.#toGroup) {
			yield* this.#groupAround(node);
			yield;
		}
	}

	*#reweigh(): Generator<void, void> {
		const counts = new Map<string, number>();
		for (const [key, count] of this.#counts) {
			counts.set(key, count);
			// A vault has so many terms that copying them all at once would be felt.
			if (counts.size % COPIED_AT_ONCE === 0) yield;
		}
		this.#weights = new TermWeights(counts, this.#nodeOf.size);
		this.#index = new SimilarityIndex();
		for (const node of this.#nodes.values()) {
			node.edges.clear();
			node.vector = null;
			this.#toLink.add(node);
			yield;
		}
		this.#isToSettle = false;
	}

	#link(node: TaskNode): void {
		if (!this.#weights) return;
		const vector = termVector(node.task.wording.terms, this.#weights);
		this.#index.find(vector, (other, score) => {
			if (!other.vector) return;
			const edge = judgeLikeness({ task: node.task, vector }, { task: other.task, vector: other.vector }, score);
			// Of those that are kept apart only the ones that differ in the owner are ever shown.
			if (edge.veto !== null && edge.veto !== 'owner') return;
			node.edges.set(other, edge);
			other.edges.set(node, edge);
			this.#toGroup.add(other);
		});
		this.#index.add(node, vector);
		node.vector = vector;
		this.#toGroup.add(node);
	}

	/** Groups anew all that a node is connected with, directly or by others. */
	*#groupAround(start: TaskNode): Generator<void, void> {
		const connected = this.#connected(start).sort((a, b) => (a.content < b.content ? -1 : 1));
		const clusters = yield* formClusters({
			count: connected.length,
			sizeOf: (at) => nodeAt(connected, at).members.size,
			score: (one, other) => this.#score(nodeAt(connected, one), nodeAt(connected, other)),
			links: this.#links(connected),
		});
		const together = this.#marks.join(clusters.map((each) => each.map((at) => nodeAt(connected, at))));
		for (const nodes of together) this.#publish(nodes);
		for (const node of connected) this.#toGroup.delete(node);
		if (connected.length === 0) this.#toGroup.delete(start);
	}

	#connected(start: TaskNode): TaskNode[] {
		const found = new Set<TaskNode>(start.members.size > 0 ? [start] : []);
		for (const node of found) {
			for (const [other, { score, veto }] of node.edges) {
				if (score >= SAME_TASK && veto === null && other.members.size > 0) found.add(other);
			}
			for (const other of this.#marks.partnersOf(node)) found.add(other);
		}
		return [...found];
	}

	#links(nodes: readonly TaskNode[]): [number, number][] {
		const places = new Map(nodes.map((node, at) => [node, at]));
		const links: { pair: [number, number]; score: number }[] = [];
		for (const [at, node] of nodes.entries()) {
			for (const [other, { score, veto }] of node.edges) {
				const place = places.get(other) ?? -1;
				if (place > at && veto === null && score >= SAME_TASK) links.push({ pair: [at, place], score });
			}
		}
		return links.sort((a, b) => b.score - a.score || a.pair[0] - b.pair[0] || a.pair[1] - b.pair[1]).map(({ pair }) => pair);
	}

	#score(one: TaskNode, other: TaskNode): number | null {
		const { score, veto } = one.edges.get(other) ?? compareNodes(one, other);
		return veto !== null || this.#marks.areApart(one, other) ? null : score;
	}

	#publish(nodes: readonly TaskNode[]): void {
		const ranked = rank(nodes);
		const members = ranked.flatMap((node) => [...node.members].sort());
		const id = `g${digest(nodes.map(({ content }) => content).reduce((least, content) => (content < least ? content : least)))}`;
		const former = ranked[0]?.group ?? null;
		const isSame = former?.id === id && former.members.length === members.length && former.members.every((key, at) => key === members[at]);
		const group = isSame ? former : { id, members };
		if (nodes.every((node) => node.group === group)) return;
		for (const node of nodes) node.group = group;
		for (const key of members) this.#changed.add(key);
	}
}
