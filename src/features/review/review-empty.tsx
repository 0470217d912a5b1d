import type { VNode } from 'preact';
import { Icon } from '../icon';

interface ReviewEmptyProps {
	readonly isReading: boolean;
	readonly filter: string;
	readonly decided: number;
	readonly clearFilter: () => void;
}

/** What the review says when it has no rows, and what to do about it. */
export function ReviewEmpty({ isReading, filter, decided, clearFilter }: ReviewEmptyProps): VNode {
	if (isReading) return <Message icon="loader" title="Reading your notes…" />;
	if (filter !== '') {
		return (
			<Message icon="search-x" title="No proposal has all these words.">
				<button onClick={clearFilter}>Clear filter</button>
			</Message>
		);
	}
	if (decided > 0) return <Message icon="check-check" title="All decided." text={`You decided ${decided === 1 ? '1 proposal' : `${decided} proposals`} today.`} />;
	return <Message icon="list-checks" title="No proposed tasks." text="Ratify shows tasks such as “- [?] Send the list. #task #proposed” from all your notes here." />;
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
