import type * as Api from 'obsidian-api';
import { debounce } from '../debounce';
import { isMissing } from '../vault/disk';
import { parentPath } from '../vault/paths';
import type { Vault } from '../vault/vault';

const noticeDelay = 50;

/** A plugin's `data.json`. */
export class PluginData {
	private lastKnown = 0;

	/** @param path of the file in the vault */
	constructor(private readonly vault: Vault, private readonly path: string) {}

	/** The parsed file; null where there is none, undefined where it cannot be read or parsed. */
	async load(): Promise<unknown> {
		try {
			const stat = await this.vault.adapter.stat(this.path);
			if (!stat) return null;
			this.lastKnown = stat.mtime;
			return JSON.parse(await this.vault.adapter.read(this.path)) as unknown;
		} catch (error) {
			return isMissing(error) ? null : undefined;
		}
	}

	/** Writes the file. Like the app, says nothing when that fails. */
	async save(data: unknown): Promise<void> {
		this.lastKnown = Date.now();
		try {
			await this.vault.adapter.mkdir(parentPath(this.path));
			await this.vault.adapter.write(this.path, JSON.stringify(data, undefined, 2), { mtime: this.lastKnown });
		} catch {
			// The app swallows it as well, and a plugin must not come to rely on better.
		}
	}

	/** Calls back about 50 ms after another program wrote the file, which is told by an `mtime` later than the last known. */
	watch(onExternalChange: () => unknown): Api.EventRef {
		const check = debounce(() => void this.checkChange(onExternalChange), noticeDelay);
		return this.vault.on('raw', (path) => {
			if (path === this.path) check();
		});
	}

	private async checkChange(onExternalChange: () => unknown): Promise<void> {
		const stat = await this.vault.adapter.stat(this.path);
		if (!stat || stat.mtime <= this.lastKnown) return;
		this.lastKnown = stat.mtime;
		onExternalChange();
	}
}
