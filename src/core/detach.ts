/**
 * The same text in memory of its own. What is cut out of a long text may otherwise keep the
 * whole of it alive, for as long as the index keeps the piece.
 */
export function detach(text: string): string {
	// Engines cut pieces out of a text without copying it, but copy what is joined before they cut it.
	return ` ${text}`.slice(1);
}
