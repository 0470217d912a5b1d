import fc from 'fast-check';
import { readSourceText, type Unit } from '../../src/core/source-text';

function readUnits(text: string): readonly Unit[] {
	const reading = readSourceText(text);
	for (;;) {
		const next = reading.next();
		if (next.done) return next.value;
	}
}

/** What is left of a text, unit by unit: its first line from 1, who says it and when, and its words. */
function told(text: string): string[] {
	return readUnits(text).map((unit) => {
		const marks = [unit.kind === 'sentence' ? '' : unit.kind, unit.isSummary ? 'summary' : '', unit.isQuoted ? 'quoted' : '', unit.by ?? '', unit.at ?? ''].filter((mark) => mark !== '').join(' ');
		return `${unit.line + 1} ${marks}: ${text.slice(unit.start, unit.end).replace(/\n/gu, '⏎')}`;
	});
}

const lines = (...all: readonly string[]): string => all.join('\n');

describe('of a mail', () => {
	test('each sentence is a unit, with the message\'s sender and time; the subject is one, too', () => {
		expect(told(lines(
			'---', 'type: email', 'title: Not read', '---',
			'# Re: The list', '',
			'## 2026-11-17 09:30:12 — Ana Ruiz <ana@example.com>', '',
			'Please send the list. It is urgent.', 'We wait for it.', '',
			'## 2026-11-18 10:00:00 — Ben Okafor <ben@example.com>', '',
			'- Done.',
		))).toEqual([
			'5 subject: Re: The list',
			'9 Ana Ruiz 2026-11-17 09:30:12: Please send the list.',
			'9 Ana Ruiz 2026-11-17 09:30:12: It is urgent.',
			'10 Ana Ruiz 2026-11-17 09:30:12: We wait for it.',
			'14 point Ben Okafor 2026-11-18 10:00:00: Done.',
		]);
	});

	test('a sentence over several lines is one unit, and so is one in a quotation, without its marks', () => {
		const text = lines('Hello Ben, please', 'send the list.', '', '> I will not, because', '> it is not ready. Sorry.');
		expect(told(text)).toEqual([
			'1 : Hello Ben, please⏎send the list.',
			'4 quoted: I will not, because⏎> it is not ready.',
			'5 quoted: Sorry.',
		]);
		expect(readUnits(text).map(({ line, endLine }) => [line, endLine])).toEqual([[0, 1], [3, 4], [4, 4]]);
	});

	test('what is quoted counts once, where it was written first-hand; who is quoted is read from the line above', () => {
		expect(told(lines(
			'I will.', '',
			'On Fri, 13 Nov 2026 at 09:12, Ana Ruiz <ana@example.com> wrote:',
			'> Please send the list.', '>> Who has the key?', '',
			'## 2026-11-13 09:12:00 — Ana Ruiz <ana@example.com>', '',
			'Please send the list.',
		))).toEqual([
			'1 : I will.',
			'5 quoted Ana Ruiz: Who has the key?',
			'9 Ana Ruiz 2026-11-13 09:12:00: Please send the list.',
		]);
	});

	test('heads, rules and what mail programs add are no units', () => {
		expect(told(lines(
			'Yes.', '', 'Sent from my phone', '', '---', '',
			'-----Original Message-----', 'From: Ana Ruiz <ana@example.com>', 'Sent: Friday, 13 November 2026', 'To: Ben Okafor', 'Subject: The list', '',
			'Please send it.',
		))).toEqual([
			'1 : Yes.',
			'11 subject Ana Ruiz Friday, 13 November 2026: The list',
			'13 Ana Ruiz Friday, 13 November 2026: Please send it.',
		]);
	});
});

describe('of a transcript', () => {
	test('each sentence is a unit with its speaker, whatever the turns look like', () => {
		expect(told(lines('Ana Ruiz: Who takes it? Ben?', '', 'Ben Okafor: I can.', '', 'Ana Ruiz: Good.', '', 'Ben Okafor: By Friday.'))).toEqual([
			'1 speech Ana Ruiz: Who takes it?', '1 speech Ana Ruiz: Ben?', '3 speech Ben Okafor: I can.', '5 speech Ana Ruiz: Good.', '7 speech Ben Okafor: By Friday.',
		]);
		expect(told(lines('Ana Ruiz  0:12', 'Who takes it?', '', 'Ben Okafor  0:15', 'I can.', '', 'Ana Ruiz  0:17', 'Good.'))).toEqual([
			'2 speech Ana Ruiz 0:12: Who takes it?', '5 speech Ben Okafor 0:15: I can.', '8 speech Ana Ruiz 0:17: Good.',
		]);
	});

	test('what stands above the turns is its summary', () => {
		expect(told(lines('# Weekly', '', '## Summary', '', '- Ben sends the list.', '', '## Transcript', '', '**Ana**: Ben?', '', '**Ben**: I send it.', '', '**Ana**: Good.'))).toEqual([
			'1 subject: Weekly', '5 point summary: Ben sends the list.', '9 speech Ana: Ben?', '11 speech Ben: I send it.', '13 speech Ana: Good.',
		]);
	});

	test('a list of definitions is none', () => {
		expect(told(lines('Budget: 400', '', 'Venue: the hall')).map((each) => each.split(' ')[1])).toEqual([':', ':']);
	});
});

test('whatever the text, units follow each other within it, and their lines are right', () => {
	const piece = fc.constantFrom('Ana Ruiz: Well.', '> quoted. Twice', '>> deeper', '', '# Title', '## 2026-11-17 09:30:12 — Ana <a@example.com>', '- point. More', 'On Fri, Ana wrote:', '---', '```', '[00:01] Ben: I do.', 'From: Ana', 'a sentence over', 'two lines.', '\r', 'Ben: Yes. No.', '| a | b |', '00:00:01.000 --> 00:00:02.000');
	fc.assert(fc.property(fc.array(piece), fc.constantFrom('\n', '\r\n'), (pieces, ending) => {
		const text = pieces.join(ending);
		let last = 0;
		for (const { start, end, line, endLine } of readUnits(text)) {
			expect(start).toBeGreaterThanOrEqual(last);
			expect(end).toBeGreaterThan(start);
			expect(line).toBe(text.slice(0, start).split('\n').length - 1);
			expect(endLine).toBe(text.slice(0, end).split('\n').length - 1);
			last = end;
		}
		expect(last).toBeLessThanOrEqual(text.length);
	}), { numRuns: 500 });
});
