import type { Words } from '../../src/words/english';

/** A sentence, a title or a button's name. */
export interface Leaf {
	/** "review.decisions" */
	readonly path: string;
	readonly said: string | ((values: Readonly<Record<string, unknown>>) => string);
}

/** All that a language says, by where it stands. */
export function leavesOf(words: Words): readonly Leaf[] {
	const leaves = (part: object, path: string): Leaf[] => Object.entries(part).flatMap(([key, said]: [string, unknown]): Leaf[] => {
		const place = path === '' ? key : `${path}.${key}`;
		return typeof said === 'object' && said !== null ? leaves(said, place) : [{ path: place, said: said as Leaf['said'] }];
	});
	return leaves(words, '');
}

/** Numbers that are put into sentences: none, one, several, and so many that they are grouped. */
export const COUNTS = [0, 1, 2, 1000];
const NUMBERS = ['count', 'duplicates', 'notes', 'people', 'days', 'shown', 'decided', 'total', 'done', 'confirmed', 'dismissed', 'putAway', 'lines', 'lineNumber'];
/** Texts that stand in no language's own words. */
const TEXTS = ['title', 'task', 'day', 'priority', 'question', 'name', 'grouping', 'sorting', 'words', 'command', 'heading', 'note', 'place', 'text', 'value', 'near', 'line', 'reason', 'keys', 'path', 'names', 'person', 'property'];
const TERMS = ['Zyx-one', 'Zyx-two', 'Zyx-three'];
/** Values for which each language has words of its own, so that they can't be found in what it says. */
const NAMED: Readonly<Record<string, (count: number) => unknown>> = {
	date: (count) => new Date(2026, 0, 9 + (count % 7), 13, 5),
	fields: (count) => (count === 1 ? ['due'] : ['due', 'owner', 'priority']),
	what: (count) => (count === 2 ? 'tasks' : 'lines'),
};

/** Parameters that are a number in some sentences and a text in others. */
const TEXT_IN: Readonly<Record<string, readonly string[]>> = {
	done: ['outcomes.doneTo', 'recovery'],
	notes: ['history.notesAndMore'],
};

/** What is put into one sentence: texts and numbers that can be found in it again. */
export function sampleFor(path: string, key: string, count: number): unknown {
	const isText = TEXT_IN[key]?.some((place) => path.startsWith(place)) ?? TEXTS.includes(key);
	if (isText) return `Zyx-${key}`;
	if (NUMBERS.includes(key)) return count;
	if (key === 'terms') return TERMS;
	const named = NAMED[key];
	if (named) return named(count);
	throw new Error(`${path} takes “${key}”: say in samples.ts what that is.`);
}

/** Whether a text says a value; a number as the language writes it. What each language has words of its own for is taken to be said. */
export function isSaid(key: string, value: unknown, text: string, locale: string): boolean {
	if (key in NAMED) return true;
	if (Array.isArray(value)) return value.every((part) => isSaid(key, part, text, locale));
	return typeof value === 'number' ? text.includes(value.toLocaleString(locale)) : text.toLowerCase().includes(String(value).toLowerCase());
}

/** What a sentence says of a sample, and which values it has asked for. */
export function say({ path, said }: Leaf, count: number): { readonly text: string; readonly asked: ReadonlyMap<string, unknown> } {
	const asked = new Map<string, unknown>();
	if (typeof said === 'string') return { text: said, asked };
	const values = new Proxy({}, {
		get: (_target, key) => {
			const value = sampleFor(path, String(key), count);
			asked.set(String(key), value);
			return value;
		},
	});
	return { text: said(values), asked };
}
