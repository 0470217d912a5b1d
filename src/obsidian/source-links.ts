import { getFrontMatterInfo, getLinkpath, parseYaml, type App, type TFile } from 'obsidian';
import { applyEdits } from '../core/edit';
import type { Snapshot } from '../core/index-store';
import { noteName } from '../core/note';
import { canBeLinked, planSourceLink, type LinkRefusal, type SourceLinkPlan } from '../core/source-link';
import type { SourceRule } from '../core/sources';
import { lookThrough, type LookingWatch } from './look-through';
import { resolveByText } from './same-source';

/** Why a note gets no link to its source: what `LinkRefusal` says, or the file's name can't be linked. */
export type NoLink = LinkRefusal | 'name';

/** What linking a note with its source comes to. */
export type SourceLinkState =
	| { readonly kind: 'link'; readonly file: string; readonly rule: SourceRule | 'chosen'; readonly plan: SourceLinkPlan }
	| { readonly kind: 'linked'; readonly file: string }
	/** Several files may be it, the likeliest first. */
	| { readonly kind: 'candidates'; readonly paths: readonly string[] }
	| { readonly kind: 'missing' }
	| { readonly kind: 'refused'; readonly file: string; readonly reason: NoLink };

/** A note, what it says of its source, and what linking it would change. */
export interface NoteSourceLink {
	/** Vault path of the note. */
	readonly path: string;
	/** As written; null where it names no source. */
	readonly reference: string | null;
	readonly state: SourceLinkState;
}

/** Paths of the notes that name a source. */
export function notesWithSources({ notes }: Snapshot): string[] {
	return [...notes.values()].flatMap(({ path, source }) => (source ? [path] : []));
}

/** Finds for some notes what would link them with their sources, in the order of the paths. Lets the interface breathe; once stopped answers what it has. */
export function findSourceLinks(app: App, snapshot: Snapshot, paths: readonly string[], watch: LookingWatch): Promise<NoteSourceLink[]> {
	return lookThrough(paths, (path) => linkOf(app, snapshot, path), watch);
}

/** The same for one note, with the file that the user has chosen. */
export async function linkWith(app: App, snapshot: Snapshot, note: NoteSourceLink, chosen: string): Promise<NoteSourceLink> {
	return { ...note, state: await stateWith(app, snapshot, note.path, chosen, 'chosen') };
}

async function linkOf(app: App, snapshot: Snapshot, path: string): Promise<NoteSourceLink | null> {
	const note = snapshot.notes.get(path);
	if (!note) return null;
	const reference = note.source?.refs[0]?.text ?? note.source?.linked ?? null;
	const resolution = await resolveByText(app, snapshot, note) ?? { kind: 'missing' };
	const state: SourceLinkState = resolution.kind === 'resolved' ? await stateWith(app, snapshot, path, resolution.path, resolution.rule) : resolution;
	return { path, reference, state };
}

async function stateWith(app: App, snapshot: Snapshot, path: string, source: string, rule: SourceRule | 'chosen'): Promise<SourceLinkState> {
	const refused = (reason: NoLink): SourceLinkState => ({ kind: 'refused', file: source, reason });
	const [note, file] = [app.vault.getFileByPath(path), app.vault.getFileByPath(source)];
	if (!note || !file) return { kind: 'missing' };
	const link = linkTo(app, file, path);
	if (link === null) return refused('name');
	const text = await app.vault.cachedRead(note);
	const leads = (target: string, place: 'property' | 'line'): boolean => leadsToSource(app, snapshot, { target, from: path, source, isChosen: rule === 'chosen', place });
	const plan = planSourceLink({ path, text, link, rules: snapshot.settings, leads });
	if (typeof plan === 'string') return refused(plan);
	if (plan.edits.length === 0) return { kind: 'linked', file: source };
	return isUnderstood(text, plan, snapshot.settings.sourceProperty, link) ? { kind: 'link', file: source, rule, plan } : refused('unclear');
}

/** A link that the app takes to just this file; null where none does. */
function linkTo({ metadataCache }: App, file: TFile, from: string): string | null {
	// A name that ends in a blank keeps its ending behind it, since links are trimmed.
	const spellings = [metadataCache.fileToLinktext(file, from), file.path.replace(/\.md$/u, ''), file.path];
	const found = spellings.find((each) => canBeLinked(each) && metadataCache.getFirstLinkpathDest(getLinkpath(each), from)?.path === file.path);
	if (found === undefined) return null;
	const name = noteName(file.path);
	return found === name ? `[[${found}]]` : `[[${found}|${name.trim()}]]`;
}

interface Leading {
	readonly target: string;
	readonly from: string;
	readonly source: string;
	readonly isChosen: boolean;
	readonly place: 'property' | 'line';
}

/**
 * Whether a link may stay. In the property any file but the note itself will do, since
 * somebody put it there; in the text none that was made from a source itself. What the user
 * has just chosen goes before both.
 */
function leadsToSource({ metadataCache }: App, { notes }: Snapshot, { target, from, source, isChosen, place }: Leading): boolean {
	const file = metadataCache.getFirstLinkpathDest(target, from);
	if (!file || file.path === from) return false;
	if (file.path === source) return true;
	return !isChosen && (place === 'property' || !notes.get(file.path)?.source);
}

/** Whether the app reads the frontmatter as before, but for the link: what any reader of ours might miss is left alone. */
function isUnderstood(text: string, { edits, property }: SourceLinkPlan, key: string, link: string): boolean {
	const [before, after] = [fieldsOf(text), fieldsOf(applyEdits(text, edits).text)];
	if (!before || !after) return false;
	const rest = (fields: ReadonlyMap<string, unknown>): string => JSON.stringify([...fields].filter(([name]) => name.toLowerCase() !== key.toLowerCase()));
	const linked = [...after].find(([name]) => name.toLowerCase() === key.toLowerCase())?.[1];
	return rest(before) === rest(after) && (property === null || linked === link);
}

/** Null where the app can't read them. */
function fieldsOf(text: string): ReadonlyMap<string, unknown> | null {
	try {
		const parsed: unknown = parseYaml(getFrontMatterInfo(text).frontmatter) ?? {};
		return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed) ? new Map(Object.entries(parsed)) : null;
	} catch {
		return null;
	}
}
