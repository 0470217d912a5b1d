import { neighbouringLines, type NeighbouringLines } from '../../src/core/neighbouring-lines';
import { readProposals, type Proposal } from '../../src/core/proposal';
import { DEFAULT_STATUSES } from '../../src/core/status';
import { noteFrom } from './note-text';

function proposalsIn(text: string): Proposal[] {
	return readProposals(noteFrom('Note.md', text), DEFAULT_STATUSES);
}

/** What is around the first proposal of a text. */
function around(text: string, now = text): NeighbouringLines | null {
	const [proposal] = proposalsIn(text);
	if (!proposal) throw new Error('No proposal');
	return neighbouringLines(now, proposal);
}

describe('what a proposal stands among', () => {
	test.each([
		['items', '- They **agreed**.\n- [?] Send it. #task\n  - To [[Ana Ruiz|Ana]]', { before: 'They agreed.', after: 'To Ana' }],
		['other tasks, by their sentences', '- [x] Call. @Me #task ✅ 2026-11-20\n- [?] Send it. #task\n1. [?] Ask Ben. @Ana #task', { before: 'Call.', after: 'Ask Ben.' }],
		['text, beyond blank lines and rules', 'They spoke.\n\n---\n- [?] Send it. #task\n\n> Nobody minded.', { before: 'They spoke.', after: 'Nobody minded.' }],
		['what is under its own heading', 'Text\n# One\n\n- [?] Send it. #task\n## Two\nText', { before: null, after: null }],
		['what can be seen', '---\ntitle: Plan\n---\n- [?] Send it. #task\n```\ncode\n```\n%% hidden %%\nText', { before: null, after: '%% hidden %%' }],
		['lines with CRLF endings', '- One\r\n- [?] Send it. #task\r\n- Two\r\n', { before: 'One', after: 'Two' }],
	])('is %s', (_what, text, expected) => {
		expect(around(text)).toEqual(expected);
	});

	test('is told where the proposal stands by now', () => {
		expect(around('- One\n- [?] Send it. #task', 'New\n\n# Next\n- Zero\n- [?] Send it. #task\n- Three')).toEqual({ before: 'Zero', after: 'Three' });
	});

	test('is told of each of several equal lines', () => {
		const text = '# One\n- [?] Send it. #task\n- To Ana\n# Two\n- [?] Send it. #task\n- To Ben\n';
		expect(proposalsIn(text).map((proposal) => neighbouringLines(text, proposal)?.after)).toEqual(['To Ana', 'To Ben']);
	});

	test('is not told where the line has changed or it is not certain which it is', () => {
		expect(around('- [?] Send it. #task', '- [ ] Send it. #task')).toBeNull();
		expect(around('- [?] Send it. #task', '- [?] Send it. #task\n- [?] Send it. #task')).toBeNull();
	});

	test('is cut where it is long', () => {
		expect(around(`${'long '.repeat(500)}\n- [?] Send it. #task`)?.before).toHaveLength(301);
	});
});
