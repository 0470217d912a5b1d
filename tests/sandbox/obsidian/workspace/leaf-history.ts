import type { ViewState, WorkspaceLeaf } from './leaf';

/** What a leaf showed at a time. */
export interface HistoryEntry {
	readonly title: string;
	readonly icon: string;
	readonly state: ViewState;
	readonly eState: unknown;
}

/** Where a leaf has been, for its back and forward buttons. */
export class LeafHistory {
	backHistory: HistoryEntry[] = [];
	forwardHistory: HistoryEntry[] = [];

	constructor(private readonly leaf: WorkspaceLeaf) {}

	/** Remembers what was shown before a navigation; what lay ahead is gone. */
	push(entry: HistoryEntry): void {
		this.backHistory.push(entry);
		this.forwardHistory = [];
		this.leaf.trigger('history-change');
	}

	back(): Promise<void> {
		return this.move(this.backHistory, this.forwardHistory);
	}

	forward(): Promise<void> {
		return this.move(this.forwardHistory, this.backHistory);
	}

	/** Negative numbers go back so many steps. */
	async go(steps: number): Promise<void> {
		for (let left = Math.abs(steps); left > 0; left -= 1) await (steps < 0 ? this.back() : this.forward());
	}

	private async move(from: HistoryEntry[], to: HistoryEntry[]): Promise<void> {
		const entry = from.pop();
		if (entry === undefined) return;
		to.push(this.leaf.readHistoryEntry());
		await this.leaf.showHistoryEntry(entry);
		this.leaf.trigger('history-change');
	}
}
