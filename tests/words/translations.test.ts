import { readDay } from '../../src/core/day-words';
import { english, type Words } from '../../src/words/english';
import { german } from '../../src/words/german';
import { wordsIn } from '../../src/words/words';
import { COUNTS, isSaid, leavesOf, say } from './samples';

/** Each language, with what it may say just as English does: what is the same word in both, or no word at all. */
const TRANSLATIONS: readonly (readonly [name: string, words: Words, same: readonly string[]])[] = [
	['German', german, [
		'dates.time', 'priorities.normal', 'groupings.person.name', 'settings.groupBy.options.person', 'settings.mentionAs.options.mention',
		'row.headingIn', 'linkNames.link', 'actions.*.task', 'outcomes.doneTo',
	]],
];
const ENGLISH = leavesOf(english);

describe.each(TRANSLATIONS)('%s', (_name, words, same) => {
	const leaves = new Map(leavesOf(words).map((leaf) => [leaf.path, leaf]));
	const theirs = (path: string): (typeof ENGLISH)[number] => leaves.get(path) ?? { path, said: '' };

	test('says all that the English says, and nothing else', () => {
		expect([...leaves.keys()].sort()).toEqual(ENGLISH.map(({ path }) => path).sort());
		expect([...leaves.values()].filter((leaf) => COUNTS.some((count) => say(leaf, count).text.trim() === '')).map(({ path }) => path)).toEqual([]);
	});

	test('asks for the values that the English asks for, and says each of them', () => {
		const wrong = ENGLISH.flatMap((leaf) => COUNTS.flatMap((count) => {
			const [ours, other] = [say(leaf, count), say(theirs(leaf.path), count)];
			const missing = [...ours.asked].filter(([key, value]) => value !== 1 && isSaid(key, value, ours.text, 'en') && !isSaid(key, value, other.text, words.locale));
			const differs = String([...ours.asked.keys()].sort()) !== String([...other.asked.keys()].sort());
			return missing.length > 0 || differs ? [`${leaf.path} (${count}): ${other.text}`] : [];
		}));
		expect(wrong).toEqual([]);
	});

	test('is not English, but for the words that are the same', () => {
		const equal = ENGLISH.filter((leaf) => leaf.path !== 'locale' && COUNTS.some((count) => say(leaf, count).text === say(theirs(leaf.path), count).text)).map(({ path }) => path);
		const isNamed = (path: string): boolean => same.some((each) => each === path || each === path.replace(/^actions\.[^.]+/u, 'actions.*'));
		expect(equal.filter((path) => !isNamed(path))).toEqual([]);
	});

	test('tells one from several wherever the English does', () => {
		const deaf = ENGLISH.filter(({ path }) => !path.startsWith('dates.')).filter((leaf) => bare(say(leaf, 1).text, 1, 'en') !== bare(say(leaf, 2).text, 2, 'en')).filter(({ path }) => say(theirs(path), 1).text.replaceAll('1', '2') === say(theirs(path), 2).text);
		// A name is the same in this case whether it is one or several.
		expect(deaf.map(({ path }) => path).filter((path) => path !== 'linkNames.go')).toEqual([]);
	});

	test('names examples of days that can be typed', () => {
		const examples = [...`${words.dayPicker.hint({ question: '' })} ${words.keys.due} ${words.filter.noDay({ value: '' })}`.matchAll(/[“„]([^“„”]+)[”“]/gu)].map(([, said = '']) => said).filter((said) => said !== 'none');
		expect(examples.length).toBeGreaterThan(3);
		expect(examples.filter((said) => readDay(said, '2026-11-22') === null)).toEqual([]);
	});

	test('sets quotes and ends as the language does', () => {
		const all = [...leaves.values()].map((leaf) => say(leaf, 2).text);
		expect(all.filter((text) => /["']|\.\.\.|“[^”“]*”/u.test(text))).toEqual([]);
		const ends = (text: string): string => /[.?…:]$/u.exec(text)?.[0] ?? '';
		const differing = ENGLISH.filter((leaf) => ends(say(leaf, 2).text) !== ends(say(theirs(leaf.path), 2).text)).map(({ path }) => path);
		expect(differing.filter((path) => !path.startsWith('dates.') && !path.endsWith('.picked'))).toEqual([]);
	});
});

test('every English sentence says all the values it takes', () => {
	const silent = ENGLISH.flatMap((leaf) => {
		const all = COUNTS.map((count) => say(leaf, count));
		const keys = [...new Set(all.flatMap(({ asked }) => [...asked.keys()]))];
		return keys.filter((key) => !all.some(({ text, asked }) => isSaid(key, asked.get(key), text, 'en'))).map((key) => `${leaf.path}: ${key}`);
	});
	// Of these, the number only decides how the sentence goes on.
	expect(silent).toEqual(['linkNames.onlyUnsure: count', 'linkSources.title: notes']);
});

test('buttons, titles and sentences are in sentence case', () => {
	const named = /Tasks|Ratify|Ctrl|Shift|UTF|Zyx|Link source|@Name|OR\b|January|Friday|Jan\b|Dec\b|Source:|“/u;
	const wrong = ENGLISH.map((leaf) => ({ path: leaf.path, text: say(leaf, 2).text })).filter(({ text }) => !named.test(text) && /(?<![.?!:] )(?<!^)\b\p{Lu}\p{Ll}/u.test(text));
	expect(wrong.filter(({ path }) => !path.startsWith('empty.guide'))).toEqual([]);
});

test('the words follow the language of the app, and are English where they are not known in it', () => {
	expect([wordsIn('de'), wordsIn('de-AT'), wordsIn('en'), wordsIn('fr'), wordsIn('')].map(({ locale }) => locale)).toEqual(['de', 'de', 'en', 'en', 'en']);
});

test('days and numbers are written as each language writes them', () => {
	const date = new Date(2026, 0, 9, 8, 5);
	const said = [english, german].map(({ dates, row }) => [dates.weekday({ date }), dates.short({ date }), dates.shortWithYear({ date }), dates.long({ date }), dates.heading.day({ date }), dates.heading.dayWithYear({ date }), dates.time({ date }), dates.overdue({ days: 5 }), row.duplicates({ count: 12345 })]);
	expect(said).toEqual([
		['Friday', '9 Jan', '9 Jan 2026', 'Friday, 9 January', 'Friday 9 January', '9 January 2026', '08:05', '5 days overdue', '12,345 duplicates'],
		['Freitag', '9. Jan.', '9. Jan. 2026', 'Freitag, 9. Januar', 'Freitag, 9. Januar', '9. Januar 2026', '08:05', '5 Tage überfällig', '12.345 Duplikate'],
	]);
});

test.each([
	[{ confirmed: 8, dismissed: 3, putAway: 2 }, 'Today you confirmed 8 proposals, dismissed 3 and put away 2 duplicates.', 'Heute hast du 8 Vorschläge bestätigt, 3 verworfen und 2 Duplikate weggelegt.'],
	[{ confirmed: 1, dismissed: 0, putAway: 1 }, 'Today you confirmed 1 proposal and put away 1 duplicate.', 'Heute hast du 1 Vorschlag bestätigt und 1 Duplikat weggelegt.'],
	[{ confirmed: 0, dismissed: 1200, putAway: 0 }, 'Today you dismissed 1,200 proposals.', 'Heute hast du 1.200 Vorschläge verworfen.'],
])('what was decided today is said as one says it: %j', (count, inEnglish, inGerman) => {
	expect([english, german].map(({ empty }) => empty.decidedToday(count))).toEqual([inEnglish, inGerman]);
});

/** A text without the number in it. */
function bare(text: string, count: number, locale: string): string {
	return text.replaceAll(count.toLocaleString(locale), '#');
}
