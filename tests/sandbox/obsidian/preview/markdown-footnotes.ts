import type { MarkdownIt, StateBlock, StateInline } from 'markdown-it';
import type { RenderEnv } from './render-env';

const DEFINITION = /^\[\^([^\]\s]+)\]:[ \t]?(.*)$/;

function lineAt(state: StateBlock, line: number): string {
	return state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]);
}

/** How far a definition goes: until an empty line that nothing indented follows, or the next definition. */
function definitionEnd(state: StateBlock, start: number, end: number): number {
	let line = start + 1;
	for (; line < end; line++) {
		const indented = (state.sCount[line] ?? 0) >= 4;
		if (state.isEmpty(line) ? (state.sCount[line + 1] ?? 0) < 4 : !indented && DEFINITION.test(lineAt(state, line))) break;
	}
	return line;
}

function definition(state: StateBlock, start: number, end: number, silent: boolean): boolean {
	const found = (state.sCount[start] ?? 0) - state.blkIndent < 4 ? DEFINITION.exec(lineAt(state, start)) : null;
	if (found === null) return false;
	if (silent) return true;
	const last = definitionEnd(state, start, end);
	const rest = Array.from({ length: last - start - 1 }, (_, i) => lineAt(state, start + 1 + i));
	(state.env as RenderEnv).footnotes?.set(found[1] ?? '', [found[2] ?? '', ...rest].join('\n').trim());
	state.line = last;
	return true;
}

/** The footnote's number, from 1; a footnote gets it where it is first referred to. */
function numberOf(env: RenderEnv, id: string): number {
	const cited = env.cited ?? [];
	if (!cited.includes(id)) cited.push(id);
	return cited.indexOf(id) + 1;
}

function pushReference(state: StateInline, id: string): void {
	const number = numberOf(state.env as RenderEnv, id);
	const token = state.push('html_inline', '', 0);
	token.content = `<sup data-footnote-id="fnref-${number}" class="footnote-ref" id="fnref-${number}">`
		+ `<a data-footref="${state.md.utils.escapeHtml(id)}" href="#fn-${number}" class="footnote-link" target="_blank" rel="noopener nofollow">[${number}]</a></sup>`;
}

/** `[^id]`, where the text has such a footnote. */
function reference(state: StateInline, silent: boolean): boolean {
	const found = /^\[\^([^\]\s]+)\]/.exec(state.src.slice(state.pos));
	const id = found?.[1];
	if (id === undefined || (state.env as RenderEnv).footnotes?.has(id) !== true) return false;
	if (!silent) pushReference(state, id);
	state.pos += id.length + 3;
	return true;
}

/** `^[text]`: a footnote where it stands. */
function inlineFootnote(state: StateInline, silent: boolean): boolean {
	const { footnotes } = state.env as RenderEnv;
	const found = /^\^\[([^[\]\n]+)\]/.exec(state.src.slice(state.pos));
	if (found === null || footnotes === undefined) return false;
	if (!silent) {
		const id = `[inline${footnotes.size}`;
		footnotes.set(id, found[1] ?? '');
		pushReference(state, id);
	}
	state.pos += found[0].length;
	return true;
}

/** Footnotes, which {@link renderFootnotes} puts at the end. */
export function useFootnotes(md: MarkdownIt): void {
	md.block.ruler.before('reference', 'footnote-definition', definition, { alt: ['paragraph', 'reference'] });
	md.inline.ruler.before('link', 'footnote-reference', reference);
	md.inline.ruler.before('emphasis', 'footnote-inline', inlineFootnote);
}

/** The section at the end of a note; empty where nothing refers to a footnote. */
export function renderFootnotes(md: MarkdownIt, env: RenderEnv): string {
	const items = (env.cited ?? []).map((id, i) => {
		const text = md.renderInline(env.footnotes?.get(id) ?? '', env);
		return `<li data-footnote-id="fn-${i + 1}" id="fn-${i + 1}" class="footnote-item" dir="auto"><p>${text} <a href="#fnref-${i + 1}" class="footnote-backref footnote-link" target="_blank" rel="noopener nofollow">↩︎</a></p></li>`;
	});
	return items.length === 0 ? '' : `<section class="footnotes"><hr><ol>${items.join('')}</ol></section>`;
}
