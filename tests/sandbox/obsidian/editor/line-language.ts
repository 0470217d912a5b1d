import { defineLanguageFacet, Language, languageDataProp, ParseContext } from '@codemirror/language';
import { type Input, NodeProp, NodeSet, NodeType, Parser, type PartialParse, Tree, type TreeFragment } from '@lezer/common';

/** Classes of a token, separated by spaces. The app's copy of `@codemirror/language` exports it; the public one does not. */
export const tokenClassNodeProp = new NodeProp<string>();

/** Same for the node that spans a line. */
export const lineClassNodeProp = new NodeProp<string>();

/** A part of a line, by columns, with its classes. */
export interface LineToken {
	readonly from: number;
	to: number;
	readonly classes: readonly string[];
}

/** What a tokenizer made of one line. */
export interface TokenizedLine<State> {
	/** In order and apart from each other; what has no token has no class. */
	readonly tokens: readonly LineToken[];
	readonly lineClasses: Iterable<string>;
	/** Handed to the next line. */
	readonly state: State;
}

/** Reads a text line by line; `next` is the line below. States are never changed, only replaced. */
export interface LineTokenizer<State> {
	readonly start: State;
	line(text: string, state: State, next: string): TokenizedLine<State>;
}

/** Characters in one node of the tree that can be reused after a change. */
const CHUNK = 2048;

/** How far before a change lines are read anew: a line's tokens can depend on the line below. */
const MARGIN = 512;

const types: NodeType[] = [NodeType.none];
const nodeSet = new NodeSet(types);
const idsByKey = new Map<string, number>();

/** A node type is named by its sorted classes, joined with `_`. */
function typeOf(classes: Iterable<string>, prop: NodeProp<string>): number {
	const sorted = [...new Set(classes)].sort();
	const key = `${prop === lineClassNodeProp ? 'line ' : ''}${sorted.join(' ')}`;
	const known = idsByKey.get(key);
	if (known !== undefined) return known;
	const type = NodeType.define({ id: types.length, name: sorted.join('_'), props: [[prop, sorted.join(' ')]] });
	types.push(type);
	idsByKey.set(key, type.id);
	return type.id;
}

class LineParse<State> implements PartialParse {
	stoppedAt: number | null = null;
	parsedPos = 0;
	private state: State;
	private readonly chunks: Tree[] = [];
	private readonly positions: number[] = [];

	constructor(private readonly parser: LineParser<State>, private readonly input: Input, fragments: readonly TreeFragment[]) {
		this.state = parser.tokenizer.start;
		this.reuse(fragments[0]);
	}

	/** Reads one chunk, and no further than the viewport: what lies below has no tree until somebody asks for it. */
	advance(): Tree | null {
		const context = ParseContext.get();
		const parseEnd = Math.min(this.stoppedAt ?? this.input.length, this.input.length);
		const visibleEnd = context?.viewport.to ?? parseEnd;
		if (this.parsedPos < Math.min(parseEnd, visibleEnd)) this.readChunk(Math.min(parseEnd, visibleEnd, this.parsedPos + CHUNK));
		if (this.parsedPos >= parseEnd) return this.finish();
		if (this.parsedPos < visibleEnd) return null;
		context?.skipUntilInView(this.parsedPos, parseEnd);
		return this.finish();
	}

	stopAt(pos: number): void {
		this.stoppedAt = pos;
	}

	private reuse(fragment: TreeFragment | undefined): void {
		if (fragment === undefined || fragment.from > 0 || fragment.offset !== 0 || fragment.tree.type !== this.parser.top) return;
		const safe = fragment.openEnd ? fragment.to - MARGIN : fragment.to;
		for (const [i, chunk] of fragment.tree.children.entries()) {
			const at = fragment.tree.positions[i] ?? 0;
			const state = chunk instanceof Tree ? chunk.prop(this.parser.stateAfter) : undefined;
			if (!(chunk instanceof Tree) || state === undefined || at + chunk.length > safe) return;
			this.keep(chunk, at, state);
		}
	}

	private keep(chunk: Tree, at: number, state: State): void {
		this.chunks.push(chunk);
		this.positions.push(at);
		this.state = state;
		this.parsedPos = at + chunk.length;
	}

	private readChunk(end: number): void {
		const start = this.parsedPos;
		const buffer: number[] = [];
		while (this.parsedPos < end) this.readLine(buffer);
		const read = Tree.build({ buffer, start, length: this.parsedPos - start, nodeSet, topID: 0, maxBufferLength: CHUNK });
		this.keep(new Tree(read.type, read.children, read.positions, read.length, [[this.parser.stateAfter, this.state]]), start, this.state);
	}

	private readLine(buffer: number[]): void {
		const from = this.parsedPos;
		const text = this.lineAt(from);
		const end = from + text.length;
		const { tokens, lineClasses, state } = this.parser.tokenizer.line(text, this.state, end < this.input.length ? this.lineAt(end + 1) : '');
		for (const token of tokens) buffer.push(typeOf(token.classes, tokenClassNodeProp), from + token.from, from + token.to, 4);
		const classes = [...lineClasses];
		// In the builder's order a node follows its children, and counts them.
		if (classes.length > 0) buffer.push(typeOf(classes, lineClassNodeProp), from, end, (tokens.length + 1) * 4);
		this.state = state;
		this.parsedPos = Math.min(end + 1, this.input.length);
	}

	private lineAt(pos: number): string {
		const chunk = this.input.chunk(pos);
		const end = chunk.indexOf('\n');
		return end < 0 ? chunk : chunk.slice(0, end);
	}

	private finish(): Tree {
		return new Tree(this.parser.top, this.chunks, this.positions, this.parsedPos);
	}
}

class LineParser<State> extends Parser {
	readonly stateAfter = new NodeProp<State>({ perNode: true });

	constructor(readonly tokenizer: LineTokenizer<State>, readonly top: NodeType) {
		super();
	}

	override createParse(input: Input, fragments: readonly TreeFragment[]): PartialParse {
		return new LineParse(this, input, fragments);
	}
}

/** A language whose tree has a node for each line that has classes, and in it a node for each token. */
export function lineLanguage<State>(name: string, tokenizer: LineTokenizer<State>, languageData: Record<string, unknown>): Language {
	const data = defineLanguageFacet(languageData);
	const top = NodeType.define({ id: 0, name: 'Document', props: [[languageDataProp, data]], top: true });
	return new Language(data, new LineParser(tokenizer, top), [], name);
}
