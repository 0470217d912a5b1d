import { diff_match_patch as DiffMatchPatch } from 'diff-match-patch';

/**
 * The disk's text with what changed in the buffer since `base`. Each change is looked for
 * near where it was made, with some tolerance, as the app does. One whose place is not found
 * is dropped without a word; what both sides added may stand there twice.
 */
export function mergeTexts(base: string, disk: string, buffer: string): string {
	const merger = new DiffMatchPatch();
	return merger.patch_apply(merger.patch_make(base, buffer), disk)[0];
}
