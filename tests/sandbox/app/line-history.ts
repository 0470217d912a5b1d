/** The lines that were typed, for the arrow keys. */
export class LineHistory {
	private readonly lines: string[] = [];
	private at = 0;
	private draft = '';

	/** Remembers a line; the same one twice in a row counts once. */
	add(line: string): void {
		if (this.lines.at(-1) !== line) this.lines.push(line);
		this.at = this.lines.length;
		this.draft = '';
	}

	/** The line before, null at the first. What stands in the field now comes back at the end. */
	older(current: string): string | null {
		if (this.at === 0) return null;
		if (this.at === this.lines.length) this.draft = current;
		return this.lines[--this.at] ?? null;
	}

	/** The line after, at the end what was being typed; null behind that. */
	newer(): string | null {
		if (this.at >= this.lines.length) return null;
		return this.lines[++this.at] ?? this.draft;
	}
}
