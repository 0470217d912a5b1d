import { Modal, Platform, type App } from 'obsidian';
import { ACTIONS } from '../../core/actions';

const MOVES: readonly (readonly [keys: readonly string[], does: string])[] = [
	[['j', '↓'], 'Next'],
	[['k', '↑'], 'Previous'],
	[['←', '→'], 'To the heading; there: close it, open it, back to the rows'],
	[['Space'], 'Select'],
	[['Shift+J', 'Shift+K'], 'Extend the selection'],
	[['Mod+A'], 'Select all that is shown'],
	[['g'], 'Open or close the duplicates'],
	[['t'], 'Among duplicates: take this one out, it is another task'],
	[['2'], 'Duplicate of another row, which you pick'],
	[['e'], 'Edit the text'],
	[['a'], 'Owner: pick whom it is for'],
	[['d'], 'Due date, in words such as “friday”'],
	[['p'], 'Priority'],
	[['h'], 'Hide until a day'],
	[['d', 'p', 'a'], 'Among duplicates: the next due date, priority, owner'],
	[['o'], 'Open the note at the line'],
	[['Mod+O'], 'Open the note in a new tab'],
	[['s'], 'Go to the words in the source'],
	[['Mod+S'], 'The same in a new tab'],
	[['Escape'], 'In the source: come back'],
	[['i'], 'Show the person'],
	[['Shift+X'], 'Dismiss all that repeats what you decided'],
	[['u', 'Mod+Z'], 'Undo'],
	[['Shift+U', 'Shift+Mod+Z'], 'Redo'],
	[['Shift+H'], 'History: what was decided, each with its undo'],
	[['y'], 'A line has changed: apply to the new text'],
	[['n'], 'A line has changed: skip it'],
	[['/'], 'Filter'],
	[['Esc'], 'Back: stop, or end the selection, then the filter'],
	[['?'], 'This list'],
];

/** All keys of the review. */
export class KeysModal extends Modal {
	constructor(app: App) {
		super(app);
		this.setTitle('Keys in the review');
		this.modalEl.addClass('ratify-keys');
	}

	override onOpen(): void {
		const list = this.contentEl.createEl('dl');
		for (const action of ACTIONS) addKeys(list, action.keys, action.name);
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
