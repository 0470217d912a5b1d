import type * as Api from 'obsidian-api';

/** A note's text with its lines, to turn offsets and line/column pairs into positions. */
export class SourceText {
	private readonly starts: number[];

	constructor(readonly text: string) {
		this.starts = [0, ...Array.from(text.matchAll(/\r\n|\r|\n/g), (match) => match.index + match[0].length)];
	}

	get lineCount(): number {
		return this.starts.length;
	}

	/** A line without its ending; empty past the last one. */
	line(index: number): string {
		const start = this.starts[index];
		if (start === undefined) return '';
		return this.text.slice(start, this.starts[index + 1] ?? this.text.length).replace(/(?:\r\n|\r|\n)$/, '');
	}

	/** The place at a line and column, both from 0. */
	at(line: number, col: number): Api.Loc {
		return { line, col, offset: (this.starts[line] ?? this.text.length) + col };
	}

	/** The place at an offset. */
	locate(offset: number): Api.Loc {
		let low = 0;
		let high = this.starts.length - 1;
		while (low < high) {
			const middle = (low + high + 1) >> 1;
			if ((this.starts[middle] ?? 0) <= offset) low = middle;
			else high = middle - 1;
		}
		return { line: low, col: offset - (this.starts[low] ?? 0), offset };
	}

	/** The range between two offsets. */
	range(from: number, to: number): Api.Pos {
		return { start: this.locate(from), end: this.locate(to) };
	}

	slice(position: Api.Pos): string {
		return this.text.slice(position.start.offset, position.end.offset);
	}
}
