import { readProposals, type Proposal } from '../../src/core/proposal';
import { findSuccessors } from '../../src/core/rebase';
import { joinConventions, DEFAULT_SETTINGS } from '../../src/core/settings';
import { toUnparsedNote } from '../../src/core/unparsed-note';

function proposalsOf(...lines: string[]): Proposal[] {
	return readProposals(toUnparsedNote('A.md', lines.join('\n')), joinConventions(DEFAULT_SETTINGS, null).statuses);
}

/** What the first of the known lines has become. */
function successor(known: string[], now: string[]): string | undefined {
	const all = proposalsOf(...known);
	return [...findSuccessors(all.slice(0, 1), all, proposalsOf(...now)).values()][0]?.raw;
}

const LINE = '- [?] Call Ana. @Me 📅 2026-12-01 #task';

describe('a proposal whose line is gone', () => {
	test.each(['- [?] Call Ana. @Me 📅 2026-12-24 #task', '- [?] Call Ana. @Me #task ⏫', '- [?] Call Ana. @Ben Okafor 📅 2026-12-01 #task', '- [?] Call Ana. #task #proposed #mine'])('has become the one that differs in its fields only: %s', (now) => {
		expect(successor([LINE], ['# New', now, '- [?] Other. #task'])).toBe(now);
	});

	test.each(['- [?] Call Anna. @Me #task', '* [?] Call Ana. @Me #task', '  - [?] Call Ana. @Me #task', '- [ ] Call Ana. @Me #task #proposed', '- [x] Call Ana. @Me #task'])('has not become one with other words, marker or status: %s', (now) => {
		expect(successor([LINE], [now])).toBeUndefined();
	});

	test('has become none where two say the same now', () => {
		expect(successor([LINE], ['- [?] Call Ana. #task', '- [?] Call Ana. #task ⏫'])).toBeUndefined();
	});

	test('has become none where another said the same before', () => {
		const other = '- [?] Call Ana. @Me 📅 2026-12-08 #task';
		expect(successor([LINE, other], [other])).toBeUndefined();
		expect(successor([LINE, LINE], [other])).toBeUndefined();
	});

	test('has become none where it has no words to go by, or was not known', () => {
		expect(successor(['- [?] @Me #task'], ['- [?] @Ben #task'])).toBeUndefined();
		expect([...findSuccessors(proposalsOf(LINE), [], proposalsOf('- [?] Call Ana. #task'))]).toEqual([]);
	});
});
