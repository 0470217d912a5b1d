import type { Priority } from '../../core/task-tokens';
import type { TaskValues } from '../../core/task-values';
import { dateFormat, every, number } from './writing';

const weekday = dateFormat({ weekday: 'long' });
const month = dateFormat({ month: 'long' });
const monthInShort = dateFormat({ month: 'short' });

/** Days, as a person would say them. */
export const dates = {
	today: 'today',
	tomorrow: 'tomorrow',
	yesterday: 'yesterday',
	overdue: ({ days }: { days: number }) => (days === 1 ? '1 day overdue' : `${number(days)} days overdue`),
	ahead: ({ days }: { days: number }) => (days === 1 ? 'tomorrow' : `in ${number(days)} days`),
	ago: ({ days }: { days: number }) => (days === 1 ? 'yesterday' : `${number(days)} days ago`),
	weekday: ({ date }: { date: Date }) => weekday(date),
	short: ({ date }: { date: Date }) => `${date.getDate()} ${monthInShort(date)}`,
	shortWithYear: ({ date }: { date: Date }) => `${date.getDate()} ${monthInShort(date)} ${date.getFullYear()}`,
	long: ({ date }: { date: Date }) => `${weekday(date)}, ${date.getDate()} ${month(date)}`,
	longWithYear: ({ date }: { date: Date }) => `${weekday(date)}, ${date.getDate()} ${month(date)} ${date.getFullYear()}`,
	/** The days of the history. */
	heading: {
		today: 'Today',
		yesterday: 'Yesterday',
		day: ({ date }: { date: Date }) => `${weekday(date)} ${date.getDate()} ${month(date)}`,
		dayWithYear: ({ date }: { date: Date }) => `${date.getDate()} ${month(date)} ${date.getFullYear()}`,
	},
	time: ({ date }: { date: Date }) => `${String(date.getHours()).padStart(2, '0')}:${String(date.getMinutes()).padStart(2, '0')}`,
};

/** Where a day is asked for. What is typed is read in English, whatever the language. */
export const dayPicker = {
	hint: ({ question }: { question: string }) => `${question} For instance “friday”, “in 10 days”, “3 Dec”`,
	due: 'When is it due?',
	noDue: 'No due date',
	hidden: 'Hide until when?',
	none: 'No day is called that.',
	noneAhead: 'That is no day after today.',
	offered: {
		'today': 'Today',
		'tomorrow': 'Tomorrow',
		'monday': 'Monday',
		'in a week': 'In a week',
		'in two weeks': 'In two weeks',
		'in a month': 'In a month',
	},
};

/** How urgent a task is. */
export const priorities = {
	names: {
		highest: 'Highest',
		high: 'High',
		medium: 'Medium',
		low: 'Low',
		lowest: 'Lowest',
	} satisfies Record<Priority, string>,
	normal: 'Normal',
	named: ({ priority }: { priority: string }) => `${priority} priority`,
	ask: 'How urgent is it?',
	none: 'No priority is called that.',
};

/** Whom a task is for. */
export const owners = {
	me: 'Me',
	nobody: 'No owner',
	ask: 'Whom is it for?',
	perhaps: ({ name }: { name: string }) => `Perhaps ${name}`,
	several: ({ name, people }: { name: string; people: number }) => `${name}? ${number(people)} people`,
	notNamedYet: 'Nobody is named yet',
	noNote: 'There is no note about this person',
};

/** The values of a task, and that tasks differ in some of them. */
export const fields = {
	names: { owner: 'Owner', due: 'Due', priority: 'Priority' } satisfies Record<keyof TaskValues, string>,
	differ: ({ fields: differing }: { fields: readonly (keyof TaskValues)[] }) => `${every(differing)} ${differing.length === 1 ? 'differs' : 'differ'}`,
	noDate: 'No date',
};
