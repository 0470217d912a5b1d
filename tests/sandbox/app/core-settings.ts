import type { App } from '../obsidian/app';
import { HotkeysTab } from './hotkeys-tab';
import { PagePreviewTab } from './page-preview-tab';
import { type SettingDefinitionItem, SettingTab } from '../obsidian/settings/setting-tab';

/** Light or dark, and how large the text of notes is. */
export class AppearanceTab extends SettingTab {
	override icon = 'paintbrush';
	override id = 'appearance';
	override name = 'Appearance';

	override getSettingDefinitions(): SettingDefinitionItem[] {
		return [
			{ name: 'Base color scheme', desc: 'Choose between light and dark.', control: { type: 'dropdown', key: 'theme', options: { light: 'Light', dark: 'Dark' } } },
			{ name: 'Font size', desc: 'Of notes, in pixels.', aliases: ['text size'], control: { type: 'slider', key: 'baseFontSize', min: 10, max: 30, step: 1, defaultValue: 16 } },
		];
	}

	override getControlValue(key: string): unknown {
		if (key === 'theme') return this.app.isDarkMode() ? 'dark' : 'light';
		return super.getControlValue(key);
	}

	override setControlValue(key: string, value: unknown): void {
		if (key === 'theme') this.app.setTheme(value === 'dark' ? 'dark' : 'light');
		else void super.setControlValue(key, value);
		if (key === 'baseFontSize') document.body.setCssProps({ '--font-text-size': `${Number(value)}px` });
	}
}

/** How new tabs open, and where new notes go. */
export class EditorTab extends SettingTab {
	override icon = 'pencil';
	override id = 'editor';
	override name = 'Editor';

	override getSettingDefinitions(): SettingDefinitionItem[] {
		return [
			{ name: 'Live Preview', desc: 'New tabs hide the marks of Markdown where the cursor is not.', control: { type: 'toggle', key: 'livePreview', defaultValue: true } },
			{ name: 'Settings in the main window', desc: 'Else they open in a window of their own. Takes effect when they open again.', aliases: ['dialog', 'popout'], control: { type: 'toggle', key: 'settingsInMainWindow', defaultValue: false } },
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
			extraButtons: [button => button.setIcon('refresh-cw').setTooltip('Reload plugins').onClick(() => void this.reload())],
			search: { placeholder: 'Search installed plugins...', match: (item, query) => item.name.toLowerCase().includes(query.toLowerCase()) },
			items: manifests.map(({ id, name, version, description }) => ({ name, desc: `Version ${version}. ${description}`, aliases: [id], control: { type: 'toggle' as const, key: id } })),
		}];
	}

	override getControlValue(id: string): unknown {
		return this.app.plugins.getPlugin(id) !== null;
	}

	override async setControlValue(id: string, value: unknown): Promise<void> {
		if (value === true) await this.app.plugins.enablePluginAndSave(id);
		else await this.app.plugins.disablePluginAndSave(id);
	}

	/** Reads again what is installed. */
	private async reload(): Promise<void> {
		await this.app.plugins.loadManifests();
		this.update();
	}
}

/** Adds the app's own tabs. */
export function addCoreSettings(app: App): void {
	app.setting.settingTabs.push(new EditorTab(app), new AppearanceTab(app), new HotkeysTab(app), new PagePreviewTab(app), new CommunityPluginsTab(app));
	for (const tab of app.setting.settingTabs) tab.update();
}
