import type { App } from '../app';
import type { CorePlugin } from '../plugins/internal-plugins';
import { BASES_TYPE, BasePane } from './base-pane';
import { BasesRegistry } from './bases-registry';
import { TableView } from './table-view';

const TABLE_TYPE = 'table';
const EXTENSIONS = ['base'];

/** The core plugin: while it is on, `.base` files open, with the app's own table. */
export class BasesPlugin extends BasesRegistry implements CorePlugin {
	readonly id = 'bases';
	readonly name = 'Bases';

	constructor(private readonly app: App) {
		super();
	}

	onEnable(): void {
		this.register(TABLE_TYPE, { name: 'Table', icon: 'table', factory: (controller, containerEl) => new TableView(controller, containerEl) });
		this.app.viewRegistry.registerView(BASES_TYPE, leaf => new BasePane(leaf, this));
		this.app.viewRegistry.registerExtensions(EXTENSIONS, BASES_TYPE);
	}

	onDisable(): void {
		this.app.viewRegistry.unregisterExtensions(EXTENSIONS);
		this.app.viewRegistry.unregisterView(BASES_TYPE);
		this.unregister(TABLE_TYPE);
	}
}
