import { readProposals } from '../../src/core/proposal';
import { DEFAULT_STATUSES } from '../../src/core/status';
import { toUnparsedNote } from '../../src/core/unparsed-note';

function texts(text: string): string[] {
	return readProposals(toUnparsedNote('Note.md', text), DEFAULT_STATUSES).map((proposal) => proposal.text);
}

describe('a note that the app has not parsed yet', () => {
	test('shows its proposals, in lists, quotes and callouts, under their headings', () => {
		expect(texts('- [?] one #task\n> [!todo]\n> - [?] two #task\r\n\t* [?] three #task\n1. [?] four #task')).toEqual(['one', 'two', 'three', 'four']);
		expect(readProposals(toUnparsedNote('Note.md', '# A\n## B\n- [?] one #task'), DEFAULT_STATUSES)[0]?.heading).toBe('B');
	});

	test.each([
		['frontmatter', '---\nnote: |\n  - [?] hidden #task\n---'],
		['a fence', '```\n- [?] hidden #task\n```'],
		['a longer fence', '~~~~md\n- [?] hidden #task\n~~~\n- [?] hidden #task\n~~~~'],
		['a fence in a callout', '> ```\n> - [?] hidden #task\n> ```'],
		['a fence in a list', '- ```\n  - [?] hidden #task\n  ```'],
		['a comment', '%%\n- [?] hidden #task\n%%'],
		['an HTML comment', '<!--\n- [?] hidden #task\n-->'],
	])('shows none in %s, and those after it', (_where, hidden) => {
		expect(texts(`${hidden}\n- [?] shown #task`)).toEqual(['shown']);
	});

	test('is not hidden by code that only begins a line', () => {
		expect(texts('```npm i``` is needed\n- [?] shown #task')).toEqual(['shown']);
	});

	test('is read in no time where a line is a megabyte of backticks', () => {
		const start = performance.now();
		expect(texts(`${'`'.repeat(1_000_000)}x\`\n- [?] shown #task`)).toEqual(['shown']);
		expect(performance.now() - start).toBeLessThan(1000);
	});

	test('is not hidden by a comment that closes in its line', () => {
		expect(texts('%% aside %%\n<!-- aside -->\n- [?] shown #task')).toEqual(['shown']);
	});
});
