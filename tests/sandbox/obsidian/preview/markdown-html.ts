import MarkdownIt, { type Token } from 'markdown-it';
import { getFrontMatterInfo } from '../metadata/frontmatter';
import { useCommentsAndMath } from './markdown-blocks';
import { useCallouts } from './markdown-callouts';
import { renderFootnotes, useFootnotes } from './markdown-footnotes';
import { useObsidianInline } from './markdown-inline';
import { useTaskLists } from './markdown-tasks';
import type { RenderEnv } from './render-env';

/** A root-level block of a note. */
export interface Block {
	/** Name of its element: `p`, `ul`, `pre` ... */
	readonly tag: string;
	/** Lines of the whole text, the last one included. */
	readonly lineStart: number;
	readonly lineEnd: number;
	/** 1 to 6 for a heading, else 0. */
	readonly level: number;
	/** By which an unchanged block is known again. */
	readonly html: string;
}

const md = new MarkdownIt({ html: true, breaks: true, linkify: true });
md.linkify.set({ fuzzyLink: false, fuzzyEmail: false });
useCommentsAndMath(md);
useCallouts(md);
useTaskLists(md);
useFootnotes(md);
useObsidianInline(md);

/** The app knows a language by the first word after the fence. */
md.renderer.rules['fence'] = (tokens, index) => {
	const token = tokens[index] as Token;
	const language = md.utils.escapeHtml(token.info.trim().split(/\s+/)[0] ?? '');
	const cls = language === '' ? '' : `language-${language}`;
	return `<pre class="${cls}" tabindex="0"><code class="${cls === '' ? '' : `${cls} `}is-loaded">${md.utils.escapeHtml(token.content)}</code></pre>`;
};

const UNSURE_DIRECTION = new Set(['heading_open', 'paragraph_open', 'blockquote_open', 'th_open', 'td_open']);

md.core.ruler.push('directions', ({ tokens }) => {
	tokens.forEach((token, i) => {
		if (token.type === 'heading_open') token.attrSet('data-heading', tokens[i + 1]?.content ?? '');
		if (UNSURE_DIRECTION.has(token.type)) token.attrSet('dir', 'auto');
	});
});

/** Tokens cut where a block of the outermost level ends. */
function groups(tokens: readonly Token[]): Token[][] {
	const result: Token[][] = [];
	let depth = 0;
	for (const token of tokens) {
		if (depth === 0) result.push([]);
		result[result.length - 1]?.push(token);
		depth += token.nesting;
	}
	return result;
}

function blockTag(first: Token, html: string): string {
	if (first.type === 'fence' || first.type === 'code_block') return 'pre';
	if (first.type === 'html_block') return /^\s*<([a-z][a-z0-9]*)/i.exec(html)?.[1]?.toLowerCase() ?? 'div';
	return first.tag === '' ? 'div' : first.tag;
}

function levelOf(first: Token): number {
	return first.type === 'heading_open' ? Number(first.tag.slice(1)) : 0;
}

/** A note as blocks of HTML, frontmatter left out, footnotes last. `withLines` writes `data-line` on list items. */
export function renderBlocks(text: string, withLines: boolean): Block[] {
	const { contentStart } = getFrontMatterInfo(text);
	const skipped = text.slice(0, contentStart).split('\n').length - 1;
	const env: RenderEnv = { withLines, footnotes: new Map(), cited: [] };
	const blocks = groups(md.parse(text.slice(contentStart), env)).flatMap(tokens => {
		const first = tokens[0] as Token;
		if (first.map === null) return [];
		const html = md.renderer.render(tokens, md.options, env).trimEnd();
		return [{ tag: blockTag(first, html), lineStart: first.map[0] + skipped, lineEnd: first.map[1] - 1 + skipped, level: levelOf(first), html }];
	});
	const footnotes = renderFootnotes(md, env);
	const last = text.split('\n').length - 1;
	return footnotes === '' ? blocks : [...blocks, { tag: 'section', lineStart: last, lineEnd: last, level: 0, html: footnotes }];
}
