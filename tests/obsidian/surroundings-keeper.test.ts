import type { NeighbouringLines } from '../../src/core/neighbouring-lines';
import type { Proposal } from '../../src/core/proposal';
import { selectProposals } from '../../src/core/selectors';
import { SurroundingsKeeper } from '../../src/obsidian/surroundings-keeper';
import { openIndexed, type IndexedVault } from './indexed-vault';

const FILES: Record<string, string> = {
	'One.md': '# Next\r\n- They agreed.\r\n- [?] Send it. #task\r\n- [ ] Call. #task\r\n',
	...Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`Many/${at}.md`, `Text ${at}\n- [?] Task ${at}. #task\n`])),
};

let vault: IndexedVault;
let keeper: SurroundingsKeeper;
let told: number;
/** What waits for the user to rest. */
let resting: (() => void) | null;
let read: string[];

beforeEach(async () => {
	vault = await openIndexed(FILES);
	[told, resting, read] = [0, null, []];
	keeper = new SurroundingsKeeper({
		app: vault.app,
		rest: (work) => {
			resting = work;
			return () => { resting = null; };
		},
	});
	keeper.subscribe(() => told++);
	const { vault: files } = vault.app;
	const cachedRead = files.cachedRead.bind(files);
	files.cachedRead = (file) => {
		read.push(file.path);
		return cachedRead(file);
	};
});

afterEach(() => {
	keeper.stop();
	vault.close();
	expect(vault.errors).toEqual([]);
});

function proposalOf(path: string): Proposal {
	const found = selectProposals(vault.store.snapshot).find((each) => each.path === path);
	if (!found) throw new Error(`No proposal in ${path}`);
	return found;
}

const ask = (path = 'One.md'): NeighbouringLines | null => keeper.surroundingsOf(proposalOf(path));

/** The user rests, and what was wanted is read. */
async function rest(): Promise<void> {
	const [before, work] = [told, resting];
	resting = null;
	work?.();
	while (told === before) await new Promise((resolve) => setTimeout(resolve));
}

describe('what a proposal stands among', () => {
	test('is read once the user rests, told, and known from then on', async () => {
		expect(ask()).toBeNull();
		expect(read).toEqual([]);
		await rest();
		const known = ask();
		expect(known).toEqual({ before: 'They agreed.', after: 'Call.' });
		expect(ask()).toBe(known);
		expect(read).toEqual(['One.md']);
	});

	test('is read of the last rows only, where the user runs through many', async () => {
		for (let at = 0; at < 20; at++) ask(`Many/${at}.md`);
		await rest();
		expect(read.sort()).toEqual(['Many/14.md', 'Many/15.md', 'Many/16.md', 'Many/17.md', 'Many/18.md', 'Many/19.md']);
	});

	test('is read anew once the note has changed, and is told as it was until then', async () => {
		ask();
		await rest();
		const former = ask();
		await vault.writeOutside('One.md', '# New\n\nText\n\n# Next\n- [?] Send it. #task\n- They agreed.\n');
		await vault.settle();
		expect(ask()).toBe(former);
		await rest();
		expect(ask()).toEqual({ before: null, after: 'They agreed.' });
	});

	test('stays the same object where only other lines of the note have changed', async () => {
		ask();
		await rest();
		const former = ask();
		await vault.writeOutside('One.md', `${FILES['One.md'] ?? ''}More\r\n`);
		await vault.settle();
		ask();
		await rest();
		expect(ask()).toBe(former);
	});

	test('is not known of a note that is gone or can’t be read, which is asked for once', async () => {
		const proposal = proposalOf('Many/0.md');
		await vault.host.outside.remove('Many/0.md');
		await vault.settle();
		expect(keeper.surroundingsOf(proposal)).toBeNull();
		expect(resting).toBeNull();
		vault.app.vault.cachedRead = () => Promise.reject(new Error('EIO'));
		ask();
		await rest();
		expect([ask(), resting]).toEqual([null, null]);
	});
});
