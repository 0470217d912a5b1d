import type { VNode } from 'preact';
import { parseQuery } from '../../core/query';
import { isReady } from '../../core/selectors';
import { shorten } from '../../core/shorten';
import { Icon } from '../icon';
import { describeProblem } from './filter-words';
import type { ReviewFrame, ReviewModel } from './review-controller';

const MOST_QUOTED = 80;

/** How much an embedded review shows, what of its block is not understood, and the way to the whole review. */
export function EmbedHeader({ model: { snapshot, sections, beyond }, frame }: { readonly model: ReviewModel; readonly frame: ReviewFrame }): VNode {
	const shown = sections.reduce((sum, { rows }) => sum + rows.length, 0);
	const { problems } = parseQuery(frame.filter, { today: snapshot.today, here: frame.here });
	return (
		<div class="ratify-embed-header">
			<span>
				<strong>{isReady(snapshot) ? countOf(shown + beyond) : 'Reading your notes…'}</strong>{beyond > 0 && <span class="ratify-mine">{` ${shown} shown`}</span>}
			</span>
			<button class="ratify-link" onClick={() => frame.open(frame.filter.replaceAll('note:this', `note:"${frame.here.replaceAll('"', ' ')}"`))}>
				<Icon name="list-checks" />
				<span>Open in review</span>
			</button>
			{problems.map((problem) => <p key={problem.from} class="ratify-filter-problem">{describeProblem(problem)}</p>)}
			{frame.problems.map((line) => <p key={line} class="ratify-filter-problem">{`“${shorten(line, MOST_QUOTED)}” is not understood.`}</p>)}
		</div>
	);
}

function countOf(rows: number): string {
	return rows === 1 ? '1 decision' : `${rows} decisions`;
}
