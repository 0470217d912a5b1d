import { findDifference } from '../../src/core/difference';
import { nameLexicon } from '../../src/core/name-lexicon';
import type { Person } from '../../src/core/person';
import { findOtherVeto, findPlainVeto, isSamePerson, NOBODY, ownerIdentity, type OwnerIdentity } from '../../src/core/veto';
import { readWording } from '../../src/core/wording';

function person(name: string, folder = 'People'): Person {
	return { name, path: `${folder}/${name}/README.md`, aliases: [], email: null, company: null, role: null, phone: null, lastContact: null, keyFacts: [] };
}

const names = nameLexicon([person('Ana Ruiz'), person('Ben Okafor')]);

function veto(one: string, other: string, owners: readonly [OwnerIdentity, OwnerIdentity] = [NOBODY, NOBODY]): string | null {
	const [first, second] = [one, other].map((text, at) => ({ wording: readWording(text, names), owner: owners[at] ?? NOBODY }));
	if (!first || !second) return null;
	return findPlainVeto(first, second) ?? findOtherVeto(first, second, findDifference(first.wording, second.wording));
}

test.each([
	['negation', 'Send the list to the board', 'Do not send the list to the board'],
	['condition', 'Call the lawyer about clause 9', 'If they refuse, call the lawyer about clause 9'],
	['verb', 'Schedule the design review', 'Attend the design review'],
	['contrary', 'Enable the new login for all guests', 'Disable the new login for all guests'],
	['date', 'Prepare the call on Jan 6', 'Prepare the call on January 13'],
	['time', 'Move the call to 9 am', 'Move the call to 11 am'],
	['id', 'Close ticket AB-1204 of the caterer', 'Close ticket AB-1310 of the caterer'],
	['number', 'Order 12 chairs for the hall', 'Order 40 chairs for the hall'],
	['number', 'Fit one contact on chamber 7 as a trial for a month', 'Fit one contact on chamber 3 in winter if the trial holds well'],
	['person', 'Ask Ana Ruiz for the figures of the quarter', 'Ask Ben for the figures of the quarter'],
	['verb', 'Get the approval of the board to paint the hall', 'Paint the hall, which the board has approved'],
	['part', 'Prepare the cost section of the bid', 'Prepare the bid'],
	['substitution', 'Prepare the bundle for the hearing on Thursday', 'Prepare the bundle for the hearing on Tuesday'],
	['substitution', 'Send the caterer the list', 'Send the caterer the menu'],
	['substitution', 'Review the contact list of the caterer', 'Review the contract list of the caterer'],
	['part', 'Book the room', 'Book the room and order cake for thirty guests'],
])('%s: "%s" and "%s"', (expected, one, other) => {
	expect([veto(one, other), veto(other, one)]).toEqual([expected, expected]);
});

test.each([
	['Send the list to the board', 'Forward the list to the board'],
	['Meet on Jan 6 about the plan', 'Meet on 2026-01-06 about the plan'],
	['Order 120k leaflets', 'Order 120,000 leaflets'],
	['Ask Ana for the figures', 'Ask Ana Ruiz for the figures'],
	['Call at 3:00 about the plan', 'Call at 3 pm about the plan'],
	['Send the final list', 'Send the list'],
	['Check with the caterer whether the hall is free', 'Ask the caterer if the hall is free'],
	['Conduct an investigation into the leak', 'Investigate the leak'],
	['Publish the runbook on the wiki so that nobody has to call', 'Publish the runbook on the wiki'],
	['Renew the certificate of the caterer', 'Renew the certifcate of the caterer'],
])('nothing keeps apart "%s" and "%s"', (one, other) => {
	expect([veto(one, other), veto(other, one)]).toEqual([null, null]);
});

describe('owners', () => {
	const ana: OwnerIdentity = { path: 'People/Ana Ruiz/README.md', names: ['ana ruiz'] };
	const ben: OwnerIdentity = { path: 'People/Ben Okafor/README.md', names: ['ben okafor'] };

	test('that are two people keep tasks apart; nobody is no one else', () => {
		expect(veto('Hand in the time sheet', 'Hand in the time sheet', [ana, ben])).toBe('owner');
		expect(veto('Hand in the time sheet', 'Hand in the time sheet', [ana, NOBODY])).toBeNull();
	});

	test('two people of one name are two', () => {
		expect(veto('Call back', 'Call back', [ana, { ...ana, path: 'Other/People/Ana Ruiz/README.md' }])).toBe('owner');
	});

	test('a group is whoever of it is the other', () => {
		const both = ownerIdentity('Ana Ruiz and Ben Okafor', { kind: 'group', members: [] });
		expect(veto('Call back', 'Call back', [both, ben])).toBeNull();
	});

	test('placeholders are nobody', () => {
		expect(ownerIdentity('TBD', { kind: 'placeholder' })).toBe(NOBODY);
		expect(ownerIdentity(null, null)).toBe(NOBODY);
	});

	test('the vault\'s owner is one, by whatever name', () => {
		expect(ownerIdentity('Myself', { kind: 'owner' })).toEqual(ownerIdentity('Me', { kind: 'owner' }));
	});
});

test.each([
	['ana ruiz', 'ana', true], ['ana ruiz', 'anna ruiz', false], ['ana ruiz', 'a ruiz', true], ['ana ruiz', 'ana lopez', false],
	['alexander voss', 'alex voss', true], ['katharina', 'katarina', true], ['ana', 'ben', false],
])('whether %s may be %s', (one, other, expected) => {
	expect([isSamePerson(one, other), isSamePerson(other, one)]).toEqual([expected, expected]);
});
