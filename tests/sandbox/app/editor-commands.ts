import type { App } from '../obsidian/app';
import type { Editor } from '../obsidian/editor/editor';
import type { MarkdownFileInfo } from '../obsidian/editor/markdown-file-info';
import { MarkdownView } from '../obsidian/editor/markdown-view';

type Run = (editor: Editor, info: MarkdownFileInfo) => unknown;

/** Follows what stands at the cursor. */
function followLink(app: App, editor: Editor, info: MarkdownFileInfo, newTab: boolean): void {
	const token = editor.getClickableTokenAt(editor.getCursor());
	if (token?.type === 'internal-link') void app.workspace.openLinkText(token.text, info.file?.path ?? '', newTab);
	else if (token?.type === 'external-link') window.open(token.text, '_blank', 'noopener');
}

/** The app's commands for the text, under the app's ids and with its hotkeys. They need an editor that shows. */
export function addEditorCommands(app: App): void {
	const add = (id: string, name: string, key: string | null, run: Run, modifier: 'Mod' | 'Alt' = 'Mod'): void => {
		app.commands.addCommand({ id: `editor:${id}`, name, editorCallback: run, ...(key === null ? {} : { hotkeys: [{ modifiers: [modifier], key }] }) });
	};
	add('toggle-checklist-status', 'Toggle checkbox status', 'L', editor => { editor.toggleCheckList(); });
	add('toggle-bold', 'Toggle bold', 'B', editor => { editor.toggleMarkdownFormatting('bold'); });
	add('toggle-italics', 'Toggle italic', 'I', editor => { editor.toggleMarkdownFormatting('italic'); });
	add('toggle-strikethrough', 'Toggle strikethrough', null, editor => { editor.toggleMarkdownFormatting('strikethrough'); });
	add('toggle-highlight', 'Toggle highlight', null, editor => { editor.toggleMarkdownFormatting('highlight'); });
	add('toggle-code', 'Toggle code', null, editor => { editor.toggleMarkdownFormatting('code'); });
	add('toggle-comments', 'Toggle comment', '/', editor => { editor.toggleMarkdownFormatting('comment'); });
	add('insert-link', 'Insert Markdown link', 'K', editor => { editor.insertMarkdownLink(); });
	add('delete-paragraph', 'Delete paragraph', 'D', editor => { editor.exec('deleteLine'); });
	add('swap-line-up', 'Move line up', null, editor => { editor.exec('swapLineUp'); });
	add('swap-line-down', 'Move line down', null, editor => { editor.exec('swapLineDown'); });
	add('fold-all', 'Fold all headings and lists', null, editor => { editor.exec('foldAll'); });
	add('unfold-all', 'Unfold all headings and lists', null, editor => { editor.exec('unfoldAll'); });
	add('toggle-fold', 'Toggle fold on the current line', null, editor => { editor.exec('toggleFold'); });
	add('follow-link', 'Follow link under cursor', 'Enter', (editor, info) => { followLink(app, editor, info, false); }, 'Alt');
	add('open-link-in-new-leaf', 'Open link under cursor in new tab', 'Enter', (editor, info) => { followLink(app, editor, info, true); });
	add('open-search', 'Search current file', 'F', (_editor, info) => { if (info instanceof MarkdownView) info.showSearch(); });
}
