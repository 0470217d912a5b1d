import { getLinkpath, type App, type CachedMetadata, type LinkCache, type Loc, type TFile } from 'obsidian';
import type { LineEdit } from '../core/edit';
import type { Snapshot } from '../core/index-store';
import { editLinks, findFieldLinks, type LinkChange } from '../core/link-change';
import type { Person } from '../core/person';
import type { Resolution } from '../core/people';
import { resolveName } from '../core/selectors';
import { personLink } from './person-link';

/** A link of a note that the app can't resolve, with the person whose name it is. */
export interface NameLink {
	/** The name as it is written: the link without brackets and what is shown of it. */
	readonly name: string;
	readonly person: Person;
	readonly change: LinkChange;
}

/** The links of a note that can be made to lead to people. */
export interface NoteNameLinks {
	readonly path: string;
	/** The text that the links were found in. */
	readonly text: string;
	readonly links: readonly NameLink[];
	/** Names of which it is not certain whose they are: these links stay as they are. */
	readonly unsure: readonly string[];
}

/** How many notes are read at once. */
const READERS = 8;

/** Paths of the notes with links that the app can't resolve. */
export function notesWithOpenLinks({ metadataCache }: App): string[] {
	return Object.entries(metadataCache.unresolvedLinks).flatMap(([path, links]) => (Object.keys(links).length > 0 ? [path] : []));
}

/** Finds the links of some notes that the app can't resolve and that are people's names; in the order of the paths, only notes with any. */
export async function findNameLinks(app: App, snapshot: Snapshot, paths: readonly string[]): Promise<NoteNameLinks[]> {
	const found: NoteNameLinks[] = [];
	const waiting = paths.values();
	const readOn = async (): Promise<void> => {
		for (const path of waiting) {
			const note = await findInNote(app, snapshot, path);
			if (note) found.push(note);
		}
	};
	await Promise.all(Array.from({ length: READERS }, readOn));
	return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The edits that have links lead to their people, of those that are wanted. */
export function linkingEdits(notes: readonly NoteNameLinks[], isWanted: (link: NameLink) => boolean): LineEdit[] {
	return notes.flatMap(({ path, text, links }) => editLinks(path, text, links.filter(isWanted).map(({ change }) => change)));
}

async function findInNote(app: App, snapshot: Snapshot, path: string): Promise<NoteNameLinks | null> {
	const file = app.vault.getFileByPath(path);
	const cache = file && app.metadataCache.getFileCache(file);
	if (!cache || !hasNames(app, snapshot, path, cache)) return null;
	const text = await app.vault.cachedRead(file);
	const finder = new Finder(app, snapshot, path);
	const links = [...(cache.links ?? []).flatMap((link) => finder.inText(link, cache, text)), ...finder.inFields(cache, text)];
	return links.length + finder.unsure.size > 0 ? { path, text, links, unsure: [...finder.unsure] } : null;
}

/** Whether it is worth reading the note. */
function hasNames(app: App, snapshot: Snapshot, path: string, { links = [], frontmatterLinks = [] }: CachedMetadata): boolean {
	const finder = new Finder(app, snapshot, path);
	return [...links, ...frontmatterLinks].some(({ link }) => finder.personOf(link) !== null) || finder.unsure.size > 0;
}

/** Tells of a note's links whom they name, and what they should be. */
class Finder {
	readonly unsure = new Set<string>();

	constructor(private readonly app: App, private readonly snapshot: Snapshot, private readonly path: string) {}

	/** Whose name a link is that leads nowhere; null where it leads somewhere, or that is not certain. */
	personOf(link: string): { readonly person: Person; readonly file: TFile } | null {
		const name = getLinkpath(link);
		if (name === '' || this.app.metadataCache.getFirstLinkpathDest(name, this.path)) return null;
		const resolution = resolveName(this.snapshot, `[[${name}]]`, this.snapshot.notes.get(this.path));
		const isOther = resolution.kind === 'person' && mayBeOther(name, resolution);
		if (resolution.kind === 'ambiguous' || resolution.kind === 'weak' || isOther) this.unsure.add(name);
		if (isOther) return null;
		const file = resolution.kind === 'person' ? this.app.vault.getFileByPath(resolution.person.path) : null;
		return resolution.kind === 'person' && file ? { person: resolution.person, file } : null;
	}

	inText({ link, original, displayText, position: { start } }: LinkCache, cache: CachedMetadata, text: string): NameLink[] {
		const named = original.startsWith('[[') && !mustStay(cache, start, text) ? this.personOf(link) : null;
		if (!named) return [];
		// A name after `@` is read as a mention only where it is a wikilink.
		const isMention = text.charAt(start.offset - 1) === '@';
		const usual = this.app.fileManager.generateMarkdownLink(named.file, this.path, subpathOf(link), displayText ?? link);
		const written = isMention || usual.startsWith('[[') ? this.#wikilink(named.person, link, displayText) : usual;
		if (written === null) return [];
		const replacement = isIn('table', cache, start) || isQuotedRow(lineBefore(start, text)) ? written.replaceAll('|', '\\|') : written;
		return [{ name: getLinkpath(link), person: named.person, change: { line: start.line, start: start.col, original, replacement } }];
	}

	/** Links that are whole values of fields; the app knows these, but not where they stand. */
	inFields({ frontmatterLinks = [] }: CachedMetadata, text: string): NameLink[] {
		const known = new Map(frontmatterLinks.map((each) => [each.original, each]));
		return findFieldLinks(text).flatMap(({ line, start, written, link: linked, quote }) => {
			const field = known.get(linked);
			const named = field && this.personOf(field.link);
			if (!named) return [];
			const link = this.#wikilink(named.person, field.link, field.displayText);
			// In double quotes both of these would have to be written otherwise.
			if (link === null || (quote === '"' && /["\\]/u.test(link))) return [];
			const replacement = quote === '\'' ? link.replaceAll('\'', '\'\'') : link;
			return [{ name: getLinkpath(field.link), person: named.person, change: { line, start, original: written, replacement } }];
		});
	}

	#wikilink(person: Person, link: string, shown: string | undefined): string | null {
		return personLink(this.app, this.snapshot, person, this.path, { shown: shown ?? link, subpath: subpathOf(link) });
	}
}

/** Whether a link that reads like a person's name may be somebody else's note, or no person's: one in another folder, or with a remark that tells two apart. */
function mayBeOther(name: string, { person, tier }: Extract<Resolution, { readonly kind: 'person' }>): boolean {
	if (name.includes('/')) return tier !== 'link';
	return /[()]/u.test(name) && ![person.name, ...person.aliases].includes(name);
}

function subpathOf(link: string): string {
	return link.slice(getLinkpath(link).length);
}

/** Whether a link is better left as it is: links elsewhere name a heading by its text, and where a line may be a table's, a bar may end its cell. */
function mustStay(cache: CachedMetadata, start: Loc, text: string): boolean {
	if (cache.headings?.some(({ position }) => position.start.line <= start.line && start.line <= position.end.line)) return true;
	const before = lineBefore(start, text);
	return !isIn('table', cache, start) && !isQuotedRow(before) && hasBar(lineAt(start, text));
}

/** In a table a bar ends a cell, unless it is escaped. */
function isIn(type: string, { sections = [] }: CachedMetadata, { line }: Loc): boolean {
	return sections.some((section) => section.type === type && section.position.start.line <= line && line <= section.position.end.line);
}

/** A table in a callout, a quote or a list is no section of its own. */
function isQuotedRow(before: string): boolean {
	return /^[\s>]+\|/u.test(before);
}

/** Whether a line has a bar that is neither escaped nor in a link. */
function hasBar(line: string): boolean {
	return /(?<!\\)\|/u.test(line.replace(/\[\[[^[\]]*\]\]/gu, ''));
}

function lineBefore({ offset, col }: Loc, text: string): string {
	return text.slice(offset - col, offset);
}

function lineAt({ offset, col }: Loc, text: string): string {
	const end = text.indexOf('\n', offset);
	return text.slice(offset - col, end < 0 ? undefined : end);
}
