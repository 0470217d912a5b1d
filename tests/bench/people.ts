import { performance } from 'node:perf_hooks';
import { Groups } from '../../src/core/groups';
import { readIndexedNote, type IndexedNote } from '../../src/core/indexed-note';
import { IndexStore, type Update } from '../../src/core/index-store';
import { resolveName, selectPeople } from '../../src/core/selectors';
import { DEFAULT_STATUSES } from '../../src/core/status';
import { toUnparsedNote } from '../../src/core/unparsed-note';
import { DossierKeeper } from '../../src/obsidian/dossier-keeper';
import { Random } from '../soak/random';

/** What knowing people costs in a vault of so many. Times in milliseconds, medians where something was done several times. */
export interface PeopleFigures {
	readonly people: number;
	readonly notes: number;
	/** Until whose name something is can be told, from notes that are read. */
	readonly index: number;
	/** One name in its note. */
	readonly resolve: number;
	/** What a card says: before a note was looked at, when all were, and at once after one was changed that names the same people as before. */
	readonly cardAtStart: number;
	readonly card: number;
	readonly cardAfterEdit: number;
	/** The work in the background until all notes were looked at. */
	readonly atStart: Background;
	/** The same after one more note, which names people who are known, and after another name of a person. */
	readonly afterNote: Background;
	readonly afterName: Background;
}

/** Work in slices. */
export interface Background {
	readonly total: number;
	readonly longestSlice: number;
}

const ROUNDS = 21;
const FIRST = 'Ana Ben Cleo Dario Edda Finn Greta Hugo Iris Jon Kaja Leo Mira Nils Olga Pau Rita Sven Tove Uwe'.split(' ');
const SYLLABLES = 'ba cor del fen gri hal ist jor kel lum mar nor ost pel qua rin sol tam ulv ven'.split(' ');

/** Measures for one size. */
export function benchPeople(people: number, notes: number): PeopleFigures {
	const random = new Random(1);
	const names = Array.from({ length: people }, (_, at) => nameOf(at));
	const roots = names.map((name) => rootOf(name, []));
	const others = Array.from({ length: notes }, (_, at) => meetingNote(random, names, at));
	const vault = new KeptVault();
	vault.update({ notes: [...roots, ...others], complete: true, groups: Groups.of() });
	const index = timeOf(() => selectPeople(vault.store.snapshot));
	const written = others.slice(0, 2000).flatMap((note) => note.names.map((name) => ({ name, note })));
	const resolve = timeOf(() => { for (const { name, note } of written) resolveName(vault.store.snapshot, name, note); }) / written.length;
	const cardAtStart = vault.openCard(nameOf(0));
	const atStart = vault.work();
	const card = medianOf((at) => vault.openCard(nameOf(at * 7 % people)));
	const cardAfterEdit = medianOf((at) => {
		const note = others[at];
		if (note) vault.update({ notes: [{ ...note, mtime: at + 1 }] });
		const time = vault.openCard(nameOf(at * 11 % people));
		vault.work();
		return time;
	});
	vault.update({ notes: [meetingNote(random, names, notes)] });
	const afterNote = vault.work();
	vault.update({ notes: [rootOf(nameOf(0), ['Zed Quill'])] });
	return { people, notes, index, resolve, cardAtStart, card, cardAfterEdit, atStart, afterNote, afterName: vault.work() };
}

/** A store with its keeper of dossiers, whose slices are done when the bench says so. */
class KeptVault {
	readonly store = new IndexStore((error) => { throw error; });
	#waiting: (() => void) | null = null;
	readonly #keeper = new DossierKeeper({
		store: this.store,
		now: () => performance.now(),
		defer: (work) => {
			this.#waiting = work;
			return () => (this.#waiting = null);
		},
	});

	constructor() {
		this.#keeper.start();
	}

	update(update: Update): void {
		this.store.update(update);
	}

	/** From a name to what its card says. */
	openCard(name: string): number {
		return timeOf(() => {
			const resolution = resolveName(this.store.snapshot, name, undefined);
			if (resolution.kind !== 'person') throw new Error(`${name} is nobody.`);
			this.#keeper.read(resolution.person);
		});
	}

	/** Does all that waits. */
	work(): Background {
		const slices: number[] = [];
		while (this.#waiting) {
			const work = this.#waiting;
			this.#waiting = null;
			slices.push(timeOf(work));
		}
		return { total: slices.reduce((sum, slice) => sum + slice, 0), longestSlice: Math.max(0, ...slices) };
	}
}

/** No two are the same. */
function nameOf(at: number): string {
	const parts = [at, Math.floor(at / SYLLABLES.length), Math.floor(at / SYLLABLES.length ** 2)].map((part) => SYLLABLES[part % SYLLABLES.length] ?? '');
	const last = parts.join('') + String.fromCharCode(97 + (at % 26));
	return `${FIRST[at % FIRST.length] ?? ''} ${last.charAt(0).toUpperCase()}${last.slice(1)}`;
}

function meetingNote(random: Random, names: readonly string[], at: number): IndexedNote {
	const participants = Array.from({ length: 3 }, () => random.pick(names));
	const lines = random.chance(0.4) ? participants.map((name, line) => `- [?] Send ${random.pick(SYLLABLES)} ${line} to @${random.pick(participants)} by Friday. @${name} #task #proposed`) : [];
	return noteOf(`Notes/2026-01-01 - ${at}.md`, lines.join('\n'), { person: participants[0], participants: [...participants, 'Myself'], date: '2026-01-01' });
}

function noteOf(path: string, text: string, frontmatter: Record<string, unknown>): IndexedNote {
	return readIndexedNote({ ...toUnparsedNote(path, text), frontmatter }, DEFAULT_STATUSES);
}

function timeOf(work: () => void): number {
	const start = performance.now();
	work();
	return performance.now() - start;
}

function rootOf(name: string, aliases: readonly string[]): IndexedNote {
	return noteOf(`People/${name}/README.md`, '# Root', { type: 'people', email: `${name.replace(/ /gu, '.')}@example.com`, aliases });
}

function medianOf(measure: (at: number) => number): number {
	const times = Array.from({ length: ROUNDS }, (_, at) => measure(at));
	return times.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0;
}
