import type { FileAdapter } from './adapter';
import { isRecord } from '../record';

/** What the app assumes where the vault's `app.json` says nothing; updating links is on, so that nobody is asked. */
const defaults: Readonly<Record<string, unknown>> = {
	alwaysUpdateLinks: true,
	newLinkFormat: 'shortest',
	useMarkdownLinks: false,
	newFileLocation: 'root',
	newFileFolderPath: '/',
	attachmentFolderPath: '/',
	trashOption: 'system',
	promptDelete: true,
	showInlineTitle: true,
	livePreview: true,
	defaultViewMode: 'source',
	tabSize: 4,
	useTab: true,
	readableLineLength: true,
	strictLineBreaks: false,
	foldHeading: true,
	foldIndent: true,
	vimMode: false,
	theme: 'system',
	userIgnoreFilters: null,
};

/** The app's options for a vault. Changes live until the page or process ends; they are not saved. */
export class VaultConfig {
	private values: Record<string, unknown> = {};

	constructor(private readonly adapter: FileAdapter, private readonly path: string) {}

	/** Reads the file; a missing or broken one leaves the defaults. */
	async load(): Promise<void> {
		const stored = await this.readStored();
		this.values = { ...stored, ...this.values };
	}

	get(key: string): unknown {
		return key in this.values ? this.values[key] : defaults[key];
	}

	set(key: string, value: unknown): void {
		this.values[key] = value;
	}

	private async readStored(): Promise<Record<string, unknown>> {
		try {
			const stored: unknown = JSON.parse(await this.adapter.read(this.path));
			return isRecord(stored) ? stored : {};
		} catch {
			return {};
		}
	}
}
