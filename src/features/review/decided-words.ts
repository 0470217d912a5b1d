import type { DecisionCount } from '../../core/decision-count';

/** Says what was decided today: "Today you confirmed 8 proposals, dismissed 3 and put away 2 duplicates." */
export function describeDecided({ confirmed, dismissed, putAway }: DecisionCount): string {
	const decided = [...(confirmed > 0 ? [['confirmed', confirmed] as const] : []), ...(dismissed > 0 ? [['dismissed', dismissed] as const] : [])];
	const parts = decided.map(([did, count], at) => `${did} ${at === 0 ? countOf(count, 'proposal') : count.toLocaleString('en')}`);
	if (putAway > 0) parts.push(`put away ${countOf(putAway, 'duplicate')}`);
	const last = parts.pop() ?? 'decided nothing';
	return `Today you ${parts.length > 0 ? `${parts.join(', ')} and ` : ''}${last}.`;
}

function countOf(count: number, what: string): string {
	return count === 1 ? `1 ${what}` : `${count.toLocaleString('en')} ${what}s`;
}
