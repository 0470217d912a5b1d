import type * as Api from 'obsidian-api';
import { isRecord } from '../record';
import type { BaseFile, BaseFileView } from './base-file';
import type { BasesView } from './bases-view';
import { compileFormula } from './expression';
import { defaultPropertyName, toPropertyId } from './property-id';
import { NullValue, type Value } from './value';

/** Names that the app itself reads in a view; all others are the view's own options. */
const RESERVED = new Set(['type', 'name', 'filters', 'groupBy', 'order', 'sort', 'limit', 'summaries']);

/** How the user has set up one view of a base. */
export class BasesViewConfig implements Omit<Api.BasesViewConfig, 'getEvaluatedFormula'> {
	/** @param changed told after `set` */
	constructor(private readonly base: BaseFile, private readonly view: BaseFileView, private readonly changed: () => void) {}

	get name(): string {
		return this.view.name;
	}

	/** An option as it was set, undefined where it was not: defaults are for the control that shows it. */
	get(key: string): unknown {
		return RESERVED.has(key) ? undefined : this.view[key];
	}

	getAsPropertyId(key: string): Api.BasesPropertyId | null {
		const value = this.get(key);
		return typeof value === 'string' && value !== '' ? toPropertyId(value) : null;
	}

	/** An option as a formula, for the active file; null where there is none, or no formula. */
	getEvaluatedFormula(view: BasesView, key: string): Value {
		const text = this.get(key);
		const entry = view.activeEntry();
		return typeof text === 'string' && text !== '' && entry !== null ? compileFormula(text)(entry) : NullValue.value;
	}

	/** Stores an option in the base's file; null takes it out. */
	set(key: string, value: unknown): void {
		if (RESERVED.has(key)) throw new Error(`"${key}" is not an option of the view.`);
		if (value === null || value === undefined) delete this.view[key];
		else this.view[key] = value;
		this.changed();
	}

	getOrder(): Api.BasesPropertyId[] {
		const { order } = this.view;
		return Array.isArray(order) ? order.filter(name => typeof name === 'string').map(toPropertyId) : ['file.name'];
	}

	getSort(): Api.BasesSortConfig[] {
		const { sort } = this.view;
		return Array.isArray(sort) ? sort.flatMap(readSort) : [];
	}

	getDisplayName(propertyId: Api.BasesPropertyId): string {
		const own = this.base.properties ?? {};
		const config = own[propertyId] ?? own[propertyId.replace(/^note\./, '')];
		const name = config?.['displayName'];
		return typeof name === 'string' ? name : defaultPropertyName(propertyId);
	}

	/** By what the rows are grouped; null for not at all. */
	getGroupBy(): Api.BasesSortConfig | null {
		return readSort(this.view.groupBy)[0] ?? null;
	}

	/** How many rows show at most. */
	getLimit(): number {
		return typeof this.view.limit === 'number' && this.view.limit > 0 ? this.view.limit : Infinity;
	}
}

function readSort(sort: unknown): Api.BasesSortConfig[] {
	if (!isRecord(sort) || typeof sort['property'] !== 'string') return [];
	return [{ property: toPropertyId(sort['property']), direction: sort['direction'] === 'DESC' ? 'DESC' : 'ASC' }];
}
