import type { LineEdit } from '../../src/core/edit';
import { SourceFollower } from '../../src/obsidian/source-follower';
import { openIndexed, runnerOver, type IndexedVault } from './indexed-vault';

const NAME = '2025-12-12_160426_5605_Re-Plan';
const NOTE = `---\nsource_ref: /elsewhere/${NAME}.md\nsource_link: "[[Sources/${NAME}|${NAME}]]" # kept\n---\nText\n\n*Source: [[Sources/${NAME}|${NAME}]]*\n`;

let vault: IndexedVault;
let look: () => Promise<void>;
let isAsking: boolean;
let written: (readonly LineEdit[])[];

async function open(files: Record<string, string>): Promise<void> {
	vault = await openIndexed({ 'Kept/Other.md': 'x', 'A/Other.md': 'x', ...files });
	isAsking = false;
	written = [];
	let waiting: (() => void) | null = null;
	const runner = runnerOver(vault);
	const follower = new SourceFollower({
		app: vault.app,
		store: vault.store,
		isAsking: () => isAsking,
		edit: async (edits) => {
			written.push(edits);
			await runner.edit('Source links followed', edits);
		},
		whenQuiet: (work) => {
			waiting = work;
			return () => { waiting = null; };
		},
	});
	follower.start();
	look = async () => {
		await vault.settle();
		waiting?.();
		await vault.settle();
	};
	await look();
}

afterEach(() => {
	vault.close();
	expect(vault.errors).toEqual([]);
});

/** As another program does. */
async function move(from: string, to: string): Promise<void> {
	const text = await vault.read(from);
	await vault.host.outside.remove(from);
	await vault.writeOutside(to, text);
}

test('a link follows a file that another program moves, once', async () => {
	await open({ [`Sources/${NAME}.md`]: 'Mail', 'Notes/Plan.md': NOTE });
	await move(`Sources/${NAME}.md`, `Kept/${NAME}.md`);
	await look();
	expect(written).toHaveLength(1);
	expect(await vault.read('Notes/Plan.md')).toBe(NOTE.replaceAll(`[[Sources/${NAME}|${NAME}]]`, `[[${NAME}]]`));
	await look();
	expect(written).toHaveLength(1);
});

test('it waits while the app asks', async () => {
	await open({ [`Sources/${NAME}.md`]: 'Mail', 'Notes/Plan.md': NOTE });
	isAsking = true;
	await move(`Sources/${NAME}.md`, `Kept/${NAME}.md`);
	await look();
	expect(written).toEqual([]);
	isAsking = false;
	await look();
	expect(written).toHaveLength(1);
});

test('nothing is written where the file is gone, where several may be it, and to links that were broken before', async () => {
	await open({ [`Sources/${NAME}.md`]: 'Mail', 'Notes/Plan.md': NOTE, 'Notes/Old.md': '---\nsource_link: "[[Gone/Other]]"\n---\n', 'Notes/Other.md': 'x' });
	await vault.host.outside.remove(`Sources/${NAME}.md`);
	await look();
	expect(written).toEqual([]);
	await vault.writeOutside('A/2025-12-12 - Something else altogether.md', 'x');
	await look();
	expect(written).toEqual([]);
	expect(await vault.read('Notes/Plan.md')).toBe(NOTE);
});

test('what the app updates itself is left to it', async () => {
	await open({ [`Sources/${NAME}.md`]: 'Mail', 'Notes/Plan.md': NOTE });
	const file = vault.app.vault.getFileByPath(`Sources/${NAME}.md`);
	if (file) await vault.app.fileManager.renameFile(file, `Kept/${NAME}.md`);
	await look();
	expect(written).toEqual([]);
	expect(await vault.read('Notes/Plan.md')).toContain(`source_link: "[[${NAME}|`);
});
