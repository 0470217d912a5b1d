import type { ActionId } from '../../core/actions';
import type { TaskValues } from '../../core/task-values';
import { counted, number } from './writing';

/** What can be said of a decision, made of its name. @param name imperative, as on a button @param done as reported afterwards */
function action(name: string, done: string) {
	return {
		name,
		done,
		one: `${name} proposed task`,
		some: ({ count }: { count: number }) => `${name} ${counted(count, 'proposed task', 'proposed tasks')}`,
		inNote: `${name} all proposed tasks in this note`,
		picked: `${name} a proposed task…`,
		all: `${name} all`,
		allOf: ({ title }: { title: string }) => `${name} all of ${title}`,
		task: ({ task }: { task: string }) => `${name}: ${task}`,
		count: ({ count }: { count: number }) => (count === 1 ? name : `${name} ${number(count)}`),
		rest: ({ count }: { count: number }) => `${name} the other ${count === 1 ? 'one' : number(count)}`,
		ask: ({ count }: { count: number }) => `${name} ${count === 1 ? 'this proposed task' : `${number(count)} proposed tasks`}?`,
	};
}

/** The decisions, each as it is named wherever it is offered, and as it is reported. */
export const actions = {
	'confirm': action('Confirm', 'Confirmed'),
	'dismiss': action('Dismiss', 'Dismissed'),
	'put-away': action('Put away', 'Put away'),
	'keep': action('Change', 'Changed'),
	'hide': action('Hide', 'Hidden'),
} satisfies Record<ActionId, unknown>;

/** What is said before many lines are decided at once. */
export const consent = {
	back: 'You can take this back in one step.',
	putAway: ({ duplicates, count }: { duplicates: number; count: number }) =>
		`${counted(duplicates, 'duplicate is', 'duplicates are')} put away with ${count === 1 ? 'it' : 'them'}.`,
};

/** What of a task can be changed beside its words: as menus and commands offer it, and as it is reported. */
export const changes = {
	menu: {
		owner: 'Change owner…',
		due: 'Change due date…',
		priority: 'Change priority…',
		hidden: 'Hide until…',
	} satisfies Record<keyof TaskValues | 'hidden', string>,
	command: {
		owner: 'Change owner of proposed task',
		due: 'Change due date of proposed task',
		priority: 'Change priority of proposed task',
		hidden: 'Hide proposed task until a day',
	} satisfies Record<keyof TaskValues | 'hidden', string>,
	assigned: 'Assigned',
	ownerRemoved: 'Owner removed',
	due: ({ day }: { day: string }) => `Due ${day}`,
	dueRemoved: 'Due date removed',
	priority: ({ priority }: { priority: string }) => `Priority ${priority.toLowerCase()}`,
	priorityRemoved: 'Priority removed',
	hidden: ({ day }: { day: string }) => `Hidden until ${day}`,
	textChanged: 'Text changed',
	nameDoesNotFit: 'This name can’t be written into the line so that it would be read as the owner.',
	valueDoesNotFit: 'This can’t be written into the line so that the rest of it stays as it is.',
	dayDoesNotFit: 'The day can’t be written into the line so that the rest of it stays as it is.',
};
