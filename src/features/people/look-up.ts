import type { App } from 'obsidian';
import type { Snapshot } from '../../core/index-store';
import type { Resolution } from '../../core/people';
import { cleanName } from '../../core/person';
import { resolveName, selectPeople } from '../../core/selectors';
import type { NameRef } from '../name-ref';

/** Whom a name means, where there is anything to say of it. */
export type Named = Exclude<Resolution, { readonly kind: 'owner' | 'placeholder' }>;

/** Whom a name on the screen means; null where it is nobody's, the user's own, or a link to something else. */
export function lookUp(app: App, snapshot: Snapshot, ref: NameRef): Named | null {
	return ref.kind === 'link' ? lookUpLink(app, snapshot, ref) : showable(resolve(snapshot, ref));
}

/** A link that leads somewhere means what it leads to, whatever it is called. */
function lookUpLink(app: App, snapshot: Snapshot, ref: NameRef): Named | null {
	const linkpath = ref.name.slice(2, -2).split(/[|#]/u, 1)[0]?.trim() ?? '';
	const target = app.metadataCache.getFirstLinkpathDest(linkpath, ref.path);
	if (target) {
		const person = snapshot.notes.get(target.path)?.person;
		return person ? { kind: 'person', person, tier: 'link' } : null;
	}
	const named = showable(resolve(snapshot, ref));
	// A link to a note that is not there yet is a person's only where somebody is called so.
	return named?.kind === 'unknown' && !selectPeople(snapshot).isKnownName(linkpath) ? null : named;
}

function resolve(snapshot: Snapshot, { kind, name, path }: NameRef): Resolution {
	if (kind === 'tag') return selectPeople(snapshot).resolveSlug(name);
	return resolveName(snapshot, name, snapshot.notes.get(path));
}

function showable(resolution: Resolution): Named | null {
	if (resolution.kind === 'owner' || resolution.kind === 'placeholder') return null;
	return resolution.kind === 'group' && resolution.members.length === 0 ? null : resolution;
}

/** A name as a reader would say it. A tag's slug has lost what only the person's note could tell. */
export function sayName({ kind, name }: NameRef): string {
	return kind === 'tag' ? name.replace(/-+/gu, ' ').replace(/(?<!\S)\p{Ll}/gu, (letter) => letter.toUpperCase()) : cleanName(name);
}
