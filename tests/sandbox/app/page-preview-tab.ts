import type { App } from '../obsidian/app';
import { Platform } from '../obsidian/platform';
import type { PagePreview } from '../obsidian/preview/page-preview';
import { type SettingDefinitionItem, SettingTab } from '../obsidian/settings/setting-tab';

/** The core plugin's switch, and for each source of previews whether it needs Mod. */
export class PagePreviewTab extends SettingTab {
	override icon = 'file-search';
	override id = 'page-preview';
	override name = 'Page preview';

	override getSettingDefinitions(): SettingDefinitionItem[] {
		const sources = Object.entries(this.app.workspace.hoverLinkSources);
		return [
			{ name: 'Page preview', desc: 'Show the note behind a link that the mouse rests on.', control: { type: 'toggle', key: 'enabled' } },
			{
				type: 'group',
				heading: `Require ${Platform.isMacOS ? 'Cmd' : 'Ctrl'} to preview on hover`,
				items: sources.map(([id, { display }]) => ({ name: display, control: { type: 'toggle' as const, key: `source:${id}` } })),
			},
		];
	}

	override getControlValue(key: string): unknown {
		return key === 'enabled' ? this.plugin().enabled : this.preview().needsMod(key.slice('source:'.length));
	}

	override async setControlValue(key: string, value: unknown): Promise<void> {
		if (key !== 'enabled') await this.preview().setNeedsMod(key.slice('source:'.length), value === true);
		else if (value === true) await this.plugin().enable(true);
		else await this.plugin().disable(true);
	}

	private plugin(): NonNullable<ReturnType<App['internalPlugins']['getPluginById']>> {
		const plugin = this.app.internalPlugins.getPluginById('page-preview');
		if (plugin === null) throw new Error('The app has no page preview.');
		return plugin;
	}

	private preview(): PagePreview {
		return this.plugin().instance as PagePreview;
	}
}
