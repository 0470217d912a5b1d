import { isRecord } from '../record';
import type { Vault } from '../vault/vault';

/**
 * `app.customCss`: the theme that the vault's `appearance.json` names. Its rules come after those
 * of all plugins, so where both weigh the same the theme's hold. Themes are not switched while the
 * app runs, and there are no snippets.
 */
export class CustomCss {
	/** The name of the theme; empty for the app's own. */
	theme = '';
	/** The manifests of themes, by name; here of the one in use. */
	readonly themes: Record<string, unknown> = {};
	readonly snippets: readonly string[] = [];
	readonly enabledSnippets: ReadonlySet<string> = new Set();
	/** Holds the theme's rules. */
	readonly styleEl = createEl('style', { attr: { 'data-theme': '' } });

	/** Reads the theme, as the app does before any plugin; a missing one leaves the app's own look. */
	async load({ adapter, configDir }: Vault): Promise<void> {
		document.head.append(this.styleEl);
		const read = (file: string): Promise<string> => adapter.read(`${configDir}/${file}`).catch(() => '');
		const appearance = parse(await read('appearance.json'));
		const name = appearance['cssTheme'];
		if (typeof name !== 'string' || name === '') return;
		const css = await read(`themes/${name}/theme.css`);
		if (css === '') return;
		this.theme = name;
		this.themes[name] = parse(await read(`themes/${name}/manifest.json`));
		this.styleEl.textContent = css;
	}
}

function parse(text: string): Record<string, unknown> {
	try {
		const value: unknown = JSON.parse(text);
		return isRecord(value) ? value : {};
	} catch {
		return {};
	}
}
