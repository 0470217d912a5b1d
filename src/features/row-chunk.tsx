import type { ComponentChildren, VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

interface RowChunkProps {
	/** The id of the element that names the list. The app shows an `aria-label` of its own accord to whoever points at the rows. */
	readonly labelledBy: string;
	readonly count: number;
	/** Whether it must be drawn wherever it is, since the focused row is in it. */
	readonly isNeeded: boolean;
	readonly renderRows: () => ComponentChildren;
}

/** How far from the visible part of the list rows are drawn. */
const MARGIN = '800px';

/**
 * A list of rows that is drawn once it comes near the visible part of the review, and stays
 * drawn from then on. Until then it keeps its place with an estimated height.
 */
export function RowChunk({ labelledBy, count, isNeeded, renderRows }: RowChunkProps): VNode {
	const [isNear, setNear] = useState(false);
	const element = useRef<HTMLUListElement>(null);
	const wasDrawn = useRef(false);
	// Rows that vanished as the focus leaves them would let the list jump under the user's eyes.
	const isDrawn = wasDrawn.current || isNear || isNeeded;
	wasDrawn.current = isDrawn;
	useEffect(() => {
		if (!element.current || isDrawn) return;
		return watchApproach(element.current, () => setNear(true));
	}, [isDrawn]);
	return (
		<ul ref={element} class={`ratify-rows ${isDrawn ? '' : 'is-away'}`} aria-labelledby={labelledBy} style={{ '--ratify-row-count': count }}>
			{isDrawn && renderRows()}
		</ul>
	);
}

/** Calls back once an element is near; the function that it answers ends that. The view may stand in a window of its own. */
function watchApproach(element: HTMLElement, comesNear: () => void): () => void {
	const { IntersectionObserver } = element.win as Window & typeof window;
	const observer = new IntersectionObserver((entries) => {
		if (entries.some((entry) => entry.isIntersecting)) comesNear();
	}, { root: element.closest('.ratify-list'), rootMargin: MARGIN });
	observer.observe(element);
	return () => observer.disconnect();
}
