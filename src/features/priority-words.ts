import type { Priority } from '../core/task-tokens';

/** Priorities as the review names them. */
export const PRIORITY_WORDS: Readonly<Record<Priority, string>> = {
	highest: 'Highest',
	high: 'High',
	medium: 'Medium',
	low: 'Low',
	lowest: 'Lowest',
};
