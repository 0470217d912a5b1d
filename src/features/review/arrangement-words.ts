import type { GroupBy, SortBy } from '../../core/settings';

/** How rows can be grouped, in the order in which it is offered. */
export const GROUPINGS: readonly { readonly by: GroupBy; readonly icon: string }[] = [
	{ by: 'person', icon: 'users' },
	{ by: 'owner', icon: 'user' },
	{ by: 'source', icon: 'quote' },
	{ by: 'note', icon: 'file-text' },
	{ by: 'folder', icon: 'folder' },
	{ by: 'due', icon: 'calendar' },
	{ by: 'none', icon: 'list' },
];

/** How rows can be sorted, in the order in which it is offered. */
export const SORTINGS: readonly SortBy[] = ['newest', 'due', 'priority', 'size'];
