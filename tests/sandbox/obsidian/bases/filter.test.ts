import type * as Api from 'obsidian-api';
import { openVault } from '../../headless';
import type { App } from '../app';
import { BasesEntry } from './bases-entry';
import { compileFilter } from './filter';

const FILES = {
	'Plan.md': '---\nstatus: open\nrank: 10\ntags: [work/deep]\n---\nSee [[Ana]].\n',
	'People/Ana.md': '---\nstatus: done\nrank: 9\ndue: 2026-03-01\n---\n#person\n',
	'People/Old/Ben.md': '---\nstatus:\nkinds: [a, b]\n---\n',
	'Picture.png': '',
};

async function matching(filter: Api.BasesConfigFileFilter | undefined): Promise<string[]> {
	const app = await openVault({ files: FILES });
	await app.settle();
	const matches = compileFilter(filter);
	return app.vault.getFiles().filter(file => matches(new BasesEntry(app as unknown as App, file))).map(file => file.name).sort();
}

test.each<[Api.BasesConfigFileFilter | undefined, string[]]>([
	[undefined, ['Ana.md', 'Ben.md', 'Picture.png', 'Plan.md']],
	['file.inFolder("People")', ['Ana.md', 'Ben.md']],
	['file.hasTag("work")', ['Plan.md']],
	['file.hasTag("nothing", "person")', ['Ana.md']],
	['file.hasLink("Ana")', ['Plan.md']],
	['file.hasProperty("status")', ['Ana.md', 'Ben.md', 'Plan.md']],
	['status == "open"', ['Plan.md']],
	['note.status != "open" && file.ext == "md"', ['Ana.md', 'Ben.md']],
	['note["status"] == null', ['Ben.md', 'Picture.png']],
	['rank >= 10', ['Plan.md']],
	['rank < 10', ['Ana.md']],
	['due > "2026-02-27"', ['Ana.md']],
	['kinds.contains("b")', ['Ben.md']],
	['!(status.isEmpty())', ['Ana.md', 'Plan.md']],
	[{ or: ['status == "open"', 'status == "done"'] }, ['Ana.md', 'Plan.md']],
	[{ and: ['file.inFolder("People")', { not: ['file.hasProperty("kinds")'] }] }, ['Ana.md']],
])('%j', async (filter, names) => {
	expect(await matching(filter)).toEqual(names);
});

test.each([['file.mtime > now() - "1d"'], ['status.lower() == "open"'], ['a + b == 3'], ['if(a, b)'], ['"open']])('%s is named as a gap', formula => {
	expect(() => compileFilter(formula)).toThrow('this sandbox does not have it');
	expect(() => compileFilter(formula)).toThrow(formula);
});

test('what is no filter is refused', () => {
	expect(() => compileFilter({ xor: [] } as never)).toThrow('"xor" is no filter.');
	expect(() => compileFilter({ and: 'a' } as never)).toThrow('A filter is a formula');
});
