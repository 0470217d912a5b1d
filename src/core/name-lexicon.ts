import { foldName, isPlaceholderName, type Person } from './person';
import type { NameLexicon } from './wording';

/** Which words of a sentence are names of people who have a note. */
export function nameLexicon(persons: readonly Person[]): NameLexicon {
	const names = persons.flatMap(({ name, aliases }) => [name, ...aliases]).map(foldName).filter((name) => !isPlaceholderName(name));
	const whole = new Set(names);
	const firsts = new Set(names.map((name) => name.split(' ', 1)[0] ?? ''));
	return { isFullName: (name) => whole.has(foldName(name)), isFirstName: (word) => firsts.has(foldName(word)) };
}
