import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { isReady } from '../../core/selectors';
import { announce, warn, type Heard } from './announcement';
import type { ReviewFrame, ReviewModel } from './review-controller';
import { countLeft, countShown, sayCount } from './review-counts';

/** For so many milliseconds nothing must have changed: who types a filter, or decides in quick succession, hears of the last only. */
const QUIET_MS = 250;

/** Tells those who hear the review what was decided and how much is left, while the keyboard is in it. What it is told in is there from the beginning, else it would not be read out. */
export function Announcer({ model, frame }: { readonly model: ReviewModel; readonly frame: ReviewFrame | null }): VNode {
	const now = heardOf(model, frame);
	const before = useRef(now);
	const region = useRef<HTMLDivElement>(null);
	const [said, setSaid] = useState({ status: '', alert: '' });
	useEffect(() => {
		const text = announce(before.current, now);
		const timer = window.setTimeout(() => {
			const isHere = holdsKeyboard(region.current);
			const alert = now.outcome === before.current.outcome ? null : warn(now);
			before.current = now;
			if (isHere && text !== null) setSaid((last) => ({ status: text, alert: alert ?? last.alert }));
		}, QUIET_MS);
		return () => window.clearTimeout(timer);
	}, [now.outcome, now.atWork, now.count, now.selected]);
	return (
		<div ref={region} class="ratify-unseen">
			<p class="ratify-announcement" role="status">{said.status}</p>
			<p role="alert">{said.alert}</p>
		</div>
	);
}

function heardOf(model: ReviewModel, frame: ReviewFrame | null): Heard {
	const shown = countShown(model);
	const left = frame ? shown + model.list.beyond : countLeft(model).rows;
	const { outcome, progress } = model.runner;
	return {
		// Conflicts have rows of their own, which are an alert themselves.
		outcome,
		atWork: progress?.total ?? 0,
		count: isReady(model.snapshot) ? sayCount(left, frame ? left : shown) : null,
		selected: model.state.selection.size,
	};
}

function holdsKeyboard(el: HTMLElement | null): boolean {
	return el?.closest('.ratify-review')?.contains(el.doc.activeElement) === true;
}
