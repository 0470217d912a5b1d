import fc from 'fast-check';

/** A piece of a note that stays whole: a line, or a fence with all that it holds. The id tells pieces of equal text apart. */
export interface Piece {
	readonly id: number;
	readonly text: string;
}

/** A heading with what follows it; the first of a note has none. */
export interface Block {
	readonly heading: { readonly level: number; readonly text: string } | null;
	readonly pieces: readonly Piece[];
}

/** Something that another program does to equal lines: one comes, or one goes. The numbers choose where, modulo what is there. */
export interface Interference {
	readonly isInsertion: boolean;
	readonly text: string;
	readonly block: number;
	readonly place: number;
}

export const PROPOSED = '- [?] Call Ana. #task';
export const CONFIRMED = '- [ ] Call Ana. #task';

/** What looks like a heading or like one of the equal lines, but stands in code or a comment. */
const HIDDEN = ['```md\n# A\n```', '%%\n## B\n%%', '<!--\n# C\n-->', '> ```\n> # A\n> ```'];

const texts = fc.oneof(
	{ weight: 4, arbitrary: fc.constantFrom(PROPOSED, CONFIRMED) },
	{ weight: 3, arbitrary: fc.constantFrom('', 'text', '- item', '#no heading', '    # none') },
	{ weight: 1, arbitrary: fc.constantFrom(...HIDDEN) },
);

const blocks = fc.array(fc.record({
	heading: fc.record({ level: fc.integer({ min: 1, max: 3 }), text: fc.constantFrom('A', 'B', 'C', 'A & B') }),
	texts: fc.array(texts, { maxLength: 6 }),
}), { maxLength: 6 });

/** Notes of a few sections, of which some have the same headings, with equal lines in them. */
export const sectionedNotes: fc.Arbitrary<readonly Block[]> = fc.tuple(fc.constantFrom<readonly string[]>([], ['---\n# A\nkey: x\n---']), fc.array(texts, { maxLength: 4 }), blocks)
	.map(([front, opening, rest]) => {
		let next = 0;
		const toPieces = (all: readonly string[]): Piece[] => all.map((text) => ({ id: next++, text }));
		return [{ heading: null, pieces: toPieces([...front, ...opening]) }, ...rest.map(({ heading, texts: own }) => ({ heading, pieces: toPieces(own) }))];
	});

export const interferences = fc.array(fc.record({ isInsertion: fc.boolean(), text: fc.constantFrom(PROPOSED, CONFIRMED), block: fc.nat(), place: fc.nat() }), { maxLength: 8 });

/** The headings above each block's pieces, the outermost first. */
export function headingPaths(note: readonly Block[]): string[] {
	let above: { level: number; text: string }[] = [];
	return note.map(({ heading }) => {
		if (heading) above = [...above.filter(({ level }) => level < heading.level), heading];
		return JSON.stringify(above.map(({ text }) => text));
	});
}

/** The note's text, and the line at which the piece stands. @param swapped what the piece reads instead; null where it is not there. */
export function render(note: readonly Block[], ending: string, id: number, swapped?: string | null): { readonly text: string; readonly line: number } {
	const lines: string[] = [];
	let line = -1;
	for (const { heading, pieces } of note) {
		if (heading) lines.push(`${'#'.repeat(heading.level)} ${heading.text}`);
		for (const piece of pieces) {
			if (piece.id === id) line = lines.length;
			const text = piece.id === id && swapped !== undefined ? swapped : piece.text;
			if (text !== null) lines.push(...text.split('\n'));
		}
	}
	return { text: lines.map((each) => each + ending).join(''), line };
}

/** The note after others have added and removed equal lines, in those blocks only that `mayTouch` names. */
export function interfere(note: readonly Block[], changes: readonly Interference[], mayTouch: (block: number) => boolean): readonly Block[] {
	let fresh = 1_000_000;
	return changes.reduce<readonly Block[]>((all, change) => {
		const at = change.block % all.length;
		if (!mayTouch(at)) return all;
		return all.map((block, index) => (index === at ? { ...block, pieces: changePieces(block.pieces, change, fresh++) } : block));
	}, note);
}

function changePieces(pieces: readonly Piece[], { isInsertion, text, place }: Interference, id: number): readonly Piece[] {
	if (!isInsertion) {
		const equal = pieces.filter((piece) => piece.text === text);
		const gone = equal[place % Math.max(1, equal.length)];
		return pieces.filter((piece) => piece !== gone);
	}
	// Never before the frontmatter, which would be none then.
	const first = pieces[0]?.text.startsWith('---') === true ? 1 : 0;
	const at = first + (place % (pieces.length - first + 1));
	return [...pieces.slice(0, at), { id, text }, ...pieces.slice(at)];
}
