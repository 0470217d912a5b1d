import { Notice, type App, type PaneType } from 'obsidian';
import type { Snapshot } from '../core/index-store';
import type { Proposal } from '../core/proposal';
import { resolveSource } from '../core/selectors';

/** The vault path of the file that a proposal was made from; null where that is not certain. */
export function sourcePath(snapshot: Snapshot, proposal: Proposal): string | null {
	const note = snapshot.notes.get(proposal.path);
	const found = note ? resolveSource(snapshot, note) : null;
	return found?.kind === 'resolved' ? found.path : null;
}

/** Opens the file that a proposal was made from. */
export async function openSource(app: App, snapshot: Snapshot, proposal: Proposal, pane: PaneType | boolean): Promise<void> {
	const path = sourcePath(snapshot, proposal);
	const file = path === null ? null : app.vault.getFileByPath(path);
	if (file) await app.workspace.getLeaf(pane).openFile(file, { active: true });
	else new Notice('The source of this proposal was not found in your notes.');
}
