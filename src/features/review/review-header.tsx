import type { RefObject, VNode } from 'preact';
import type { QueryProblem } from '../../core/query';
import type { Suggestions } from '../../core/query-suggest';
import type { GroupBy, SortBy } from '../../core/settings';
import { Icon } from '../icon';
import { GROUPINGS, SORTINGS } from './arrangement-words';
import { FilterField } from './filter-field';
import { sayCount } from './review-counts';

interface ReviewHeaderProps {
	readonly filter: string;
	readonly filterInput: RefObject<HTMLInputElement | null>;
	readonly problems: readonly QueryProblem[];
	readonly suggest: (text: string, caret: number) => Suggestions;
	readonly left: { readonly rows: number; readonly proposals: number };
	/** How many of the rows pass the filter. */
	readonly shown: number;
	readonly mine: number;
	readonly decided: number;
	readonly groupBy: GroupBy;
	readonly isHistory: boolean;
	readonly changeFilter: (text: string) => void;
	readonly sortBy: SortBy;
	/** Offers other ways to group and sort. */
	readonly arrange: (event: MouseEvent) => void;
	readonly toggleHistory: () => void;
}

/** The filter, how much is left, and how rows are grouped. */
export function ReviewHeader(props: ReviewHeaderProps): VNode {
	const grouping = GROUPINGS.find(({ by }) => by === props.groupBy);
	const sorting = SORTINGS.find(({ by }) => by === props.sortBy);
	return (
		<div class="ratify-header">
			<FilterField filter={props.filter} input={props.filterInput} problems={props.problems} suggest={props.suggest} change={props.changeFilter} />
			<div class="ratify-counts">
				<span class="ratify-left">
					<strong>{sayCount(props.left.rows, props.shown)}</strong>{' '}
					{props.left.proposals !== props.left.rows && <span class="ratify-mine">from {props.left.proposals.toLocaleString('en')} proposals</span>}{' '}
					<span class="ratify-mine">{props.mine.toLocaleString('en')} mine</span>
				</span>
				<span class="ratify-views">
					{!props.isHistory && (
						<button class="ratify-link ratify-grouping" onClick={props.arrange} aria-haspopup="menu" aria-label={`Grouped ${grouping?.words ?? ''}, ${sorting?.name.toLowerCase() ?? ''}. Change`}>
							<Icon name={grouping?.icon ?? 'list'} />
							<span>{grouping?.words}</span>
						</button>
					)}
					<button class="ratify-link ratify-history" onClick={props.toggleHistory} aria-label={props.isHistory ? 'Close history' : 'History'} title="History (Shift+H)">
						<Icon name={props.isHistory ? 'x' : 'history'} />
						{props.isHistory && <span>Close history</span>}
					</button>
				</span>
			</div>
			<Progress decided={props.decided} left={props.left.proposals} />
		</div>
	);
}

/** How much of what was there this morning has been decided. */
function Progress({ decided, left }: { readonly decided: number; readonly left: number }): VNode {
	const whole = decided + left;
	return (
		<progress class="ratify-progress" max={Math.max(1, whole)} value={decided} aria-label={`${decided} of ${whole} decided today`} />
	);
}
