import type { VNode } from 'preact';
import type { Outcome, RunnerState } from '../../obsidian/action-runner';
import { describeOutcome } from '../outcome-text';

interface ReviewFooterProps {
	readonly runner: RunnerState;
	readonly undo: () => void;
	readonly redo: () => void;
}

/** What the latest decision did, read out as it comes, and the way back. */
export function ReviewFooter({ runner, undo, redo }: ReviewFooterProps): VNode {
	const text = runner.outcome && describeOutcome(runner.outcome);
	const way = runner.outcome && wayBack(runner.outcome, runner);
	return (
		<footer class={`ratify-footer ${text ? '' : 'is-empty'}`}>
			<div class="ratify-outcome" role="status">
				{text && <p>{text.summary}</p>}
				{text?.problems.map((problem) => <p key={problem} class="ratify-problem">{problem}</p>)}
			</div>
			{way && <button class="ratify-link" onClick={way === 'Undo' ? undo : redo}>{way}</button>}
		</footer>
	);
}

/** What takes the outcome that is shown back: an undo is taken back by doing it again. */
function wayBack({ kind, decision }: Outcome, { journal }: RunnerState): 'Undo' | 'Redo' | null {
	if (kind === 'undone') return journal.undone.length > 0 ? 'Redo' : null;
	return decision ? 'Undo' : null;
}
