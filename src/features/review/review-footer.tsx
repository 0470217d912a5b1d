import type { VNode } from 'preact';
import { canRedo, canUndo, findDecision } from '../../core/journal';
import type { RunnerState } from '../../obsidian/action-runner';
import type { Outcome } from '../../obsidian/outcome';
import { words } from '../../words/words';
import { describeOutcome, nameRest } from '../outcome-text';
import { WorkProgress } from './work-progress';

interface ReviewFooterProps {
	readonly runner: RunnerState;
	readonly undo: (decision: number) => void;
	readonly redo: (decision: number) => void;
	readonly decideRest: (outcome: Outcome) => void;
	readonly stop: () => void;
}

/** What the latest decision did, and the way back, or on. */
export function ReviewFooter({ runner, undo, redo, decideRest, stop }: ReviewFooterProps): VNode {
	if (runner.progress && runner.progress.total > 1) return <div class="ratify-footer"><WorkProgress progress={runner.progress} stop={stop} /></div>;
	// Conflicts have rows of their own.
	const text = runner.outcome && describeOutcome(runner.outcome.isRecovery ? runner.outcome : { ...runner.outcome, conflicts: [] });
	const way = runner.outcome && wayBack(runner.outcome, runner);
	const isGoneOn = runner.outcome?.rest.some(({ proposal }) => runner.pending.has(proposal.key)) === true;
	const rest = runner.outcome && !isGoneOn ? nameRest(runner.outcome) : null;
	return (
		<div class={`ratify-footer ${text ? '' : 'is-empty'}`}>
			<div class="ratify-outcome">
				{text && <p>{text.summary}</p>}
				{text?.problems.map((problem) => <p key={problem} class="ratify-problem">{problem}</p>)}
			</div>
			{rest !== null && <button class="ratify-link" onClick={() => runner.outcome && decideRest(runner.outcome)}>{rest}</button>}
			{way && <button class="ratify-link" onClick={() => (way.way === 'undo' ? undo : redo)(way.decision)}>{words.controls[way.way]}</button>}
		</div>
	);
}

/** What takes the outcome that is shown back: an undo is taken back by doing it again. */
function wayBack({ kind, decision: id }: Outcome, { journal }: RunnerState): { readonly way: 'undo' | 'redo'; readonly decision: number } | null {
	const decision = id === null ? null : findDecision(journal, id);
	if (!decision) return null;
	const isUndone = kind === 'undone';
	const hasWay = isUndone ? canRedo(decision) : canUndo(decision);
	return hasWay ? { way: isUndone ? 'redo' : 'undo', decision: decision.id } : null;
}
