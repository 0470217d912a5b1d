/** Where people, names, sources, titles or paths are others than before. Knows which notes made it so. */
export class PeopleVersion {
	#former: PeopleVersion | null;

	/** @param changed paths of the notes that have changed since the former one. */
	constructor(former: PeopleVersion | null, private readonly changed: readonly string[]) {
		this.#former = former;
	}

	/**
	 * The paths of all notes that have changed since an earlier version; null where that is not
	 * known. What came before is forgotten then, so that no chain of versions grows for ever.
	 */
	takeChangesSince(earlier: PeopleVersion): ReadonlySet<string> | null {
		if (this === earlier) return new Set();
		const changed = new Set(this.changed);
		for (let version = this.#former; version !== earlier; version = version.#former) {
			if (!version) return null;
			for (const path of version.changed) changed.add(path);
		}
		this.#former = null;
		return changed;
	}
}
