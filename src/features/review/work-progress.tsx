import type { VNode } from 'preact';
import type { Progress } from '../../obsidian/work';

const STRETCHES: Readonly<Record<Progress['stretch'], string>> = { 'read': 'Reading', 'write': 'Writing', 'put back': 'Putting back' };

interface WorkProgressProps {
	readonly progress: Progress;
	readonly stop: () => void;
}

/** How far bulk work is, and the way to stop it. Putting back what was stopped can't be stopped. */
export function WorkProgress({ progress: { stretch, done, total }, stop }: WorkProgressProps): VNode {
	return (
		<div class="ratify-work">
			<span class="ratify-work-text">{`${STRETCHES[stretch]} ${done.toLocaleString('en')} of ${total.toLocaleString('en')} notes…`}</span>
			{stretch !== 'put back' && <button class="ratify-button" onClick={stop}>Stop<kbd aria-hidden="true">Esc</kbd></button>}
			<progress class="ratify-progress" max={total} value={done} aria-label={`${STRETCHES[stretch]} notes`} />
		</div>
	);
}
