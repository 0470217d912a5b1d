import { readTurn } from '../../src/core/speech';

/** Who says what and when, as a line tells it. */
function turn(line: string): [by: string | null, at: string | null, said: string] | null {
	const found = readTurn(line);
	return found && [found.by, found.at, line.slice(found.start)];
}

describe('a line of a transcript begins with', () => {
	test.each([
		['**Ana Ruiz**: I can take that.', ['Ana Ruiz', null, 'I can take that.']],
		['**Ana Ruiz:** I can take that.', ['Ana Ruiz', null, 'I can take that.']],
		['[00:12:31] Ana Ruiz: I can take that.', ['Ana Ruiz', '00:12:31', 'I can take that.']],
		['(12:31) Ana Ruiz: I can take that.', ['Ana Ruiz', '12:31', 'I can take that.']],
		['Ana Ruiz: I can take that.', ['Ana Ruiz', null, 'I can take that.']],
		['Ana Ruiz  0:12', ['Ana Ruiz', '0:12', '']],
		['Ana Ruiz (00:12): I can take that.', ['Ana Ruiz', '00:12', 'I can take that.']],
		['Speaker 1: I can take that.', ['Speaker 1', null, 'I can take that.']],
		['**00:12:31 Speaker 2** I can take that.', ['Speaker 2', '00:12:31', 'I can take that.']],
		['- **Ana**: I can take that.', ['Ana', null, 'I can take that.']],
		['<v Ana Ruiz>I can take that.</v>', ['Ana Ruiz', null, 'I can take that.</v>']],
		['00:00:01.000 --> 00:00:04.000', [null, '00:00:01.000', '']],
		['Joost van der Meer: Gladly.', ['Joost van der Meer', null, 'Gladly.']],
		['Zoë Ångström-O’Malley: Gladly.', ['Zoë Ångström-O’Malley', null, 'Gladly.']],
		['00:12:31 I can take that.', [null, '00:12:31', 'I can take that.']],
	])('%s', (line, expected) => {
		expect(turn(line)).toEqual(expected);
	});
});

describe('no turn begins with', () => {
	test.each([
		'I can take that.',
		'we agreed on one thing: send the list.',
		'Subject: the list',
		'Date: 2026-11-17',
		'Attendees: Ana Ruiz, Ben Okafor',
		'Action items: none',
		'https://example.com/list',
		'',
		'Ana Ruiz:',
		`${'Ana '.repeat(40)}: a name of forty words is none.`,
	])('%s', (line) => {
		expect(readTurn(line)).toBeNull();
	});
});

test('a name before a colon can be anything; a time or bold type beside it is certain', () => {
	expect(readTurn('Ana Ruiz: Gladly.')?.isCertain).toBe(false);
	expect(readTurn('[0:12] Ana Ruiz: Gladly.')?.isCertain).toBe(true);
	expect(readTurn('**Ana Ruiz**: Gladly.')?.isCertain).toBe(true);
});
