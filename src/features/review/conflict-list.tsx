import type { VNode } from 'preact';
import { noteName } from '../../core/note';
import { shorten } from '../../core/shorten';
import { diffWords, type DiffSpan } from '../../core/word-diff';
import type { OpenConflict } from '../../obsidian/open-conflicts';
import { words } from '../../words/words';
import { describeConflict } from '../outcome-text';
import { useUniqueId } from './unique-id';

interface ConflictListProps {
	readonly conflicts: readonly OpenConflict[];
	readonly on: ConflictEvents;
}

/** How the user answers. */
export interface ConflictEvents {
	readonly apply: (conflict: OpenConflict) => void;
	readonly skip: (conflicts: readonly OpenConflict[]) => void;
}

const MOST_SHOWN = 20;

/** Lines that were left alone because they read differently now: what was wanted, what they say, and what to do. The keys are for the first. */
export function ConflictList({ conflicts, on }: ConflictListProps): VNode {
	const count = conflicts.length;
	const label = useUniqueId();
	return (
		<section class="ratify-conflicts" aria-labelledby={label}>
			<h3 class="ratify-conflicts-heading" aria-level={2}>
				<span id={label} role="alert">{words.conflicts.leftAlone({ count })}</span>
				{count > 1 && <button class="ratify-link" onClick={() => on.skip(conflicts)}>{words.conflicts.skipAll}</button>}
			</h3>
			<ul>{conflicts.slice(0, MOST_SHOWN).map((open, at) => <ConflictRow key={open.id} open={open} isFirst={at === 0} on={on} />)}</ul>
		</section>
	);
}

interface ConflictRowProps {
	readonly open: OpenConflict;
	readonly isFirst: boolean;
	readonly on: ConflictEvents;
}

function ConflictRow({ open, isFirst, on }: ConflictRowProps): VNode {
	const { conflict, wanted, action } = open;
	return (
		<li class="ratify-conflict">
			<p class="ratify-conflict-wanted"><strong>{wanted}</strong> <span dir="auto">{noteName(conflict.edit.path)}</span></p>
			{conflict.cause === 'changed' && conflict.now !== null
				? <Versions then={conflict.edit.before ?? ''} now={conflict.now} />
				: <LoneVersion open={open} />}
			<div class="ratify-buttons is-open">
				{action && <button class="ratify-button" onClick={() => on.apply(open)}><span>{words.controls.applyToNew}</span>{isFirst && <kbd aria-hidden="true">y</kbd>}</button>}
				<button class="ratify-button" onClick={() => on.skip([open])}><span>{words.controls.skip}</span>{isFirst && <kbd aria-hidden="true">n</kbd>}</button>
			</div>
		</li>
	);
}

/** A line of which nothing stands that it could be compared with. */
function LoneVersion({ open: { conflict } }: { readonly open: OpenConflict }): VNode {
	return (
		<>
			<p class="ratify-version" dir="auto">{cut(conflict.edit.before ?? conflict.edit.after ?? '')}</p>
			<p class="ratify-conflict-why">{describeConflict(conflict)}</p>
		</>
	);
}

function Versions({ then, now }: { readonly then: string; readonly now: string }): VNode {
	const diff = diffWords(cut(then), cut(now));
	return (
		<dl class="ratify-versions">
			<dt>{words.conflicts.then}</dt>
			<dd dir="auto">{diff.before.map((span, at) => renderSpan(span, at, 'del'))}</dd>
			<dt>{words.conflicts.now}</dt>
			<dd dir="auto">{diff.after.map((span, at) => renderSpan(span, at, 'ins'))}</dd>
		</dl>
	);
}

function renderSpan({ text, isCommon }: DiffSpan, at: number, mark: 'del' | 'ins'): VNode | string {
	if (isCommon) return text;
	return mark === 'del' ? <del key={at}>{text}</del> : <ins key={at}>{text}</ins>;
}

const MOST_QUOTED = 600;

function cut(line: string): string {
	return shorten(line.trim(), MOST_QUOTED);
}
