import { addDays, format } from 'date-fns';
import type { VNode } from 'preact';
import { totalOf, type DecisionCount } from '../../core/decision-count';
import type { Relaxation } from '../../core/query-relax';
import { shorten } from '../../core/shorten';
import { partAt } from '../../words/part-at';
import { words } from '../../words/words';
import { copyText } from '../copy-text';
import { Icon } from '../icon';

const MOST_QUOTED = 60;

/** All that a proposal can say, due in a week. */
function exampleOn(today: number): string {
	return `- [?] Send the list. @Myself 📅 ${format(addDays(today, 7), 'yyyy-MM-dd')} #task #proposed`;
}

interface ReviewEmptyProps {
	readonly isReading: boolean;
	readonly filter: string;
	/** What the filter could do without. */
	readonly ways: readonly Relaxation[];
	/** Milliseconds since the epoch, the start of the day. */
	readonly today: number;
	/** Whether decisions wait to be written. */
	readonly isWriting: boolean;
	/** Today. */
	readonly decided: DecisionCount;
	readonly setFilter: (text: string) => void;
}

/** What the review says when it has no rows, and what to do about it. */
export function ReviewEmpty({ isReading, filter, ways, today, isWriting, decided, setFilter }: ReviewEmptyProps): VNode {
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
	if (isWriting || totalOf(decided) > 0) return <Message icon="check-check" title={words.empty.allDecided} text={isWriting ? words.empty.writing : words.empty.decidedToday(decided)} />;
	const [before, after] = partAt((command) => words.empty.guide({ command }));
	return (
		<Message icon="list-checks" title={words.empty.nothing} text={words.empty.howTo}>
			<div class="ratify-guide">
				<code>{exampleOn(today)}</code>
				<button onClick={() => void copyText(exampleOn(today))}>{words.controls.copy}</button>
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
