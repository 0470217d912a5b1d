import type { SnapshotSource } from '../core/index-store';
import { isReady } from '../core/selectors';
import { selectTally } from '../core/tally';
import { words } from '../words/words';

/** Shows in the status bar how many decisions wait; a click opens the review. */
export function showStatusBar(el: HTMLElement, store: SnapshotSource, openReview: () => Promise<void>): () => void {
	el.addClass('ratify-status', 'mod-clickable');
	el.setAttribute('aria-label', words.review.open);
	el.setAttribute('data-tooltip-position', 'top');
	el.addEventListener('click', () => void openReview());
	const show = (): void => {
		const { snapshot } = store;
		el.toggleClass('ratify-hidden', !snapshot.settings.showStatusBar || !isReady(snapshot));
		if (isReady(snapshot)) el.setText(words.review.statusBar({ count: selectTally(snapshot).rows }));
	};
	show();
	return store.subscribe(show);
}
