/** Finds the next place of a text's parts, and remembers where, so that asking again and again stays cheap. */
export class Lookahead {
	private readonly known = new Map<string, { readonly asked: number; readonly found: number }>();

	constructor(private readonly text: string) {}

	/** Where the part stands next from an offset on; -1 where it does not. */
	find(part: string, from: number): number {
		const known = this.known.get(part);
		if (known && known.asked <= from && (known.found < 0 || known.found >= from)) return known.found;
		const found = this.text.indexOf(part, from);
		this.known.set(part, { asked: from, found });
		return found;
	}
}
