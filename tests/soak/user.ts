import type { MarkdownView } from '../sandbox/obsidian/editor/markdown-view';
import type { Cell } from './line';
import { bodyStart, isOthers, type Outside } from './outside';
import { textTakenIn, type World } from './world';

const MOST_LEAVES = 4;

/** A person at work in the app, beside deciding: types, opens, switches, renames, deletes. */
export class User {
	constructor(private readonly world: World, private readonly outside: Outside) {}

	/** What was going on when the app was killed never ends. */
	restart(): void {
		this.#opening = 0;
	}

	/** Does something that takes no time. */
	async act(): Promise<void> {
		await this.world.random.weighted<() => Promise<void> | void>([
			[10, () => { this.#type(); }],
			[3, () => this.#open()],
			[1, () => { this.#switchMode(); }],
			[0.4, () => this.#rename()],
			[0.2, () => this.#delete()],
		])();
	}

	/** Types a line, or more of one, into an editor. */
	#type(): void {
		const { random } = this.world;
		if (this.#opening > 0) return;
		const view = random.pick(this.world.views().filter((each) => this.#isWritable(each)));
		if (!view?.file) return;
		this.world.count('edits typed');
		if (random.chance(0.4)) this.#typeNewLine(view, view.file.path);
		else this.#typeMore(view, view.file.path);
	}

	/** The app gives a typed note plain endings, and merges what is typed in two views, or on a text that is no longer on disk: none of it is asked of it here. */
	#isWritable(view: MarkdownView): boolean {
		const path = view.file?.path ?? '';
		const text = this.world.oracle.textOf(path);
		const others = this.world.views(path).filter((each) => each !== view);
		return view.getMode() === 'source' && !text.includes('\r') && textTakenIn(view) === text && !others.some(({ dirty }) => dirty);
	}

	#typeNewLine({ editor }: MarkdownView, path: string): void {
		const { maker, oracle, random } = this.world;
		const { text } = random.chance(0.5) ? maker.task() : maker.text();
		const first = bodyStart(oracle.notes.get(path) ?? []);
		const line = first + random.below(Math.max(1, editor.lineCount() - first));
		// Behind the last line there is no line to push down.
		if (line >= editor.lineCount()) return;
		oracle.typing.add(path, null, text);
		editor.replaceRange(`${text}\n`, { line, ch: 0 });
	}

	#typeMore({ editor }: MarkdownView, path: string): void {
		const { maker, oracle, random } = this.world;
		const shown = editor.getValue().split('\n');
		const isTypable = (cell: Cell): boolean => !isOthers(cell) && shown.filter((text) => text === cell.text).length === 1 && /^[ns]/u.test(oracle.lines.keyOf(cell.text) ?? '') && !cell.text.startsWith('title');
		const cell = random.pick((oracle.notes.get(path) ?? []).filter(isTypable));
		if (!cell) return;
		const task = oracle.lines.task(cell.text);
		const key = oracle.lines.keyOf(cell.text) ?? '';
		const text = task ? maker.reworded(task, key) : maker.appended(cell.text, key);
		const line = shown.indexOf(cell.text);
		oracle.typing.add(path, cell.id, text);
		editor.replaceRange(text, { line, ch: 0 }, { line, ch: cell.text.length });
	}

	/** How many notes are being opened: what is typed into a view that turns to another is the app's to lose. */
	#opening = 0;

	async #open(): Promise<void> {
		const { workspace, vault } = this.world.session.app;
		const file = vault.getFileByPath(this.world.random.pick(this.world.paths) ?? '');
		if (!file) return;
		this.world.count('notes opened');
		const leaf = workspace.getLeaf(workspace.getLeavesOfType('markdown').length < MOST_LEAVES && this.world.random.chance(0.4) ? 'tab' : false);
		this.#opening++;
		await leaf.openFile(file, { state: this.world.random.weighted([[3, { mode: 'source', source: true }], [1, { mode: 'source', source: false }], [1, { mode: 'preview' }]]) }).finally(() => this.#opening--);
	}

	#switchMode(): void {
		this.world.count('modes switched');
		this.world.random.pick(this.world.views())?.toggleMode();
	}

	async #rename(): Promise<void> {
		const { app } = this.world.session;
		const path = this.world.random.pick(this.world.paths) ?? '';
		const file = app.vault.getFileByPath(path);
		if (!file) return;
		this.world.count('notes renamed');
		await this.world.expect(path, () => app.fileManager.renameFile(file, this.outside.newPath()));
	}

	async #delete(): Promise<void> {
		const { app } = this.world.session;
		const path = this.world.random.pick(this.world.paths) ?? '';
		const file = app.vault.getFileByPath(path);
		if (!file) return;
		this.world.count('notes deleted');
		await this.world.expect(path, () => app.vault.trash(file, false));
	}
}
