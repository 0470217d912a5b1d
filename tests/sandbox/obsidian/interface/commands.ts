import type * as Api from 'obsidian-api';
import type { App } from '../app';
import type { Editor } from '../editor/editor';
import type { MarkdownFileInfo } from '../editor/markdown-file-info';
import { MarkdownView } from '../editor/markdown-view';
import { Platform } from '../platform';

/** A command, as a plugin adds it. */
export interface Command extends Omit<Api.Command, 'editorCallback' | 'editorCheckCallback'> {
	editorCallback?: (editor: Editor, ctx: MarkdownView | MarkdownFileInfo) => unknown;
	editorCheckCallback?: (checking: boolean, editor: Editor, ctx: MarkdownView | MarkdownFileInfo) => boolean | void;
}

/** Every command by its full id. */
export class Commands {
	readonly commands: Record<string, Command> = {};

	constructor(private readonly app: App) {}

	addCommand(command: Command): void {
		this.commands[command.id] = command;
	}

	removeCommand(id: string): void {
		delete this.commands[id];
	}

	findCommand(id: string): Command | undefined {
		return this.commands[id];
	}

	/** The commands that can run now. */
	listCommands(): Command[] {
		return Object.values(this.commands).filter(command => this.check(command));
	}

	/** Runs a command; false where there is none or it cannot run now. */
	executeCommandById(id: string, event?: Event): boolean {
		const command = this.commands[id];
		return command !== undefined && this.executeCommand(command, event);
	}

	executeCommand(command: Command, _event?: Event): boolean {
		if (!this.check(command)) return false;
		const context = this.editorContext();
		if (command.editorCheckCallback !== undefined && context !== null) command.editorCheckCallback(false, context.editor, context.info);
		else if (command.editorCallback !== undefined && context !== null) command.editorCallback(context.editor, context.info);
		else if (command.checkCallback !== undefined) command.checkCallback(false);
		else if (command.callback !== undefined) command.callback();
		else return false;
		return true;
	}

	/** Asks a command whether it can run. Nothing changes. */
	private check(command: Command): boolean {
		if (command.mobileOnly === true && !Platform.isMobile) return false;
		if (command.editorCheckCallback !== undefined || command.editorCallback !== undefined) {
			const context = this.editorContext();
			if (context === null) return false;
			return command.editorCheckCallback === undefined || command.editorCheckCallback(true, context.editor, context.info) === true;
		}
		return command.checkCallback === undefined || command.checkCallback(true) === true;
	}

	/** Editor commands need an editor that shows: none in reading mode. */
	private editorContext(): { editor: Editor; info: MarkdownFileInfo } | null {
		const info = this.app.workspace.activeEditor;
		if (info?.editor === undefined) return null;
		if (info instanceof MarkdownView && info.getMode() === 'preview') return null;
		return { editor: info.editor, info };
	}
}
