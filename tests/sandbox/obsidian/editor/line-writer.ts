import type { LineToken } from './line-language';

/** Collects the tokens of one line from left to right. */
export class LineWriter {
	readonly tokens: LineToken[] = [];
	readonly lineClasses = new Set<string>();
	/** Classes that every token of the rest of the line has: a heading's level, a list's depth. */
	base: readonly string[] = [];
	/** Emphasis that is open. */
	readonly styles = new Set<string>();
	pos = 0;

	constructor(readonly text: string) {}

	get rest(): string {
		return this.text.slice(this.pos);
	}

	get atEnd(): boolean {
		return this.pos >= this.text.length;
	}

	/** The character before the current place; empty at the start. */
	get previous(): string {
		return this.text.charAt(this.pos - 1);
	}

	/** Gives the next characters classes, and those of the line and of open emphasis. */
	take(length: number, ...classes: readonly string[]): void {
		this.takeOnly(length, ...classes, ...this.base, ...this.styles);
	}

	/** Gives the next characters just these classes. Equal neighbours become one token. */
	takeOnly(length: number, ...classes: readonly string[]): void {
		const from = this.pos;
		this.pos = Math.min(from + length, this.text.length);
		if (classes.length === 0 || this.pos === from) return;
		const sorted = [...new Set(classes)].sort();
		const last = this.tokens[this.tokens.length - 1];
		if (last !== undefined && last.to === from && last.classes.join(' ') === sorted.join(' ')) last.to = this.pos;
		else this.tokens.push({ from, to: this.pos, classes: sorted });
	}

	takeRest(...classes: readonly string[]): void {
		this.take(this.text.length - this.pos, ...classes);
	}

	addLineClasses(...classes: readonly string[]): void {
		for (const one of classes) this.lineClasses.add(one);
	}
}
