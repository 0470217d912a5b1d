import type { VNode } from 'preact';
import { parseQuery } from '../../core/query';
import { isReady } from '../../core/selectors';
import { shorten } from '../../core/shorten';
import { words } from '../../words/words';
import { Icon } from '../icon';
import { describeProblem } from './filter-words';
import type { ReviewFrame, ReviewModel } from './review-controller';

const MOST_QUOTED = 80;

/** How much an embedded review shows, what of its block is not understood, and the way to the whole review. */
export function EmbedHeader({ model: { snapshot, list: { sections, beyond } }, frame }: { readonly model: ReviewModel; readonly frame: ReviewFrame }): VNode {
	const shown = sections.reduce((sum, { rows }) => sum + rows.length, 0);
	const { problems } = parseQuery(frame.filter, { today: snapshot.today, here: frame.here });
	return (
		<div class="ratify-embed-header">
			<span>
				<strong>{isReady(snapshot) ? words.review.decisions({ count: shown + beyond }) : words.review.reading}</strong>{beyond > 0 && <span class="ratify-mine">{` ${words.embed.shown({ count: shown })}`}</span>}
			</span>
			<button class="ratify-link" onClick={() => frame.open(frame.filter.replaceAll('note:this', `note:"${frame.here.replaceAll('"', ' ')}"`))}>
				<Icon name="list-checks" />
				<span>{words.embed.open}</span>
			</button>
			{problems.map((problem) => <p key={problem.from} class="ratify-filter-problem">{describeProblem(problem)}</p>)}
			{frame.problems.map((line) => <p key={line} class="ratify-filter-problem">{words.embed.notUnderstood({ line: shorten(line, MOST_QUOTED) })}</p>)}
		</div>
	);
}
