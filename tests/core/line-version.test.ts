import fc from 'fast-check';
import { isVersionOf } from '../../src/core/line-version';
import { taskLines } from './task-arbitraries';

const END = '@Myself 📅 2026-11-27 ⏫ #task #proposed #auto';

describe('a line is a version of another', () => {
	test.each([
		['whose end was changed', 'Send Ana the list.', 'Send Ana the list today.'],
		['into which words came in several places', 'Send Ana the list of suppliers before Friday.', 'Send Ana and Ben the list of vetted suppliers before Friday.'],
		['of which a word was corrected', 'Send Ana the lsit of suppliers.', 'Send Ana the list of suppliers.'],
		['of which one word stayed, with others added', 'Invoice', 'Invoice for October, to Ben'],
		['that was cut short', 'Send Ana the list of suppliers before Friday, with the prices.', 'Send Ana the list.'],
		['written in capitals', 'send ana the list', 'SEND ANA THE LIST'],
		['in another script', 'Отправить Анне список', 'Отправить Анне новый список'],
		['with accents that are characters of their own', 'Cafe\u0301 tab: pay', 'Cafe\u0301 tab: pay now'],
	])('%s', (_what, before, now) => {
		expect(isVersionOf(`- [?] ${before} ${END}`, `- [?] ${now} ${END}`)).toBe(true);
		expect(isVersionOf(`- [?] ${before} ${END}`, `  * [x] ${now}`)).toBe(true);
	});

	test.each([
		['has its words, and all else is other', `- [?] Send Ana the list. ${END}`, '- [x] Send Ana the list. @Ben Okafor #done 📅 2027-01-01 ✅ 2026-12-01'],
		['is no task any more', `- [?] Send Ana the list. ${END}`, 'Send Ana the list.'],
		['has no words, and only its box is other', '- [?] @Ana #task', '- [x] @Ana #task'],
	])('that %s', (_what, before, now) => {
		expect(isVersionOf(before, now)).toBe(true);
	});
});

describe('a line is another task', () => {
	test.each([
		['and only tags and fields are the same', 'Send Ana the list.', 'Book a room.'],
		['that begins with the same word', 'Call Ana.', 'Call Ben.'],
		['of the same build', 'Send Ana the list.', 'Send Ben the invoice.'],
		['that shares half of its words', 'Ask Ben for the prices.', 'Ask Ana for a date.'],
		['that shares only parts of words', 'Plan', 'Planning the party'],
		['without words', 'Send Ana the list.', ''],
	])('%s', (_what, before, now) => {
		expect(isVersionOf(`- [?] ${before} ${END}`, `- [?] ${now} ${END}`)).toBe(false);
		expect(isVersionOf(`- [?] ${now} ${END}`, `- [?] ${before} ${END}`)).toBe(false);
	});

	test('that has no words either, and other tags', () => {
		expect(isVersionOf('- [?] @Ana #task', '- [?] @Ben #task')).toBe(false);
	});

	test('that is of the same person by name only, of several words', () => {
		expect(isVersionOf('- [?] Pay. @Ana Maria Ruiz Lopez #task', '- [?] Travel. @Ana Maria Ruiz Lopez #task')).toBe(false);
	});
});

test('every line is a version of itself, and whether one is of another does not depend on which came first', () => {
	fc.assert(fc.property(taskLines, taskLines, (one, other) => {
		expect(isVersionOf(one, one)).toBe(true);
		expect(isVersionOf(one, other)).toBe(isVersionOf(other, one));
	}));
});

test('lines of megabytes are compared in time linear in their length', () => {
	const long = `- [?] ${Array.from({ length: 200_000 }, (_, at) => `word${at}`).join(' ')} #task`;
	const start = performance.now();
	expect(isVersionOf(long, `${long} more`)).toBe(true);
	expect(performance.now() - start).toBeLessThan(5000);
});
