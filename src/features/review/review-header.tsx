import type { RefObject, VNode } from 'preact';
import type { GroupBy } from '../../core/settings';
import { Icon } from '../icon';

interface ReviewHeaderProps {
	readonly filter: string;
	readonly filterInput: RefObject<HTMLInputElement | null>;
	readonly left: { readonly rows: number; readonly proposals: number };
	/** How many of the rows pass the filter. */
	readonly shown: number;
	readonly mine: number;
	readonly decided: number;
	readonly groupBy: GroupBy;
	readonly isHistory: boolean;
	readonly changeFilter: (text: string) => void;
	readonly changeGrouping: () => void;
	readonly toggleHistory: () => void;
}

const GROUPING: Readonly<Record<GroupBy, readonly [icon: string, words: string]>> = {
	person: ['users', 'by person'],
	note: ['file-text', 'by note'],
	source: ['quote', 'by source'],
};

/** The filter, how much is left, and how rows are grouped. */
export function ReviewHeader(props: ReviewHeaderProps): VNode {
	const [groupIcon, groupWords] = GROUPING[props.groupBy];
	return (
		<header class="ratify-header">
			<div class="search-input-container ratify-filter">
				<input
					ref={props.filterInput}
					type="search"
					placeholder="Filter by words"
					aria-label="Filter by words"
					enterkeyhint="search"
					spellcheck={false}
					value={props.filter}
					onInput={(event) => props.changeFilter(event.currentTarget.value)}
				/>
			</div>
			<div class="ratify-counts">
				<span class="ratify-left" role="status">
					<strong>{countRows(props.left.rows, props.shown)}</strong>{' '}
					{props.left.proposals !== props.left.rows && <span class="ratify-mine">from {props.left.proposals.toLocaleString('en')} proposals</span>}{' '}
					<span class="ratify-mine">{props.mine.toLocaleString('en')} mine</span>
				</span>
				<span class="ratify-views">
					{!props.isHistory && (
						<button class="ratify-link ratify-grouping" onClick={props.changeGrouping} aria-label={`Grouped ${groupWords}. Change`}>
							<Icon name={groupIcon} />
							<span>{groupWords}</span>
						</button>
					)}
					<button class="ratify-link ratify-history" onClick={props.toggleHistory} aria-pressed={props.isHistory} aria-label="History" title="History (Shift+H)">
						<Icon name={props.isHistory ? 'x' : 'history'} />
						{props.isHistory && <span>Close history</span>}
					</button>
				</span>
			</div>
			<Progress decided={props.decided} left={props.left.proposals} />
		</header>
	);
}

function countRows(left: number, shown: number): string {
	const all = left === 1 ? '1 decision' : `${left.toLocaleString('en')} decisions`;
	return shown === left ? all : `${shown.toLocaleString('en')} of ${all}`;
}


/** How much of what was there this morning has been decided. */
function Progress({ decided, left }: { readonly decided: number; readonly left: number }): VNode {
	const whole = decided + left;
	return (
		<progress class="ratify-progress" max={Math.max(1, whole)} value={decided} aria-label={`${decided} of ${whole} decided today`} />
	);
}
