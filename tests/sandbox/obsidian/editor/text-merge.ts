import { diffLines, type Hunk, splitLines } from './text-diff';

/**
 * The disk's text with what changed in the buffer since `base`, line by line. Where both
 * changed the same lines the disk's win and the buffer's are dropped without a word, as in
 * the app, which however looks for the place of each change with some tolerance.
 */
export function mergeTexts(base: string, disk: string, buffer: string): string {
	const lines = splitLines(base);
	const theirs = diffLines(lines, splitLines(disk));
	const ours = diffLines(lines, splitLines(buffer)).filter(hunk => !theirs.some(other => overlaps(hunk, other)));
	const merged = [...lines];
	for (const hunk of [...theirs, ...ours].sort((a, b) => b.from - a.from || b.to - a.to)) merged.splice(hunk.from, hunk.to - hunk.from, ...hunk.lines);
	return merged.join('');
}

function overlaps(a: Hunk, b: Hunk): boolean {
	if (a.from === a.to && b.from === b.to) return a.from === b.from;
	return a.from < b.to && b.from < a.to;
}
