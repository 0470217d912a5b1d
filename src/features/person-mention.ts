import type { App } from 'obsidian';
import type { Snapshot } from '../core/index-store';
import type { Person } from '../core/person';
import { resolveName } from '../core/selectors';
import { personLink } from '../obsidian/person-link';

/**
 * What stands for a person after an `@` in a note: the name, or a wikilink where the settings
 * say so, or where the name alone would not certainly mean that person there.
 */
export function mentionOf(app: App, snapshot: Snapshot, person: Person, path: string): string {
	if (snapshot.settings.mentionAs === 'mention' && isPlain(snapshot, person, path)) return person.name;
	return personLink(app, snapshot, person, path, { shown: person.name }) ?? person.name;
}

function isPlain(snapshot: Snapshot, person: Person, path: string): boolean {
	const resolution = resolveName(snapshot, person.name, snapshot.notes.get(path));
	return resolution.kind === 'person' && resolution.person === person;
}
