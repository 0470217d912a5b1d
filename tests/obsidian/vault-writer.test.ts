import { MarkdownView, type TFile } from 'obsidian';
import type { LineEdit } from '../../src/core/edit';
import { VaultWriter } from '../../src/obsidian/vault-writer';
import { openIndexed, type IndexedVault } from './indexed-vault';

const TEXT = 'one\ntwo\nthree\n';
const EDIT: LineEdit = { path: 'A.md', line: 1, before: 'two', after: 'TWO' };

let vault: IndexedVault;

afterEach(() => vault.close());

/** What a test may give a view, and see of it. */
interface StubState {
	file: TFile;
	text: string;
	mode: 'source' | 'preview';
	saves: number;
	transactions: number;
	save: (view: StubState) => Promise<void>;
}

type StubView = MarkdownView & { state: StubState };

function fileAt(path: string): TFile {
	const file = vault.app.vault.getFileByPath(path);
	if (!file) throw new Error(`No file ${path}`);
	return file;
}

async function saveToDisk(view: StubState): Promise<void> {
	view.saves++;
	await vault.host.adapter.write(view.file.path, view.text);
}

/** A view as far as the writer looks at it, over an editor that is a text. */
function stubView(part: Partial<StubState> = {}): StubView {
	const state: StubState = { file: fileAt('A.md'), text: TEXT, mode: 'source', saves: 0, transactions: 0, save: saveToDisk, ...part };
	const editor = {
		getValue: () => state.text,
		offsetToPos: (offset: number) => ({ line: 0, ch: offset }),
		transaction: ({ changes }: { changes: { from: { ch: number }; to: { ch: number }; text: string }[] }) => {
			state.transactions++;
			for (const { from, to, text } of [...changes].reverse()) state.text = state.text.slice(0, from.ch) + text + state.text.slice(to.ch);
		},
	};
	const parts = { state, editor, getMode: () => state.mode, getViewData: () => state.text, save: () => state.save(state) };
	const view = Object.assign(Object.create(MarkdownView.prototype) as object, parts);
	Object.defineProperty(view, 'file', { get: () => state.file });
	return view as unknown as StubView;
}

/** Opens a vault whose workspace shows these views, the first of them active. */
async function open(files: Record<string, string>, makeViews: () => readonly StubView[]): Promise<readonly StubView[]> {
	vault = await openIndexed(files);
	const views = makeViews();
	Object.assign(vault.app.workspace, { getLeavesOfType: () => views.map((view) => ({ view })), getActiveViewOfType: () => views[0] ?? null });
	return views;
}

function write(edits: readonly LineEdit[] = [EDIT]): ReturnType<VaultWriter['write']> {
	return new VaultWriter(vault.app).write('A.md', edits);
}

describe('the writer', () => {
	test('writes through the editor in one transaction, and saves it', async () => {
		const [view] = await open({ 'A.md': TEXT }, () => [stubView()]);
		expect(await write([EDIT, { ...EDIT, line: 2, before: 'three', after: 'THREE' }])).toMatchObject({ status: 'written', conflicts: [], unsaved: null });
		expect(view?.state).toMatchObject({ text: 'one\nTWO\nTHREE\n', transactions: 1, saves: 1 });
		expect(await vault.read('A.md')).toBe('one\nTWO\nTHREE\n');
	});

	test('touches no editor where there is nothing to change', async () => {
		const [view] = await open({ 'A.md': TEXT }, () => [stubView()]);
		expect(await write([{ ...EDIT, before: 'not there' }])).toMatchObject({ status: 'written', edits: [] });
		expect(view?.state).toMatchObject({ transactions: 0, saves: 0 });
	});

	test('never writes into a note to which the view has turned meanwhile', async () => {
		const [view] = await open({ 'A.md': TEXT, 'B.md': TEXT }, () => [stubView()]);
		const read = vault.app.vault.read.bind(vault.app.vault);
		vault.app.vault.read = async (file) => {
			const text = await read(file);
			if (view) view.state.file = fileAt('B.md');
			return text;
		};
		expect(await write()).toMatchObject({ status: 'written' });
		expect(await vault.read('A.md')).toBe('one\nTWO\nthree\n');
		expect(view?.state.text).toBe(TEXT);
	});

	test('reports a change as made that stands in the editor though it could not be saved', async () => {
		await open({ 'A.md': TEXT }, () => [stubView({ save: () => Promise.reject(new Error('disk full')) })]);
		expect(await write()).toMatchObject({ status: 'written', edits: [EDIT], unsaved: 'disk full' });
	});

	test('takes a disk that says nothing for a failure, not for a note that is gone', async () => {
		await open({ 'A.md': TEXT }, () => []);
		vault.host.faults.fail({ operation: 'read', path: 'A.md' });
		vault.host.faults.fail({ operation: 'stat', path: 'A.md', times: 'always' });
		expect(await write()).toMatchObject({ status: 'failed' });
	});

	test('puts typed text on disk before it writes there, also that of a view in reading mode', async () => {
		const [view] = await open({ 'A.md': TEXT }, () => [stubView({ mode: 'preview', text: `${TEXT}typed\n` })]);
		await write();
		expect(view?.state).toMatchObject({ saves: 1, transactions: 0 });
		expect(await vault.read('A.md')).toBe('one\nTWO\nthree\ntyped\n');
	});

	test('writes on disk and saves nothing where the note has CRLF endings and its editor is clean', async () => {
		const crlf = TEXT.replaceAll('\n', '\r\n');
		const [view] = await open({ 'A.md': crlf }, () => [stubView()]);
		await write();
		expect(view?.state).toMatchObject({ saves: 0, transactions: 0 });
		expect(await vault.read('A.md')).toBe('one\r\nTWO\r\nthree\r\n');
	});

	test('of two editors takes the one that the user is in', async () => {
		const [active, other] = await open({ 'A.md': TEXT }, () => [stubView(), stubView()]);
		await write();
		expect([active?.state.transactions, other?.state.transactions]).toEqual([1, 0]);
	});

	test('saves what was typed in another editor first, and does not put back the text of one that is behind', async () => {
		const [active, other] = await open({ 'A.md': TEXT }, () => [stubView(), stubView({ text: `${TEXT}typed\n` })]);
		await write();
		expect(active?.state).toMatchObject({ transactions: 0, saves: 0 });
		expect(other?.state).toMatchObject({ transactions: 1, saves: 2 });
		expect(await vault.read('A.md')).toBe('one\nTWO\nthree\ntyped\n');
	});

	test('keeps what another program wrote of which the app has not heard yet', async () => {
		const [view] = await open({ 'A.md': TEXT }, () => [stubView()]);
		const { adapter } = vault.app.vault;
		const stat = adapter.stat.bind(adapter);
		let isHeardOf = false;
		adapter.stat = async (path) => {
			const known = await stat(path);
			if (isHeardOf || !known) return known;
			isHeardOf = true;
			await vault.writeOutside('A.md', `${TEXT}from outside\n`);
			if (view) view.state.text = `${TEXT}from outside\n`;
			return { ...known, mtime: known.mtime + 1000 };
		};
		expect(await write()).toMatchObject({ status: 'written' });
		expect(await vault.read('A.md')).toBe('one\nTWO\nthree\nfrom outside\n');
	});

	test('trusts only the disk where app and disk never agree on when the note was written', async () => {
		const [view] = await open({ 'A.md': TEXT }, () => [stubView({ text: 'behind\n' })]);
		const { adapter } = vault.app.vault;
		adapter.stat = () => Promise.resolve({ type: 'file', ctime: 0, mtime: Date.now(), size: 1 });
		expect(await write()).toMatchObject({ status: 'written' });
		expect(view?.state).toMatchObject({ transactions: 0, saves: 0 });
		expect(await vault.read('A.md')).toBe('one\nTWO\nthree\n');
	});
});
