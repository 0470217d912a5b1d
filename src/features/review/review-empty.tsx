import type { VNode } from 'preact';
import type { Relaxation } from '../../core/query-relax';
import { shorten } from '../../core/shorten';
import { partAt } from '../../words/part-at';
import { words } from '../../words/words';
import { copyText } from '../copy-text';
import { Icon } from '../icon';

const MOST_QUOTED = 60;
/** All that a proposal can say. */
const EXAMPLE = '- [?] Send the list. @Myself 📅 2026-12-01 #task #proposed';

interface ReviewEmptyProps {
	readonly isReading: boolean;
	readonly filter: string;
	/** What the filter could do without. */
	readonly ways: readonly Relaxation[];
	readonly decided: number;
	readonly setFilter: (text: string) => void;
}

/** What the review says when it has no rows, and what to do about it. */
export function ReviewEmpty({ isReading, filter, ways, decided, setFilter }: ReviewEmptyProps): VNode {
	if (isReading) return <Message icon="loader" title={words.review.reading} />;
	if (filter !== '') {
		return (
			<Message icon="search-x" title={words.empty.noMatch}>
				<div class="ratify-empty-ways">
					{ways.map(({ without, filter: rest, rows }) => (
						<button key={rest} onClick={() => setFilter(rest)}>{words.empty.without({ words: shorten(without, MOST_QUOTED), count: rows })}</button>
					))}
					<button onClick={() => setFilter('')}>{words.empty.clearFilter}</button>
				</div>
			</Message>
		);
	}
	if (decided > 0) return <Message icon="check-check" title={words.empty.allDecided} text={words.empty.decidedToday({ count: decided })} />;
	const [before, after] = partAt((command) => words.empty.guide({ command }));
	return (
		<Message icon="list-checks" title={words.empty.nothing} text={words.empty.howTo}>
			<div class="ratify-guide">
				<code>{EXAMPLE}</code>
				<button onClick={() => void copyText(EXAMPLE)}>{words.controls.copy}</button>
				<p>{before}<em>{words.commands.propose}</em>{after}</p>
			</div>
		</Message>
	);
}

interface MessageProps {
	readonly icon: string;
	readonly title: string;
	readonly text?: string;
	readonly children?: VNode;
}

function Message({ icon, title, text, children }: MessageProps): VNode {
	return (
		<div class="ratify-empty">
			<Icon name={icon} className="ratify-empty-icon" />
			<p class="ratify-empty-title">{title}</p>
			{text !== undefined && <p>{text}</p>}
			{children}
		</div>
	);
}
