import type * as Api from 'obsidian-api';
import type { Setting } from './setting';
import { addControl } from './setting-controls';
import type { SettingTab } from './setting-tab';

/** A refusal with its reason; anything else accepts. */
type Validate = (value: unknown) => unknown;

/** Checks values one after another; only the answer to the last one counts. */
class Validation {
	private turn = 0;

	constructor(private readonly setting: Setting, private readonly validate: Validate) {}

	/** Shows or removes the inline error; false where the value is refused, or another one has come meanwhile. */
	async accepts(value: unknown): Promise<boolean> {
		const turn = ++this.turn;
		const message = await this.validate(value);
		if (turn !== this.turn) return false;
		const refused = typeof message === 'string' && message !== '';
		this.setting.setErrorMessage(refused ? message : null);
		return !refused;
	}
}

/**
 * Puts a definition's control into its row, bound to the tab's value. A value that is
 * refused shows why and is not stored; the stored one is checked once, too, and stays.
 */
export function renderControlRow(tab: SettingTab, setting: Setting, control: Api.SettingControl, onStored: () => void): void {
	const value = tab.getControlValue(control.key) ?? control.defaultValue;
	const validation = control.validate === undefined ? null : new Validation(setting, control.validate as Validate);
	const change = async (next: unknown): Promise<void> => {
		if (validation !== null && !await validation.accepts(next)) return;
		await tab.setControlValue(control.key, next);
		onStored();
	};
	addControl(tab.app, setting, control, { value, change: next => { void change(next); } });
	void validation?.accepts(value);
}
