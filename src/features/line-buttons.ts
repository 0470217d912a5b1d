import { Menu, setIcon, setTooltip } from 'obsidian';
import { ACTIONS, type Action } from '../core/actions';
import type { Snapshot } from '../core/index-store';
import type { Proposal } from '../core/proposal';
import { selectRowIndex } from '../core/selectors';
import { words } from '../words/words';
import type { LineDecider } from './line-decider';
import { ownerOf } from './owner-label';

/** What stands beside a proposal in its note, as plain values that tell whether it must be drawn anew. */
export interface LineLabel {
	/** Whom it is for, where that says more than the line; empty where not. */
	readonly owner: string;
	/** How many repeat it. */
	readonly duplicates: number;
}

/** What there is to say beside a proposal; a line that is just being typed has no key yet. */
export function labelOf(snapshot: Snapshot, proposal: Pick<Proposal, 'key' | 'path' | 'owner'>): LineLabel {
	const row = selectRowIndex(snapshot).get(proposal.key);
	const { text } = ownerOf(snapshot, proposal);
	const isSaid = proposal.owner !== null && (proposal.owner.includes(text) || text === words.owners.me);
	return { owner: isSaid ? '' : text, duplicates: row ? row.byAge.length - 1 + row.archived.length : 0 };
}

/** What the buttons of one proposal do. */
interface LineButtonParts {
	readonly lines: LineDecider;
	/** The proposal as it stands when a button is pressed; null where it is none any more. */
	readonly find: () => Proposal | null;
	/** Whether Tab leads to the last button, whose menu has all; in an editor, Tab indents and there are commands. */
	readonly isInTabOrder: boolean;
}

/** Draws the chip and the buttons that stand behind a proposal in its note. */
export function drawLineButtons(el: HTMLElement, label: LineLabel, { lines, find, isInTabOrder }: LineButtonParts): void {
	el.addClass('ratify-line');
	el.contentEditable = 'false';
	// A press must not move the cursor of the editor that it is in.
	el.addEventListener('mousedown', (event) => event.preventDefault());
	drawChip(el, label);
	for (const action of ACTIONS) addButton(el, action.icon, words.actions[action.id].one, () => decide(lines, action, find()));
	const more = addButton(el, 'ellipsis', words.controls.more, () => {
		const proposal = find();
		if (proposal) showBelow(lines.addTo(new Menu(), proposal), more);
	});
	if (isInTabOrder) more.tabIndex = 0;
}

function decide(lines: LineDecider, action: Action, proposal: Proposal | null): void {
	if (proposal) void lines.decide(action, [proposal]);
}

function drawChip(el: HTMLElement, { owner, duplicates }: LineLabel): void {
	const text = [owner, duplicates === 0 ? '' : `+${duplicates}`].filter((part) => part !== '').join(' · ');
	if (text === '') return;
	const chip = el.createSpan({ cls: 'ratify-line-chip', text });
	if (duplicates > 0) setTooltip(chip, words.lines.duplicates({ count: duplicates }));
}

/** Where a key pressed the button, there is no mouse to show it at. */
function showBelow(menu: Menu, el: HTMLElement): void {
	const { left, bottom } = el.getBoundingClientRect();
	menu.showAtPosition({ x: left, y: bottom }, el.doc);
}

function addButton(el: HTMLElement, icon: string, name: string, act: () => void): HTMLElement {
	const button = el.createEl('button', { cls: 'ratify-line-button clickable-icon', attr: { 'aria-label': name, tabindex: '-1' } });
	setIcon(button, icon);
	button.addEventListener('click', (event) => {
		event.preventDefault();
		event.stopPropagation();
		act();
	});
	return button;
}
