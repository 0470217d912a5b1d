import { cleanName, foldName } from './person';

/** Nobody's name is longer; a longer text is not looked at. */
export const MAX_NAME_LENGTH = 200;

/** The key under which spellings of one written name meet, without its remarks; empty where it is too long. */
export function fullKey(written: string): string {
	return written.length > MAX_NAME_LENGTH ? '' : foldName(withoutRemarks(cleanName(written)));
}

/** Drops bracketed remarks, also one cut off, and a surname said twice: `Ana Ruiz Ruiz (lead)` is `Ana Ruiz`. */
export function withoutRemarks(name: string): string {
	const words = name.replace(/\([^()]*\)?|<[^<>]*>?/g, ' ').split(/\s+/).filter((word) => word !== '');
	if (words.length === 0) return name;
	if (words.length < 3) return words.join(' ');
	return words.filter((word, at) => at === 0 || foldName(word) !== foldName(words[at - 1] ?? '')).join(' ');
}
