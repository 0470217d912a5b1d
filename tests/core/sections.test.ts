import { Groups } from '../../src/core/groups';
import { readIndexedNote } from '../../src/core/indexed-note';
import { IndexStore, type Snapshot } from '../../src/core/index-store';
import { parseQuery } from '../../src/core/query';
import { Arrangement, type Scope } from '../../src/core/sections';
import { selectProposals } from '../../src/core/selectors';
import { DEFAULT_STATUSES } from '../../src/core/status';
import type { Group } from '../../src/core/task-node';
import { noteFrom } from './note-text';

const TODAY = '2026-11-24';

const NOTES: Record<string, readonly [text: string, frontmatter?: Record<string, unknown>]> = {
	'People/Ana Ruiz/README.md': ['', { type: 'people' }],
	'Work/2026-11-20 Plan.md': ['- [?] Send the list @Me 📅 2026-11-20 ⏫ #task #auto\n- [?] Call the hall @Ana Ruiz 📅 2026-11-24 #task #work/hall\n- [?] Paint @Ben 🛫 2027-01-01 #task', { person: 'Ana Ruiz', source_file: 'Mail/plan.eml.md', date: '2026-11-20' }],
	'Mail/plan.eml.md': ['the mail'],
	'Home/2026-11-10 Flat.md': ['- [?] Fix the door 📅 2026-11-28 🔽 #task\n- [?] Send that list @Me 📅 2027-02-01 #task', { date: '2026-11-10' }],
	'Loose.md': ['- [?] Nothing said #task'],
};

function snapshot(): Snapshot {
	const store = new IndexStore(() => undefined);
	store.update({ today: TODAY, notes: Object.entries(NOTES).map(([path, [text, fields]]) => readIndexedNote(noteFrom(path, text, fields ?? null), DEFAULT_STATUSES)) });
	const keys = selectProposals(store.snapshot).filter(({ text }) => /^Send/u.test(text)).map(({ key }) => key);
	const group: Group = { id: 'lists', members: keys };
	store.update({ groups: Groups.of(keys.map((key) => [key, group])) });
	return store.snapshot;
}

/** First words of the rows, by heading. */
function shown(filter: string, how: Partial<Scope> = {}): Record<string, string[]> {
	const found = Arrangement.of(snapshot(), { groupBy: 'none', sortBy: 'newest', query: parseQuery(filter, { today: TODAY }), ...how }).sections;
	return Object.fromEntries(found.map(({ kind, title, rows }) => [title ?? kind, rows.map(({ proposal }) => proposal.text.split(' ')[0] ?? '')]));
}

const rows = (filter: string): string[] => shown(filter)['all'] ?? [];

describe('the filter', () => {
	test.each([
		['', ['Send', 'Call', 'Fix', 'Nothing']],
		['list', ['Send']],
		['door OR hall', ['Call', 'Fix']],
		['-list', ['Call', 'Fix', 'Nothing']],
		['owner:me', ['Send']],
		['owner:none', ['Fix', 'Nothing']],
		['-owner:none', ['Send', 'Call']],
		['owner:ruiz', ['Call']],
		['person:"ana ruiz"', ['Call']],
		['source:plan', ['Send', 'Call']],
		['source:none', ['Fix', 'Nothing']],
		['note:flat', ['Send', 'Fix']],
		['path:home/', ['Send', 'Fix']],
		['tag:auto', ['Send']],
		['tag:work', ['Call']],
		['tag:wor', []],
		['due:none', ['Nothing']],
		['due:<2026-11-25', ['Send', 'Call']],
		['due:2026-11', ['Send', 'Call', 'Fix']],
		['overdue', ['Send']],
		['due:today', ['Call']],
		['priority:high', ['Send']],
		['priority:none', ['Call', 'Nothing']],
		['has:duplicates', ['Send']],
		['-has:duplicates has:due', ['Call', 'Fix']],
		['has:evidence', ['Send', 'Call']],
		['created:2026-11-20', ['Send', 'Call']],
		['created:none', ['Nothing']],
		['hidden', ['Paint']],
		['hidden OR door', ['Paint', 'Fix']],
		['owner:me OR owner:none due:none', ['Nothing']],
		['due:whenever', ['Send', 'Call', 'Fix', 'Nothing']],
	])('“%s”', (filter, expected) => {
		expect(rows(filter)).toEqual(expected);
	});

	test('goes by the owner, day and priority that the row shows, not by what an older of its proposals says', () => {
		expect(rows('due:2027-02-01')).toEqual([]);
		expect(rows('due:2026-11-20')).toEqual(['Send']);
	});
});

describe('rows are grouped', () => {
	test.each([
		['owner', { mine: ['Send'], 'Ana Ruiz': ['Call'], nobody: ['Fix', 'Nothing'] }],
		['due', { overdue: ['Send'], today: ['Call'], week: ['Fix'], undated: ['Nothing'] }],
		['folder', { Work: ['Send', 'Call'], Home: ['Fix'], root: ['Nothing'] }],
		['none', { all: ['Send', 'Call', 'Fix', 'Nothing'] }],
		['person', { 'Ana Ruiz': ['Send', 'Call'], other: ['Fix', 'Nothing'] }],
	] as const)('by %s', (groupBy, expected) => {
		expect(shown('', { groupBy })).toEqual(expected);
	});

	test('by due date in the order of time, whatever the order within', () => {
		expect(Object.keys(shown('', { groupBy: 'due', sortBy: 'size' }))).toEqual(['overdue', 'today', 'week', 'undated']);
	});
});

describe('rows are sorted', () => {
	test.each([
		['newest', ['Send', 'Call', 'Fix', 'Nothing']],
		['due', ['Send', 'Call', 'Fix', 'Nothing']],
		['priority', ['Send', 'Call', 'Nothing', 'Fix']],
		['size', ['Send', 'Call', 'Fix', 'Nothing']],
	] as const)('by %s', (sortBy, expected) => {
		expect(shown('', { sortBy })['all']).toEqual(expected);
	});

	test('before they are grouped, so that headings stand in that order, too', () => {
		expect(Object.keys(shown('-list', { groupBy: 'folder', sortBy: 'due' }))).toEqual(['Work', 'Home', 'root']);
		expect(Object.keys(shown('-list -hall', { groupBy: 'folder', sortBy: 'priority' }))).toEqual(['root', 'Home']);
	});
});
