import { Notice } from 'obsidian';
import { words } from '../words/words';

/** Puts a text into the clipboard, and says so. */
export async function copyText(text: string): Promise<void> {
	try {
		await navigator.clipboard.writeText(text);
		new Notice(words.controls.copied({ text }));
	} catch {
		new Notice(words.controls.notCopied);
	}
}
