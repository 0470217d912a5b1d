import type * as Api from 'obsidian-api';
import type { App } from '../app';
import { Component } from '../component';
import { joinPath } from '../vault/paths';
import { BasesEntry } from './bases-entry';
import type { BasesQueryResult } from './bases-query-result';
import type { BasesViewConfig } from './bases-view-config';
import type { QueryController } from './query-controller';

type Redefined = keyof Api.Component | 'app' | 'config' | 'data';

/** A way to show a base. `config` and `data` are there from the first `onDataUpdated` on, not in the constructor. */
export abstract class BasesView extends Component implements Omit<Api.BasesView, Redefined> {
	abstract type: string;
	readonly app: App;
	declare config: BasesViewConfig;
	declare allProperties: Api.BasesPropertyId[];
	/** Replaced by every result, rows included. */
	declare data: BasesQueryResult;

	protected constructor(controller: QueryController) {
		super();
		this.app = controller.app;
	}

	abstract onDataUpdated(): void;

	/** Creates a note where new notes go, lets `frontmatterProcessor` fill its properties, and opens it. */
	async createFileForView(baseFileName = 'Untitled', frontmatterProcessor?: (frontmatter: Record<string, unknown>) => void): Promise<void> {
		const folder = this.app.fileManager.getNewFileParent(this.app.workspace.getActiveFile()?.path ?? '');
		const file = await this.app.vault.create(this.app.vault.getAvailablePath(joinPath(folder.path, baseFileName), 'md'), '');
		if (frontmatterProcessor !== undefined) await this.app.fileManager.processFrontMatter(file, frontmatterProcessor);
		await this.app.workspace.getLeaf('tab').openFile(file);
	}

	/** The active file as a row, for formulas in options. */
	activeEntry(): BasesEntry | null {
		const file = this.app.workspace.getActiveFile();
		return file === null ? null : new BasesEntry(this.app, file);
	}
}
