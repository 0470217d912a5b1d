import type { MarkdownIt, StateInline } from 'markdown-it';

type Inline = (state: StateInline, silent: boolean) => boolean;

const LINK = { target: '_blank', rel: 'noopener nofollow' };

/** `[[target|text]]` and `![[target]]`. */
const wikilink: Inline = (state, silent) => {
	const found = /^(!?)\[\[([^[\]\n|]*)(?:\|([^\]\n]*))?\]\]/.exec(state.src.slice(state.pos));
	if (found === null) return false;
	const [whole, bang = '', target = '', alias] = found;
	if (!silent) {
		const text = alias ?? target.replace(/^#/, '').replace(/#/g, ' > ');
		if (bang === '') pushLink(state, { 'data-href': target, href: target, class: 'internal-link', ...LINK }, text);
		else pushElement(state, 'span', { class: 'internal-embed', src: target, alt: text, tabindex: '-1' }, '');
	}
	state.pos += whole.length;
	return true;
};

const tag: Inline = (state, silent) => {
	const before = state.src.charAt(state.pos - 1);
	if (before !== '' && !/[\s[(>]/.test(before)) return false;
	const found = /^#((?!\d+(?![\p{L}\p{N}_/-]))[\p{L}\p{N}\p{Extended_Pictographic}_/-]+)/u.exec(state.src.slice(state.pos));
	if (found === null) return false;
	if (!silent) pushLink(state, { href: found[0], class: 'tag', ...LINK }, found[0]);
	state.pos += found[0].length;
	return true;
};

const highlight: Inline = (state, silent) => {
	const found = /^==(?=\S)([^=\n]+)==/.exec(state.src.slice(state.pos));
	if (found === null) return false;
	if (!silent) pushElement(state, 'mark', {}, found[1] ?? '');
	state.pos += found[0].length;
	return true;
};

/** `%% … %%` and a trailing ` ^id` show nothing. */
const invisible: Inline = (state, silent) => {
	void silent;
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

function pushLink(state: StateInline, attributes: Record<string, string>, text: string): void {
	pushElement(state, 'a', attributes, text);
}

/** Stops the text rule at the characters where the rules above may start. */
const stopText: Inline = (state, silent) => {
	const found = /^[^\s#[!=%^*_`<&\\~:\]{}$@\n-]+/.exec(state.src.slice(state.pos));
	if (found === null) return false;
	if (!silent) state.pending += found[0];
	state.pos += found[0].length;
	return true;
};

/** Obsidian's inline syntax beyond CommonMark. */
export function useObsidianInline(md: MarkdownIt): void {
	md.inline.ruler.at('text', stopText);
	md.inline.ruler.before('link', 'wikilink', wikilink);
	md.inline.ruler.before('emphasis', 'tag', tag);
	md.inline.ruler.before('emphasis', 'highlight', highlight);
	md.inline.ruler.before('emphasis', 'invisible', invisible);
}
