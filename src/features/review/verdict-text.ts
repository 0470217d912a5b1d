import type { DecidedTask, Verdict } from '../../core/decided';
import { words } from '../../words/words';
import { dayLabel } from '../due-label';

/** Says what became of a task that a proposal repeats: "You confirmed this on 12 Nov". @param today milliseconds since the epoch */
export function describeVerdict({ verdict, day }: DecidedTask, today: number): string {
	const { said, since } = words.verdicts[verdict];
	return day === null ? said : since({ day: dayLabel(day, today) });
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
