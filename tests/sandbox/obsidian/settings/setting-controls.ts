import type * as Api from 'obsidian-api';
import type { App } from '../app';
import { PathSuggest } from '../interface/path-suggest';
import type { SliderComponent } from './choice-components';
import type { Setting } from './setting';
import type { AbstractTextComponent } from './text-components';

/** What a control needs to know: its value, and where a new one goes. */
interface Binding<V> {
	readonly value: V;
	readonly change: (value: V) => void;
}

function asText(value: unknown): string {
	return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function bindText(component: AbstractTextComponent<HTMLInputElement | HTMLTextAreaElement>, control: { placeholder?: string }, { value, change }: Binding<unknown>): void {
	component.setPlaceholder(control.placeholder ?? '').setValue(asText(value)).onChange(change);
}

/** A number is taken when the field is left or Enter is pressed; what is no number becomes the default. */
function addNumber(setting: Setting, control: Api.SettingNumberControl, { value, change }: Binding<unknown>): void {
	setting.addText(component => {
		const { inputEl } = component.setPlaceholder(control.placeholder ?? '').setValue(asText(value));
		inputEl.type = 'number';
		for (const name of ['min', 'max', 'step'] as const) if (control[name] !== undefined) inputEl.setAttr(name, control[name]);
		const commit = (): void => {
			const typed = inputEl.value.trim() === '' ? NaN : Number(inputEl.value);
			const number = Number.isNaN(typed) ? control.defaultValue ?? 0 : typed;
			inputEl.value = String(number);
			change(number);
		};
		inputEl.addEventListener('change', commit);
		inputEl.addEventListener('keydown', event => { if (event.key === 'Enter') inputEl.blur(); });
	});
}

function folderPaths(app: App, control: Api.SettingFolderControl): string[] {
	const folders = app.vault.getAllFolders(control.includeRoot ?? false);
	return folders.filter(folder => control.filter?.(folder) ?? true).map(folder => folder.path);
}

function filePaths(app: App, control: Api.SettingFileControl): string[] {
	return app.vault.getFiles().filter(file => control.filter?.(file) ?? true).map(file => file.path);
}

function addPath(app: App, setting: Setting, control: Api.SettingFileControl | Api.SettingFolderControl, binding: Binding<unknown>): void {
	setting.addSearch(component => {
		bindText(component, control, binding);
		new PathSuggest(app, component.inputEl, () => control.type === 'file' ? filePaths(app, control) : folderPaths(app, control), binding.change);
	});
}

/** The value stands beside the slider, in its format; an empty text hides it. */
function showSliderValue(setting: Setting, component: SliderComponent): void {
	const valueEl = createSpan('setting-slider-value');
	setting.controlEl.prepend(valueEl);
	const show = (): void => { valueEl.setText(component.getValuePretty()); };
	component.sliderEl.addEventListener('input', show);
	show();
}

/** Puts a definition's control into its row. */
export function addControl(app: App, setting: Setting, control: Api.SettingControl, binding: Binding<unknown>): void {
	const { value, change } = binding;
	switch (control.type) {
		case 'toggle':
			setting.addToggle(component => component.setValue(value === true).onChange(change));
			break;
		case 'text':
			setting.addText(component => { bindText(component, control, binding); });
			break;
		case 'textarea':
			setting.addTextArea(component => {
				bindText(component, control, binding);
				if (control.rows !== undefined) component.inputEl.rows = control.rows;
			});
			break;
		case 'dropdown':
			setting.addDropdown(component => component.addOptions(control.options).setValue(asText(value)).onChange(change));
			break;
		case 'slider':
			setting.addSlider(component => {
				if (control.displayFormat !== undefined) component.setDisplayFormat(control.displayFormat);
				component.setLimits(control.min, control.max, control.step).setValue(Number(value ?? control.min)).setDynamicTooltip().onChange(change);
				showSliderValue(setting, component);
			});
			break;
		case 'color':
			setting.addColorPicker(component => component.setValue(asText(value)).onChange(change));
			break;
		case 'number':
			addNumber(setting, control, binding);
			break;
		case 'file':
		case 'folder':
			addPath(app, setting, control, binding);
			break;
	}
}
