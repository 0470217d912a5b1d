import fc from 'fast-check';
import { readProposals } from '../../src/core/proposal';
import { proposeLine } from '../../src/core/propose';
import { DEFAULT_STATUSES } from '../../src/core/status';
import { noteFrom } from './note-text';
import { taskLines } from './task-arbitraries';

const propose = (line: string): string | null => proposeLine(line, DEFAULT_STATUSES);

test.each([
	['Send the list', '- [?] Send the list #task #proposed'],
	['- Send the list', '- [?] Send the list #task #proposed'],
	['  * Send it ^abc', '  * [?] Send it #task #proposed ^abc'],
	['> 1. Send it', '> 1. [?] Send it #task #proposed'],
	['- [ ] Send it @Ana Ruiz 📅 2026-12-01 #task', '- [?] Send it @Ana Ruiz 📅 2026-12-01 #task #proposed'],
	['- [x] Send it #Task', '- [?] Send it #Task #proposed'],
	['- [/] Send it', '- [?] Send it #task #proposed'],
])('“%s” becomes a proposal, with all that it says', (line, proposed) => {
	expect(propose(line)).toBe(proposed);
});

test.each(['', '   ', '- ', '# Heading', '```', '| a | b |', '---', '- [?] Send it #task', '- [ ] Send it #proposed'])('“%s” does not', (line) => {
	expect(propose(line)).toBeNull();
});

test('what is proposed is found as a proposal, and stays one', () => {
	fc.assert(fc.property(taskLines, (line) => {
		const proposed = propose(line);
		fc.pre(proposed !== null && !/%%|<!--|`|\{\{|<%|[\r\u2028\u2029]/u.test(line));
		expect(readProposals(noteFrom('A.md', proposed ?? ''), DEFAULT_STATUSES)).toHaveLength(1);
		expect(propose(proposed ?? '')).toBeNull();
	}), { numRuns: 500 });
});
