import type * as Api from 'obsidian-api';
import type { App } from '../app';
import type { Editor } from './editor';
import type { TFile } from '../vault/files';
import type { HoverPopover } from '../preview/hover-popover';

/** Something whose links show previews. */
export interface HoverParent {
	hoverPopover: HoverPopover | null;
}

/** What an editor belongs to: a Markdown view, or something else that edits a note. */
export interface MarkdownFileInfo extends Omit<Api.MarkdownFileInfo, 'app' | 'file' | 'editor' | 'hoverPopover'>, HoverParent {
	app: App;
	get file(): TFile | null;
	editor?: Editor;
}
