import { readProposals } from '../../src/core/proposal';
import { DEFAULT_STATUSES } from '../../src/core/status';
import { noteFrom } from './note-text';

function texts(text: string): string[] {
	return readProposals(noteFrom('Note.md', text), DEFAULT_STATUSES).map((proposal) => `${proposal.line}: ${proposal.text}`);
}

describe('a proposal', () => {
	test('is a task with a question mark and the task or the proposed tag, or an open one that kept the proposed tag', () => {
		expect(texts([
			'- [?] asked #task', '- [?] asked #proposed', '- [ ] ticked by accident #task #proposed', '- [/] begun #proposed',
			'- [?] no tag', '- [ ] accepted #task', '- [x] done #proposed', '- [-] cancelled #proposed', '- [X] done #proposed', 'plain #proposed',
		].join('\n'))).toEqual(['0: asked', '1: asked', '2: ticked by accident', '3: begun']);
	});

	test('is none in a template', () => {
		expect(texts('- [?] {{title}} #task #proposed\n- [?] <% tp.date.now() %> #task\n- [?] Replace `{{title}}` #task')).toEqual(['2: Replace `{{title}}`']);
	});

	test('is none where the metadata cache lists no item, as in code and comments', () => {
		const note = { ...noteFrom('Note.md', '```\n- [?] in a fence #task\n```'), listItems: [] };
		expect(readProposals(note, DEFAULT_STATUSES)).toEqual([]);
	});

	test('is read once where a line holds two items', () => {
		const note = { ...noteFrom('Note.md', '- [?] 1. twice #task'), listItems: [{ line: 0, task: '?' }, { line: 0, task: '?' }] };
		expect(readProposals(note, DEFAULT_STATUSES)).toHaveLength(1);
	});

	test('knows the heading above it, and equal lines apart', () => {
		const [first, second] = readProposals(noteFrom('Note.md', '# One\n- [?] a #task\r\n## Two\n- [?] a #task\r\n'), DEFAULT_STATUSES);
		expect([first?.heading, second?.heading]).toEqual(['One', 'Two']);
		expect(first?.raw).toBe('- [?] a #task');
		expect(first?.key).not.toBe(second?.key);
	});

	test('keeps its key when lines are added above it', () => {
		const key = (text: string): string | undefined => readProposals(noteFrom('Note.md', text), DEFAULT_STATUSES)[0]?.key;
		expect(key('- [?] a #task')).toBe(key('new\nnew\n- [?] a #task'));
	});
});
