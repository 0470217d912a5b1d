import type { VNode } from 'preact';
import type { Outcome } from '../../obsidian/action-runner';
import { describeOutcome } from '../outcome-text';

interface ReviewFooterProps {
	readonly outcome: Outcome | null;
	readonly canUndo: boolean;
	readonly undo: () => void;
}

/** What the latest decision did, read out as it comes, and the way to take it back. */
export function ReviewFooter({ outcome, canUndo, undo }: ReviewFooterProps): VNode {
	const text = outcome && describeOutcome(outcome);
	return (
		<footer class={`ratify-footer ${text ? '' : 'is-empty'}`}>
			<div class="ratify-outcome" role="status">
				{text && <p>{text.summary}</p>}
				{text?.problems.map((problem) => <p key={problem} class="ratify-problem">{problem}</p>)}
			</div>
			{text && canUndo && <button class="ratify-link" onClick={undo}>Undo</button>}
		</footer>
	);
}
