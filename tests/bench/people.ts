import { performance } from 'node:perf_hooks';
import { selectDossier } from '../../src/core/dossier';
import { readIndexedNote, type IndexedNote } from '../../src/core/indexed-note';
import { IndexStore } from '../../src/core/index-store';
import { resolveName, selectPeople } from '../../src/core/selectors';
import { DEFAULT_STATUSES } from '../../src/core/status';
import { toUnparsedNote } from '../../src/core/unparsed-note';
import { Random } from '../soak/random';

/** What knowing people costs in a vault of so many. Times in milliseconds, medians where something was done several times. */
export interface PeopleFigures {
	readonly people: number;
	readonly notes: number;
	/** Until whose name something is can be told, from notes that are read. */
	readonly index: number;
	/** One name in its note. */
	readonly resolve: number;
	/** What a card says, the first time and later. */
	readonly firstCard: number;
	readonly card: number;
	/** The same after a note was changed that names the same people as before. */
	readonly cardAfterEdit: number;
}

const ROUNDS = 21;
const FIRST = 'Ana Ben Cleo Dario Edda Finn Greta Hugo Iris Jon Kaja Leo Mira Nils Olga Pau Rita Sven Tove Uwe'.split(' ');
const SYLLABLES = 'ba cor del fen gri hal ist jor kel lum mar nor ost pel qua rin sol tam ulv ven'.split(' ');

/** Measures for one size. */
export function benchPeople(people: number, notes: number): PeopleFigures {
	const random = new Random(1);
	const names = Array.from({ length: people }, (_, at) => nameOf(at));
	const roots = names.map((name) => noteOf(`People/${name}/README.md`, '# Root', { type: 'people', email: `${name.replace(/ /gu, '.')}@example.com` }));
	const others = Array.from({ length: notes }, (_, at) => meetingNote(random, names, at));
	const store = new IndexStore((error) => { throw error; });
	store.update({ notes: [...roots, ...others], complete: true, groups: new Map() });
	const index = timeOf(() => selectPeople(store.snapshot));
	const written = others.slice(0, 2000).flatMap((note) => note.names.map((name) => ({ name, note })));
	const resolve = timeOf(() => { for (const { name, note } of written) resolveName(store.snapshot, name, note); }) / written.length;
	const card = (at: number): number => timeOf(() => {
		const person = store.snapshot.notes.get(`People/${nameOf(at)}/README.md`)?.person;
		if (person) selectDossier(store.snapshot, person);
	});
	const firstCard = card(0);
	const later = median(Array.from({ length: ROUNDS }, (_, at) => card(at * 7 % people)));
	const afterEdit = median(Array.from({ length: ROUNDS }, (_, at) => {
		const note = others[at];
		if (note) store.update({ notes: [{ ...note, title: note.title, mtime: at + 1 }] });
		return card(at * 11 % people);
	}));
	return { people, notes, index, resolve, firstCard, card: later, cardAfterEdit: afterEdit };
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

function median(values: readonly number[]): number {
	return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
