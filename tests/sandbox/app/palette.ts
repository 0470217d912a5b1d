import type * as Api from 'obsidian-api';
import type { App } from '../obsidian/app';
import type { Command } from '../obsidian/interface/commands';
import type { TFile } from '../obsidian/vault/files';
import { Keymap } from '../obsidian/interface/keymap';
import { FuzzySuggestModal } from '../obsidian/interface/suggest-modal';

const recent: string[] = [];

/** The command palette: what can run now, what ran last at the top, with hotkeys. */
export class CommandPalette extends FuzzySuggestModal<Command> {
	constructor(app: App) {
		super(app);
		this.setPlaceholder('Select a command...');
		this.emptyStateText = 'No commands found.';
		this.setInstructions([{ command: '↑↓', purpose: 'to navigate' }, { command: '↵', purpose: 'to use' }, { command: 'esc', purpose: 'to dismiss' }]);
	}

	getItems(): Command[] {
		const rank = ({ id }: Command): number => recent.includes(id) ? recent.indexOf(id) : recent.length;
		return this.app.commands.listCommands().sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name));
	}

	getItemText(command: Command): string {
		return command.name;
	}

	override renderSuggestion(found: Api.FuzzyMatch<Command>, el: HTMLElement): void {
		el.addClass('mod-complex');
		super.renderSuggestion(found, el.createDiv('suggestion-content').createDiv('suggestion-title'));
		const hotkey = this.app.hotkeyManager.printHotkeyForCommand(found.item.id);
		if (hotkey !== '') el.createDiv('suggestion-aux').createEl('kbd', { cls: 'suggestion-hotkey', text: hotkey });
	}

	onChooseItem(command: Command): void {
		recent.remove(command.id);
		recent.unshift(command.id);
		this.app.commands.executeCommandById(command.id);
	}
}

/** Opens a note by a part of its path. */
export class QuickSwitcher extends FuzzySuggestModal<TFile> {
	constructor(app: App) {
		super(app);
		this.setPlaceholder('Find a note...');
		this.emptyStateText = 'No notes found.';
		this.setInstructions([
			{ command: '↑↓', purpose: 'to navigate' }, { command: '↵', purpose: 'to open' }, { command: 'ctrl ↵', purpose: 'to open in new tab' },
			{ command: 'shift ↵', purpose: 'to create' }, { command: 'esc', purpose: 'to dismiss' },
		]);
		this.scope.register(['Mod'], 'Enter', event => {
			this.selectActiveSuggestion(event);
			return false;
		});
		this.scope.register(['Shift'], 'Enter', event => {
			void this.create(event);
			return false;
		});
	}

	getItems(): TFile[] {
		const last = this.app.workspace.getLastOpenFiles();
		const rank = ({ path }: TFile): number => last.includes(path) ? last.indexOf(path) : last.length;
		return this.app.vault.getMarkdownFiles().sort((a, b) => rank(a) - rank(b) || a.path.localeCompare(b.path));
	}

	getItemText(file: TFile): string {
		return file.path.replace(/\.md$/, '');
	}

	onChooseItem(file: TFile, event: MouseEvent | KeyboardEvent): void {
		void this.app.workspace.getLeaf(Keymap.isModEvent(event)).openFile(file);
	}

	private async create(event: KeyboardEvent): Promise<void> {
		const name = this.inputEl.value.trim();
		if (name === '') return;
		this.close();
		const present = this.app.vault.getFileByPath(`${name}.md`);
		const file = present ?? await this.app.createNoteForLink(name, '');
		await this.app.workspace.getLeaf(Keymap.isModEvent(event)).openFile(file);
	}
}
