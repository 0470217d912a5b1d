import { getLinkpath, type App } from 'obsidian';
import type { Snapshot } from '../core/index-store';
import type { Person } from '../core/person';
import { resolveName } from '../core/selectors';
import { canBeLinked } from '../core/source-link';

/** What a link shows, and where in the note it leads. */
export interface PersonLinkForm {
	readonly shown: string;
	/** With its `#`; empty for the whole note. */
	readonly subpath?: string;
}

/**
 * A wikilink that both the app and Ratify take to a person, wherever other files of the same
 * name come from later: by the whole path. Null where there is none.
 */
export function personLink({ metadataCache }: App, snapshot: Snapshot, person: Person, from: string, { shown, subpath = '' }: PersonLinkForm): string | null {
	const path = person.path.replace(/\.md$/iu, '');
	if (!canBeLinked(path) || metadataCache.getFirstLinkpathDest(getLinkpath(path), from)?.path !== person.path) return null;
	const link = `[[${path}${subpath}|${shown}]]`;
	const resolution = resolveName(snapshot, link, snapshot.notes.get(from));
	return resolution.kind === 'person' && resolution.person === person ? link : null;
}
