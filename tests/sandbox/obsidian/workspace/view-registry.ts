import { Events } from '../events';
import type { WorkspaceLeaf } from './leaf';
import { EmptyView, ItemView, type View } from './view';

/** Makes a view for a leaf. */
export type ViewCreator = (leaf: WorkspaceLeaf) => View;

/** Shown where no plugin offers the wanted view, as in the app. */
class UnknownView extends ItemView {
	override icon = 'ghost';
	private state: Record<string, unknown> = {};

	constructor(leaf: WorkspaceLeaf, private readonly type: string) {
		super(leaf);
		this.contentEl.createDiv({ cls: 'pane-empty', text: 'Plugin no longer active' });
	}

	getViewType(): string {
		return this.type;
	}

	getDisplayText(): string {
		return 'Plugin no longer active';
	}

	override getState(): Record<string, unknown> {
		return this.state;
	}

	override setState(state: unknown): Promise<void> {
		this.state = state as Record<string, unknown>;
		return Promise.resolve();
	}
}

/** Which view belongs to a type, and which type to a file's extension. */
export class ViewRegistry extends Events {
	readonly viewByType: Record<string, ViewCreator> = { empty: leaf => new EmptyView(leaf) };
	readonly typeByExtension: Record<string, string> = {};

	registerView(type: string, creator: ViewCreator): void {
		if (type in this.viewByType) throw new Error(`Attempting to register an existing view type "${type}"`);
		this.viewByType[type] = creator;
		this.trigger('view-registered', type);
	}

	unregisterView(type: string): void {
		delete this.viewByType[type];
		this.trigger('view-unregistered', type);
	}

	registerExtensions(extensions: readonly string[], type: string): void {
		for (const extension of extensions) {
			if (extension in this.typeByExtension) throw new Error(`Attempting to register an existing file extension "${extension}"`);
			this.typeByExtension[extension] = type;
		}
	}

	unregisterExtensions(extensions: readonly string[]): void {
		for (const extension of extensions) delete this.typeByExtension[extension];
	}

	getTypeByExtension(extension: string): string | undefined {
		return this.typeByExtension[extension];
	}

	isExtensionRegistered(extension: string): boolean {
		return extension in this.typeByExtension;
	}

	createView(type: string, leaf: WorkspaceLeaf): View {
		const creator = this.viewByType[type];
		return creator === undefined ? new UnknownView(leaf, type) : creator(leaf);
	}
}
