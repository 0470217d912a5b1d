import type { App, EventRef, TAbstractFile, TFile } from 'obsidian';
import { findEvidence, type Evidence } from '../core/evidence';
import type { IndexedNote } from '../core/indexed-note';
import type { Snapshot, SnapshotSource } from '../core/index-store';
import type { Proposal } from '../core/proposal';
import { resolveSource } from '../core/selectors';
import { indexSource, type SourceIndex } from '../core/source-index';
import type { SourceResolution } from '../core/sources';
import { resolveByText } from './same-source';

/** A task whose source is asked for: where it stands, what it says and whom it names. */
export type SourcedTask = Pick<Proposal, 'path' | 'text' | 'owner'>;

/** The passages of a file that support a task. */
export interface FoundEvidence {
	readonly kind: 'found';
	/** Vault path of the source. */
	readonly path: string;
	readonly source: SourceIndex;
	readonly evidence: Evidence;
}

/** What is known of the passages that support a task. */
export type TaskEvidence =
	| FoundEvidence
	/** The source is being read; listeners are told when that is done. */
	| { readonly kind: 'reading'; readonly path: string }
	/** The source can't be read as text. */
	| { readonly kind: 'unreadable'; readonly path: string }
	/** Several files may be the source, the likeliest first. */
	| { readonly kind: 'uncertain'; readonly paths: readonly string[] }
	/** No file is; `reference` is what the note says. */
	| { readonly kind: 'missing'; readonly reference: string };

/** Tells what is known of the passages that support tasks, and when more is. */
export interface EvidenceSource {
	/** Null where the task's note names no source. The same object while nothing changes. */
	evidenceOf(task: SourcedTask): TaskEvidence | null;
	/** The same, once the source was read. */
	findEvidence(task: SourcedTask): Promise<TaskEvidence | null>;
	/** Calls the listener whenever a source was read, or has changed; the function that it answers ends that. */
	subscribe(listener: () => void): () => void;
}

/** What the keeper works with. */
export interface EvidenceParts {
	readonly app: App;
	readonly store: SnapshotSource;
	/** Milliseconds. */
	readonly now: () => number;
	/** Does something once others have had their turn; the function that it answers calls that off. */
	readonly defer: (work: () => void) => () => void;
}

/** A source that is kept, and the file that it was read from. */
interface Kept {
	readonly mtime: number;
	readonly size: number;
	/** Null where it can't be read. */
	readonly source: SourceIndex | null;
}

const TEXT_FILES: ReadonlySet<string> = new Set(['md', 'markdown', 'txt', 'vtt', 'srt', 'eml', 'csv', 'json', 'html', 'htm']);
/** A longer file is read no further: nobody speaks or writes so much in one. In bytes. */
const MOST_READ = 20_000_000;
/** Characters of sources that are kept in memory. */
const MOST_KEPT = 4_000_000;
/** Milliseconds of work at a time. */
const SLICE_MS = 8;

/**
 * Finds the passages that support tasks. A source is read and taken apart when it is first
 * asked for, in slices, and kept by its content, the latest used longest: files with the same
 * text share it. What changes is read anew when it is asked for again.
 */
export class EvidenceKeeper implements EvidenceSource {
	/** By path, the one asked for last at the end. */
	readonly #kept = new Map<string, Kept>();
	readonly #reading = new Map<string, Promise<void>>();
	/** What was found in each source, by the path and the task. */
	readonly #found = new WeakMap<SourceIndex, Map<string, FoundEvidence>>();
	/** What was found of notes whose sources may be several files, once their texts were compared. */
	#compared = new WeakMap<IndexedNote, SourceResolution>();
	readonly #listeners = new Set<() => void>();
	#isStopped = false;

	constructor(private readonly parts: EvidenceParts) {}

	/** Follows the vault's files until the function that it answers is called. */
	start(): () => void {
		const { vault } = this.parts.app;
		const forget = ({ path }: TAbstractFile): void => this.#forget(path);
		const refs: EventRef[] = [vault.on('modify', forget), vault.on('delete', forget), vault.on('rename', (_file, oldPath) => this.#forget(oldPath))];
		return () => {
			this.#isStopped = true;
			for (const ref of refs) vault.offref(ref);
		};
	}

	subscribe(listener: () => void): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}

	evidenceOf(task: SourcedTask): TaskEvidence | null {
		const { snapshot } = this.parts.store;
		const note = snapshot.notes.get(task.path);
		const found = note ? this.#resolve(snapshot, note) : null;
		if (!note || !found) return null;
		if (found.kind === 'reading') return found;
		if (found.kind === 'candidates') return { kind: 'uncertain', paths: found.paths };
		return found.kind === 'missing' ? { kind: 'missing', reference: note.source?.refs[0]?.text ?? note.source?.linked ?? '' } : this.#inFile(found.path, task);
	}

	async findEvidence(task: SourcedTask): Promise<TaskEvidence | null> {
		for (;;) {
			const known = this.evidenceOf(task);
			if (known?.kind !== 'reading' || this.#isStopped) return known;
			await this.#reading.get(known.path);
		}
	}

	/** Of several files that may be the source, those with the same text are one: until they are read that is not known. */
	#resolve(snapshot: Snapshot, note: IndexedNote): SourceResolution | Extract<TaskEvidence, { readonly kind: 'reading' }> | null {
		const found = resolveSource(snapshot, note);
		const [first, second] = found?.kind === 'candidates' ? found.paths : [];
		if (first === undefined || second === undefined) return found;
		const compared = this.#compared.get(note);
		if (!compared) this.#compare(snapshot, note, first);
		return compared ?? { kind: 'reading', path: first };
	}

	#compare(snapshot: Snapshot, note: IndexedNote, path: string): void {
		if (this.#reading.has(path) || this.#isStopped) return;
		const comparing = resolveByText(this.parts.app, snapshot, note)
			.catch(() => null)
			.then((found) => {
				this.#reading.delete(path);
				this.#compared.set(note, found ?? resolveSource(snapshot, note) ?? { kind: 'missing' });
				this.#tell();
			});
		this.#reading.set(path, comparing);
	}

	#inFile(path: string, task: SourcedTask): TaskEvidence {
		const file = this.parts.app.vault.getFileByPath(path);
		const kept = file && this.#current(file);
		if (file && !kept) this.#read(file);
		if (!kept) return file ? { kind: 'reading', path } : { kind: 'missing', reference: path };
		return kept.source ? this.#inSource(path, kept.source, task) : { kind: 'unreadable', path };
	}

	#current(file: TFile): Kept | null {
		const kept = this.#kept.get(file.path);
		if (!kept || kept.mtime !== file.stat.mtime || kept.size !== file.stat.size) return null;
		this.#kept.delete(file.path);
		this.#kept.set(file.path, kept);
		return kept;
	}

	#inSource(path: string, source: SourceIndex, { text, owner }: SourcedTask): FoundEvidence {
		const found = this.#found.get(source) ?? new Map<string, FoundEvidence>();
		this.#found.set(source, found);
		const key = JSON.stringify([path, owner, text]);
		const known = found.get(key) ?? { kind: 'found', path, source, evidence: findEvidence(source, { text, names: owner === null ? [] : [owner] }) };
		found.set(key, known);
		return known;
	}

	#read(file: TFile): void {
		const { path } = file;
		if (this.#reading.has(path) || this.#isStopped) return;
		const { mtime, size } = file.stat;
		const reading = this.#readSource(file)
			.catch(() => null)
			.then((source) => {
				this.#reading.delete(path);
				this.#kept.set(path, { mtime, size, source });
				this.#dropOldest();
				this.#tell();
			});
		this.#reading.set(path, reading);
	}

	/** Null for what is no text. */
	async #readSource(file: TFile): Promise<SourceIndex | null> {
		if (!TEXT_FILES.has(file.extension.toLowerCase()) || file.stat.size > MOST_READ) return null;
		const text = await this.parts.app.vault.cachedRead(file);
		const same = [...this.#kept.values()].find(({ source }) => source?.text === text);
		return same?.source ?? this.#takeApart(text);
	}

	#takeApart(text: string): Promise<SourceIndex> {
		const work = indexSource(text);
		return new Promise((resolve, reject) => {
			const step = (): void => {
				const end = this.parts.now() + SLICE_MS;
				try {
					let next = work.next();
					while (!next.done && this.parts.now() < end) next = work.next();
					if (next.done) resolve(next.value);
					else this.parts.defer(step);
				} catch (error) {
					reject(error instanceof Error ? error : new Error(String(error)));
				}
			};
			step();
		});
	}

	#dropOldest(): void {
		let characters = 0;
		for (const [path, { source }] of [...this.#kept].reverse()) {
			characters += source?.text.length ?? 0;
			if (characters > MOST_KEPT && characters > (source?.text.length ?? 0)) this.#kept.delete(path);
		}
	}

	#forget(path: string): void {
		this.#compared = new WeakMap();
		if (this.#kept.delete(path)) this.#tell();
	}

	#tell(): void {
		for (const listener of [...this.#listeners]) listener();
	}
}
