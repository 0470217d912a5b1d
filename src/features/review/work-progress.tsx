import type { VNode } from 'preact';
import type { Progress } from '../../obsidian/work';
import { words } from '../../words/words';

interface WorkProgressProps {
	readonly progress: Progress;
	readonly stop: () => void;
}

/** How far bulk work is, and the way to stop it. Putting back what was stopped can't be stopped. */
export function WorkProgress({ progress: { stretch, done, total }, stop }: WorkProgressProps): VNode {
	return (
		<div class="ratify-work">
			<span class="ratify-work-text">{words.work[stretch].progress({ done, total })}</span>
			{stretch !== 'put back' && <button class="ratify-button" onClick={stop}>{words.controls.stop}<kbd aria-hidden="true">Esc</kbd></button>}
			<progress class="ratify-progress" max={total} value={done} aria-label={words.work[stretch].name} />
		</div>
	);
}
