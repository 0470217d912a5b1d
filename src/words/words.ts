import { getLanguage } from 'obsidian';
import { english, type Words } from './english';
import { german } from './german';

const LANGUAGES: Readonly<Record<string, Words>> = { en: english, de: german };

/** The words of a language, by its code; English where they are not there in it. @param code "de", "de-AT" */
export function wordsIn(code: string): Words {
	return LANGUAGES[code.split('-')[0] ?? ''] ?? english;
}

/** All that the user reads, in the app's language, which stays the same until the app is started anew. */
export const words = wordsIn(getLanguage());
