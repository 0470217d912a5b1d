import type { CrashMoment } from '../sandbox/obsidian/vault/faults';
import { MarkdownView } from '../sandbox/obsidian/editor/markdown-view';
import { FileAdapter } from '../sandbox/obsidian/vault/adapter';
import { MemoryDisk } from '../sandbox/obsidian/vault/memory-disk';
import { decodeText, encodeText } from '../sandbox/obsidian/vault/text-encoding';
import type { Outcome } from '../../src/obsidian/outcome';
import { LedgerDisk } from './ledger-disk';
import type { Cell } from './line';
import { joinLines } from './line';
import { NoteMaker } from './note-maker';
import { Oracle, type Excuse } from './oracle';
import { Random } from './random';
import { Session, type Device } from './session';
import type { VirtualTime } from './virtual-time';
import { wrapMethod } from './wrap-method';

/** The longest step of the disk and of the app's own work, in milliseconds. */
const LONGEST_STEP = 4;
const DROPPED = 'typed lines that the app itself dropped';

/** Everything that a soak happens in: the disk, the app on it, the oracle that watches, and how often what was done. */
export class World {
	readonly random: Random;
	readonly oracle = new Oracle();
	readonly maker: NoteMaker;
	readonly counts = new Map<string, number>();
	session: Session;
	/** What of the write at which the app is killed reaches the disk. */
	crashMoment: CrashMoment | null = null;
	readonly #disk = new MemoryDisk({}, 0);
	readonly #device: Device;
	/** What editors are just saving: the note, and the text that they last took in. */
	readonly #saving = new Set<{ readonly path: string; readonly taken: string; readonly view: MarkdownView }>();
	/** Notes with typed text into which the app had to merge another program's, or that it could not save: it may drop some. */
	readonly #merged = new Set<string>();
	/** Notes that another program changed while they were typed in, until an editor saves its merge. */
	readonly #toMerge = new Set<string>();
	readonly #lastWriter = new Map<string, 'app' | 'outside'>();
	/** Notes that the app is just changing, with the text that it read and what it is to become. */
	readonly #processing = new Map<string, { readonly taken: string; readonly whole: string }>();
	/** Notes that the plugin is about to write. */
	hotPaths: readonly string[] = [];
	/** How many writes were the app's own to answer for. */
	excusedWrites = 0;
	/** Moves and removals that the soak itself asked the app for. */
	readonly #expected = new Set<string>();

	constructor(readonly clock: VirtualTime, seed: number) {
		this.random = new Random(seed);
		this.maker = new NoteMaker(this.random, this.oracle);
		this.#device = {
			disk: new LedgerDisk(this.#disk, { wrote: (...write) => { this.#wrote(...write); }, removed: (path) => { this.#removed(path); }, renamed: (from, to) => { this.#renamed(from, to); } }),
			storage: new Map(),
			pace: clock.pace(this.random.next, LONGEST_STEP),
			now: () => clock.now,
			trouble: (message) => { this.oracle.report('trouble', message); },
		};
		this.#watchWrites();
		this.session = new Session(this.#device);
	}

	get paths(): readonly string[] {
		return [...this.oracle.notes.keys()];
	}

	count(what: string, by = 1): void {
		this.counts.set(what, (this.counts.get(what) ?? 0) + by);
	}

	/** Another app starts on the same disk. @returns what the plugin finished of the one before. */
	async restart(): Promise<readonly Outcome[]> {
		this.session.abandon();
		this.clock.dropAll();
		this.crashMoment = null;
		this.#saving.clear();
		this.#toMerge.clear();
		this.#processing.clear();
		this.session = new Session(this.#device);
		return this.session.start();
	}

	/** Views that show a note. */
	views(path?: string): MarkdownView[] {
		return this.session.app.workspace.getLeavesOfType('markdown')
			.flatMap(({ view }) => (view instanceof MarkdownView && view.file !== null && (path === undefined || view.file.path === path) ? [view] : []));
	}

	/** Another program replaces a note, or makes it. */
	async writeOutside(path: string, cells: readonly Cell[]): Promise<void> {
		if (this.views(path).some(({ dirty }) => dirty)) {
			this.#merged.add(path);
			this.#toMerge.add(path);
			this.count('merges left to the app');
		}
		const written = this.#disk.write(path, encodeText(joinLines(cells)));
		this.#lastWriter.set(path, 'outside');
		this.oracle.wroteOutside(path, cells, await this.#mtime(path));
		await written;
	}

	async removeOutside(path: string): Promise<void> {
		this.oracle.removed(path);
		await this.#disk.remove(path);
	}

	/** To the app it is a removal and a new note: it closes the old one's editors, with what was typed and is not saved. */
	async renameOutside(from: string, to: string): Promise<void> {
		this.count(DROPPED, this.oracle.typing.forget(({ path }) => path === from).length);
		this.#follow(from, to);
		await this.#disk.rename(from, to);
	}

	/** Another program takes away what is only left of a line. */
	async clearDebris(): Promise<void> {
		for (const path of this.paths) {
			const all = this.oracle.notes.get(path) ?? [];
			const cells = all.filter(({ text }) => !this.oracle.lines.isDebris(text));
			if (cells.length !== all.length) await this.writeOutside(path, cells);
		}
	}

	/** Lets the app remove or rename a note. */
	async expect<T>(path: string, work: () => Promise<T>): Promise<T> {
		this.#expected.add(path);
		try {
			return await work();
		} finally {
			this.#expected.delete(path);
		}
	}

	/** Compares what the oracle holds with the disk, byte for byte. */
	async compare(): Promise<void> {
		for (const path of this.paths) {
			const text = decodeText(await this.#disk.read(path));
			if (text !== this.oracle.textOf(path)) this.oracle.report('lost bytes', `${path} is not what the oracle holds: ${JSON.stringify(text)}`);
		}
	}

	/** The disk refuses something of these notes for a while: the app may then drop what was typed. */
	expectFailures(paths: readonly string[]): void {
		for (const path of paths) this.#merged.add(path);
	}

	/** What was typed must be on disk, or in an editor still, unless the app's own merge dropped it. */
	judgeTyped(): void {
		const lost = this.oracle.typing.forget(({ path, texts }) => !this.views(path).some((view) => texts.some((text) => view.getViewData().includes(text))));
		for (const { path, texts } of lost) {
			if (this.#merged.has(path)) this.count(DROPPED);
			else this.oracle.report('lost bytes', `${path}: typed and never saved: ${texts.join(' | ')}`);
		}
	}

	async #mtime(path: string): Promise<number> {
		return (await this.#disk.stat(path))?.mtime ?? 0;
	}

	#wrote(path: string, text: string, mtime: number): void {
		if (this.session.app.vault.adapter.faults.isCrashed && this.crashMoment === 'torn') this.oracle.tore(path, text, this.#wholeOf(path, text), mtime);
		else {
			this.#judgeOverwriting(path, mtime);
			this.oracle.appWrote(path, text, mtime, this.#excuse(path));
		}
		this.#lastWriter.set(path, 'app');
	}

	/** The app writes what `process` made of the text that it read, also where another program has written between: what it read is judged as put back, and the rest as usual. */
	#judgeOverwriting(path: string, mtime: number): void {
		const taken = this.#processing.get(path)?.taken;
		if (taken === undefined || taken === this.oracle.textOf(path)) return;
		this.#countOver('the app wrote', path);
		this.oracle.overwrote(path, taken, mtime);
	}

	/** What was to be written, of which a crash let only the beginning come to the disk, perhaps with half a character at its end. */
	#wholeOf(path: string, text: string): string {
		const saves = [...this.#saving].filter((each) => each.path === path).map(({ view }) => textTakenIn(view));
		const start = text.replace(/\ufffd+$/u, '');
		return [this.#processing.get(path)?.whole, ...saves].find((whole) => whole?.startsWith(start)) ?? text;
	}

	/** An editor saves what it has, also where another program has written meanwhile: its own way, which no plugin can mend. */
	#excuse(path: string): Excuse {
		const save = [...this.#saving].find((each) => each.path === path);
		if (!save || this.#processing.has(path)) return 'none';
		const isMerge = this.#toMerge.delete(path);
		if (!isMerge && withPlainEndings(save.taken) === withPlainEndings(this.oracle.textOf(path))) return 'none';
		this.excusedWrites++;
		if (isMerge) this.count('saves after a merge of the app\'s own');
		else this.#countOver('an editor saved', path);
		return 'app';
	}

	#countOver(what: string, path: string): void {
		this.count(`times that ${what} over what ${this.#lastWriter.get(path) === 'outside' ? 'another program' : 'the app itself'} had just written`);
	}

	#removed(path: string): void {
		if (!this.#expected.has(path)) this.oracle.report('lost bytes', `${path} was removed`);
		this.oracle.removed(path);
	}

	#renamed(from: string, to: string): void {
		if (!this.#expected.has(from)) this.oracle.report('lost bytes', `${from} was moved to ${to}`);
		this.#follow(from, to);
	}

	#follow(from: string, to: string): void {
		this.oracle.renamed(from, to);
		for (const notes of [this.#merged, this.#toMerge]) if (notes.delete(from)) notes.add(to);
	}

	/** Notes what the app goes by when it writes. */
	#watchWrites(): void {
		const [saving, processing] = [this.#saving, this.#processing];
		wrapMethod(MarkdownView.prototype, 'save', (view, args: [clear?: boolean], proceed: (...args: [clear?: boolean]) => Promise<void>) => {
			const save = { path: view.file?.path ?? '', taken: textTakenIn(view), view };
			if (view.dirty) saving.add(save);
			return proceed(...args).finally(() => saving.delete(save));
		});
		wrapMethod(FileAdapter.prototype, 'process', (_adapter, [path, change, options]: Parameters<FileAdapter['process']>, proceed: (...args: Parameters<FileAdapter['process']>) => Promise<string>) => {
			const noted = (text: string): string => {
				const whole = change(text);
				processing.set(path, { taken: text, whole });
				return whole;
			};
			return proceed(path, noted, options).finally(() => processing.delete(path));
		});
	}
}

/** What a view last read from the disk, or saved. */
export function textTakenIn(view: MarkdownView): string {
	const { lastSavedData } = view as unknown as { readonly lastSavedData: string };
	return lastSavedData;
}

function withPlainEndings(text: string): string {
	return text.replace(/\r\n?/gu, '\n');
}
