import { randomFrom } from '../sandbox/obsidian/pace';

/** Choices that a seed determines. */
export class Random {
	readonly next: () => number;

	constructor(seed: number) {
		this.next = randomFrom(seed);
	}

	/** A whole number from 0 up to, not including, `end`. */
	below(end: number): number {
		return Math.floor(this.next() * end);
	}

	chance(probability: number): boolean {
		return this.next() < probability;
	}

	pick<T>(all: readonly T[]): T | undefined {
		return all[this.below(all.length)];
	}

	/** One of several, each as often as its weight says. */
	weighted<T>(all: readonly (readonly [weight: number, value: T])[]): T {
		let left = this.next() * all.reduce((sum, [weight]) => sum + weight, 0);
		const found = all.find(([weight]) => (left -= weight) < 0) ?? all[all.length - 1];
		if (!found) throw new Error('There is nothing to choose from.');
		return found[1];
	}

	/** So many of them, in their order. */
	some<T>(all: readonly T[], count: number): T[] {
		const chosen = new Set<number>();
		while (chosen.size < Math.min(count, all.length)) chosen.add(this.below(all.length));
		return all.filter((_each, at) => chosen.has(at));
	}
}
