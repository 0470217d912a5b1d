import { toggleTask } from '../editor/task-toggle';
import type { TFile } from '../vault/files';
import type { Vault } from '../vault/vault';

/** The text after a click on the checkbox of a line; null where the line is no task. */
export function textWithToggledTask(text: string, line: number): string | null {
	const lines = text.split('\n');
	const after = toggleTask(lines[line] ?? '');
	if (after === null) return null;
	lines[line] = after;
	return lines.join('\n');
}

/** Toggles a task of a file that shows as `shownText`. Where the line is another by now, nothing is written. */
export async function writeToggledTask(vault: Vault, file: TFile, shownText: string, line: number): Promise<void> {
	const expected = shownText.split('\n')[line];
	await vault.process(file, data => {
		const current = data.split('\n')[line]?.replace(/\r$/, '');
		return current === expected ? textWithToggledTask(data, line) ?? data : data;
	});
}
