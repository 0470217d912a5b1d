import type { VNode } from 'preact';
import type { NeighbouringLines } from '../../core/neighbouring-lines';
import { words } from '../../words/words';

/** The lines right before and after a proposal in its note, which is a mark between them. */
export function RowSurroundings({ lines: { before, after } }: { readonly lines: NeighbouringLines }): VNode | null {
	if (before === null && after === null) return null;
	return (
		<div class="ratify-surroundings">
			{before !== null && <p dir="auto"><span class="ratify-unseen">{words.row.before}</span>{before}</p>}
			<span class="ratify-surroundings-here" />
			{after !== null && <p dir="auto"><span class="ratify-unseen">{words.row.after}</span>{after}</p>}
		</div>
	);
}
