import type * as Api from 'obsidian-api';
import type { TFile } from '../vault/files';
import { fileName, isInside, joinPath, parentPath } from '../vault/paths';

/** Splits a link at its first `#`; the subpath keeps it. No-break spaces count as spaces. */
export function parseLinktext(linktext: string): { path: string; subpath: string } {
	const plain = linktext.replace(/\u00A0/g, ' ');
	const hash = plain.indexOf('#');
	if (hash < 0) return { path: plain, subpath: '' };
	return { path: plain.slice(0, hash), subpath: plain.slice(hash) };
}

/** The part of a link that names the file. */
export function getLinkpath(linktext: string): string {
	return parseLinktext(linktext).path;
}

/** A heading with the characters that links ignore replaced by single spaces. */
export function stripHeading(heading: string): string {
	return singleSpaced(heading.replace(/[!"#$%&()*+,.:;<=>?@^`{|}~/[\]\\\r\n]/g, ' '));
}

/** A heading without what would end or break a link to it. */
export function stripHeadingForLink(heading: string): string {
	return singleSpaced(heading.replace(/[:#|^\\\r\n]|%%|\[\[|\]\]/g, ' '));
}

function singleSpaced(text: string): string {
	return text.replace(/\s+/g, ' ').trim();
}

/** The key under which a file and the links that may mean it meet: the name in lower case, without `.md`. */
export function linkKey(linkpath: string): string {
	return fileName(linkpath).toLowerCase().replace(/\.md$/, '');
}

/** Finds the file that a linkpath means. It knows the files that it was told of, by name. */
export class LinkpathResolver {
	private readonly files = new Map<string, TFile[]>();

	add(file: TFile): void {
		const name = file.name.toLowerCase();
		const same = this.files.get(name);
		if (same) same.push(file);
		else this.files.set(name, [file]);
	}

	/** @param name the file's name when it was added */
	remove(file: TFile, name = file.name): void {
		const key = name.toLowerCase();
		const same = this.files.get(key)?.filter((other) => other !== file) ?? [];
		if (same.length > 0) this.files.set(key, same);
		else this.files.delete(key);
	}

	/** How many files have this name, whatever their folder and case. */
	count(name: string): number {
		return this.files.get(name.toLowerCase())?.length ?? 0;
	}

	/**
	 * The best match, or null. An empty linkpath means the source itself. Aliases never match.
	 * @param linkpath without a subpath
	 */
	resolve(linkpath: string, source: string, sourceFile: TFile | null): TFile | null {
		if (linkpath === '') return sourceFile;
		const { path, candidates } = this.candidates(linkpath.normalize('NFC').toLowerCase());
		const only = candidates[0];
		if (!only) return null;
		if (candidates.length === 1 && !path.includes('/')) return only;
		if (/^\.\.?\//.test(path)) return exact(candidates, fromFolder(parentPath(source), path));
		const top = path.replace(/^\/+/, '');
		const whole = exact(candidates, top);
		if (whole || path.startsWith('/')) return whole;
		return nearest(candidates.filter((file) => file.path.toLowerCase().endsWith(path)), parentPath(source));
	}

	private candidates(path: string): { path: string; candidates: TFile[] } {
		const name = fileName(path);
		const asWritten = name.includes('.') ? this.files.get(name) : undefined;
		if (asWritten) return { path, candidates: asWritten };
		return { path: `${path}.md`, candidates: this.files.get(`${name}.md`) ?? [] };
	}
}

function exact(candidates: readonly TFile[], path: string): TFile | null {
	const lower = path.toLowerCase();
	return candidates.find((file) => file.path.toLowerCase() === lower) ?? null;
}

function fromFolder(folder: string, relative: string): string {
	const parts = folder === '/' ? [] : folder.split('/');
	for (const part of relative.split('/')) {
		if (part === '..') parts.pop();
		else if (part !== '.') parts.push(part);
	}
	return parts.join('/');
}

function nearest(candidates: readonly TFile[], folder: string): TFile | null {
	const distance = (file: TFile): number => file.path.length + (isInside(file.path, folder) ? 0 : 1e6);
	return [...candidates].sort((a, b) => distance(a) - distance(b))[0] ?? null;
}

/** How a vault writes its links: `newLinkFormat` of the app's options. */
export type LinkFormat = 'shortest' | 'relative' | 'absolute';

/** The linkpath that names a file from a source, in the given format. */
export function linkpathTo(file: Api.TFile, sourcePath: string, format: LinkFormat, unique: boolean, omitMdExtension: boolean): string {
	const path = omitMdExtension && file.extension === 'md' ? file.path.slice(0, -'.md'.length) : file.path;
	if (format === 'relative') return relativePath(parentPath(sourcePath), path);
	return format === 'shortest' && unique ? fileName(path) : path;
}

function relativePath(folder: string, path: string): string {
	const from = folder === '/' ? [] : folder.split('/');
	const to = path.split('/');
	let shared = 0;
	while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared++;
	const up = from.slice(shared).map(() => '..');
	return [...up, ...to.slice(shared)].reduce((joined, part) => joinPath(joined, part), '');
}
