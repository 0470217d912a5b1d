import type * as Api from 'obsidian-api';
import type { Editor } from '../editor/editor';
import { Events, type EventRef } from '../events';
import type { TAbstractFile, TFile } from '../vault/files';
import type { WorkspaceLeaf } from './leaf';
import type { MarkdownFileInfo } from '../editor/markdown-file-info';
import type { MarkdownView } from '../editor/markdown-view';
import type { Menu } from '../interface/menu';

/** The workspace's events with what their listeners are given. Names that are not typed here fire as well. */
export class WorkspaceEvents extends Events {
	override on(name: 'quick-preview', callback: (file: TFile, data: string) => unknown, ctx?: unknown): EventRef;
	override on(name: 'resize' | 'layout-change' | 'css-change', callback: () => unknown, ctx?: unknown): EventRef;
	override on(name: 'active-leaf-change', callback: (leaf: WorkspaceLeaf | null) => unknown, ctx?: unknown): EventRef;
	override on(name: 'file-open', callback: (file: TFile | null) => unknown, ctx?: unknown): EventRef;
	override on(name: 'window-open' | 'window-close', callback: (win: Api.WorkspaceWindow, window: Window) => unknown, ctx?: unknown): EventRef;
	override on(name: 'file-menu', callback: (menu: Menu, file: TAbstractFile, source: string, leaf?: WorkspaceLeaf) => unknown, ctx?: unknown): EventRef;
	override on(name: 'files-menu', callback: (menu: Menu, files: TAbstractFile[], source: string, leaf?: WorkspaceLeaf) => unknown, ctx?: unknown): EventRef;
	override on(name: 'url-menu', callback: (menu: Menu, url: string) => unknown, ctx?: unknown): EventRef;
	override on(name: 'editor-menu', callback: (menu: Menu, editor: Editor, info: MarkdownView | MarkdownFileInfo) => unknown, ctx?: unknown): EventRef;
	override on(name: 'editor-change', callback: (editor: Editor, info: MarkdownView | MarkdownFileInfo) => unknown, ctx?: unknown): EventRef;
	override on(name: 'editor-paste', callback: (evt: ClipboardEvent, editor: Editor, info: MarkdownView | MarkdownFileInfo) => unknown, ctx?: unknown): EventRef;
	override on(name: 'editor-drop', callback: (evt: DragEvent, editor: Editor, info: MarkdownView | MarkdownFileInfo) => unknown, ctx?: unknown): EventRef;
	override on(name: 'quit', callback: (tasks: Api.Tasks) => unknown, ctx?: unknown): EventRef;
	override on(name: string, callback: (...data: never[]) => unknown, ctx?: unknown): EventRef;
	override on(name: string, callback: (...data: never[]) => unknown, ctx?: unknown): EventRef {
		return super.on(name, callback as (...data: unknown[]) => unknown, ctx);
	}
}
