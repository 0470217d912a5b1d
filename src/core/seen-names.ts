import { fullKey } from './full-key';
import { count, countFullName, countsIn, type FullNameCounts } from './name-counts';
import { isPlaceholderName } from './person';

/** The names that stand in a note, as written. */
export interface NamesOfNote {
	/** Those of its fields. */
	readonly names: readonly string[];
	/** Its logical source. */
	readonly source: string | null;
	/** Those that its tasks mention; they are not taken for known names. */
	readonly mentioned: readonly string[];
}

/** The names that notes give, each under its full key. Counted, so that a changed note costs its own. */
export class SeenNames {
	/** Another object whenever a name is known that was not, or no longer. */
	#known: object = {};
	readonly #counts = new Map<string, number>();
	/** By their first word, how often each full name occurs. */
	readonly #fullNames: FullNameCounts = new Map();
	/** By names, how many notes of each source give them. */
	readonly #sources = new Map<string, Map<string, number>>();
	readonly #keys = new Map<string, string>();

	get known(): object {
		return this.#known;
	}

	/** Takes a note's names in. */
	add(note: NamesOfNote): void {
		this.#count(note, 1);
	}

	/** Takes out names that were taken in. A changed note's new ones are to be added first, so that those it keeps stay known. */
	remove(note: NamesOfNote): void {
		this.#count(note, -1);
	}

	/** Whether a note's field gives a name, by its folded key. */
	has(key: string): boolean {
		return this.#counts.has(key);
	}

	/** The full names that begin with a word. */
	fullNames(word: string): Iterable<string> {
		return this.#fullNames.get(word)?.keys() ?? [];
	}

	/** The sources of those notes that give a name. */
	sourcesOf(key: string): ReadonlyMap<string, number> {
		return this.#sources.get(key) ?? NONE;
	}

	/** The same names stand in hundreds of notes. */
	keyOf(written: string): string {
		const key = this.#keys.get(written) ?? fullKey(written);
		this.#keys.set(written, key);
		return key;
	}

	/** Whether the same names are known. */
	knowsAs(other: SeenNames): boolean {
		return this.#counts.size === other.#counts.size && [...this.#counts.keys()].every((key) => other.#counts.has(key));
	}

	#count({ names, source, mentioned }: NamesOfNote, by: 1 | -1): void {
		for (const name of names) {
			const key = this.keyOf(name);
			this.#countKnown(key, by);
			if (source !== null) count(countsIn(this.#sources, key), source, by);
		}
		for (const name of mentioned) countFullName(this.#fullNames, this.keyOf(name), by);
	}

	#countKnown(key: string, by: 1 | -1): void {
		if (!this.#counts.has(key) && isPlaceholderName(key)) return;
		const left = count(this.#counts, key, by);
		if (left > 0 && (by < 0 || left > 1)) return;
		this.#known = {};
		countFullName(this.#fullNames, key, by);
	}
}

const NONE: ReadonlyMap<string, number> = new Map();
