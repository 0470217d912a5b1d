import type { GroupBy, SortBy } from './settings';

/** What a block of code in a note asks the review for. */
export interface EmbedSpec {
	readonly filter: string;
	/** How many rows are shown. */
	readonly limit: number;
	readonly groupBy: GroupBy;
	readonly sortBy: SortBy;
	/** Lines that can't be understood, and so are left out. */
	readonly problems: readonly string[];
}

const USUAL: EmbedSpec = { filter: '', limit: 20, groupBy: 'none', sortBy: 'newest', problems: [] };
const MOST_ROWS = 500;
const OPTION = /^\s*(limit|group|sort)\s*:\s*(.*?)\s*$/iu;
const GROUPS: ReadonlySet<string> = new Set<GroupBy>(['person', 'owner', 'source', 'note', 'folder', 'due', 'none']);
const SORTS: ReadonlySet<string> = new Set<SortBy>(['newest', 'due', 'priority', 'size']);

/** Reads the text of a block: `limit: 20`, `group: due` and `sort: priority` each in a line of its own; all other lines are the filter. */
export function parseEmbed(text: string): EmbedSpec {
	return text.split(/\r?\n/u).reduce(readLine, USUAL);
}

function readLine(spec: EmbedSpec, line: string): EmbedSpec {
	const [, name = '', value = ''] = OPTION.exec(line) ?? [];
	if (name === '') return { ...spec, filter: `${spec.filter} ${line}`.trim() };
	return readOption(spec, name.toLowerCase(), value.toLowerCase()) ?? { ...spec, problems: [...spec.problems, line.trim()] };
}

function readOption(spec: EmbedSpec, name: string, value: string): EmbedSpec | null {
	if (name === 'limit') return /^[1-9]\d{0,3}$/u.test(value) ? { ...spec, limit: Math.min(MOST_ROWS, Number(value)) } : null;
	if (name === 'group') return GROUPS.has(value) ? { ...spec, groupBy: value as GroupBy } : null;
	return SORTS.has(value) ? { ...spec, sortBy: value as SortBy } : null;
}
