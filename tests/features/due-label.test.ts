import { dueLabel } from '../../src/features/due-label';

const SUNDAY = new Date(2026, 10, 22, 13, 0).getTime();

test.each([
	['2026-11-17', '5 days overdue', 'overdue'],
	['2026-11-21', '1 day overdue', 'overdue'],
	['2026-11-22', 'today', 'soon'],
	['2026-11-23', 'tomorrow', 'soon'],
	['2026-11-26', 'Thursday', 'soon'],
	['2026-12-09', '9 Dec', 'later'],
	['2027-01-09', '9 Jan 2027', 'later'],
])('on Sunday, 22 November 2026, %s is "%s"', (due, text, urgency) => {
	expect(dueLabel(due, SUNDAY)).toEqual({ text, urgency });
});
