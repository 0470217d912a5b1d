import { CodeSpans } from './code-spans';
import { Lookahead } from './lookahead';
import { readMarkdownLink, readWikilink, type FoundLink } from './metadata-links';
import { readTag, type FoundTag } from './metadata-tags';

/** A reference to a footnote: `[^id]`. */
export interface FoundFootnoteRef {
	readonly from: number;
	readonly id: string;
}

/** What stands inside the lines of a text, each in its order; offsets count from the text's start. */
export interface InlineFinds {
	readonly links: FoundLink[];
	readonly tags: FoundTag[];
	readonly footnoteRefs: FoundFootnoteRef[];
}

/** Looks through a part of a text for links, tags and references to footnotes; adds them to `finds`. Takes linear time. */
export function scanInline(text: string, from: number, to: number, finds: InlineFinds): void {
	new InlineScanner(text.slice(from, to), from, text[from - 1], finds).scan();
}

const special = /[\\`<[!#$]/g;
const escapable = /[!-/:-@[-`{-~]/;
const htmlTag = /<(?:[A-Za-z][A-Za-z0-9-]*(?:\s+[A-Za-z_:][\w.:-]*(?:\s*=\s*(?:[^\s"'=<>`]+|'[^']*'|"[^"]*"))?)*\s*\/?|\/[A-Za-z][A-Za-z0-9-]*\s*|![A-Za-z][^>]*|\?[^>]*\?)>/y;
const footnoteRef = /\[\^([^[\]\s]+)\]/y;

/** One pass over a block's text. What is code, HTML, a formula or escaped is stepped over. */
class InlineScanner {
	private at = 0;
	/** Where the Markdown link around the current place ends, and its text; tags and further links do not count in it. */
	private linkEnd = 0;
	private linkTextEnd = 0;
	private readonly lookahead: Lookahead;
	private readonly code: CodeSpans;
	private brackets: Map<number, number> | null = null;

	constructor(
		private readonly text: string,
		private readonly offset: number,
		private readonly before: string | undefined,
		private readonly finds: InlineFinds,
	) {
		this.lookahead = new Lookahead(text);
		this.code = new CodeSpans(text);
	}

	scan(): void {
		while (this.at < this.text.length) {
			special.lastIndex = this.at;
			const match = special.exec(this.text);
			if (!match) return;
			this.at = match.index;
			this.at = this.stepOver(match[0]);
		}
	}

	/** Where to go on after what begins at the current place. */
	private stepOver(character: string): number {
		switch (character) {
			case '\\': return this.at + (escapable.test(this.text[this.at + 1] ?? '') ? 2 : 1);
			case '`': return this.code.endAt(this.at) ?? this.at + 1;
			case '<': return this.htmlEnd() ?? this.at + 1;
			case '$': return this.mathEnd() ?? this.at + 1;
			case '#': return this.tagEnd();
			case '!': return this.text[this.at + 1] === '[' ? this.bracketEnd(this.at + 1, true) : this.at + 1;
			default: return this.bracketEnd(this.at, false);
		}
	}

	private htmlEnd(): number | null {
		if (this.text.startsWith('<!--', this.at)) {
			const close = this.lookahead.find('-->', this.at + 4);
			return close < 0 ? null : close + 3;
		}
		htmlTag.lastIndex = this.at;
		return htmlTag.test(this.text) ? htmlTag.lastIndex : null;
	}

	/** A formula of one dollar begins and ends without a space, and no digit follows it, so that prices are none. */
	private mathEnd(): number | null {
		const { text, at } = this;
		if (text[at + 1] === '$') {
			const close = this.lookahead.find('$$', at + 2);
			return close < 0 ? at + 2 : close + 2;
		}
		const close = this.lookahead.find('$', at + 1);
		if (close < 0 || /\s/.test((text[at + 1] ?? '') + (text[close - 1] ?? ''))) return null;
		return /\d/.test(text[close + 1] ?? '') ? null : close + 1;
	}

	private tagEnd(): number {
		const previous = this.at > 0 ? this.text[this.at - 1] : this.before;
		const tag = this.at < this.linkEnd ? null : readTag(this.text, this.at, previous);
		if (tag === null) return this.at + 1;
		this.finds.tags.push({ from: this.offset + this.at, tag });
		return this.at + tag.length;
	}

	private bracketEnd(open: number, embed: boolean): number {
		if (this.at >= this.linkTextEnd && this.at < this.linkEnd) return open + 1;
		return this.wikilinkEnd(open, embed) ?? this.footnoteRefEnd(open, embed) ?? this.markdownLinkEnd(open, embed) ?? open + 1;
	}

	private wikilinkEnd(open: number, embed: boolean): number | null {
		if (this.text[open + 1] !== '[' || this.text[open + 2] === '[') return null;
		const close = this.lookahead.find(']]', open + 2);
		const lineEnd = this.lookahead.find('\n', open + 2);
		if (close < 0 || (lineEnd >= 0 && lineEnd < close)) return null;
		const inner = this.text.slice(open + 2, close);
		if (inner.trim() === '' || inner.includes('[[')) return null;
		const original = this.text.slice(this.at, close + 2);
		this.push(embed, close + 2, readWikilink(original, inner));
		return close + 2;
	}

	private footnoteRefEnd(open: number, embed: boolean): number | null {
		footnoteRef.lastIndex = open;
		const match = embed ? null : footnoteRef.exec(this.text);
		if (!match) return null;
		this.finds.footnoteRefs.push({ from: this.offset + open, id: match[1] ?? '' });
		return footnoteRef.lastIndex;
	}

	/** The inside of the link is looked through too: it may hold embeds. */
	private markdownLinkEnd(open: number, embed: boolean): number | null {
		if (!embed && this.at < this.linkEnd) return null;
		const close = this.closingBracket(open);
		if (close === undefined || this.text[close + 1] !== '(') return null;
		const found = readMarkdownLink(this.text, this.lookahead, { from: this.at, open, close });
		if (!found) return null;
		this.push(embed, found.to, found.reference);
		if (embed) return found.to;
		[this.linkTextEnd, this.linkEnd] = [close, found.to];
		return open + 1;
	}

	private push(embed: boolean, to: number, reference: FoundLink['reference']): void {
		this.finds.links.push({ from: this.offset + this.at, to: this.offset + to, embed, reference });
	}

	private closingBracket(open: number): number | undefined {
		this.brackets ??= matchBrackets(this.text, this.code);
		return this.brackets.get(open);
	}
}

/** The closing bracket of each opening one, outside of code. */
function matchBrackets(text: string, code: CodeSpans): Map<number, number> {
	const pairs = new Map<number, number>();
	const open: number[] = [];
	for (let at = 0; at < text.length; at++) {
		const character = text[at];
		if (character === '\\') at++;
		else if (character === '`') at = (code.endAt(at) ?? at + 1) - 1;
		else if (character === '[') open.push(at);
		else if (character === ']') {
			const start = open.pop();
			if (start !== undefined) pairs.set(start, at);
		}
	}
	return pairs;
}
