import { prepareSimpleSearch } from '../interface/search';
import { evaluateFlag } from './setting-predicates';
import type { SettingDefinitionItem, SettingTab } from './setting-tab';

/** A row that a search found. */
export interface FoundSetting {
	readonly tab: SettingTab;
	/** The pages in which the row is, the outermost first. */
	readonly pages: readonly string[];
	readonly name: string;
	readonly desc: string;
}

interface Row {
	readonly pages: readonly string[];
	readonly name: string;
	readonly desc: string;
	readonly words: string;
}

/** What is hidden cannot be found, nor what is in it. */
function rowsOf(items: readonly SettingDefinitionItem[], pages: readonly string[] = []): Row[] {
	return items.filter(item => evaluateFlag(item.visible, true)).flatMap(item => {
		const inner = 'items' in item ? rowsOf(item.items ?? [], item.type === 'page' ? [...pages, item.name] : pages) : [];
		if (!('name' in item) || ('searchable' in item && !evaluateFlag(item.searchable, true))) return inner;
		const desc = typeof item.desc === 'string' ? item.desc : item.desc?.textContent ?? '';
		const aliases = 'aliases' in item ? item.aliases ?? [] : [];
		return [{ pages, name: item.name, desc, words: [item.name, desc, ...aliases].join(' ') }, ...inner];
	});
}

/** Rows of all tabs, pages included, whose name, description or aliases hold every word of the query. */
export function searchSettings(tabs: readonly SettingTab[], query: string): FoundSetting[] {
	const search = prepareSimpleSearch(query);
	return tabs.flatMap(tab => rowsOf(tab.settingItems).filter(row => search(row.words) !== null).map(({ pages, name, desc }) => ({ tab, pages, name, desc })));
}
