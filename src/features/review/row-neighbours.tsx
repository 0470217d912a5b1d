import type { VNode } from 'preact';
import type { Row } from '../../core/rows';
import { partAt } from '../../words/part-at';
import { words } from '../../words/words';
import type { Neighbour } from './group-view';
import { Icon } from '../icon';
import { noting } from '../name-ref';
import { MemberText } from './member-text';

interface RowNeighboursProps {
	readonly row: Row;
	/** What the row says. */
	readonly text: string;
	readonly neighbours: readonly Neighbour[];
	readonly on: NeighbourEvents;
}

/** What the neighbours tell the review. */
export interface NeighbourEvents {
	readonly join: (row: Row, other: Row) => void;
}

/** What may be the same task as the focused row: shown, and put together with it only when the user says so. */
export function RowNeighbours({ row, text, neighbours, on }: RowNeighboursProps): VNode {
	const [before, after] = partAt((name) => words.group.forOwner({ name }));
	return (
		<div class="ratify-neighbours">
			<p class="ratify-neighbours-heading">{words.group.maybeTheSame}</p>
			<ul>
				{neighbours.map((neighbour) => (
					<li key={neighbour.row.proposal.key} class="ratify-neighbour">
						<div class="ratify-member-main">
							<p class="ratify-member-text" dir="auto"><MemberText text={neighbour.row.proposal.text} kept={text} /></p>
							<p class="ratify-member-note" dir="auto">
								{neighbour.otherOwner !== null && <span class="ratify-other-owner"><Icon name="user" /> {before}<span ref={noting(neighbour.otherOwner.ref)}>{neighbour.otherOwner.text}</span>{after} · </span>}
								{neighbour.note}
							</p>
						</div>
						<button class="ratify-button" onClick={(event) => { event.stopPropagation(); on.join(row, neighbour.row); }}>{words.group.same}</button>
					</li>
				))}
			</ul>
		</div>
	);
}
