import { nameLexicon } from '../../src/core/name-lexicon';
import type { Person } from '../../src/core/person';
import { readWording } from '../../src/core/wording';

function person(name: string): Person {
	return { name, path: `People/${name}/README.md`, aliases: [], email: null, company: null, role: null, phone: null, lastContact: null, keyFacts: [] };
}

const names = nameLexicon([person('Ana Ruiz'), person('Mark Olsen'), person('Zoë Brandt')]);
const read = (text: string): ReturnType<typeof readWording> => readWording(text, names);
const keys = (text: string): string[] => read(text).terms.map(({ key }) => key);

describe('terms', () => {
	test.each([
		['Send the reports to all offices.', 'Send a report to the office'],
		['Renew “Café Lumière” lease — now', 'Renew "Cafe Lumiere" lease - now'],
		['Send [[Plans/Budget 3|the budget]] with **care**', 'Send the budget with care'],
		['Invoice of 96,808.14 EUR', 'Invoice of 96808.14 EUR'],
		['Order 120k units', 'Order 120,000 units'],
		['Buy 10GB of memory', 'Buy 10 GB of memory'],
		['Find space for 1,500 TB', 'Find space for 1.5 PB'],
		['Meet Mr Okafor', 'Meet Okafor'],
		['Invite twenty-five guests', 'Invite 25 guests'],
		['Meet on Jan 6', 'Meet on January 6, 2026'],
		['Meet on 6 January', 'Meet on 2026-01-06'],
		['Meet on 20.02.2026', 'Meet on February 20th'],
		['Call at 3pm', 'Call at 3:00 PM'],
	])('meet: %s, %s', (one, other) => {
		expect(keys(one)).toEqual(keys(other));
	});

	test('are each there once, in their order, without the words that hold a sentence together', () => {
		expect(keys('The agenda of the meeting, and the agenda for the board')).toEqual(['agenda', 'meet', 'board']);
	});

	test('tell ids from numbers with a unit', () => {
		expect(read('Ship 12 of QX58 and PO-7 in 3 days').terms.filter(({ kind }) => kind !== 'word').map(({ key, kind }) => `${kind} ${key}`)).toEqual(['number 12', 'id qx58', 'id po-7', 'number 3']);
	});

	test('are names where a capital stands within a sentence', () => {
		expect(read('Budget: Send Tidewell the list. Ask Nordvik.').terms.filter(({ isName }) => isName).map(({ key }) => key)).toEqual(['tidewel', 'nordvik']);
	});

	test('belong to the thing that is asked for', () => {
		expect(read('Book the room and send the invitations').terms.map(({ key, clause }) => `${clause} ${key}`)).toEqual(['0 book', '0 room', '1 send', '1 invit']);
	});
});

describe('what a text says beside', () => {
	test('days and times', () => {
		expect(read('Call on Jan 6 at 9 am or 2026-02-03 at 15:30').dates).toEqual(['01-06', '2026-02-03']);
		expect(read('Call at 9 am or at 15:30, not at 3:00').times).toEqual([{ minutes: 540, style: 'half' }, { minutes: 930, style: 'whole' }, { minutes: 180, style: 'either' }]);
	});

	test('persons, by whole names and first names, but no verb that is also a name', () => {
		expect(read('Mark the box, then ask Ana Ruiz and Zoe.').persons).toEqual(['ana ruiz', 'zoe']);
		expect(read('Ask Mark for the box.').persons).toEqual(['mark']);
	});

	test.each([['Send the list.', 'send'], ['Ana to review the list.', 'review'], ['Budget: schedule the call', 'schedule'], ['Make sure to send the list', 'send'], ['Grease the hinges', 'other']])('its verb: %s', (text, kind) => {
		expect(read(text).verb?.kind).toBe(kind);
	});

	test.each([['Do not send the list', true], ['Don’t send it', true], ['Send it without the list', true], ['Send the notes', false], ['Ask why it hasn\'t come', true], ['Ask whether or not it came', false], ['Send not only the list', false], ['Post the plan so that nobody comes without it', false]])('that it denies: %s', (text, isNegated) => {
		expect(read(text).isNegated).toBe(isNegated);
	});

	test('that it holds under a condition only', () => {
		const texts = ['If they refuse, call the lawyer', 'Once it is paid, ship it', 'Ship it once it is paid', 'When the roof is done, pay the builder', 'Ask whether they refuse', 'Call after the meeting'];
		expect(texts.map((text) => read(text).isConditional)).toEqual([true, true, true, true, false, false]);
	});
});

test.each(['', ' ', '🎉', '[[', '\ud800', '12345678901234567890', 'a'.repeat(100_000), '1,'.repeat(5000), '[['.repeat(5000)])('nothing breaks it: %#', (text) => {
	expect(() => read(text)).not.toThrow();
});
