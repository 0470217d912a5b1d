import type * as Api from 'obsidian-api';
import { isRecord } from '../record';
import type { BasesEntry } from './bases-entry';
import { compileFormula } from './expression';

/** Whether a file belongs into a base. */
export type Filter = (entry: BasesEntry) => boolean;

/**
 * Compiles a filter of a base's file: a formula, or `and`, `or`, `not` around a list.
 * @throws SandboxGap for a formula that the sandbox cannot evaluate; Error for what is no filter
 */
export function compileFilter(filter: Api.BasesConfigFileFilter | undefined): Filter {
	if (filter === undefined || filter === null) return () => true;
	if (typeof filter === 'string') {
		const formula = compileFormula(filter);
		return entry => formula(entry).isTruthy();
	}
	return compileGroup(filter);
}

function compileGroup(filter: unknown): Filter {
	const [[kind, list] = ['', null], ...more] = isRecord(filter) ? Object.entries(filter) : [];
	if (more.length > 0 || !Array.isArray(list)) throw new Error('A filter is a formula, or one of "and", "or" and "not" with a list.');
	const filters = list.map((item: Api.BasesConfigFileFilter) => compileFilter(item));
	if (kind === 'and') return entry => filters.every(one => one(entry));
	if (kind === 'or') return entry => filters.some(one => one(entry));
	if (kind === 'not') return entry => !filters.some(one => one(entry));
	throw new Error(`"${kind}" is no filter.`);
}
