import type * as Api from 'obsidian-api';
import { parseYaml } from '../metadata/frontmatter';
import { isRecord } from '../record';

/** One view as a base's file has it; options of the view stand beside what the app knows. */
export interface BaseFileView {
	type: string;
	name: string;
	filters?: Api.BasesConfigFileFilter;
	groupBy?: unknown;
	order?: unknown;
	sort?: unknown;
	limit?: unknown;
	[option: string]: unknown;
}

/** What a `.base` file says. */
export interface BaseFile {
	filters?: Api.BasesConfigFileFilter;
	properties?: Record<string, Record<string, unknown>>;
	views: BaseFileView[];
	[other: string]: unknown;
}

/** Reads a base's file; an empty one has a table. @throws where it is no such file */
export function parseBaseFile(text: string): BaseFile {
	const data: unknown = text.trim() === '' ? {} : parseYaml(text);
	if (!isRecord(data)) throw new Error('A base is written as YAML with names and values.');
	const views = data['views'] ?? [{ type: 'table', name: 'Table' }];
	if (!Array.isArray(views) || views.length === 0) throw new Error('"views" is a list of at least one view.');
	return { ...data, views: views.map(readView) };
}

function readView(view: unknown): BaseFileView {
	if (!isRecord(view) || typeof view['type'] !== 'string') throw new Error('Each view of a base has a type.');
	return { ...view, type: view['type'], name: typeof view['name'] === 'string' ? view['name'] : view['type'] };
}
