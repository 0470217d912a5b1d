import type * as Api from 'obsidian-api';
import { BasesEntry, BasesEntryGroup } from './bases-entry';
import type { BasesViewConfig } from './bases-view-config';
import { compareValues } from './expression';
import type { QueryController } from './query-controller';
import { summarize } from './summaries';
import { NullValue, Value } from './value';

/** The rows of a base: sorted, limited, and made anew whenever anything changes. */
export class BasesQueryResult implements Omit<Api.BasesQueryResult, 'data' | 'groupedData' | 'getSummaryValue'> {
	readonly data: BasesEntry[];

	constructor(entries: readonly BasesEntry[], private readonly config: BasesViewConfig) {
		const sorts = config.getSort();
		this.data = [...entries].sort((a, b) => compareEntries(a, b, sorts)).slice(0, config.getLimit());
	}

	/** The rows by the value of the property that groups them; one group without a key where nothing groups. */
	get groupedData(): BasesEntryGroup[] {
		const by = this.config.getGroupBy();
		if (by === null) return [new BasesEntryGroup(undefined, this.data)];
		const groups: BasesEntryGroup[] = [];
		for (const entry of this.data) {
			const key = valueOf(entry, by.property);
			const group = groups.find(one => Value.equals(one.key ?? null, key));
			if (group === undefined) groups.push(new BasesEntryGroup(key, [entry]));
			else group.entries.push(entry);
		}
		return groups.sort((a, b) => directed(by, compareValues(a.key ?? NullValue.value, b.key ?? NullValue.value)));
	}

	get properties(): Api.BasesPropertyId[] {
		return this.config.getOrder();
	}

	getSummaryValue(_controller: QueryController, entries: BasesEntry[], prop: Api.BasesPropertyId, summaryKey: string): Value {
		return summarize(summaryKey, entries.map(entry => valueOf(entry, prop)));
	}
}

function valueOf(entry: BasesEntry, property: Api.BasesPropertyId): Value {
	return entry.getValue(property) ?? NullValue.value;
}

function directed({ direction }: Api.BasesSortConfig, order: number): number {
	return direction === 'DESC' ? -order : order;
}

function compareEntries(a: BasesEntry, b: BasesEntry, sorts: readonly Api.BasesSortConfig[]): number {
	for (const sort of sorts) {
		const order = directed(sort, compareValues(valueOf(a, sort.property), valueOf(b, sort.property)));
		if (order !== 0) return order;
	}
	return a.file.path.localeCompare(b.file.path, 'en', { numeric: true });
}
