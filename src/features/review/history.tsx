import type { VNode } from 'preact';
import { memo } from 'preact/compat';
import { JOURNAL_LIMIT, type Decision } from '../../core/journal';
import { noteName } from '../../core/note';
import { words } from '../../words/words';
import { describeUnsettled } from '../outcome-text';
import { describeDecision, groupByDay, tasksOf, waysOf, type Way } from './history-days';
import { Icon } from '../icon';
import { useUniqueId } from './unique-id';

interface HistoryProps {
	/** The oldest first. */
	readonly decisions: readonly Decision[];
	/** The id of the decision that keys act on; null where there is none. */
	readonly focus: number | null;
	/** Milliseconds since the epoch, the start of the day. */
	readonly today: number;
	readonly on: HistoryEvents;
}

/** What an entry tells the review. */
export interface HistoryEvents {
	readonly focus: (decision: number) => void;
	readonly turn: (decision: number, way: Way) => void;
}

/** What was decided on this device, by day, each with its way back. */
export function History({ decisions, focus, today, on }: HistoryProps): VNode {
	const label = useUniqueId();
	if (decisions.length === 0) {
		return (
			<div class="ratify-empty">
				<Icon name="history" className="ratify-empty-icon" />
				<p class="ratify-empty-title">{words.history.nothing}</p>
				<p>{words.history.about({ count: JOURNAL_LIMIT })}</p>
			</div>
		);
	}
	return (
		<>
			{groupByDay(decisions, today).map(({ title, decisions: ofDay }, at) => (
				<section key={title} class="ratify-section">
					<h3 id={`${label}-${at}`} class="ratify-section-heading ratify-day" aria-level={2}>{title}</h3>
					<ul class="ratify-rows" aria-labelledby={`${label}-${at}`} style={{ '--ratify-row-count': ofDay.length }}>
						{ofDay.map((decision) => <Entry key={decision.id} decision={decision} isFocused={decision.id === focus} on={on} />)}
					</ul>
				</section>
			))}
		</>
	);
}

interface EntryProps {
	readonly decision: Decision;
	readonly isFocused: boolean;
	readonly on: HistoryEvents;
}

/** Drawn anew only when one of its parts changes. */
const Entry = memo(function Entry({ decision, isFocused, on }: EntryProps): VNode {
	const { summary, notes, count } = describeDecision(decision);
	return (
		<li class={`ratify-row ratify-entry ${isFocused ? 'is-focused' : ''} ${decision.isUndone ? 'is-undone' : ''}`} tabIndex={isFocused ? 0 : -1} aria-current={isFocused} onClick={() => on.focus(decision.id)}>
			<div class="ratify-row-main">
				<p class="ratify-text" dir="auto">{summary}</p>
				<div class="ratify-facts">
					<span class="ratify-fact">{words.dates.time({ date: new Date(decision.at) })}</span>
					{decision.isUndone && <span class="ratify-fact"><Icon name="undo-2" />{words.history.takenBack}</span>}
					{notes !== null && <span class="ratify-fact"><Icon name="file-text" /><span class="ratify-fact-text" dir="auto">{notes}</span></span>}
				</div>
				{decision.unsettled.map((conflict, at) => <p key={at} class="ratify-problem"><Icon name="triangle-alert" />{`${noteName(conflict.edit.path)}: ${describeUnsettled(conflict)}`}</p>)}
				{isFocused && count > 1 && <Tasks tasks={tasksOf(decision, MOST_TASKS)} count={count} />}
			</div>
			<Ways decision={decision} isFocused={isFocused} turn={(way) => on.turn(decision.id, way)} />
		</li>
	);
});

const MOST_TASKS = 50;

function Tasks({ tasks, count }: { readonly tasks: readonly string[]; readonly count: number }): VNode {
	return (
		<ul class="ratify-entry-tasks">
			{tasks.map((task, at) => <li key={at} dir="auto">{task}</li>)}
			{count > tasks.length && <li>{words.controls.andMore({ count: count - tasks.length })}</li>}
		</ul>
	);
}

interface WaysProps {
	readonly decision: Decision;
	readonly isFocused: boolean;
	readonly turn: (way: Way) => void;
}

/** Undo and redo of one decision; the first of them has the key. */
function Ways({ decision, isFocused, turn }: WaysProps): VNode {
	const ways = waysOf(decision);
	const isPart = ways.length > 1;
	return (
		<div class="ratify-ways">
			{ways.map((way, at) => (
				<button
					key={way}
					class="ratify-button"
					tabIndex={isFocused ? 0 : -1}
					onClick={(event) => {
						event.stopPropagation();
						turn(way);
					}}
				>
					<span>{way === 'undo' ? (isPart ? words.history.undoRest : words.controls.undo) : words.controls.redo}</span>
					{isFocused && at === 0 && <kbd aria-hidden="true">⏎</kbd>}
				</button>
			))}
		</div>
	);
}
