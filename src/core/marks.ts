import { SAME_TASK } from './clusters';
import { likeness, type TaskNode } from './task-node';

/** A wording this alike to one that the user has put together with another is taken for it. */
const LIKE_MARKED = 0.8;

/** What the user has said of wordings, that they are one task or two, and what follows for new versions of them. */
export class Marks {
	readonly nodes = new Set<TaskNode>();

	add(kind: 'apart' | 'together', one: TaskNode, other: TaskNode): void {
		if (one === other) return;
		one[kind].add(other);
		other[kind].add(one);
		this.nodes.add(one).add(other);
	}

	/** Forgets all. Answers of which nodes something was said. */
	clear(): readonly TaskNode[] {
		const former = [...this.nodes];
		for (const node of former) {
			node.apart.clear();
			node.together.clear();
		}
		this.nodes.clear();
		return former;
	}

	/** Whether two wordings were set apart, or two that these are new versions of. */
	areApart(one: TaskNode, other: TaskNode): boolean {
		return this.#like(one, SAME_TASK).some(([mine, score]) => [...mine.apart].some((theirs) => {
			if (mine === one && theirs === other) return true;
			// What was itself set apart from a wording is no new version of it.
			if (one.apart.has(mine) || other.apart.has(theirs)) return false;
			const otherScore = likeness(other, theirs);
			// Which is whose new version: the assignment that fits better.
			return otherScore >= SAME_TASK && score + otherScore > likeness(one, theirs) + likeness(other, mine);
		}));
	}

	/** The tasks that were put together with this one, or with one that reads nearly so. */
	partnersOf(node: TaskNode): readonly TaskNode[] {
		return this.#like(node, LIKE_MARKED).flatMap(([mine]) => [...mine.together]
			.flatMap((theirs) => [theirs, ...theirs.edges.keys()].filter((other) => other.members.size > 0 && likeness(other, theirs) >= LIKE_MARKED)));
	}

	/** Joins the groups of what was put together, unless members of them were set apart. */
	join(groups: readonly (readonly TaskNode[])[]): readonly (readonly TaskNode[])[] {
		if (this.nodes.size === 0) return groups;
		const groupOf = new Map(groups.flatMap((nodes) => nodes.map((node): [TaskNode, readonly TaskNode[]] => [node, nodes])));
		for (const node of groupOf.keys()) {
			for (const partner of this.partnersOf(node)) {
				const [mine, theirs] = [groupOf.get(node) ?? [], groupOf.get(partner) ?? []];
				if (mine === theirs || mine.some((one) => theirs.some((other) => this.areApart(one, other)))) continue;
				const joined = [...mine, ...theirs];
				for (const each of joined) groupOf.set(each, joined);
			}
		}
		return [...new Set(groupOf.values())];
	}

	#like(node: TaskNode, least: number): readonly (readonly [TaskNode, number])[] {
		if (this.nodes.size === 0) return [];
		return [node, ...node.edges.keys()]
			.filter((other) => this.nodes.has(other))
			.map((other) => [other, likeness(node, other)] as const)
			.filter(([, score]) => score >= least);
	}
}
