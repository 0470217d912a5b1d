import type { VNode } from 'preact';

interface WorkWaitingProps {
	/** What is being done, and how far it is where that takes several notes. */
	readonly says: { readonly some: string; readonly of: (progress: { readonly done: number; readonly total: number }) => string };
	/** In notes. */
	readonly done: number;
	readonly total: number;
	readonly button: string;
	readonly onClick: () => void;
}

/** What a window shows while notes are looked at or written: how far that is, and the way to end it. */
export function WorkWaiting({ says, done, total, button, onClick }: WorkWaitingProps): VNode {
	return (
		<>
			<p class="ratify-links-says" role="status">{total > 1 ? says.of({ done, total }) : says.some}</p>
			<progress class="ratify-links-progress" value={done} max={Math.max(1, total)} />
			<div class="modal-button-container"><button class="ratify-cancel" onClick={onClick}>{button}</button></div>
		</>
	);
}
