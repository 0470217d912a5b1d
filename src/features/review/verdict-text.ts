import type { DecidedTask, Verdict } from '../../core/decided';
import { dayLabel } from '../due-label';

const WORDS: Readonly<Record<Verdict, readonly [said: string, when: string]>> = {
	open: ['You have this task', 'since'],
	confirmed: ['You confirmed this', 'on'],
	dismissed: ['You dismissed this', 'on'],
	done: ['You did this', 'on'],
	deleted: ['You deleted this', 'on'],
};

/** Says what became of a task that a proposal repeats: "You confirmed this on 12 Nov". @param today milliseconds since the epoch */
export function describeVerdict({ verdict, day }: DecidedTask, today: number): string {
	const [said, when] = WORDS[verdict];
	return day === null ? said : `${said} ${when} ${dayLabel(day, today)}`;
}

/**
 * Of the decided tasks that a row repeats, the one to be told of: one that was kept, since
 * what repeated it was put away with it; of several the latest, as far as they say when.
 */
export function mostTelling(decided: readonly DecidedTask[]): DecidedTask | null {
	const kept = decided.filter(({ verdict }) => KEPT.has(verdict));
	return (kept.length > 0 ? kept : decided).reduce<DecidedTask | null>((latest, task) => (latest && (latest.day ?? '') >= (task.day ?? '') ? latest : task), null);
}

const KEPT: ReadonlySet<Verdict> = new Set(['open', 'confirmed', 'done']);
