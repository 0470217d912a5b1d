import type * as Api from 'obsidian-api';
import type { App } from '../app';
import type { Menu } from '../interface/menu';
import { parseLinktext } from '../metadata/linkpath';
import type { OpenViewState, WorkspaceLeaf } from './leaf';
import { WorkspaceTree } from './workspace-tree';

/** What the workspace does with links: it opens them, offers a menu for them, and knows which sources preview them. */
export abstract class WorkspaceLinks extends WorkspaceTree {
	abstract readonly app: App;
	/** Display names and Mod rules of the sources that open page previews. */
	readonly hoverLinkSources: Record<string, Api.HoverLinkSource> = {};

	abstract getLeaf(newLeaf: Api.PaneType | boolean): WorkspaceLeaf;

	/** Opens what a link names; a note that does not exist is created. */
	async openLinkText(linktext: string, sourcePath: string, newLeaf?: Api.PaneType | boolean, openViewState: OpenViewState = {}): Promise<void> {
		const { path, subpath } = parseLinktext(linktext);
		const found = this.app.metadataCache.getFirstLinkpathDest(path, sourcePath);
		const file = found ?? await this.app.createNoteForLink(path, sourcePath);
		const eState = subpath === '' ? openViewState.eState : { ...openViewState.eState, subpath };
		await this.getLeaf(newLeaf ?? false).openFile(file, { ...openViewState, ...(eState === undefined ? {} : { eState }) });
	}

	handleLinkContextMenu(menu: Menu, linktext: string, sourcePath: string): boolean {
		menu.addItem(item => item.setSection('open').setTitle('Open link').setIcon('file').onClick(() => this.openLinkText(linktext, sourcePath)));
		menu.addItem(item => item.setSection('open').setTitle('Open in new tab').setIcon('file-plus').onClick(() => this.openLinkText(linktext, sourcePath, 'tab')));
		const file = this.app.metadataCache.getFirstLinkpathDest(parseLinktext(linktext).path, sourcePath);
		if (file !== null) this.trigger('file-menu', menu, file, 'link-context-menu');
		return true;
	}

	registerHoverLinkSource(id: string, info: Api.HoverLinkSource): void {
		this.hoverLinkSources[id] = info;
	}

	unregisterHoverLinkSource(id: string): void {
		delete this.hoverLinkSources[id];
	}
}
