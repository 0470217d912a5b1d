import { Notice, type App } from 'obsidian';
import type { SnapshotSource } from '../../core/index-store';
import { withoutRemarks } from '../../core/full-key';
import { cleanName, type Person } from '../../core/person';
import { selectPeople } from '../../core/selectors';
import type { ActionRunner } from '../../obsidian/action-runner';
import { openNote } from '../../obsidian/open-note';
import { aliasEdit, makePersonNote, unmakeNote } from '../../obsidian/new-person-note';
import { words } from '../../words/words';
import { showOutcome } from '../outcome-notice';
import { PersonPicker } from '../person-picker';

/** What making people known works with. */
export interface NewPeopleParts {
	readonly app: App;
	readonly store: SnapshotSource;
	readonly runner: ActionRunner;
}

/** What can be done with a name that is nobody's: it gets a note of its own, or becomes another name of somebody. */
export interface NewPeople {
	/** @param isOpened whether the note is shown then */
	readonly create: (name: string, isOpened: boolean) => Promise<void>;
	/** Null lets the user pick whose name it is. @param path of a note that the name stands in */
	readonly sameAs: (name: string, person: Person | null, path: string) => void;
}

/** Makes people known, each in a way that can be taken back. */
export function newPeople(parts: NewPeopleParts): NewPeople {
	return {
		create: (name, isOpened) => create(parts, plain(name), isOpened),
		sameAs: (name, person, path) => {
			if (person) return void addAlias(parts, plain(name), person);
			const { app, store: { snapshot } } = parts;
			const choose = (picked: Person): void => void addAlias(parts, plain(name), picked);
			new PersonPicker(app, { snapshot, path, placeholder: words.unknownPeople.nameSameAs({ name: plain(name) }), choose }).open();
		},
	};
}

/** As a file or an alias can be called. */
function plain(name: string): string {
	return withoutRemarks(cleanName(name));
}

async function create({ app, store: { snapshot } }: NewPeopleParts, name: string, isOpened: boolean): Promise<void> {
	const made = await makePersonNote(app, snapshot.settings, selectPeople(snapshot).persons, name);
	if (made.status === 'failed') {
		new Notice(words.unknownPeople.notMade({ name, reason: made.reason }));
		return;
	}
	if (made.status === 'there') new Notice(words.unknownPeople.there({ path: made.path }));
	else tellOfNote(app, made.path, made.text);
	if (isOpened || made.status === 'there') await openNote(app, made.path, false);
}

function tellOfNote(app: App, path: string, text: string): void {
	const content = createFragment((fragment) => {
		fragment.createDiv({ text: words.unknownPeople.made({ path }) });
		fragment.createEl('button', { cls: 'ratify-notice-button', text: words.controls.undo }).addEventListener('click', () => void unmake(app, path, text));
	});
	new Notice(content, SHOWN_MS);
}

/** Milliseconds; long enough to think better of it. */
const SHOWN_MS = 8000;

async function unmake(app: App, path: string, text: string): Promise<void> {
	new Notice((await unmakeNote(app, path, text)) ? words.unknownPeople.unmade({ path }) : words.unknownPeople.changedSince);
}

async function addAlias({ app, runner }: NewPeopleParts, name: string, person: Person): Promise<void> {
	const edit = await aliasEdit(app, person, name);
	if (edit) {
		showOutcome(await runner.edit(words.unknownPeople.aliasAdded, [edit]), runner);
		return;
	}
	new Notice(words.unknownPeople.aliasDoesNotFit({ person: person.name, name }));
	await openNote(app, person.path, false);
}
