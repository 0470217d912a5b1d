import type { Words } from '../english';
import { dateFormat, every, number } from './writing';

const weekday = dateFormat({ weekday: 'long' });
const short = dateFormat({ day: 'numeric', month: 'short' });
const shortWithYear = dateFormat({ day: 'numeric', month: 'short', year: 'numeric' });
const long = dateFormat({ weekday: 'long', day: 'numeric', month: 'long' });
const longWithYear = dateFormat({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
const dayWithYear = dateFormat({ day: 'numeric', month: 'long', year: 'numeric' });
const time = dateFormat({ hour: '2-digit', minute: '2-digit' });

export const dates: Words['dates'] = {
	today: 'heute',
	tomorrow: 'morgen',
	yesterday: 'gestern',
	overdue: ({ days }) => (days === 1 ? '1 Tag überfällig' : `${number(days)} Tage überfällig`),
	ahead: ({ days }) => (days === 1 ? 'morgen' : `in ${number(days)} Tagen`),
	ago: ({ days }) => (days === 1 ? 'gestern' : `vor ${number(days)} Tagen`),
	weekday: ({ date }) => weekday(date),
	short: ({ date }) => short(date),
	shortWithYear: ({ date }) => shortWithYear(date),
	long: ({ date }) => long(date),
	longWithYear: ({ date }) => longWithYear(date),
	heading: {
		today: 'Heute',
		yesterday: 'Gestern',
		day: ({ date }) => long(date),
		dayWithYear: ({ date }) => dayWithYear(date),
	},
	time: ({ date }) => time(date),
};

export const dayPicker: Words['dayPicker'] = {
	hint: ({ question }) => `${question} Auf Englisch, etwa „friday“, „in 10 days“, oder „2026-12-03“`,
	due: 'Wann ist es fällig?',
	noDue: 'Ohne Fälligkeit',
	hidden: 'Bis wann ausblenden?',
	none: 'So heißt kein Tag. Wörter für Tage sind englisch.',
	noneAhead: 'Das ist kein Tag nach heute.',
	offered: {
		'today': 'Heute',
		'tomorrow': 'Morgen',
		'monday': 'Montag',
		'in a week': 'In einer Woche',
		'in two weeks': 'In zwei Wochen',
		'in a month': 'In einem Monat',
	},
};

export const priorities: Words['priorities'] = {
	names: {
		highest: 'Höchste',
		high: 'Hoch',
		medium: 'Mittel',
		low: 'Niedrig',
		lowest: 'Niedrigste',
	},
	normal: 'Normal',
	named: ({ priority }) => `Priorität: ${priority.toLowerCase()}`,
	ask: 'Wie dringend ist es?',
	none: 'So heißt keine Priorität.',
};

export const owners: Words['owners'] = {
	me: 'Ich',
	nobody: 'Niemand zuständig',
	ask: 'Wer ist zuständig?',
	perhaps: ({ name }) => `Vielleicht ${name}`,
	several: ({ name, people }) => `${name}? ${number(people)} Personen`,
	notNamedYet: 'Noch ist niemand genannt',
	noNote: 'Zu dieser Person gibt es keine Notiz',
};

export const fields: Words['fields'] = {
	names: { owner: 'Zuständig', due: 'Fällig', priority: 'Priorität' },
	differ: ({ fields: differing }) => `${every(differing.map((field) => NOUNS[field]))} ${differing.length === 1 ? 'ist verschieden' : 'sind verschieden'}`,
	noDate: 'Kein Datum',
};

const NOUNS = { owner: 'Zuständigkeit', due: 'Fälligkeit', priority: 'Priorität' };
