import type { RefObject, VNode } from 'preact';
import { totalOf, type DecisionCount } from '../../core/decision-count';
import type { QueryProblem } from '../../core/query';
import type { Suggestions } from '../../core/query-suggest';
import type { GroupBy, SortBy } from '../../core/settings';
import { words } from '../../words/words';
import { Icon } from '../icon';
import { GROUPINGS } from './arrangement-words';
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
	readonly decided: DecisionCount;
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
	const decided = totalOf(props.decided);
	return (
		<div class="ratify-header">
			<FilterField filter={props.filter} input={props.filterInput} problems={props.problems} suggest={props.suggest} change={props.changeFilter} />
			<div class="ratify-counts">
				<span class="ratify-left">
					<strong>{sayCount(props.left.rows, props.shown)}</strong>{' '}
					<span class="ratify-mine">
						{props.left.proposals !== props.left.rows && <span>{words.review.fromProposals({ count: props.left.proposals })}</span>}{' '}
						<span>{words.review.mine({ count: props.mine })}</span>{' '}
						<span class="ratify-today" {...(decided > 0 && { title: words.empty.decidedToday(props.decided) })}>{words.review.decidedCount({ count: decided })}</span>
					</span>
				</span>
				<span class="ratify-views">
					{!props.isHistory && (
						<button class="ratify-link ratify-grouping" onClick={props.arrange} aria-haspopup="menu" aria-label={words.review.arrangement({ grouping: words.groupings[props.groupBy].within, sorting: words.sortings[props.sortBy].within })}>
							<Icon name={grouping?.icon ?? 'list'} />
							<span>{words.groupings[props.groupBy].within}</span>
						</button>
					)}
					<button class="ratify-link ratify-history" onClick={props.toggleHistory} aria-label={props.isHistory ? words.review.closeHistory : words.review.history} title={words.review.historyHint}>
						<Icon name={props.isHistory ? 'x' : 'history'} />
						{props.isHistory && <span>{words.review.closeHistory}</span>}
					</button>
				</span>
			</div>
			<Progress decided={decided} left={props.left.proposals} />
		</div>
	);
}

/** How much of what was there this morning has been decided. */
function Progress({ decided, left }: { readonly decided: number; readonly left: number }): VNode {
	const whole = decided + left;
	return (
		<progress class="ratify-progress" max={Math.max(1, whole)} value={decided} aria-label={words.review.decidedToday({ decided, total: whole })} />
	);
}
