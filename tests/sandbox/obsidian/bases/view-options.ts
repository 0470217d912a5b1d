import type * as Api from 'obsidian-api';
import type { App } from '../app';
import { PathSuggest } from '../interface/path-suggest';
import { Setting } from '../settings/setting';
import type { TextComponent } from '../settings/text-components';
import type { BasesViewConfig } from './bases-view-config';

/** What a row of options draws from. */
interface OptionContext {
	readonly app: App;
	readonly config: BasesViewConfig;
	readonly properties: readonly Api.BasesPropertyId[];
	/** After a change: what is hidden may differ. */
	readonly redraw: () => void;
}

/** Draws the controls that a view type declares. Options are hidden by `shouldHide()`, which gets no argument since 1.12. */
export function renderViewOptions(el: HTMLElement, options: readonly Api.BasesAllOptions[], context: OptionContext): void {
	for (const option of options) {
		if (option.shouldHide?.() === true) continue;
		if (option.type === 'group') {
			new Setting(el).setName(option.displayName).setHeading();
			renderViewOptions(el, option.items, context);
		} else {
			renderOption(new Setting(el).setName(option.displayName), option, context);
		}
	}
}

function renderOption(setting: Setting, option: Api.BasesOptions, context: OptionContext): void {
	const { config, redraw } = context;
	const value = config.get(option.key) ?? option.default;
	const change = (next: unknown): void => {
		config.set(option.key, next);
		redraw();
	};
	switch (option.type) {
		case 'toggle':
			setting.addToggle(toggle => toggle.setValue(value === true).onChange(change));
			break;
		case 'dropdown':
			setting.addDropdown(dropdown => dropdown.addOptions(option.options).setValue(asText(value)).onChange(change));
			break;
		case 'slider':
			setting.addSlider(slider => slider.setLimits(option.min ?? 0, option.max ?? 100, option.step ?? 1).setValue(Number(value ?? option.min ?? 0)).setInstant(option.instant ?? false).setDynamicTooltip().onChange(change));
			break;
		case 'multitext':
			setting.addText(text => commitOnLeave(text.setValue(Array.isArray(value) ? value.join(', ') : ''), next => { change(next.split(',').map(one => one.trim()).filter(one => one !== '')); }));
			break;
		case 'property':
			renderProperty(setting, option, asText(value), context, change);
			break;
		case 'file':
		case 'folder':
			setting.addText(text => { new PathSuggest(context.app, commitOnLeave(text.setValue(asText(value)), change).inputEl, () => pathsFor(context.app, option), change); });
			break;
		default:
			setting.addText(text => commitOnLeave(text.setPlaceholder(option.placeholder ?? '').setValue(asText(value)), change));
	}
}

function renderProperty(setting: Setting, option: Api.BasesPropertyOption, value: string, { config, properties }: OptionContext, change: (next: unknown) => void): void {
	setting.addDropdown(dropdown => {
		dropdown.addOption('', option.placeholder ?? '');
		for (const id of properties.filter(one => option.filter?.(one) ?? true)) dropdown.addOption(id, config.getDisplayName(id));
		dropdown.setValue(value).onChange(next => { change(next === '' ? null : next); });
	});
}

function pathsFor(app: App, option: Api.BasesFileOption | Api.BasesFolderOption): string[] {
	if (option.type === 'file') return app.vault.getFiles().filter(file => option.filter?.(file) ?? true).map(file => file.path);
	return app.vault.getAllFolders(true).filter(folder => option.filter?.(folder) ?? true).map(folder => folder.path);
}

function commitOnLeave(text: TextComponent, commit: (value: string) => void): TextComponent {
	text.inputEl.addEventListener('change', () => { commit(text.getValue()); });
	return text;
}

function asText(value: unknown): string {
	return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
