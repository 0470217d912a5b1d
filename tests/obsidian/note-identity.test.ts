import { choose, confirmAction, dismissAction } from '../../src/core/actions';
import { selectProposals } from '../../src/core/selectors';
import { DEFAULT_SETTINGS, joinConventions } from '../../src/core/settings';
import { openIndexed, runnerOver, type IndexedVault } from './indexed-vault';

const LINE = '- [?] Send the list. @Me #task #proposed';
const CONFIRMED = '- [ ] Send the list. @Me #task';

/** Notes that all hold the same line, and give themselves out for each other as far as they can. */
const FAMILIES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
	'that name another in their frontmatter and text': {
		'A.md': `---\npath: B.md\nfile: B.md\nsource_ref: B.md\ntitle: B\naliases: [B]\n---\n${LINE}\n[[B]] B.md:0 ${LINE}\n`,
		'B.md': `${LINE}\n`,
	},
	'whose names differ in case only': { 'Plan.md': `${LINE}\n`, 'plan.md': `${LINE}\n`, 'PLAN.md': `# PLAN\n${LINE}\n` },
	'whose names differ in Unicode normalisation only': { 'Caf\u00e9.md': `${LINE}\n`, 'Cafe\u0301.md': `${LINE}\n\n`, '\u212bngstrom.md': `${LINE}\n`, '\u00c5ngstrom.md': `${LINE}\n` },
	'whose names hold what keys are made with': {
		'A.md': `${LINE}\n`,
		[`A.md\n0\n${LINE}.md`]: `${LINE}\n`,
		[`A.md\n0\n${LINE}`]: `${LINE}\n`,
		'A.md\n0.md': `${LINE}\n${LINE}\n`,
		'__proto__.md': `${LINE}\n`,
		'constructor/prototype.md': `${LINE}\n`,
		'A%2emd.md': `${LINE}\n`,
		' A.md': `${LINE}\n`,
	},
};

let vault: IndexedVault;

afterEach(() => {
	vault.close();
	expect(vault.errors).toEqual([]);
});

async function textsOf(paths: readonly string[]): Promise<Record<string, string>> {
	return Object.fromEntries(await Promise.all(paths.map(async (path) => [path, await vault.read(path)] as const)));
}

describe.each(Object.entries(FAMILIES))('of notes %s', (_family, files) => {
	const paths = Object.keys(files);

	test('a decision writes only that in which its line stands, and so do undo and redo', async () => {
		vault = await openIndexed(files);
		const runner = runnerOver(vault);
		expect(await textsOf(paths)).toEqual(files);
		for (const path of paths.filter((each) => each.endsWith('.md'))) {
			const [own] = selectProposals(vault.store.snapshot).filter((proposal) => proposal.path === path);
			const outcome = await runner.run(choose(confirmAction, own ? [own] : []));
			const decided = { ...files, [path]: (files[path] ?? '').replace(LINE, CONFIRMED) };
			expect(await textsOf(paths)).toEqual(decided);
			await runner.undo(outcome.decision ?? undefined);
			expect(await textsOf(paths)).toEqual(files);
			await runner.redo(outcome.decision ?? undefined);
			expect(await textsOf(paths)).toEqual(decided);
			await runner.undo(outcome.decision ?? undefined);
			await vault.settle();
		}
	});

	test('each has rows of its own, and all are decided and deleted at once without a mix-up', async () => {
		vault = await openIndexed(files);
		vault.store.update({ conventions: { ...joinConventions(DEFAULT_SETTINGS, null), dismissBy: 'delete' } });
		const runner = runnerOver(vault);
		const all = selectProposals(vault.store.snapshot);
		expect(new Set(all.map(({ key }) => key)).size).toBe(all.length);
		const outcome = await runner.run(choose(dismissAction, all));
		expect(outcome).toMatchObject({ conflicts: [], failures: [] });
		expect(outcome.made).toHaveLength(all.length);
		await runner.undo();
		expect(await textsOf(paths)).toEqual(files);
	});
});
