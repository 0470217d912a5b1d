import type { MarkdownIt, StateCore, Token } from 'markdown-it';

/** `[!type|metadata]`, a sign that folds, and the title. */
const HEAD = /^\[!([^\]|]+)(?:\|([^\]]*))?\]([+-]?)[ \t]*(.*)(?:\n|$)/;

interface Opened {
	/** What the quote became; null where it stayed one. */
	readonly hasContent: boolean | null;
}

/** The element's attributes in the app's names. */
function markCallout(open: Token, type: string, metadata: string, fold: string): void {
	open.type = 'callout_open';
	open.tag = 'div';
	open.block = false;
	open.attrs = [
		['class', `callout${fold === '' ? '' : ' is-collapsible'}${fold === '-' ? ' is-collapsed' : ''}`],
		['data-callout-metadata', metadata], ['data-callout-fold', fold], ['data-callout', type.toLowerCase()],
	];
}

/** No block token: a line break beside it would be a text node that the app does not have. */
function tag(state: StateCore, name: string, nesting: 1 | -1, cls = ''): Token {
	const token = new state.Token(`${name}_${nesting === 1 ? 'open' : 'close'}`, 'div', nesting);
	if (cls !== '') token.attrs = [['class', cls]];
	return token;
}

function titleTokens(state: StateCore, title: string): Token[] {
	const inline = new state.Token('inline', '', 0);
	inline.content = title;
	inline.children = [];
	const outer = tag(state, 'callout_title', 1, 'callout-title');
	outer.attrSet('dir', 'auto');
	return [
		outer, tag(state, 'callout_icon', 1, 'callout-icon'), tag(state, 'callout_icon', -1),
		tag(state, 'callout_title_inner', 1, 'callout-title-inner'), inline, tag(state, 'callout_title_inner', -1), tag(state, 'callout_title', -1),
	];
}

/** Turns the quote that starts at `at` into a callout where its first line says so; gives what to do at its end. */
function openQuote(state: StateCore, tokens: Token[], at: number): Opened {
	const [open, paragraph, inline] = tokens.slice(at, at + 3) as [Token, Token?, Token?];
	const found = paragraph?.type === 'paragraph_open' && inline?.type === 'inline' ? HEAD.exec(inline.content) : null;
	if (found === null || inline === undefined) return { hasContent: null };
	const [whole, type = '', metadata = '', fold = '', title = ''] = found;
	markCallout(open, type, metadata, fold);
	inline.content = inline.content.slice(whole.length);
	if (inline.content === '') tokens.splice(at + 1, 3);
	const hasContent = tokens[at + 1]?.type !== 'blockquote_close';
	const head = titleTokens(state, title === '' ? type.charAt(0).toUpperCase() + type.slice(1) : title);
	tokens.splice(at + 1, 0, ...head, ...(hasContent ? [tag(state, 'callout_content', 1, 'callout-content')] : []));
	return { hasContent };
}

function closeQuote(state: StateCore, tokens: Token[], at: number, { hasContent }: Opened): void {
	if (hasContent === null) return;
	const close = tokens[at] as Token;
	close.type = 'callout_close';
	close.tag = 'div';
	close.block = false;
	if (hasContent) tokens.splice(at, 0, tag(state, 'callout_content', -1));
}

/** Quotes that start with `[!type]` become callouts, wherever they stand. */
export function useCallouts(md: MarkdownIt): void {
	md.core.ruler.after('block', 'callouts', state => {
		const open: Opened[] = [];
		for (let at = 0; at < state.tokens.length; at++) {
			if (state.tokens[at]?.type === 'blockquote_open') {
				open.push(openQuote(state, state.tokens, at));
			} else if (state.tokens[at]?.type === 'blockquote_close') {
				const length = state.tokens.length;
				closeQuote(state, state.tokens, at, open.pop() ?? { hasContent: null });
				at += state.tokens.length - length;
			}
		}
	});
}
