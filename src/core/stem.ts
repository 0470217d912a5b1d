import { stemmer } from 'stemmer';

/** A vault has fewer words than this; a hostile one must not fill the memory. */
const MOST_REMEMBERED = 50_000;

/** Stemming a word takes longer than all else that is done with it, and the same few thousand come again and again. */
const remembered = new Map<string, string>();

/** The stem of an English word in lower case, by Porter's rules. */
export function stem(word: string): string {
	const known = remembered.get(word);
	if (known !== undefined) return known;
	const found = stemmer(word);
	if (remembered.size >= MOST_REMEMBERED) remembered.clear();
	remembered.set(word, found);
	return found;
}
