import { SAME_TASK } from './clusters';
import { likeness, type TaskNode } from './task-node';

/** A wording this alike to one that the user has put together with another is taken for it. */
const LIKE_MARKED = 0.8;

/**
 * What the user has said of wordings, that they are one task or two, and what follows for new
 * versions of them. What was said of a wording itself outweighs what follows from another's.
 */
export class Marks {
	readonly nodes = new Set<TaskNode>();
	/** All wordings that were put together with each other, directly or by others, for each of them. */
	readonly #unitOf = new Map<TaskNode, ReadonlySet<TaskNode>>();

	/** Takes over what was said. Where a chain of "together" leads to what is apart, the link of it that was said last does not count. */
	set(marks: readonly { readonly kind: 'apart' | 'together'; readonly one: TaskNode; readonly other: TaskNode }[]): void {
		const said = marks.filter(({ one, other }) => one !== other);
		for (const { kind, one, other } of said) {
			one[kind].add(other);
			other[kind].add(one);
			this.nodes.add(one).add(other);
		}
		for (const { kind, one, other } of said) if (kind === 'together' && !this.#wereSetApart(one, other)) this.#unite(one, other);
	}

	/** Forgets all. Answers of which nodes something was said. */
	clear(): readonly TaskNode[] {
		const former = [...this.nodes];
		for (const node of former) {
			node.apart.clear();
			node.together.clear();
		}
		this.nodes.clear();
		this.#unitOf.clear();
		return former;
	}

	/** Whether two wordings were set apart, or two that these are new versions of. */
	areApart(one: TaskNode, other: TaskNode): boolean {
		if (this.nodes.size === 0) return false;
		return this.#wereSetApart(one, other) || (this.#areVersionsApart(one, other) && !this.#isJoinedWithLike(one, other) && !this.#isJoinedWithLike(other, one));
	}

	/** The tasks that were put together with this one, or with one that reads nearly so. */
	partnersOf(node: TaskNode): readonly TaskNode[] {
		const versions = this.#like(node, LIKE_MARKED).flatMap(([mine]) => [...mine.together]
			.flatMap((theirs) => [theirs, ...theirs.edges.keys()].filter((other) => likeness(other, theirs) >= LIKE_MARKED)));
		return [...this.#unit(node), ...versions].filter((other) => other !== node && other.members.size > 0);
	}

	/** Joins the groups of what was put together, unless members of them were set apart. */
	join(groups: readonly (readonly TaskNode[])[]): readonly (readonly TaskNode[])[] {
		if (this.nodes.size === 0) return groups;
		const groupOf = new Map(groups.flatMap((nodes) => nodes.map((node): [TaskNode, readonly TaskNode[]] => [node, nodes])));
		const join = (node: TaskNode, partner: TaskNode, areApart: (one: TaskNode, other: TaskNode) => boolean): void => {
			const [mine, theirs] = [groupOf.get(node), groupOf.get(partner)];
			if (!mine || !theirs || mine === theirs || mine.some((one) => theirs.some((other) => areApart(one, other)))) return;
			const joined = [...mine, ...theirs];
			for (const each of joined) groupOf.set(each, joined);
		};
		for (const node of groupOf.keys()) for (const partner of this.#unit(node)) join(node, partner, (one, other) => this.#wereSetApart(one, other));
		for (const node of groupOf.keys()) for (const partner of this.partnersOf(node)) join(node, partner, (one, other) => this.areApart(one, other));
		return [...new Set(groupOf.values())];
	}

	#unit(node: TaskNode): ReadonlySet<TaskNode> {
		return this.#unitOf.get(node) ?? new Set([node]);
	}

	#unite(one: TaskNode, other: TaskNode): void {
		const unit = new Set([...this.#unit(one), ...this.#unit(other)]);
		for (const node of unit) this.#unitOf.set(node, unit);
	}

	/** Whether just these wordings were set apart, or any that were put together with them. */
	#wereSetApart(one: TaskNode, other: TaskNode): boolean {
		const [mine, theirs] = [this.#unit(one), this.#unit(other)];
		return mine !== theirs && [...mine].some(({ apart }) => apart.size > 0 && [...theirs].some((each) => apart.has(each)));
	}

	/** Whether two wordings are new versions of two that were set apart. */
	#areVersionsApart(one: TaskNode, other: TaskNode): boolean {
		return this.#like(one, SAME_TASK).some(([mine, score]) => [...mine.apart].some((theirs) => {
			// What was itself set apart from a wording is no new version of it.
			if (one.apart.has(mine) || other.apart.has(theirs)) return false;
			const otherScore = likeness(other, theirs);
			// Which is whose new version: the assignment that fits better.
			return otherScore >= SAME_TASK && score + otherScore > likeness(one, theirs) + likeness(other, mine);
		}));
	}

	/** Whether a wording was put together with what reads like another. */
	#isJoinedWithLike(one: TaskNode, other: TaskNode): boolean {
		return [...this.#unit(one)].some((partner) => partner !== one && !partner.apart.has(other) && likeness(partner, other) >= SAME_TASK);
	}

	#like(node: TaskNode, least: number): readonly (readonly [TaskNode, number])[] {
		if (this.nodes.size === 0) return [];
		return [node, ...node.edges.keys()]
			.filter((other) => this.nodes.has(other))
			.map((other) => [other, likeness(node, other)] as const)
			.filter(([, score]) => score >= least);
	}
}
