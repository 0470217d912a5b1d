import type { Person } from '../../core/person';
import type { NameLink, NoteNameLinks } from '../../obsidian/name-links';

/** Links that are written alike and lead to one person. */
export interface LinkGroup {
	readonly key: string;
	readonly name: string;
	readonly person: Person;
	readonly count: number;
	/** Of the notes that they stand in. */
	readonly paths: readonly string[];
}

/** What links are told apart by. */
export function keyOfLink({ name, person }: NameLink): string {
	return `${name}\n${person.path}`;
}

/** The links of notes by name and person, the most frequent first. */
export function groupLinks(notes: readonly NoteNameLinks[]): LinkGroup[] {
	const groups = new Map<string, { link: NameLink; count: number; paths: Set<string> }>();
	for (const { path, links } of notes) {
		for (const link of links) {
			const key = keyOfLink(link);
			const group = groups.get(key) ?? { link, count: 0, paths: new Set() };
			groups.set(key, group);
			group.count++;
			group.paths.add(path);
		}
	}
	return [...groups]
		.map(([key, { link: { name, person }, count, paths }]) => ({ key, name, person, count, paths: [...paths] }))
		.sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1));
}
