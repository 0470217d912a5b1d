import type { MarkdownIt, StateBlock, StateInline } from 'markdown-it';

function lineAt(state: StateBlock, line: number): string {
	return state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]);
}

/** The line on which a mark comes again; the last one where it never does. */
function closingLine(state: StateBlock, start: number, end: number, mark: string): number {
	for (let line = start + 1; line < end; line++) if (lineAt(state, line).includes(mark)) return line;
	return end - 1;
}

/** A block between lines that start and end with `%%` shows nothing; one that is never closed goes on to the end. */
function comment(state: StateBlock, start: number, end: number, silent: boolean): boolean {
	const first = lineAt(state, start);
	if (!first.startsWith('%%') || (first.length > 2 && first.indexOf('%%', 2) >= 0)) return false;
	if (!silent) state.line = closingLine(state, start, end, '%%') + 1;
	return true;
}

/** `$$ … $$` on lines of its own. */
function mathBlock(state: StateBlock, start: number, end: number, silent: boolean): boolean {
	const first = lineAt(state, start);
	if (!first.startsWith('$$')) return false;
	const closes = first.length > 4 && first.trimEnd().endsWith('$$');
	if (silent) return true;
	const last = closes ? start : closingLine(state, start, end, '$$');
	const text = Array.from({ length: last - start + 1 }, (_, i) => lineAt(state, start + i)).join('\n').trim().replace(/^\$\$|\$\$$/g, '').trim();
	const token = state.push('math_block', 'div', 0);
	token.map = [start, last + 1];
	token.content = text;
	state.line = last + 1;
	return true;
}

/** `$…$`: what touches the signs is no space, and no digit follows. */
function mathInline(state: StateInline, silent: boolean): boolean {
	const found = /^\$(\$?)((?:\\.|[^$\\\n])+)\$\1(?!\d)/.exec(state.src.slice(state.pos));
	const text = found?.[2];
	if (found === null || text === undefined || (found[1] === '' && text !== text.trim())) return false;
	if (!silent) {
		const token = state.push('math_inline', 'span', 0);
		token.content = text;
		token.meta = { block: found[1] !== '' };
	}
	state.pos += found[0].length;
	return true;
}

/** Comments over several lines, and mathematics, which shows as its source: nothing here typesets it. */
export function useCommentsAndMath(md: MarkdownIt): void {
	const { escapeHtml } = md.utils;
	md.block.ruler.before('fence', 'comment', comment, { alt: ['paragraph', 'reference', 'blockquote', 'list'] });
	md.block.ruler.before('fence', 'math', mathBlock, { alt: ['paragraph', 'reference', 'blockquote', 'list'] });
	md.inline.ruler.before('escape', 'math', mathInline);
	md.renderer.rules['math_block'] = (tokens, at) => `<div class="math math-block is-loaded">${escapeHtml(tokens[at]?.content ?? '')}</div>`;
	md.renderer.rules['math_inline'] = (tokens, at) => {
		const kind = (tokens[at]?.meta as { block: boolean }).block ? 'block' : 'inline';
		return `<span class="math math-${kind} is-loaded">${escapeHtml(tokens[at]?.content ?? '')}</span>`;
	};
}
