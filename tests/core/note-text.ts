import type { Note } from '../../src/core/note';

const ITEM = /^[\s>]*(?:[-*+]|\d+[.)])\s+(?:\[(.)\])?/u;

/** A note made from its text, for tests of what reads notes: every list line is an item, fences included. */
export function noteFrom(path: string, text: string, frontmatter: Note['frontmatter'] = null): Note {
	const lines = text.split('\n');
	return {
		path,
		text,
		frontmatter,
		headings: lines.flatMap((line, at) => {
			const match = /^(#+) (.*)$/u.exec(line);
			return match ? [{ line: at, level: match[1]?.length ?? 1, text: match[2] ?? '' }] : [];
		}),
		listItems: lines.flatMap((line, at) => {
			const match = ITEM.exec(line);
			return match ? [{ line: at, task: match[1] ?? null }] : [];
		}),
		mtime: 0,
		size: text.length,
	};
}
