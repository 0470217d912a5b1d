import { readIndexedNote } from '../../src/core/indexed-note';
import { IndexStore } from '../../src/core/index-store';
import { guessOwner } from '../../src/core/owner-guess';
import { DEFAULT_SETTINGS } from '../../src/core/settings';
import { DEFAULT_STATUSES } from '../../src/core/status';
import { toUnparsedNote } from '../../src/core/unparsed-note';

const OTHERS = 'Ana Ruiz,Ben Okafor,Cleo Danes,Dev Patel,Edda Holm,Finn Berg,Greta Lund'.split(',');

/** A vault of notes with these participants, each from a source of its own where none is given. */
function guess(notes: readonly (readonly string[])[], { source, ownerNames = DEFAULT_SETTINGS.ownerNames }: { source?: string; ownerNames?: readonly string[] } = {}): string | null {
	const store = new IndexStore((error) => { throw error; });
	const read = notes.map((participants, at) => readIndexedNote({ ...toUnparsedNote(`Notes/${at}.md`, ''), frontmatter: { participants, source_ref: source ?? `Sources/2026-01-01 - Call ${at}.md` } }, DEFAULT_STATUSES));
	store.update({ notes: read, settings: { ...DEFAULT_SETTINGS, ownerNames }, complete: true });
	const found = guessOwner(store.snapshot);
	return found && `${found.name} in ${found.notes} of ${found.of}`;
}

const meetings = (count: number, ...always: readonly string[]): string[][] => Array.from({ length: count }, (_, at) => [...always, OTHERS[at % OTHERS.length] ?? '']);

test('who is in most notes, whatever their source, may be the owner', () => {
	expect(guess(meetings(30, 'Jane Owner'))).toBe('Jane Owner in 30 of 30');
	expect(guess([...meetings(30, 'Jane Owner (host)'), ...meetings(20, 'Myself'), ...meetings(8)])).toBe('Jane Owner in 30 of 30');
});

test.each([
	['who is named beside the owner', meetings(30, 'Myself', 'Jane Colleague')],
	['a colleague who is in the notes of one project only', [...meetings(15, 'Jane Colleague'), ...meetings(40).map((names, at) => [...names, OTHERS[(at + 1) % OTHERS.length] ?? ''])]],
	['either of two who are nearly always there', meetings(30, 'Jane Owner', 'John Owner')],
	['a first name alone', meetings(30, 'Jane')],
	['who is in a few notes, if all', meetings(9, 'Jane Owner')],
])('%s is not taken for the owner', (_who, notes) => {
	expect(guess(notes)).toBeNull();
});

test('many notes of one source say no more than one', () => {
	expect(guess(meetings(30, 'Jane Owner'), { source: 'Sources/2026-01-01 - Call.md' })).toBeNull();
});

test('a name that is the owner’s already is not suggested', () => {
	expect(guess(meetings(30, 'Jane Owner'), { ownerNames: ['Myself', 'jane owner'] })).toBeNull();
});
