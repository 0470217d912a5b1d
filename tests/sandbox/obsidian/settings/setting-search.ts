import { prepareSimpleSearch } from '../interface/search';
import type { SettingDefinitionItem, SettingTab } from './setting-tab';

/** A row that a search found. */
export interface FoundSetting {
	readonly tab: SettingTab;
	readonly name: string;
	readonly desc: string;
}

interface Row {
	readonly name: string;
	readonly desc: string;
	readonly words: string;
}

function isSearchable(flag: boolean | (() => boolean) | undefined): boolean {
	return typeof flag === 'function' ? flag() : flag ?? true;
}

function rowsOf(items: readonly SettingDefinitionItem[]): Row[] {
	return items.flatMap(item => {
		const inner = 'items' in item ? rowsOf(item.items ?? []) : [];
		if (!('name' in item) || ('searchable' in item && !isSearchable(item.searchable))) return inner;
		const desc = typeof item.desc === 'string' ? item.desc : item.desc?.textContent ?? '';
		const aliases = 'aliases' in item ? item.aliases ?? [] : [];
		return [{ name: item.name, desc, words: [item.name, desc, ...aliases].join(' ') }, ...inner];
	});
}

/** Rows of all tabs, pages included, whose name, description or aliases hold every word of the query. */
export function searchSettings(tabs: readonly SettingTab[], query: string): FoundSetting[] {
	const search = prepareSimpleSearch(query);
	return tabs.flatMap(tab => rowsOf(tab.settingItems).filter(row => search(row.words) !== null).map(({ name, desc }) => ({ tab, name, desc })));
}
