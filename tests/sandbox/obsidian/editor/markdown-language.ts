import { StreamLanguage, type StringStream } from '@codemirror/language';
import { Tag, type Highlighter } from '@lezer/highlight';

interface State {
	/** Inside `---` at the start, a fence, or an HTML or `%%` comment. */
	block: 'start' | 'frontmatter' | 'fence' | 'html-comment' | 'comment' | null;
	fence: string;
	/** Token names of the line: a list's depth, a heading's level, a quote. */
	line: string;
	lineStart: boolean;
	listIndents: number[];
	link: 'target' | 'alias' | null;
	strong: boolean;
	em: boolean;
	strike: boolean;
	highlight: boolean;
	/** Name of the `#tag` whose mark was just read. */
	tag: string;
}

const tagsByName = new Map<string, Tag>();
const namesByTag = new Map<Tag, string>();

function tagFor(name: string): Tag {
	const known = tagsByName.get(name);
	if (known !== undefined) return known;
	const tag = Tag.define();
	tagsByName.set(name, tag);
	namesByTag.set(tag, name);
	return tag;
}

/** Every token name has a tag of its own, also the ones that hold the name of a `#tag`. */
const tokenTable = new Proxy<Record<string, Tag>>({}, { get: (_table, name) => tagFor(String(name)) });

/** Gives each token the classes `cm-<name>`, as the app's editor has them. */
export const tokenClasses: Highlighter = {
	style: tags => {
		const names = tags.flatMap(tag => namesByTag.get(tag) ?? []);
		return names.length === 0 ? null : names.map(name => `cm-${name}`).join(' ');
	},
};

function names(...parts: (string | false | null)[]): string | null {
	const unique = new Set(parts.flatMap(part => part === false || part === null || part === '' ? [] : part.split(' ')));
	return unique.size === 0 ? null : [...unique].sort().join(' ');
}

function inline(state: State): string {
	return [state.line, state.strong ? 'strong' : '', state.em ? 'em' : '', state.strike ? 'strikethrough' : '', state.highlight ? 'highlight' : ''].filter(part => part !== '').join(' ');
}

function startList(stream: StringStream, state: State): string | null {
	const found = stream.match(/^([-*+]|\d+[.)])(?=\s)/) as RegExpMatchArray | null;
	if (found === null) return null;
	const indent = stream.indentation();
	state.listIndents = [...state.listIndents.filter(one => one < indent), indent];
	state.line = `list-${Math.min(state.listIndents.length, 3)}`;
	return names('formatting formatting-list', /\d/.test(found[0]) ? 'formatting-list-ol' : 'formatting-list-ul', state.line);
}

function tokenizeLineStart(stream: StringStream, state: State): string | null | undefined {
	if (stream.match(/^\s+/)) return null;
	const list = startList(stream, state);
	if (list !== null) return list;
	state.lineStart = false;
	const heading = stream.match(/^#{1,6}(?=\s)/) as RegExpMatchArray | null;
	if (heading !== null) {
		state.line = `header header-${heading[0].length}`;
		return names('formatting formatting-header', `formatting-header-${heading[0].length}`, state.line);
	}
	if (stream.match(/^>/)) {
		state.line = 'quote quote-1';
		state.lineStart = true;
		return names('formatting formatting-quote formatting-quote-1', state.line);
	}
	const task = stream.match(/^\[(.)\](?=\s)/u) as RegExpMatchArray | null;
	if (task !== null && state.line.startsWith('list-')) return names('formatting formatting-task', task[1] === ' ' ? 'meta' : 'property');
	if (task !== null) stream.backUp(task[0].length);
	if (stream.match(/^([-*_])(\s*\1){2,}\s*$/)) return 'hr';
	return undefined;
}

function tokenizeLink(stream: StringStream, state: State): string | null {
	if (stream.match(']]')) {
		state.link = null;
		return names('formatting-link formatting-link-end', inline(state));
	}
	if (state.link === 'target' && stream.match('|')) {
		state.link = 'alias';
		return names('hmd-internal-link link-alias-pipe', inline(state));
	}
	const aliased = state.link === 'target' && /^[^\]|]*\|/.test(stream.string.slice(stream.pos));
	stream.match(state.link === 'alias' ? /^(?:(?!\]\]).)+/ : /^(?:(?!\]\]|\|).)+/);
	return names('hmd-internal-link', state.link === 'alias' && 'link-alias', aliased && 'link-has-alias', inline(state));
}

const TOGGLES = [[/^(\*\*|__)/, 'strong'], [/^~~/, 'strike'], [/^==/, 'highlight'], [/^[*_]/, 'em']] as const;
const TOKEN_NAMES = { strong: 'strong', strike: 'strikethrough', highlight: 'highlight', em: 'em' } as const;

function tokenizeToggle(stream: StringStream, state: State): string | null | undefined {
	for (const [mark, key] of TOGGLES) {
		const found = stream.match(mark, false) as RegExpMatchArray | null;
		if (found === null) continue;
		const rest = stream.string.slice(stream.pos + found[0].length);
		const word = found[0].includes('_') && /\w/.test(stream.string.charAt(stream.pos - 1)) && !state[key];
		if (word || (!state[key] && (!rest.includes(found[0]) || /^\s/.test(rest)))) return undefined;
		stream.match(mark);
		const before = inline(state);
		state[key] = !state[key];
		return names('formatting', `formatting-${TOKEN_NAMES[key]}`, TOKEN_NAMES[key], before, inline(state));
	}
	return undefined;
}

function tokenizeTag(stream: StringStream, state: State): string | null | undefined {
	const previous = stream.string.charAt(stream.pos - 1);
	if (stream.peek() !== '#' || (previous !== '' && !/[\s[(>]/.test(previous))) return undefined;
	const found = /^#((?!\d+(?![\p{L}\p{N}_/-]))[\p{L}\p{N}\p{Extended_Pictographic}_/-]+)/u.exec(stream.string.slice(stream.pos));
	if (found === null) return undefined;
	stream.next();
	state.tag = found[1] ?? '';
	return names('formatting formatting-hashtag hashtag hashtag-begin meta', `tag-${tagName(state.tag)}`, inline(state));
}

function tagName(tag: string): string {
	return tag.replace(/[^\p{L}\p{N}_-]/gu, '');
}

function tokenizeInline(stream: StringStream, state: State): string | null {
	if (state.tag !== '') {
		stream.pos += state.tag.length;
		const name = names('hashtag hashtag-end meta', `tag-${tagName(state.tag)}`, inline(state));
		state.tag = '';
		return name;
	}
	if (state.link !== null) return tokenizeLink(stream, state);
	if (stream.match(/^`[^`]+`/)) return names('inline-code', inline(state));
	if (stream.match(/^%%/)) {
		state.block = 'comment';
		return names('comment formatting', inline(state));
	}
	if (stream.match('<!--')) {
		state.block = 'html-comment';
		return 'comment';
	}
	const embed = stream.match(/^!?\[\[(?=[^\]]+\]\])/) as RegExpMatchArray | null;
	if (embed !== null) {
		state.link = 'target';
		return names('formatting-link formatting-link-start', embed[0].startsWith('!') && 'formatting-embed', inline(state));
	}
	if (stream.match(/^\[[^\]]*\]\([^)]*\)/)) return names('link url', inline(state));
	if (stream.match(/^https?:\/\/[^\s)>\]]+/)) return names('url', inline(state));
	if (stream.match(/^ \^[A-Za-z0-9-]+\s*$/)) return names('blockid', inline(state));
	const tag = tokenizeTag(stream, state);
	if (tag !== undefined) return tag;
	const toggle = tokenizeToggle(stream, state);
	if (toggle !== undefined) return toggle;
	stream.next();
	stream.eatWhile(/[^\s`%<![\]*_~=#h^]/);
	return names(inline(state));
}

function tokenizeBlock(stream: StringStream, state: State): string | null | undefined {
	switch (state.block) {
		case 'start':
			state.block = stream.sol() && stream.match(/^---\s*$/) ? 'frontmatter' : null;
			return state.block === null ? undefined : 'hmd-frontmatter';
		case 'frontmatter':
			if (stream.sol() && stream.match(/^---\s*$/)) state.block = null;
			else stream.skipToEnd();
			return 'hmd-frontmatter';
		case 'fence':
			if (stream.sol() && stream.match(new RegExp(`^\\s*${state.fence}\\s*$`))) {
				state.block = null;
				return 'formatting formatting-code-block hmd-codeblock';
			}
			stream.skipToEnd();
			return 'hmd-codeblock';
		case 'comment':
		case 'html-comment':
			if (stream.skipTo(state.block === 'comment' ? '%%' : '-->')) {
				stream.match(/^(%%|-->)/);
				state.block = null;
			} else stream.skipToEnd();
			return 'comment';
		case null:
			return undefined;
	}
}

function startLine(stream: StringStream, state: State): string | null {
	Object.assign(state, { line: '', lineStart: true, link: null, strong: false, em: false, strike: false, highlight: false, tag: '' });
	if (stream.indentation() === 0 && !/^([-*+]|\d+[.)])\s/.test(stream.string)) state.listIndents = [];
	const fence = stream.match(/^\s*(```+|~~~+)[^`]*$/) as RegExpMatchArray | null;
	if (fence === null) return null;
	state.block = 'fence';
	state.fence = fence[1] ?? '```';
	return 'formatting formatting-code-block hmd-codeblock';
}

/**
 * Obsidian's Markdown for the editor: a stream mode, whose nodes are named by their
 * sorted token names joined with `_`, such as `formatting_formatting-task_property`.
 */
export const markdownLanguage = StreamLanguage.define<State>({
	name: 'hypermd',
	startState: () => ({ block: 'start', fence: '', line: '', lineStart: true, listIndents: [], link: null, strong: false, em: false, strike: false, highlight: false, tag: '' }),
	copyState: state => ({ ...state, listIndents: [...state.listIndents] }),
	token: (stream, state) => {
		const block = tokenizeBlock(stream, state);
		if (block !== undefined) return block;
		if (stream.sol()) {
			const fence = startLine(stream, state);
			if (fence !== null) return fence;
		}
		if (state.lineStart) {
			const start = tokenizeLineStart(stream, state);
			if (start !== undefined) return start;
		}
		return tokenizeInline(stream, state);
	},
	tokenTable,
	languageData: { closeBrackets: { brackets: ['(', '[', '{', '"', "'"] } },
});
