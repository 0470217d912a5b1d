import type { App, TFile } from 'obsidian';
import { neighbouringLines, type NeighbouringLines } from '../core/neighbouring-lines';
import type { Proposal } from '../core/proposal';

/** Tells what proposals stand among in their notes, and when more is known. */
export interface SurroundingsSource {
	/** Null where it is not known, or not yet. The same object while nothing changes. */
	surroundingsOf(proposal: Proposal): NeighbouringLines | null;
	/** Calls the listener whenever a note was read; the function that it answers ends that. */
	subscribe(listener: () => void): () => void;
}

/** What the keeper works with. */
export interface SurroundingsParts {
	readonly app: App;
	/** Does something once the user rests; the function that it answers calls that off. */
	readonly rest: (work: () => void) => () => void;
}

/** What is known of a proposal, by its note as of that time. */
interface Known {
	readonly mtime: number;
	readonly lines: NeighbouringLines | null;
}

/** Whoever runs through the rows wants only the last ones. */
const MOST_WANTED = 6;
const MOST_KNOWN = 200;

/**
 * Reads what proposals stand among when it is asked for, once the user rests, so that no key
 * waits for it. Where the note has changed since, what was known is told until it is read anew.
 */
export class SurroundingsKeeper implements SurroundingsSource {
	/** By the proposals' keys, the one read last at the end. */
	readonly #known = new Map<string, Known>();
	readonly #wanted = new Map<string, Proposal>();
	readonly #reading = new Set<string>();
	readonly #listeners = new Set<() => void>();
	#callOff: () => void = () => undefined;

	constructor(private readonly parts: SurroundingsParts) {}

	subscribe(listener: () => void): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}

	/** Reads nothing from then on that was not begun. */
	stop(): void {
		this.#wanted.clear();
		this.#callOff();
	}

	surroundingsOf(proposal: Proposal): NeighbouringLines | null {
		const known = this.#known.get(proposal.key);
		const file = this.parts.app.vault.getFileByPath(proposal.path);
		if (file && known?.mtime !== file.stat.mtime) this.#want(proposal);
		return known?.lines ?? null;
	}

	#want(proposal: Proposal): void {
		const { key } = proposal;
		if (this.#wanted.has(key) || this.#reading.has(key)) return;
		this.#wanted.set(key, proposal);
		const [first] = this.#wanted.keys();
		if (first !== undefined && this.#wanted.size > MOST_WANTED) this.#wanted.delete(first);
		this.#callOff();
		this.#callOff = this.parts.rest(() => void this.#readWanted());
	}

	async #readWanted(): Promise<void> {
		const wanted = [...this.#wanted.values()];
		this.#wanted.clear();
		await Promise.all(wanted.map((proposal) => this.#read(proposal)));
		for (const listener of [...this.#listeners]) listener();
	}

	async #read(proposal: Proposal): Promise<void> {
		const { key, path } = proposal;
		const file = this.parts.app.vault.getFileByPath(path);
		if (!file) return;
		this.#reading.add(key);
		const { mtime } = file.stat;
		const lines = await this.#linesIn(file, proposal);
		const former = this.#known.get(key)?.lines ?? null;
		this.#reading.delete(key);
		this.#known.delete(key);
		this.#known.set(key, { mtime, lines: isSame(former, lines) ? former : lines });
		const [oldest] = this.#known.keys();
		if (oldest !== undefined && this.#known.size > MOST_KNOWN) this.#known.delete(oldest);
	}

	/** What can't be read has nothing around it. */
	async #linesIn(file: TFile, proposal: Proposal): Promise<NeighbouringLines | null> {
		try {
			return neighbouringLines(await this.parts.app.vault.cachedRead(file), proposal);
		} catch {
			return null;
		}
	}
}

function isSame(one: NeighbouringLines | null, other: NeighbouringLines | null): boolean {
	return one?.before === other?.before && one?.after === other?.after;
}
