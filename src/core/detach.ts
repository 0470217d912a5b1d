/**
 * The same text in memory of its own. What is cut out of a long text may otherwise keep the
 * whole of it alive, for as long as the index keeps the piece.
 */
export function detach(text: string): string {
	return JSON.parse(JSON.stringify(text)) as string;
}
