import type { MarkdownIt, StateInline, Token } from 'markdown-it';

type Inline = (state: StateInline, silent: boolean) => boolean;

const LINK = { target: '_blank', rel: 'noopener nofollow' };

/** `100` or `100x200` after the pipe of an image. */
const SIZE = /^(\d+)(?:x(\d+))?$/;

function sizeAttributes(text: string): Record<string, string> | null {
	const [, width, height] = SIZE.exec(text.trim()) ?? [];
	if (width === undefined) return null;
	return { width, ...(height === undefined ? {} : { height }) };
}

function shownTarget(target: string): string {
	return target.replace(/^#/, '').replace(/#\^?/g, ' > ').trim();
}

/** `![[target|text]]`: filled when the note is shown. */
function pushEmbed(state: StateInline, target: string, alias: string | undefined): void {
	const size = alias === undefined ? null : sizeAttributes(alias.split('|').at(-1) ?? '');
	const alt = alias === undefined || size !== null ? shownTarget(target) : alias;
	pushElement(state, 'span', { alt, src: target, class: 'internal-embed', tabindex: '-1', ...size }, '');
}

/** `[[target|text]]` and `![[target]]`. */
const wikilink: Inline = (state, silent) => {
	const found = /^(!?)\[\[([^[\]\n|]+)(?:\|([^\]\n]*))?\]\]/.exec(state.src.slice(state.pos));
	if (found === null) return false;
	const [whole, bang = '', written = '', alias] = found;
	const target = written.trim();
	if (!silent && bang !== '') pushEmbed(state, target, alias);
	else if (!silent) pushElement(state, 'a', { 'data-href': target, href: target, class: 'internal-link', ...LINK }, alias ?? shownTarget(target));
	state.pos += whole.length;
	return true;
};

const tag: Inline = (state, silent) => {
	const before = state.src.charAt(state.pos - 1);
	if (before !== '' && !/[\s[(>]/.test(before)) return false;
	const found = /^#((?!\d+(?![\p{L}\p{N}_/-]))[\p{L}\p{N}\p{Extended_Pictographic}_/-]+)/u.exec(state.src.slice(state.pos));
	if (found === null) return false;
	if (!silent) pushElement(state, 'a', { href: found[0], class: 'tag', ...LINK }, found[0]);
	state.pos += found[0].length;
	return true;
};

/** `==text==`; what stands between the marks is Markdown too. */
const highlight: Inline = (state, silent) => {
	const found = /^==(?=\S)((?:(?!==)[^\n])+)==/.exec(state.src.slice(state.pos));
	if (found === null) return false;
	if (!silent) {
		const end = state.posMax;
		state.push('mark_open', 'mark', 1);
		state.pos += 2;
		state.posMax = state.pos + (found[1] ?? '').length;
		state.md.inline.tokenize(state);
		state.push('mark_close', 'mark', -1);
		state.posMax = end;
		state.pos += 2;
		return true;
	}
	state.pos += found[0].length;
	return true;
};

/** `%% … %%` and a trailing ` ^id` show nothing. */
const invisible: Inline = state => {
	const rest = state.src.slice(state.pos);
	const found = /^%%[\s\S]*?%%/.exec(rest) ?? /^\^[A-Za-z0-9-]+(?=\s*(?:\n|$))/.exec(state.pos === 0 || /\s/.test(state.src.charAt(state.pos - 1)) ? rest : '');
	if (found === null) return false;
	state.pos += found[0].length;
	return true;
};

function pushElement(state: StateInline, name: string, attributes: Record<string, string>, text: string): void {
	const open = state.push(`${name}_open`, name, 1);
	open.attrs = Object.entries(attributes);
	if (text !== '') state.push('text', '', 0).content = text;
	state.push(`${name}_close`, name, -1);
}

/** Stops the text rule at the characters where the rules above may start. */
const stopText: Inline = (state, silent) => {
	const found = /^[^\s#[!=%^*_`<&\\~:\]{}$@\n-]+/.exec(state.src.slice(state.pos));
	if (found === null) return false;
	if (!silent) state.pending += found[0];
	state.pos += found[0].length;
	return true;
};

function isExternal(href: string): boolean {
	return /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(href);
}

function decoded(href: string): string {
	try {
		return decodeURI(href);
	} catch {
		return href;
	}
}

/** `[text](address)`: a note of the vault, or a place outside. */
function markLink(token: Token): void {
	const href = String(token.attrGet('href') ?? '');
	if (isExternal(href)) {
		token.attrs = [['data-tooltip-position', 'top'], ['aria-label', href], ['rel', LINK.rel], ['class', 'external-link'], ['href', href], ['target', LINK.target]];
		return;
	}
	const target = decoded(href);
	token.attrs = [['data-href', target], ['href', target], ['class', 'internal-link'], ...Object.entries(LINK)];
}

/** `![alt|100](address)`: one of the vault's files becomes an embed. */
function renderImage(md: MarkdownIt, token: Token): string {
	const { escapeHtml } = md.utils;
	const src = String(token.attrGet('src') ?? '');
	const parts = token.content.split('|');
	const size = sizeAttributes(parts.at(-1) ?? '');
	const alt = size === null ? token.content : parts.slice(0, -1).join('|');
	const common = Object.entries({ alt, ...size }).map(([name, value]) => `${name}="${escapeHtml(value)}"`).join(' ');
	if (isExternal(src)) return `<img src="${escapeHtml(src)}" referrerpolicy="no-referrer" ${common}>`;
	return `<span src="${escapeHtml(decoded(src))}" class="internal-embed" tabindex="-1" ${common}></span>`;
}

/** Obsidian's inline syntax beyond CommonMark. */
export function useObsidianInline(md: MarkdownIt): void {
	md.inline.ruler.at('text', stopText);
	md.inline.ruler.before('link', 'wikilink', wikilink);
	md.inline.ruler.before('emphasis', 'tag', tag);
	md.inline.ruler.before('emphasis', 'highlight', highlight);
	md.inline.ruler.before('emphasis', 'invisible', invisible);
	const original = md.renderer.rules['link_open'];
	md.renderer.rules['link_open'] = (tokens, at, options, env, self) => {
		markLink(tokens[at] as Token);
		return original?.(tokens, at, options, env, self) ?? self.renderToken(tokens, at, options);
	};
	md.renderer.rules['image'] = (tokens, at) => renderImage(md, tokens[at] as Token);
}
