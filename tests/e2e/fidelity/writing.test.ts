import type { Page } from 'playwright-core';
import { behaviour } from './behaviour';
import { testBehaviours } from './test-behaviours';

const FILES = { 'A.md': 'first line\nsecond line\nthird line\nfourth line\nlast line\n', 'B.md': 'other' };

/** Opens A.md in source mode, or another one. */
function open(page: Page, mode: 'source' | 'reading' = 'source'): Promise<void> {
	return page.evaluate((how) => window.sandbox.openFile('A.md', { mode: how }), mode);
}

/** Changes the editor's buffer as typing does: the last line but the empty one gets an addition. */
function type(page: Page, text: string): Promise<void> {
	return page.evaluate((added) => {
		const editor = window.sandbox.app.workspace.activeEditor?.editor;
		editor?.replaceRange(added, { line: 4, ch: editor.getLine(4).length });
	}, text);
}

function buffer(page: Page): Promise<string> {
	return page.evaluate(() => window.sandbox.app.workspace.activeEditor?.editor?.getValue() ?? '');
}

/** Writes as another program does, and waits until the open editor shows it. */
async function writeFirstLine(page: Page, text: string): Promise<void> {
	await page.evaluate(([disk, line]) => window.sandbox.write('A.md', disk.replace('first line', line)), [FILES['A.md'], text] as const);
	await page.waitForFunction((line) => window.sandbox.app.workspace.activeEditor?.editor?.getValue().startsWith(line), text);
}

/** Disk and editor: row 4. */
testBehaviours([
	behaviour({
		row: 4,
		says: 'process is given what is on the disk, not what an editor holds',
		naive: [{ file: 'obsidian/vault/vault.ts', from: 'return this.adapter.process(file.path, fn, options);', to: 'return Promise.all([...(globalThis as any).app.saves].map((view: any) => view.save())).then(() => this.adapter.process(file.path, fn, options));' }],
		files: FILES,
		observe: async (page) => {
			await open(page);
			await type(page, ' typed');
			return page.evaluate(async () => {
				const { vault } = window.sandbox.app;
				const file = vault.getFileByPath('A.md');
				let given = '';
				if (file) await vault.process(file, (text) => given = text);
				return given.includes('typed');
			});
		},
		faithful: false,
		naively: true,
	}),
	behaviour({
		row: 4,
		says: 'what is typed is saved two seconds after the first change, which later ones do not put off',
		naive: [{ file: 'obsidian/workspace/file-view.ts', from: 'debounce(() => this.save(), SAVE_DELAY)', to: 'debounce(() => this.save(), SAVE_DELAY, true)' }],
		files: FILES,
		observe: async (page) => {
			await open(page);
			await page.clock.install({ time: 0 });
			await page.clock.pauseAt(1000);
			const isDirty = (): Promise<boolean> => page.evaluate(() => [...window.sandbox.app.saves].some((view) => view.dirty));
			await type(page, ' one');
			await page.clock.runFor(1900);
			const early = await isDirty();
			await type(page, ' two');
			await page.clock.runFor(200);
			return { after1900: early, after2100: await isDirty() };
		},
		faithful: { after1900: true, after2100: false },
		naively: { after1900: true, after2100: true },
	}),
	behaviour({
		row: 4,
		says: 'writes go one at a time, so that none works on a text that another is about to change',
		naive: [{ file: 'obsidian/vault/adapter.ts', from: 'return this.queue.run(async () => {\n\t\t\tawait this.pace.step();\n\t\t\treturn task();\n\t\t});', to: 'return this.pace.step().then(task);' }],
		files: FILES,
		observe: (page) => page.evaluate(async () => {
			const { vault } = window.sandbox.app;
			const file = vault.getFileByPath('B.md');
			if (!file) return null;
			await Promise.all([...'12345678'].map((mark) => vault.process(file, (text) => text + mark)));
			return (await vault.read(file)).endsWith('12345678');
		}),
		faithful: true,
		naively: false,
	}),
	behaviour({
		row: 4,
		says: 'modify fires before the promise of process resolves, with the mtime that is read after it',
		naive: [{ file: 'obsidian/vault/adapter.ts', from: 'await this.disk.write(path, data, options);\n\t\tawait this.reconcile(path);', to: 'await this.disk.write(path, data, options);\n\t\tvoid this.reconcile(path);' }],
		files: FILES,
		observe: (page) => page.evaluate(async () => {
			const { vault } = window.sandbox.app;
			const file = vault.getFileByPath('B.md');
			if (!file) return null;
			let heard = 0;
			vault.on('modify', (modified) => { if (modified === file) heard = file.stat.mtime; });
			await vault.process(file, (text) => `${text}!`);
			return heard === file.stat.mtime;
		}),
		faithful: true,
		naively: false,
	}),
	behaviour({
		row: 4,
		says: 'an outside change of a note with unsaved typing is merged into it, with a notice',
		naive: [{ file: 'obsidian/workspace/file-view.ts', from: 'if (!this.dirty) {', to: 'if (Boolean(this.dirty) || !this.dirty) {' }],
		files: FILES,
		observe: async (page) => {
			await open(page);
			await type(page, ' typed');
			await writeFirstLine(page, 'FIRST line');
			return { text: await buffer(page), notices: await page.locator('.notice').allInnerTexts() };
		},
		faithful: { text: 'FIRST line\nsecond line\nthird line\nfourth line\nlast line typed\n', notices: ['"A" has been modified externally, merging changes automatically.'] },
		naively: { text: 'FIRST line\nsecond line\nthird line\nfourth line\nlast line\n', notices: [] },
	}),
	behaviour({
		row: 4,
		says: 'an outside change of a note without unsaved typing is one step of its history and leaves the cursor at its text',
		naive: [{ file: 'obsidian/workspace/file-view.ts', from: 'this.setViewData(text, false);', to: 'this.setViewData(text, true);' }],
		files: FILES,
		observe: async (page) => {
			await open(page);
			await page.evaluate(() => { window.sandbox.app.workspace.activeEditor?.editor?.setCursor({ line: 4, ch: 4 }); });
			await writeFirstLine(page, 'new line\nfirst line');
			const cursor = await page.evaluate(() => window.sandbox.app.workspace.activeEditor?.editor?.getCursor());
			await page.evaluate(() => { window.sandbox.app.workspace.activeEditor?.editor?.undo(); });
			return { cursor, undone: await buffer(page) === FILES['A.md'], notices: await page.locator('.notice').count() };
		},
		faithful: { cursor: { line: 5, ch: 4 }, undone: true, notices: 0 },
		naively: { cursor: { line: 0, ch: 0 }, undone: false, notices: 0 },
	}),
	behaviour({
		row: 4,
		says: 'in reading mode the text of the view is not that of its editor, so an edit there is lost',
		naive: [{ file: 'obsidian/editor/markdown-view.ts', from: 'return this.currentMode.get();', to: 'return this.editMode.get();' }],
		files: FILES,
		observe: async (page) => {
			await open(page, 'reading');
			await page.evaluate(async () => {
				const [view] = [...window.sandbox.app.saves];
				window.sandbox.app.workspace.activeEditor?.editor?.replaceRange('lost ', { line: 0, ch: 0 });
				await view?.save();
			});
			return page.evaluate(() => window.sandbox.read('A.md').then((text) => text.startsWith('lost ')));
		},
		faithful: false,
		naively: true,
	}),
	behaviour({
		row: 4,
		says: 'a note is saved at once when another takes its place',
		naive: [{ file: 'obsidian/workspace/file-view.ts', from: 'await this.save(true);', to: 'this.clear();' }],
		files: FILES,
		observe: async (page) => {
			await open(page);
			await type(page, ' typed');
			await page.evaluate(() => window.sandbox.openFile('B.md'));
			return page.evaluate(() => window.sandbox.read('A.md').then((text) => text.includes('typed')));
		},
		faithful: true,
		naively: false,
	}),
]);
