import type { TaskEntry } from '../../src/core/duplicates';
import { NOBODY } from '../../src/core/veto';
import { Random } from '../soak/random';

const TASKS_A_TOPIC = 12;
const WORDINGS_A_TASK = 2.5;

const SYLLABLES = 'ba cor del fen gri hal ist jor kel lum mar nor ost pel qua rin sol tam ulv ven wes yor zan bri cha dro fla gla'.split(' ');
const VERBS = [['Send', 'Share', 'Forward'], ['Review', 'Check', 'Go through'], ['Schedule', 'Arrange', 'Set up'], ['Draft', 'Write', 'Prepare'], ['Confirm', 'Verify', 'Make sure of'], ['Ask for', 'Request', 'Get'], ['Discuss', 'Talk about', 'Go over'], ['Decide on', 'Choose', 'Agree on']];
const THINGS = 'contract budget agenda invoice report schedule offer slides roadmap shortlist drawing forecast licence survey backlog manual sample warranty audit prototype'.split(' ');
const ENDS = ['before the next meeting', 'by Friday', 'for the board', 'as agreed in the call', 'so that the work can start', 'together with the team', 'before the end of the month', 'and report back'];

/**
 * Proposals as a pipeline writes them: each task in two or three wordings, twelve tasks a
 * topic, and so many topics as that takes. The same seed makes the same.
 */
export function proposedTasks(count: number, seed = 1): TaskEntry[] {
	const random = new Random(seed);
	const entries: TaskEntry[] = [];
	const topics = Math.ceil(count / TASKS_A_TOPIC / WORDINGS_A_TASK);
	for (let topic = 0; topic < topics; topic++) {
		const names = [coin(random, topic), coin(random, topic + topics), coin(random, topic + 2 * topics)];
		for (let task = 0; task < TASKS_A_TOPIC; task++) entries.push(...wordings(random, names, entries.length));
	}
	return entries.slice(0, count);
}

/** A name that no other number has. */
function coin(random: Random, number: number): string {
	const parts = [number, Math.floor(number / SYLLABLES.length), Math.floor(number / SYLLABLES.length ** 2)].map((part) => SYLLABLES[part % SYLLABLES.length] ?? '');
	const name = parts.join('') + (random.pick(SYLLABLES) ?? '');
	return name.charAt(0).toUpperCase() + name.slice(1);
}

function wordings(random: Random, names: readonly string[], from: number): TaskEntry[] {
	const [verbs = [], thing, other, name, about] = [random.pick(VERBS), random.pick(THINGS), random.pick(THINGS), random.pick(names), random.pick(names)];
	const count = 2 + random.below(2);
	return Array.from({ length: count }, (_, at) => {
		const end = random.chance(0.5) ? ` ${random.pick(ENDS)}` : '';
		const text = at === 1
			? `${verbs[at % verbs.length]} the ${name} ${thing} and the ${about} ${other}${end}.`
			: `${verbs[at % verbs.length]} the ${thing} of ${name} with the ${other} for ${about}${end}.`;
		return { key: `n${Math.floor((from + at) / 10)}\n${from + at}`, text, owner: NOBODY };
	});
}
