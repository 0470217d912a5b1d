import type * as Api from 'obsidian-api';
import type { App } from '../app';
import { Component } from '../component';
import { debounce } from '../debounce';
import type { BaseFile, BaseFileView } from './base-file';
import { BasesEntry } from './bases-entry';
import { BasesQueryResult } from './bases-query-result';
import type { BasesView } from './bases-view';
import { BasesViewConfig } from './bases-view-config';
import { compileFilter } from './filter';
import type { Filter } from './filter';

const UPDATE_DELAY = 50;
const FILE_PROPERTIES: Api.BasesPropertyId[] = ['file.name', 'file.basename', 'file.path', 'file.folder', 'file.ext', 'file.size', 'file.ctime', 'file.mtime', 'file.tags', 'file.links'];

/** What a controller needs of the pane around it. */
export interface QueryOwner {
	/** After the view has set one of its options. */
	onConfigChanged(): void;
	/** After each result. */
	onResult(result: BasesQueryResult): void;
	onError(error: unknown): void;
}

/** Runs one view's query of a base, again whenever the vault or the base changes, and tells the view. */
export class QueryController extends Component {
	readonly config: BasesViewConfig;
	private readonly filters: readonly Filter[];
	private view: BasesView | null = null;
	private readonly requestUpdate = debounce(() => { this.update(); }, UPDATE_DELAY);

	/** @throws SandboxGap for a filter that the sandbox cannot evaluate */
	constructor(readonly app: App, base: BaseFile, view: BaseFileView, private readonly owner: QueryOwner) {
		super();
		this.config = new BasesViewConfig(base, view, () => {
			owner.onConfigChanged();
			this.requestUpdate();
		});
		this.filters = [compileFilter(base.filters), compileFilter(view.filters)];
	}

	override onload(): void {
		const { metadataCache, vault } = this.app;
		const changed = (): void => { this.requestUpdate(); };
		this.registerEvent(metadataCache.on('changed', changed));
		this.registerEvent(metadataCache.on('resolve', changed));
		for (const name of ['create', 'delete', 'modify'] as const) this.registerEvent(vault.on(name, changed));
		this.registerEvent(vault.on('rename', changed));
		this.register(() => this.requestUpdate.cancel());
	}

	/** Gives the view its first result and keeps it up to date. */
	attach(view: BasesView): void {
		this.view = view;
		view.config = this.config;
		this.update();
	}

	private update(): void {
		const view = this.view;
		if (view === null) return;
		try {
			const entries = this.app.vault.getFiles().map(file => new BasesEntry(this.app, file)).filter(entry => this.filters.every(filter => filter(entry)));
			view.data = new BasesQueryResult(entries, this.config);
			view.allProperties = this.allProperties();
			this.owner.onResult(view.data);
			view.onDataUpdated();
		} catch (error) {
			this.owner.onError(error);
		}
	}

	private allProperties(): Api.BasesPropertyId[] {
		const names = new Set<string>();
		for (const file of this.app.vault.getMarkdownFiles()) {
			for (const name of Object.keys(this.app.metadataCache.getFileCache(file)?.frontmatter ?? {})) names.add(name);
		}
		return [...FILE_PROPERTIES, ...[...names].sort().map((name): Api.BasesPropertyId => `note.${name}`)];
	}
}
