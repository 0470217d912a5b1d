import type { Report } from './build-report';

const OWNER_WORDS: Readonly<Record<string, string>> = {
	owner: 'me',
	person: 'a person with a note',
	weak: 'probably a person with a note',
	ambiguous: 'one of several people',
	group: 'a group',
	placeholder: 'nobody yet (TBD and the like)',
	unknown: 'a name without a note',
	none: 'nobody named',
};

/** The report as a person reads it. */
export function summarize(report: Report): string {
	const owners = countBy(report.proposals, ({ owner }) => owner?.kind ?? 'none');
	const found = report.sources.filter((source) => source.target !== null).length;
	return [
		`${report.notes} notes, ${report.proposals.length} proposed tasks, ${report.groups.length} different ones`,
		'',
		...table('State', countBy(report.proposals, ({ status }) => `[${status}]`)),
		...table('Owner', new Map([...owners].map(([kind, count]) => [OWNER_WORDS[kind] ?? kind, count]))),
		`People   ${report.people.length} with a note of their own`,
		`Names    ${report.names.length} in notes, ${report.names.filter(({ kind }) => kind === 'unknown').length} of nobody known`,
		`Sources  ${report.sources.length} notes name one, ${found} found`,
		...(report.evidence ? [`Evidence ${report.evidence.filter(({ sure }) => sure).length} of ${report.evidence.length} proposals have a clear passage`] : []),
		`Time     ${Object.entries(report.timings).map(([step, ms]) => `${step} ${Math.round(ms)} ms`).join(', ')}`,
	].join('\n');
}

function countBy<T>(items: readonly T[], key: (item: T) => string): Map<string, number> {
	const counts = new Map<string, number>();
	for (const item of items) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1);
	return new Map([...counts].sort((a, b) => b[1] - a[1]));
}

function table(title: string, counts: ReadonlyMap<string, number>): string[] {
	const rows = [...counts].map(([name, count]) => `  ${String(count).padStart(6)}  ${name}`);
	return [title, ...rows, ''];
}
