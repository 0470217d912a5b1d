import { syntaxTree } from '@codemirror/language';
import type { EditorState } from '@codemirror/state';
import { tokenClassNodeProp } from './line-language';

/** Something in the text that a click can follow. */
export interface ClickableToken {
	readonly type: 'internal-link' | 'external-link' | 'tag';
	/** The link's target, or the tag with its `#`. */
	readonly text: string;
	/** Offsets of what reads as the link, without its marks. */
	readonly from: number;
	readonly to: number;
}

interface Pattern {
	readonly pattern: RegExp;
	/** `at` is the offset of the whole match. */
	readonly read: (found: RegExpExecArray, at: number) => ClickableToken;
}

function linkType(target: string): 'internal-link' | 'external-link' {
	return /^[a-z][a-z0-9+.-]*:/i.test(target) ? 'external-link' : 'internal-link';
}

const PATTERNS: readonly Pattern[] = [
	{ pattern: /!?\[\[([^[\]|\n]+)(?:\|[^\]\n]*)?\]\]/g, read: ([whole, text = ''], at) => ({ type: 'internal-link', text, from: at + whole.indexOf('[[') + 2, to: at + whole.length - 2 }) },
	{
		pattern: /\[((?:[^\]\\]|\\.)+)\]\(<?([^)\s>]*)>?[^)]*\)/g,
		read: ([, text = '', target = ''], at) => ({ type: linkType(target), text: linkType(target) === 'internal-link' ? decodeURI(target) : target, from: at + 1, to: at + 1 + text.length }),
	},
	{ pattern: /(?<![(\p{L}\p{N}])(?:https?|ftp|obsidian):\/\/[^\s<>]*[^\s<>.,:;"')\]}*_~]/gu, read: ([text], at) => ({ type: 'external-link', text, from: at, to: at + text.length }) },
	{ pattern: /(?<=^|[\s[(>])#(?!\d+(?![\p{L}\p{N}_/-]))[\p{L}\p{N}\p{Extended_Pictographic}_/-]+/gu, read: ([text], at) => ({ type: 'tag', text, from: at, to: at + text.length }) },
];

/** What a click at an offset follows; null in plain text and in code. */
export function clickableTokenAt(state: EditorState, offset: number): ClickableToken | null {
	const classes = syntaxTree(state).resolveInner(offset, 1).type.prop(tokenClassNodeProp) ?? '';
	if (/\b(?:inline-code|hmd-codeblock|math)\b/.test(classes)) return null;
	const line = state.doc.lineAt(offset);
	for (const { pattern, read } of PATTERNS) {
		for (const found of line.text.matchAll(pattern)) {
			const at = line.from + found.index;
			if (offset >= at && offset <= at + found[0].length) return read(found, at);
		}
	}
	return null;
}
