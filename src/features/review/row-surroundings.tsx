import type { VNode } from 'preact';
import type { NeighbouringLines } from '../../core/neighbouring-lines';

/** The lines right before and after a proposal in its note, which is a mark between them. */
export function RowSurroundings({ lines: { before, after } }: { readonly lines: NeighbouringLines }): VNode | null {
	if (before === null && after === null) return null;
	return (
		<div class="ratify-surroundings">
			{before !== null && <p dir="auto"><span class="ratify-unseen">Before it: </span>{before}</p>}
			<span class="ratify-surroundings-here" />
			{after !== null && <p dir="auto"><span class="ratify-unseen">After it: </span>{after}</p>}
		</div>
	);
}
