import { Modal, Platform, type App } from 'obsidian';
import { ACTIONS } from '../../core/actions';
import { words } from '../../words/words';

const MOVES: readonly (readonly [keys: readonly string[], does: string])[] = [
	[['j', '↓'], words.keys.next],
	[['k', '↑'], words.keys.previous],
	[['←', '→'], words.keys.heading],
	[['Space'], words.keys.select],
	[['Shift+J', 'Shift+K'], words.keys.extend],
	[['Mod+A'], words.keys.selectAll],
	[['g'], words.keys.group],
	[['t'], words.keys.takeOut],
	[['2'], words.keys.same],
	[['e'], words.keys.edit],
	[['a'], words.keys.owner],
	[['d'], words.keys.due],
	[['p'], words.keys.priority],
	[['h'], words.keys.hide],
	[['d', 'p', 'a'], words.keys.nextValue],
	[['o'], words.keys.openNote],
	[['Mod+O'], words.keys.openNoteInTab],
	[['s'], words.keys.openSource],
	[['Mod+S'], words.keys.openSourceInTab],
	[['Escape'], words.keys.back],
	[['i'], words.keys.person],
	[['Shift+X'], words.keys.dismissRepeats],
	[['u', 'Mod+Z'], words.controls.undo],
	[['Shift+U', 'Shift+Mod+Z'], words.controls.redo],
	[['Shift+H'], words.keys.history],
	[['y'], words.keys.apply],
	[['n'], words.keys.skip],
	[['/'], words.keys.filter],
	[['Esc'], words.keys.escape],
	[['?'], words.keys.list],
];

/** All keys of the review. */
export class KeysModal extends Modal {
	constructor(app: App) {
		super(app);
		this.setTitle(words.keys.title);
		this.modalEl.addClass('ratify-keys');
	}

	override onOpen(): void {
		const list = this.contentEl.createEl('dl');
		for (const action of ACTIONS) addKeys(list, action.keys, words.actions[action.id].name);
		for (const [keys, does] of MOVES) addKeys(list, keys, does);
	}

	override onClose(): void {
		this.contentEl.empty();
	}
}

function addKeys(list: HTMLElement, keys: readonly string[], does: string): void {
	const term = list.createEl('dt');
	for (const key of keys) term.createEl('kbd', { text: key.replace('Mod', Platform.isMacOS ? 'Cmd' : 'Ctrl') });
	list.createEl('dd', { text: does });
}
