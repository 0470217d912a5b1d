/** A text that is cut for display or search where it is longer than `most`, never in the middle of a character of two units. */
export function shorten(text: string, most: number): string {
	return text.length > most ? `${cutText(text, most)}…` : text;
}

/** The first `most` UTF-16 units of a text, or one less where the last would be half a character. */
export function cutText(text: string, most: number): string {
	const isHalved = text.length > most && /[\ud800-\udbff]/.test(text.charAt(most - 1));
	return text.slice(0, isHalved ? most - 1 : most);
}
