import type { VNode } from 'preact';
import { cutText } from '../../core/shorten';
import { compareWords } from '../../core/word-diff';

/** Longer texts are cut before they are compared. */
const MOST_COMPARED = 600;

/** The words of a proposal: those that the kept one lacks are marked, and those that only the kept one has follow, struck out. */
export function MemberText({ text, kept }: { readonly text: string; readonly kept: string }): VNode {
	const { spans, missing } = compareWords(cutText(text, MOST_COMPARED), cutText(kept, MOST_COMPARED));
	return (
		<span>
			{spans.map((span, at) => (span.isCommon ? span.text : <ins key={at}>{span.text}</ins>))}
			{missing.length > 0 && <>{' '}<del>{missing.join(' ')}</del></>}
		</span>
	);
}
