import MarkdownIt, { type Token } from 'markdown-it';
import { getFrontMatterInfo } from '../metadata/frontmatter';
import { useObsidianInline } from './markdown-inline';

/** A root-level block of a note. */
export interface Block {
	/** Name of its element: `p`, `ul`, `pre` ... */
	readonly tag: string;
	/** Lines of the whole text, the last one included. */
	readonly lineStart: number;
	readonly lineEnd: number;
	/** Its own text, by which an unchanged block is known again. */
	readonly source: string;
	readonly html: string;
}

const md = new MarkdownIt({ html: true, breaks: true, linkify: false });
useObsidianInline(md);

md.renderer.rules['link_open'] = (tokens, index, options, _env, self) => {
	const token = tokens[index] as Token;
	const href = String(token.attrGet('href') ?? '');
	const external = /^[a-z][a-z0-9+.-]*:/i.test(href);
	token.attrSet('class', external ? 'external-link' : 'internal-link');
	if (!external) token.attrSet('data-href', decodeURI(href));
	token.attrSet('target', '_blank');
	token.attrSet('rel', 'noopener nofollow');
	return self.renderToken(tokens, index, options);
};

md.renderer.rules['fence'] = (tokens, index) => {
	const token = tokens[index] as Token;
	const language = token.info.trim().split(/\s+/)[0] ?? '';
	const cls = language === '' ? '' : ` class="language-${md.utils.escapeHtml(language)}"`;
	return `<pre${cls} tabindex="0"><code${cls}>${md.utils.escapeHtml(token.content)}</code></pre>`;
};

const TASK_TEXT = /^\[(.)\]\s+/su;

function markTask(item: Token, inline: Token): boolean {
	const status = TASK_TEXT.exec(inline.content)?.[1];
	const first = inline.children?.[0];
	if (status === undefined || first === undefined) return false;
	const checked = status === ' ' ? '' : ' checked';
	item.attrSet('class', `task-list-item${checked === '' ? '' : ' is-checked'}`);
	item.attrSet('data-task', status.trim());
	// A status such as `*` may have become part of another token; the text is parsed anew without the box.
	const children: Token[] = [];
	md.inline.parse(inline.content.replace(TASK_TEXT, ''), md, {}, children);
	const line = item.attrGet('data-line');
	const box = new (first.constructor as new (type: string, tag: string, nesting: number) => Token)('html_inline', '', 0);
	box.content = `<input${line === null ? '' : ` data-line="${line}"`} type="checkbox" class="task-list-item-checkbox"${checked}>`;
	inline.children = [box, ...children];
	return true;
}

/** Gives lists their classes and items their lines, counted from the block's first. */
function decorateLists(tokens: readonly Token[], lineStart: number, withLines: boolean): void {
	const lists: { token: Token; task: boolean }[] = [];
	tokens.forEach((token, i) => {
		if (token.type.endsWith('list_open')) lists.push({ token, task: false });
		else if (token.type.endsWith('list_close')) finishList(lists.pop());
		if (token.type !== 'list_item_open') return;
		if (withLines && token.map !== null) token.attrSet('data-line', String(token.map[0] - lineStart));
		const inline = tokens[i + 2];
		const task = tokens[i + 1]?.type === 'paragraph_open' && inline?.type === 'inline' && markTask(token, inline);
		const list = lists[lists.length - 1];
		if (list !== undefined && task) list.task = true;
		token.attrSet('dir', 'auto');
	});
}

function finishList(list: { token: Token; task: boolean } | undefined): void {
	if (list === undefined) return;
	const bullet = list.token.tag === 'ul';
	const classes = [list.task ? 'contains-task-list' : '', bullet ? 'has-list-bullet' : ''].filter(name => name !== '');
	if (classes.length > 0) list.token.attrSet('class', classes.join(' '));
}

function decorateTexts(tokens: readonly Token[]): void {
	tokens.forEach((token, i) => {
		if (token.type === 'heading_open') token.attrSet('data-heading', tokens[i + 1]?.content ?? '');
		if (token.type === 'heading_open' || token.type === 'paragraph_open') token.attrSet('dir', 'auto');
	});
}

/** `> [!type] Title` becomes a callout; nested ones too. */
function callouts(tokens: Token[]): string | null {
	const [open, , inline] = tokens;
	const found = open?.type === 'blockquote_open' && inline?.type === 'inline' ? /^\[!([^\]|]+)(?:\|[^\]]*)?\]([+-]?)[ \t]*(.*)(?:\n|$)/.exec(inline.content) : null;
	if (found === null || inline === undefined) return null;
	const [whole, type = 'note', fold = '', title = ''] = found;
	inline.content = inline.content.slice(whole.length);
	inline.children = [];
	md.inline.parse(inline.content, md, {}, inline.children);
	const body = tokens.slice(1, -1);
	const shown = title === '' ? type.charAt(0).toUpperCase() + type.slice(1) : title;
	const content = inline.content === '' ? body.slice(3) : body;
	return `<div class="callout${fold === '' ? '' : ' is-collapsible'}${fold === '-' ? ' is-collapsed' : ''}" data-callout="${md.utils.escapeHtml(type.toLowerCase())}" data-callout-fold="${fold}">`
		+ `<div class="callout-title" dir="auto"><div class="callout-icon"></div><div class="callout-title-inner">${md.renderInline(shown)}</div></div>`
		+ `<div class="callout-content">${renderTokens(content)}</div></div>`;
}

function renderTokens(tokens: readonly Token[]): string {
	return groups(tokens).map(group => callouts(group) ?? md.renderer.render(group, md.options, {})).join('\n');
}

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
	if (html.startsWith('<div class="callout')) return 'div';
	if (first.type === 'fence' || first.type === 'code_block') return 'pre';
	return first.tag === '' ? 'div' : first.tag;
}

/** The text without its frontmatter and comment blocks, line for line. */
function bodyOf(text: string): { body: string; skipped: number } {
	const { contentStart } = getFrontMatterInfo(text);
	const skipped = text.slice(0, contentStart).split('\n').length - 1;
	const body = text.slice(contentStart).replace(/^%%[\s\S]*?%%/gm, comment => comment.replace(/[^\n]/g, ''));
	return { body, skipped };
}

/** A note as blocks of HTML, frontmatter left out. `withLines` writes `data-line` on list items. */
export function renderBlocks(text: string, withLines: boolean): Block[] {
	const { body, skipped } = bodyOf(text);
	const lines = text.split('\n');
	return groups(md.parse(body, {})).flatMap(tokens => {
		const first = tokens[0] as Token;
		if (first.map === null) return [];
		decorateLists(tokens, first.map[0], withLines);
		decorateTexts(tokens);
		const html = renderTokens(tokens);
		const [lineStart, lineEnd] = [first.map[0] + skipped, first.map[1] - 1 + skipped];
		return [{ tag: blockTag(first, html), lineStart, lineEnd, source: lines.slice(lineStart, lineEnd + 1).join('\n'), html }];
	});
}
