/**
 * A place in a series of changes. Whoever remembers one can ask later what has come since.
 * Each knows only the one after it, so what nobody remembers any more is forgotten by itself.
 */
export class Moment<Change> {
	#next: { readonly change: Change; readonly moment: Moment<Change> } | null = null;

	/** The place behind one more change. */
	advance(change: Change): Moment<Change> {
		const moment = new Moment<Change>();
		this.#next = { change, moment };
		return moment;
	}

	/** What has come between this place and a later one, in its order; null where that one does not follow from this. */
	changesUntil(later: Moment<Change>): readonly Change[] | null {
		if (later === this) return [];
		const changes: Change[] = [];
		for (let next = this.#next; next; next = next.moment.#next) {
			changes.push(next.change);
			if (next.moment === later) return changes;
		}
		return null;
	}
}
