import { Notice } from 'obsidian';

/** Puts a text into the clipboard, and says so. */
export async function copyText(text: string): Promise<void> {
	try {
		await navigator.clipboard.writeText(text);
		new Notice(`Copied: ${text}`);
	} catch {
		new Notice('The clipboard could not be written.');
	}
}
