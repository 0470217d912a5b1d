import { actions, changes, consent } from './english/actions';
import { commands, controls, nothingDone } from './english/commands';
import { embed, filter, lines } from './english/filter';
import { outcomes, problems, recovery, work } from './english/outcomes';
import { card, linkNames, unknownPeople } from './english/people';
import { announcements, conflicts, draft, empty, group, groupings, history, keys, review, row, sections, sortings, verdicts } from './english/review';
import { settings } from './english/settings';
import { evidence, linkSources, sources } from './english/sources';
import { tidy } from './english/tidy';
import { dates, dayPicker, fields, owners, priorities } from './english/values';
import { LOCALE } from './english/writing';

/** All that the user reads, in English: the language in which it is written first. */
export const english = {
	locale: LOCALE,
	actions, changes, consent,
	commands, controls, nothingDone,
	filter, embed, lines,
	outcomes, recovery, work, problems,
	card, unknownPeople, linkNames,
	review, announcements, groupings, sortings, sections, empty, row, verdicts, group, draft, conflicts, history, keys,
	settings,
	evidence, sources, linkSources,
	tidy,
	dates, dayPicker, priorities, owners, fields,
};

/** What every language has to say, and of what it is made. */
export type Words = Said<typeof english>;

type Said<T> = T extends string ? string : T extends (...values: infer V) => string ? (...values: V) => string : { readonly [K in keyof T]: Said<T[K]> };
