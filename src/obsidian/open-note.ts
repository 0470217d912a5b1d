import { Notice, type App, type PaneType } from 'obsidian';
import { EqualLines } from '../core/equal-lines';
import type { Proposal } from '../core/proposal';
import { words } from '../words/words';

/** A line of a note. */
export type Line = Pick<Proposal, 'path' | 'line' | 'raw'> & Partial<Pick<Proposal, 'copy'>>;

/** Opens a note. */
export async function openNote(app: App, path: string, pane: PaneType | boolean): Promise<void> {
	const file = app.vault.getFileByPath(path);
	if (file) await app.workspace.getLeaf(pane).openFile(file, { active: true });
	else new Notice(words.controls.notThere({ path }));
}

/** Opens a note with the cursor at a line, which is looked up by its text, as an edit of it would be. */
export async function openLine(app: App, proposal: Line, pane: PaneType | boolean): Promise<void> {
	const file = app.vault.getFileByPath(proposal.path);
	if (!file) {
		new Notice(words.controls.notThere({ path: proposal.path }));
		return;
	}
	const line = findLine(await app.vault.cachedRead(file), proposal);
	await app.workspace.getLeaf(pane).openFile(file, { active: true, eState: { line } });
}

function findLine(text: string, proposal: Line): number {
	const lines = text.split(/\r?\n/u);
	const equal = new EqualLines(lines, new Set([proposal.raw]));
	const found = (proposal.copy && equal.find(proposal.raw, proposal.copy)) ?? equal.placesOf(proposal.raw)[0];
	return found ?? Math.min(proposal.line, lines.length - 1);
}
