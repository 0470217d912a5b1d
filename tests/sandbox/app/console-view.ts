import { setIcon } from '../obsidian/interface/icons';
import type { WorkspaceLeaf } from '../obsidian/workspace/leaf';
import { ItemView } from '../obsidian/workspace/view';
import { LineHistory } from './line-history';

/** The type of the console's view. */
export const CONSOLE_VIEW = 'sandbox-console';

/** A pane that stands for a terminal outside the app: takes lines for its command line, and `obsidian://` addresses. */
export class ConsoleView extends ItemView {
	override icon = 'terminal';
	private readonly history = new LineHistory();
	private readonly outputEl: HTMLElement;
	private readonly inputEl: HTMLInputElement;

	constructor(leaf: WorkspaceLeaf) {
		super(leaf);
		this.contentEl.addClass('sandbox-console');
		this.outputEl = this.contentEl.createDiv({ cls: 'sandbox-console-output', attr: { role: 'log', 'aria-live': 'polite', tabindex: 0, 'aria-label': 'Output' } });
		const row = this.contentEl.createDiv('sandbox-console-line');
		setIcon(row.createSpan('sandbox-console-prompt'), 'chevron-right');
		this.inputEl = row.createEl('input', {
			cls: 'sandbox-console-input', type: 'text', placeholder: 'help, or a command of a plugin, or an obsidian:// address',
			attr: { 'aria-label': 'Command line', spellcheck: 'false', autocapitalize: 'off', autocomplete: 'off' },
		});
		this.registerDomEvent(this.inputEl, 'keydown', event => { this.onKey(event); });
		this.registerDomEvent(this.contentEl, 'click', event => { if (event.target === this.contentEl) this.focus(); });
	}

	getViewType(): string {
		return CONSOLE_VIEW;
	}

	getDisplayText(): string {
		return 'Console';
	}

	override focus(): void {
		this.inputEl.focus();
	}

	private onKey(event: KeyboardEvent): void {
		if (event.isComposing) return;
		if (event.key === 'Enter') void this.submit();
		else if (event.key === 'ArrowUp') this.recall(event, this.history.older(this.inputEl.value));
		else if (event.key === 'ArrowDown') this.recall(event, this.history.newer());
	}

	private recall(event: KeyboardEvent, line: string | null): void {
		event.preventDefault();
		if (line === null) return;
		this.inputEl.value = line;
		this.inputEl.setSelectionRange(line.length, line.length);
	}

	private async submit(): Promise<void> {
		const line = this.inputEl.value.trim();
		this.inputEl.value = '';
		if (line === '') return;
		this.history.add(line);
		this.print('sandbox-console-command', line);
		const output = await this.run(line);
		if (output !== '') this.print(output.startsWith('Error: ') ? 'sandbox-console-answer mod-error' : 'sandbox-console-answer', output);
	}

	private async run(line: string): Promise<string> {
		if (!line.startsWith('obsidian://')) return this.app.cli.run(line);
		try {
			await this.app.protocol.open(line);
			return '';
		} catch (error) {
			return `Error: ${error instanceof Error ? error.message : String(error)}`;
		}
	}

	private print(cls: string, text: string): void {
		this.outputEl.createDiv({ cls, text });
		this.outputEl.scrollTop = this.outputEl.scrollHeight;
	}
}
