import type { SectionKind } from '../../core/sections';
import type { GroupBy, SortBy } from '../../core/settings';

/** Headings of sections without a name of their own. */
export const SECTION_WORDS: Readonly<Record<Exclude<SectionKind, 'named'>, string>> = {
	mine: 'Me',
	nobody: 'No owner',
	overdue: 'Overdue',
	today: 'Due today',
	week: 'Due within a week',
	later: 'Due later',
	undated: 'No due date',
	root: 'Top folder',
	all: 'All',
	other: 'Other notes',
	repeated: 'Repeats of what you decided',
};

/** How rows can be grouped, in the order in which it is offered. */
export const GROUPINGS: readonly { readonly by: GroupBy; readonly icon: string; readonly name: string; readonly words: string }[] = [
	{ by: 'person', icon: 'users', name: 'Person', words: 'by person' },
	{ by: 'owner', icon: 'user', name: 'Owner', words: 'by owner' },
	{ by: 'source', icon: 'quote', name: 'Source', words: 'by source' },
	{ by: 'note', icon: 'file-text', name: 'Note', words: 'by note' },
	{ by: 'folder', icon: 'folder', name: 'Folder', words: 'by folder' },
	{ by: 'due', icon: 'calendar', name: 'Due date', words: 'by due date' },
	{ by: 'none', icon: 'list', name: 'Not grouped', words: 'in one list' },
];

/** How rows can be sorted, in the order in which it is offered. */
export const SORTINGS: readonly { readonly by: SortBy; readonly name: string }[] = [
	{ by: 'newest', name: 'Newest note first' },
	{ by: 'due', name: 'Due first' },
	{ by: 'priority', name: 'Most urgent first' },
	{ by: 'size', name: 'Most duplicates first' },
];
