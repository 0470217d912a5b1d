import type { Words } from './english';
import { actions, changes, consent } from './german/actions';
import { commands, controls, nothingDone } from './german/commands';
import { embed, filter, lines } from './german/filter';
import { outcomes, problems, recovery, work } from './german/outcomes';
import { card, linkNames, unknownPeople } from './german/people';
import { announcements, conflicts, draft, empty, group, groupings, history, keys, review, row, sections, sortings, verdicts } from './german/review';
import { settings } from './german/settings';
import { evidence, linkSources, sources } from './german/sources';
import { tidy } from './german/tidy';
import { dates, dayPicker, fields, owners, priorities } from './german/values';
import { LOCALE } from './german/writing';

/** All that the user reads, in German. */
export const german: Words = {
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

