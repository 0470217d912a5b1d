import { detach } from './detach';
import { readHeading, visibleLines } from './unparsed-note';

/** One of several equal lines of a note. */
export interface Copy {
	/** From 0, from the top. */
	readonly ordinal: number;
	/** How many lines of the note read so. */
	readonly count: number;
	/** The same within its section; absent where that was not remembered. */
	readonly section?: SectionCopy;
}

/** One of the equal lines of a section. Sections under the same headings are one. */
export interface SectionCopy {
	/** The nearest heading and those it belongs to, the outermost first, each after a line feed; empty before the first heading. */
	readonly headings: string;
	readonly ordinal: number;
	readonly count: number;
}

/** So much of a heading tells sections apart; a section is remembered with each of its lines. */
const MOST_OF_HEADING = 200;

/** The sections of a text. */
interface Outline {
	/** Where sections begin, from the top. */
	readonly starts: readonly { readonly line: number; readonly headings: string }[];
	/** Those that a heading begins or in which anything stands. */
	readonly headings: ReadonlySet<string>;
}

/**
 * Equal lines of one text, told apart by their section and by their ordinal in it. Sections
 * are read from the text itself, and only where it takes them to tell.
 */
export class EqualLines {
	readonly #places = new Map<string, number[]>();
	readonly #sections = new Map<string, ReadonlyMap<string, readonly number[]>>();
	#outline: Outline | null = null;
	#copies: ReadonlyMap<number, Copy> | null = null;

	/**
	 * @param lines without their endings; null for one that is not there. @param texts those to be told apart.
	 * @param keys what is compared for each line, if it is not its text.
	 */
	constructor(private readonly lines: readonly (string | null)[], texts: ReadonlySet<string | null>, keys = lines) {
		for (const [at, text] of keys.entries()) {
			if (text === null || !texts.has(text)) continue;
			const known = this.#places.get(text);
			if (known) known.push(at);
			else this.#places.set(text, [at]);
		}
	}

	/** The lines that read so, from the top: all, or those of one section. */
	placesOf(text: string, headings?: string): readonly number[] {
		return (headings === undefined ? this.#places.get(text) : this.#sectionsOf(text).get(headings)) ?? [];
	}

	/** Which of its equals the line is that stands there. */
	copyOf(at: number): Copy {
		this.#copies ??= new Map([...this.#places.keys()].flatMap((text) => this.#copiesOf(text)));
		return this.#copies.get(at) ?? { ordinal: 0, count: 1 };
	}

	/**
	 * Finds a line again: in its section, as long as that holds as many equal ones; where no
	 * such section is left, in the whole note, by the same rule, and only in a section that
	 * holds as many as its own did. One that was and is the only one is it wherever it stands.
	 * Null where it can't be told.
	 */
	find(text: string, { ordinal, count, section }: Copy): number | null {
		const all = this.placesOf(text);
		const inNote = all.length === count ? (all[ordinal] ?? null) : null;
		if (all.length === 0 || !section || (count === 1 && inNote !== null)) return inNote;
		const { headings } = section;
		if (this.#readOutline().headings.has(headings)) return placeIn(this.placesOf(text, headings), section);
		const now = inNote === null ? undefined : this.copyOf(inNote).section;
		return now?.ordinal === section.ordinal && now.count === section.count ? inNote : null;
	}

	#copiesOf(text: string): [number, Copy][] {
		const all = this.placesOf(text);
		const ordinals = new Map(all.map((at, ordinal) => [at, ordinal]));
		return [...this.#sectionsOf(text)].flatMap(([headings, equal]) => equal.map((at, ordinal): [number, Copy] => {
			return [at, { ordinal: ordinals.get(at) ?? 0, count: all.length, section: { headings, ordinal, count: equal.length } }];
		}));
	}

	/** The lines that read so, by their sections. */
	#sectionsOf(text: string): ReadonlyMap<string, readonly number[]> {
		const known = this.#sections.get(text);
		if (known) return known;
		const sections = new Map<string, number[]>();
		const { starts } = this.#readOutline();
		let next = 0;
		for (const at of this.placesOf(text)) {
			while ((starts[next]?.line ?? Infinity) <= at) next++;
			const headings = starts[next - 1]?.headings ?? '';
			const equal = sections.get(headings);
			if (equal) equal.push(at);
			// What is remembered of a line must not keep the note's whole text.
			else sections.set(detach(headings), [at]);
		}
		this.#sections.set(text, sections);
		return sections;
	}

	#readOutline(): Outline {
		return (this.#outline ??= readOutline(this.lines));
	}
}

/** Which of its equals a line is once some of those are gone, all of which were counted with it. */
export function withoutCopies(copy: Copy, gone: readonly Copy[]): Copy {
	const { section, ...note } = copy;
	if (!section) return leave(note, gone);
	const inSection = gone.flatMap((other) => (other.section?.headings === section.headings ? [other.section] : []));
	return { ...leave(note, gone), section: leave(section, inSection) };
}

function leave<T extends { readonly ordinal: number; readonly count: number }>(one: T, gone: readonly { readonly ordinal: number }[]): T {
	return { ...one, ordinal: one.ordinal - gone.filter(({ ordinal }) => ordinal < one.ordinal).length, count: one.count - gone.length };
}

function placeIn(equal: readonly number[], { ordinal, count }: SectionCopy): number | null {
	return equal.length === count ? (equal[ordinal] ?? null) : null;
}

function readOutline(lines: readonly (string | null)[]): Outline {
	const starts: { line: number; headings: string }[] = [];
	const found = new Set<string>();
	const above: { level: number; text: string }[] = [];
	let headings = '';
	for (const { line, at } of visibleLines(lines)) {
		const heading = readHeading(line);
		if (heading) {
			while ((above.at(-1)?.level ?? 0) >= heading.level) above.pop();
			above.push(heading);
			headings = above.map(({ text }) => `\n${text.trim().slice(0, MOST_OF_HEADING)}`).join('');
			starts.push({ line: at, headings });
		}
		if (heading || (starts.length === 0 && line.trim() !== '')) found.add(headings);
	}
	return { starts, headings: found };
}
