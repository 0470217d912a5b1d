import type { Text } from '@codemirror/state';
import { getFrontMatterInfo } from '../metadata/frontmatter';

/** What Live Preview draws in place of whole lines. Offsets; `to` is the end of the last line. */
export interface PreviewBlock {
	readonly kind: 'callout' | 'table' | 'embed' | 'code' | 'rule';
	readonly from: number;
	readonly to: number;
	readonly source: string;
	/** Language of a code block; link of an embed. */
	readonly detail: string;
}

interface Line {
	readonly from: number;
	readonly text: string;
}

const CALLOUT = /^ {0,3}>\s?\[![^\]]+\]/;
const EMBED = /^!\[\[([^[\]|\n]+)(?:\|[^\]\n]*)?\]\]\s*$/;
const FENCE = /^(```+|~~~+)\s*([^\s`]*)[^`]*$/;
const RULE = /^ {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*$/;
const DELIMITER_ROW = /^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/;

function linesOf(doc: Text): Line[] {
	const lines: Line[] = [];
	let from = 0;
	for (const text of doc.iterLines()) {
		lines.push({ from, text });
		from += text.length + 1;
	}
	return lines;
}

/** Index after the last line of a run that starts at `start`. */
function runEnd(lines: readonly Line[], start: number, goesOn: (text: string) => boolean): number {
	let end = start + 1;
	while (end < lines.length && goesOn(lines[end]?.text ?? '')) end++;
	return end;
}

/** Index after the line that closes what starts at `start`; the end of the text where nothing does. */
function closedBy(lines: readonly Line[], start: number, isEnd: (text: string) => boolean): number {
	const at = lines.findIndex((line, i) => i > start && isEnd(line.text));
	return at < 0 ? lines.length : at + 1;
}

/** The kind of what starts at a line, and the index after its last line. Null for ordinary text. */
function blockAt(lines: readonly Line[], i: number): { kind: PreviewBlock['kind'] | 'hidden'; end: number; detail?: string } | null {
	const text = lines[i]?.text ?? '';
	const fence = FENCE.exec(text);
	if (fence !== null) return { kind: 'code', end: closedBy(lines, i, line => line.startsWith(fence[1] ?? '```') && line.trim() === fence[1]), detail: fence[2] ?? '' };
	if (/^%%(?!.*%%)/.test(text)) return { kind: 'hidden', end: closedBy(lines, i, line => line.includes('%%')) };
	if (/^<!--(?!.*-->)/.test(text)) return { kind: 'hidden', end: closedBy(lines, i, line => line.includes('-->')) };
	if (/^\$\$(?!.*\$\$)/.test(text)) return { kind: 'hidden', end: closedBy(lines, i, line => line.includes('$$')) };
	if (CALLOUT.test(text)) return { kind: 'callout', end: runEnd(lines, i, line => /^ {0,3}>/.test(line)) };
	if (/^ {0,3}>/.test(text)) return { kind: 'hidden', end: runEnd(lines, i, line => /^ {0,3}>/.test(line)) };
	const next = lines[i + 1]?.text ?? '';
	if (text.includes('|') && next.includes('|') && DELIMITER_ROW.test(next)) return { kind: 'table', end: runEnd(lines, i + 1, line => line.includes('|')) };
	const embed = EMBED.exec(text);
	if (embed !== null) return { kind: 'embed', end: i + 1, detail: embed[1] ?? '' };
	// Below a line of text dashes make a heading of it.
	if (RULE.test(text) && (i === 0 || lines[i - 1]?.text.trim() === '' || !text.trim().startsWith('-'))) return { kind: 'rule', end: i + 1 };
	return null;
}

/** The blocks of a note that stand at the left margin, frontmatter left out. */
export function findBlocks(doc: Text): PreviewBlock[] {
	const lines = linesOf(doc);
	const { contentStart } = getFrontMatterInfo(doc.sliceString(0, Math.min(doc.length, 20_000)));
	const blocks: PreviewBlock[] = [];
	for (let i = Math.max(0, lines.findIndex(line => line.from >= contentStart)); i < lines.length;) {
		const found = blockAt(lines, i);
		const from = lines[i]?.from ?? 0;
		i = found?.end ?? i + 1;
		if (found === null || found.kind === 'hidden') continue;
		const last = lines[i - 1];
		const to = (last?.from ?? 0) + (last?.text.length ?? 0);
		blocks.push({ kind: found.kind, from, to, source: doc.sliceString(from, to), detail: found.detail ?? '' });
	}
	return blocks;
}
