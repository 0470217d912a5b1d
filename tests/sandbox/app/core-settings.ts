import type { App } from '../obsidian/app';
import { PagePreviewTab } from './page-preview-tab';
import { type SettingDefinitionItem, SettingTab } from '../obsidian/settings/setting-tab';

/** Light or dark. */
export class AppearanceTab extends SettingTab {
	override icon = 'paintbrush';
	override id = 'appearance';
	override name = 'Appearance';

	override getSettingDefinitions(): SettingDefinitionItem[] {
		return [{ name: 'Base color scheme', desc: 'Choose between light and dark.', control: { type: 'dropdown', key: 'theme', options: { light: 'Light', dark: 'Dark' } } }];
	}

	override getControlValue(): unknown {
		return this.app.isDarkMode() ? 'dark' : 'light';
	}

	override setControlValue(_key: string, value: unknown): void {
		this.app.setTheme(value === 'dark' ? 'dark' : 'light');
	}
}

/** How new editors start. */
export class EditorTab extends SettingTab {
	override icon = 'pencil';
	override id = 'editor';
	override name = 'Editor';

	override getSettingDefinitions(): SettingDefinitionItem[] {
		return [
			{ name: 'Live Preview', desc: 'New tabs hide the marks of Markdown where the cursor is not.', control: { type: 'toggle', key: 'livePreview', defaultValue: true } },
			{ name: 'Default location for new notes', control: { type: 'dropdown', key: 'newFileLocation', options: { root: 'Vault folder', current: 'Same folder as current file' } } },
		];
	}
}

/** The installed plugins and their switches. */
export class CommunityPluginsTab extends SettingTab {
	override icon = 'blocks';
	override id = 'community-plugins';
	override name = 'Community plugins';

	override getSettingDefinitions(): SettingDefinitionItem[] {
		const manifests = Object.values(this.app.plugins.manifests);
		return [{
			type: 'group',
			heading: 'Installed plugins',
			items: manifests.map(({ id, name, version, description }) => ({ name, desc: `Version ${version}. ${description}`, control: { type: 'toggle' as const, key: id } })),
		}];
	}

	override getControlValue(id: string): unknown {
		return this.app.plugins.getPlugin(id) !== null;
	}

	override async setControlValue(id: string, value: unknown): Promise<void> {
		if (value === true) await this.app.plugins.enablePluginAndSave(id);
		else await this.app.plugins.disablePluginAndSave(id);
	}
}

/** Adds the app's own tabs. */
export function addCoreSettings(app: App): void {
	app.setting.settingTabs.push(new EditorTab(app), new AppearanceTab(app), new PagePreviewTab(app), new CommunityPluginsTab(app));
	for (const tab of app.setting.settingTabs) tab.update();
}
