import type { Outcome } from '../../obsidian/outcome';
import { words } from '../../words/words';
import { describeOutcome } from '../outcome-text';

/** What of the review those are told who hear it. */
export interface Heard {
	readonly outcome: Outcome | null;
	/** Notes that are being read or written; 0 where nothing is at work. */
	readonly atWork: number;
	/** "3 of 16 decisions"; null until the vault is read. */
	readonly count: string | null;
	readonly selected: number;
}

/** Says what is new since the last time anything was said; null where nothing is, or it is not over yet. */
export function announce(before: Heard, now: Heard): string | null {
	if (now.atWork > 1) return before.atWork > 1 ? null : words.announcements.atWork({ notes: now.atWork });
	if (now.atWork > 0) return null;
	if (now.outcome && now.outcome !== before.outcome) return [describeOutcome(now.outcome).summary, sayLeft(now)].filter((part) => part !== '').join(' ');
	if (now.selected !== before.selected) return words.announcements.selected({ count: now.selected });
	return now.count === before.count ? null : sayLeft(now);
}

/** What the latest outcome left undone, and why; empty where it did all. */
export function warn({ outcome }: Heard): string {
	return outcome ? describeOutcome(outcome).problems.join(' ') : '';
}

function sayLeft({ count }: Heard): string {
	return count === null ? '' : words.announcements.left({ text: count });
}
