import { debounce } from '../debounce';
import type { TFile } from '../vault/files';
import type { WorkspaceLeaf } from './leaf';
import type { Workspace } from './workspace';

/** Which leaf is active, what was active before, and the events that tell of it, one macrotask late. */
export class LeafActivity {
	leaf: WorkspaceLeaf | null = null;
	/** Paths, most recent first. */
	recentFiles: readonly string[] = [];
	/** Fires what has changed since it last did; nothing before the layout is ready. */
	readonly announce = debounce(() => { this.trigger(); }, 0);
	private announcedLeaf: WorkspaceLeaf | null = null;
	private announcedFile: TFile | null = null;
	private repickQueued = false;
	private isWaiting = false;
	private clock = 0;

	constructor(private readonly workspace: Workspace) {}

	setLeaf(leaf: WorkspaceLeaf | null): void {
		if (this.leaf === leaf) return;
		for (const el of elementsOf(this.leaf)) el.removeClass('mod-active');
		for (const el of elementsOf(leaf)) el.addClass('mod-active');
		this.leaf = leaf;
		this.isWaiting = false;
		if (leaf !== null) leaf.activeTime = ++this.clock;
	}

	/** A layout is being put in place: nothing is active until it stands. */
	clear(): void {
		this.setLeaf(null);
		this.isWaiting = true;
		this.announce().run();
	}

	addRecentFile(path: string): void {
		this.recentFiles = [path, ...this.recentFiles.filter(one => one !== path)];
	}

	/** On the next microtask, after `prepare`, makes another leaf active where the active one is gone. */
	queueRepick(prepare: () => void): void {
		if (this.repickQueued) return;
		this.repickQueued = true;
		queueMicrotask(() => {
			this.repickQueued = false;
			prepare();
			const isHeld = this.leaf !== null && this.workspace.holdsLeaf(this.leaf);
			if (!isHeld && !this.isWaiting) this.setLeaf(this.workspace.getMostRecentLeaf());
			this.announce();
			this.workspace.onLayoutChange();
		});
	}

	private trigger(): void {
		if (!this.workspace.layoutReady) return;
		if (this.leaf !== this.announcedLeaf) {
			this.announcedLeaf = this.leaf;
			this.workspace.trigger('active-leaf-change', this.leaf);
		}
		const file = this.workspace.getActiveFile();
		if (file === this.announcedFile) return;
		this.announcedFile = file;
		this.workspace.trigger('file-open', file);
	}
}

function elementsOf(leaf: WorkspaceLeaf | null): HTMLElement[] {
	return leaf === null ? [] : [leaf.tabHeaderEl, leaf.containerEl, leaf.parent.containerEl];
}
