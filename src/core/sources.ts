import { normalize } from './normalize';
import { noteName } from './note';
import type { SourceReference } from './source';

/** How a source was found, surest first. */
export type SourceRule = 'path' | 'suffix' | 'basename' | 'normalised basename' | 'stamp and subject';

/** The file a reference means. `candidates` may be offered, never opened or linked unasked. */
export type SourceResolution =
	| { readonly kind: 'resolved'; readonly path: string; readonly rule: SourceRule }
	/** At least one path, the likeliest first. */
	| { readonly kind: 'candidates'; readonly paths: readonly string[] }
	| { readonly kind: 'missing' };

/** Whether two files, by path, have the same text. */
export type HasSameBody = (path: string, other: string) => boolean;

const RULES: readonly SourceRule[] = ['path', 'suffix', 'basename', 'normalised basename', 'stamp and subject'];
const MISSING: SourceResolution = { kind: 'missing' };
const MAX_CANDIDATES = 5;
const PREFIX = { least: 24, most: 40 };
const LEAST_TITLE = 12;
const LEAST_OVERLAP = 0.5;

const ARCHIVE = /^[\W_]*(?:archives?|archived)$/i;
const SOURCE_FOLDER = /^[\W_\d]*(?:sources?|originals?|raw|transcripts?|e-?mails?)$/i;
// Names that many folders use, a bare date among them, so that one elsewhere says nothing.
const COMMON_NAME = /^(?:readme|index|untitled(?: \d+)?|notes?|transcript|summary|e ?mail|message|meeting|inbox|todo|document|file|image|[\d ]+)$/;
const STAMPED = /^(\d{4})-?(\d{2})-?(\d{2})[_T -](\d{2})[-.:]?(\d{2})[-.:]?(\d{2})(?!\d)(?:_\d{4}(?!\d))?(.*)$/s;
const DATED = /^(\d{4}-\d{2}-\d{2})(?!\d)(.*)$/s;

/**
 * Builds the index in which sources are looked up, from the vault paths of its files in any
 * order. `isDerived` says which files were themselves made from a source: those are found
 * by their path only, since generated notes bear the same dates and titles as their sources.
 */
export function buildSources(files: readonly string[], isDerived: (path: string) => boolean = () => false): Sources {
	return new Sources(files, isDerived);
}

/** The files that references may mean. Immutable; made by `buildSources`. */
export class Sources {
	private readonly byPath = new Map<string, string>();
	private readonly byBasename = new Map<string, string[]>();
	private readonly byTitle = new Map<string, string[]>();
	private readonly byLogicalSource = new Map<string, string[]>();
	private readonly byDate = new Map<string, string[]>();
	private readonly byWord = new Map<string, string[]>();

	constructor(files: readonly string[], isDerived: (path: string) => boolean) {
		for (const path of [...new Set(files)].sort()) {
			this.byPath.set(normalize(path, 'NFC'), path);
			if (isDerived(path)) continue;
			const base = normalize(basename(path), 'NFC');
			add(this.byBasename, base, path);
			// A link leaves the ending of a note away.
			if (/\.md$/i.test(base)) add(this.byBasename, base.slice(0, -3), path);
			const title = normalisedTitle(path);
			if (title !== '') add(this.byTitle, title, path);
			if (hasTimeStamp(path)) add(this.byLogicalSource, logicalSource(path), path);
			const { date } = stampOf(path);
			if (date !== '') add(this.byDate, date, path);
			for (const word of new Set(subjectOf(path).split(' '))) add(this.byWord, word, path);
		}
		// Two files may differ in their normal form only: then each is found by its own spelling.
		for (const path of files) this.byPath.set(path, path);
	}

	/**
	 * Finds the file that a note at `fromPath` refers to, never that note itself. A link that
	 * was put into the note for this goes before what its generator wrote. Where
	 * references of one note lead to different sources, or equally good files differ and
	 * `hasSameBody` can't tell them to be the same, all are candidates.
	 */
	resolve(reference: SourceReference, fromPath: string, hasSameBody: HasSameBody = () => false): SourceResolution {
		const linked = reference.linked === undefined ? MISSING : this.resolveText(reference.linked, fromPath, hasSameBody);
		if (linked.kind === 'resolved') return linked;
		const found = reference.refs.map((ref) => this.resolveText(ref.text, fromPath, hasSameBody));
		const answers = found
			.flatMap((one) => one.kind === 'resolved' ? [one] : [])
			.sort((a, b) => RULES.indexOf(a.rule) - RULES.indexOf(b.rule));
		const best = answers[0];
		if (best !== undefined && isOneSource(answers.map((answer) => answer.path), hasSameBody)) return best;
		const offered = best === undefined ? found.flatMap((one) => one.kind === 'candidates' ? one.paths : []) : answers.map((answer) => answer.path);
		return candidates(offered);
	}

	private resolveText(text: string, fromPath: string, hasSameBody: HasSameBody): SourceResolution {
		const spellings = spellingsOf(text);
		const byPath = this.bySpelling(text, fromPath) ?? first(spellings, (path) => this.byOwnPath(path, fromPath));
		if (byPath !== null) return byPath;
		const choose = (rule: SourceRule, paths: readonly string[] | undefined, path: string): SourceResolution | null =>
			chooseAmong(rule, (paths ?? []).filter((other) => other !== fromPath), path, hasSameBody);
		return first(spellings, (path) => choose('basename', this.byBasename.get(basename(path)), path))
			?? first(spellings, (path) => choose('normalised basename', this.byTitle.get(normalisedTitle(path)), path))
			?? first(spellings, (path) => choose('stamp and subject', hasTimeStamp(path) ? this.byLogicalSource.get(logicalSource(path)) : [], path))
			?? first(spellings, (path) => this.similar(path, fromPath))
			?? MISSING;
	}

	private bySpelling(text: string, fromPath: string): SourceResolution | null {
		const found = this.byPath.get(text);
		return found === undefined || found === fromPath ? null : { kind: 'resolved', path: found, rule: 'path' };
	}

	/** The longest end of a path that is a file here. A bare file name is no such end: a root folder's `Plan.md` proves nothing. */
	private byOwnPath(path: string, fromPath: string): SourceResolution | null {
		const parts = path.split('/');
		for (let from = 0; from === 0 || from < parts.length - 1; from++) {
			const end = parts.slice(from).join('/');
			const found = this.byPath.get(end) ?? this.byPath.get(`${end}.md`);
			if (found !== undefined && found !== fromPath) return { kind: 'resolved', path: found, rule: from === 0 ? 'path' : 'suffix' };
		}
		return null;
	}

	/** Only ever candidates: titles of different mails differ by less than titles of one. */
	private similar(path: string, fromPath: string): SourceResolution | null {
		const isPossible = (other: string): boolean => other !== fromPath && !stampsConflict(path, other);
		const prefix = subjectOf(path).slice(0, PREFIX.most);
		const sameDate = prefix.length < PREFIX.least ? [] : (this.byDate.get(stampOf(path).date) ?? [])
			.filter((other) => isPossible(other) && startAlike(prefix, subjectOf(other)));
		const found = sameDate.length > 0 ? sameDate : this.similarTitles(path).filter(isPossible);
		return found.length === 0 ? null : candidates(found);
	}

	private similarTitles(path: string): readonly string[] {
		const words = new Set(subjectOf(path).split(' ').filter((word) => word !== ''));
		const shared = new Map<string, number>();
		for (const word of words) {
			for (const other of this.byWord.get(word) ?? []) shared.set(other, (shared.get(other) ?? 0) + 1);
		}
		return [...shared]
			.filter(([, count]) => words.size > 1 && count >= words.size * LEAST_OVERLAP)
			.map(([other, count]) => ({ other, overlap: count / (words.size + new Set(subjectOf(other).split(' ')).size - count) }))
			.filter(({ overlap }) => overlap >= LEAST_OVERLAP)
			.sort((a, b) => b.overlap - a.overlap || (a.other < b.other ? -1 : 1))
			.map(({ other }) => other);
	}
}

/**
 * A key that is equal for the exports of one mail or transcript: its time stamp and
 * subject, whatever the folder and the export's random number. A file whose name holds
 * too little to tell is a source by itself: its key is its path.
 */
export function logicalSource(path: string): string {
	const { date, time } = stampOf(path);
	const subject = subjectOf(path);
	// A day and a short title ("Sync") can be two meetings.
	const isTelling = time === '' ? date !== '' && subject.length >= LEAST_TITLE : subject !== '';
	return isTelling ? `${date} ${time} ${subject}` : path;
}

/** What a source is called, and its day as `YYYY-MM-DD`, told by its path; null where that says none. */
export function describeSource(path: string): { readonly title: string; readonly date: string | null } {
	const { date, subject } = stampOf(path);
	const name = subject.replace(/^[\s_–—-]+/u, '').trim();
	// Exports write mails' subjects without blanks.
	const title = /\s/u.test(name) ? name : name.replace(/[_-]+/gu, ' ').trim();
	return { title: title === '' ? nameOf(path) : title, date: date === '' ? null : date };
}

/** Whether a file looks like a source: it lies in a folder for such, or its name bears the second of a mail. */
export function isLikelySource(path: string): boolean {
	return isInFolder(path, SOURCE_FOLDER) || hasTimeStamp(path);
}

function chooseAmong(rule: SourceRule, paths: readonly string[], asked: string, hasSameBody: HasSameBody): SourceResolution | null {
	const best = bestPlaced(paths, asked);
	const path = best[0];
	if (path === undefined) return null;
	// Safer than the only match: a path to some other folder's README does not mean ours.
	const isTooCommon = asked.includes('/') && COMMON_NAME.test(normalisedTitle(asked));
	return isOneSource(best, hasSameBody) && !isTooCommon ? { kind: 'resolved', path, rule } : candidates(best);
}

/** Those outside archives, of them those in a folder for sources, of them those of the type asked for. */
function bestPlaced(paths: readonly string[], asked: string): readonly string[] {
	const type = extension(asked);
	return [
		(path: string) => !isInFolder(path, ARCHIVE),
		(path: string) => isInFolder(path, SOURCE_FOLDER),
		(path: string) => extension(path) === type,
	].reduce((left, isBetter) => left.some(isBetter) ? left.filter(isBetter) : left, paths);
}

function isOneSource([path, ...others]: readonly string[], hasSameBody: HasSameBody): boolean {
	return path !== undefined && others.every((other) =>
		other === path || logicalSource(other) === logicalSource(path) || hasSameBody(path, other));
}

function candidates(paths: readonly string[]): SourceResolution {
	const distinct = [...new Set(paths)].slice(0, MAX_CANDIDATES);
	return distinct.length === 0 ? MISSING : { kind: 'candidates', paths: distinct };
}

/** The ways to read a path from elsewhere: as written, and with `%20` and its like decoded. */
function spellingsOf(text: string): readonly string[] {
	const local = text.replace(/^file:\/\//i, '');
	if (/^[a-z][a-z0-9+.-]{1,20}:\/\//i.test(local)) return [];
	const plain = tidyPath(local);
	const decoded = tidyPath(decode(local));
	return [...new Set([plain, decoded])].filter((path) => path !== '');
}

function tidyPath(path: string): string {
	return normalize(path, 'NFC')
		.replace(/\\/g, '/')
		.split(/\r?\n/).map((line) => line.trim()).join(' ')
		.split('/').filter((part) => part !== '' && part !== '.' && part !== '..').join('/');
}

function decode(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text.replace(/%20/g, ' ');
	}
}

function stampOf(path: string): { readonly date: string; readonly time: string; readonly subject: string } {
	const name = nameOf(path);
	const [, year, month, day, hour, minute, second, rest = ''] = STAMPED.exec(name) ?? [];
	if (year !== undefined) return { date: `${year}-${month ?? ''}-${day ?? ''}`, time: `${hour ?? ''}${minute ?? ''}${second ?? ''}`, subject: rest };
	const [, date = '', title = name] = DATED.exec(name) ?? [];
	return { date, time: '', subject: title };
}

function hasTimeStamp(path: string): boolean {
	return stampOf(path).time !== '' && subjectOf(path) !== '';
}

function subjectOf(path: string): string {
	return normalise(stampOf(path).subject);
}

function stampsConflict(path: string, other: string): boolean {
	const [a, b] = [stampOf(path), stampOf(other)];
	const differ = (one: string, two: string): boolean => one !== '' && two !== '' && one !== two;
	return differ(a.date, b.date) || differ(a.time, b.time);
}

function startAlike(prefix: string, subject: string): boolean {
	return subject.length >= PREFIX.least && (subject.startsWith(prefix) || prefix.startsWith(subject));
}

function normalisedTitle(path: string): string {
	return normalise(nameOf(path));
}

/** The words alone: no case, and one space for whatever signs stand between them. */
function normalise(text: string): string {
	return normalize(text, 'NFKC').toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ').trim();
}

/** The file's name without an ending that looks like one; `Re: v1.2 of the plan` keeps its dot. */
function nameOf(path: string): string {
	return extension(path) === '' ? basename(path) : noteName(path);
}

function extension(path: string): string {
	return /\.([a-z][a-z0-9]{1,7})$/i.exec(basename(path))?.[1]?.toLowerCase() ?? '';
}

function basename(path: string): string {
	return path.slice(path.lastIndexOf('/') + 1);
}

function isInFolder(path: string, pattern: RegExp): boolean {
	return path.split('/').slice(0, -1).some((folder) => pattern.test(folder));
}

function first<T, R>(values: readonly T[], find: (value: T) => R | null): R | null {
	for (const value of values) {
		const found = find(value);
		if (found !== null) return found;
	}
	return null;
}

function add(map: Map<string, string[]>, key: string, path: string): void {
	const list = map.get(key);
	if (list === undefined) map.set(key, [path]);
	else list.push(path);
}
