import type { SnapshotSource } from '../core/index-store';
import { isReady } from '../core/selectors';
import { selectTally } from '../core/tally';

/** Shows in the status bar how many decisions wait; a click opens the review. */
export function showStatusBar(el: HTMLElement, store: SnapshotSource, openReview: () => Promise<void>): () => void {
	el.addClass('ratify-status', 'mod-clickable');
	el.setAttribute('aria-label', 'Open review');
	el.setAttribute('data-tooltip-position', 'top');
	el.addEventListener('click', () => void openReview());
	const show = (): void => {
		const { snapshot } = store;
		el.toggleClass('ratify-hidden', !snapshot.settings.showStatusBar || !isReady(snapshot));
		if (isReady(snapshot)) el.setText(`${selectTally(snapshot).rows} to decide`);
	};
	show();
	return store.subscribe(show);
}
