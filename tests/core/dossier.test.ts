import { participantsOf, personsNamed } from '../../src/core/concerned';
import { selectDossier } from '../../src/core/dossier';
import { Groups } from '../../src/core/groups';
import { readIndexedNote } from '../../src/core/indexed-note';
import { IndexStore } from '../../src/core/index-store';
import type { Person } from '../../src/core/person';
import { selectProposals } from '../../src/core/selectors';
import { DEFAULT_STATUSES } from '../../src/core/status';
import { noteFrom } from './note-text';

type Notes = Readonly<Record<string, readonly [text: string, frontmatter?: Record<string, unknown>]>>;

const NOTES: Notes = {
	'People/Ana Ruiz/README.md': ['# Ana', { type: 'people', last_contact: '2026-09-01' }],
	'People/Ana Ruiz/2026-10-02 - Visit.md': ['nothing'],
	'People/Ben Okafor.md': ['# Ben', { type: 'people' }],
	'Inbox/2026-11-09 - Plan.md': [
		'- [?] one @Ana Ruiz #task\n- [?] ask @Ana Ruiz\'s team @Ben Okafor #task\n- [?] other @Ben Okafor #task\n- [ ] open [[Ana Ruiz]] @Me #task\n- [x] done @Ana Ruiz #task\n- [-] dropped @Ana Ruiz #task\n- [?] weak @Ana #task',
		{ participants: ['Ben Okafor', 'Ana Ruiz (lead)'], date: '2026-11-09' },
	],
	'Inbox/loose.md': ['- [?] ask Ana @Ana Ruiz #task #proposed'],
};

function storeOf(notes: Notes): IndexStore {
	const store = new IndexStore(() => undefined);
	store.update({ complete: true, groups: Groups.of(), notes: Object.entries(notes).map(([path, [text, fields]]) => readIndexedNote(noteFrom(path, text, fields ?? null), DEFAULT_STATUSES)) });
	return store;
}

function personOf({ snapshot }: IndexStore, path: string): Person {
	const person = snapshot.notes.get(path)?.person;
	if (!person) throw new Error(`No person at ${path}`);
	return person;
}

describe('what the vault knows of a person', () => {
	const store = storeOf(NOTES);
	const ana = selectDossier(store.snapshot, personOf(store, 'People/Ana Ruiz/README.md'));

	test('is the notes that name the person or lie in the person’s folder, the newest first, without the root', () => {
		expect(ana.notes.map(({ path }) => path)).toEqual(['Inbox/2026-11-09 - Plan.md', 'People/Ana Ruiz/2026-10-02 - Visit.md']);
		expect(ana.lastContact).toBe('2026-11-09');
	});

	test('is the tasks that are the person’s own or name the person, but none that only may', () => {
		expect(ana.proposed.map(({ proposal }) => proposal.text).sort()).toEqual(['ask @Ana Ruiz\'s team', 'ask Ana', 'one', 'weak']);
		expect(ana.open.map(({ place }) => place?.raw)).toEqual(['- [ ] open [[Ana Ruiz]] @Me #task']);
		expect(ana.done).toBe(1);
	});

	test('is new once the note or the people are', () => {
		store.update({ notes: [readIndexedNote(noteFrom('Inbox/loose.md', '- [?] ask Ana @Ben Okafor #task', null), DEFAULT_STATUSES)] });
		expect(selectDossier(store.snapshot, personOf(store, 'People/Ana Ruiz/README.md')).proposed).toHaveLength(3);
		store.update({ removed: ['People/Ben Okafor.md'] });
		const [note] = [store.snapshot.notes.get('Inbox/2026-11-09 - Plan.md')];
		expect(note && participantsOf(store.snapshot, note)).toEqual(['People/Ana Ruiz/README.md']);
	});
});

test('a proposal concerns whom it is for and whom it names', () => {
	const store = storeOf(NOTES);
	const proposal = selectProposals(store.snapshot).find(({ text }) => text.includes('team'));
	expect(proposal && personsNamed(store.snapshot, proposal).map(({ name }) => name).sort()).toEqual(['Ana Ruiz', 'Ben Okafor']);
});
