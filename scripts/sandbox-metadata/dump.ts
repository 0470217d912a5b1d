import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type * as Api from 'obsidian-api';

/** What the app made of a note. What a dump does not say is undefined. */
export interface Dump {
	/** The file's name in its folder. */
	readonly name: string;
	readonly fileContents: string;
	readonly cachedMetadata: Api.CachedMetadata;
	/** The note's path in its vault. */
	readonly filePath: string;
	readonly getAllTags?: readonly string[] | null;
	readonly parseFrontMatterTags?: readonly string[] | null;
	/** The path of the file that each link means; null for none. */
	readonly resolveLinkToPath?: Readonly<Record<string, string | null>>;
}

/** The dumps of a folder, and a sentence for each file that is none. */
export interface DumpFolder {
	readonly dumps: readonly Dump[];
	readonly problems: readonly string[];
}

/** Reads each `*.json` of a folder, in the order of their names. What cannot be read is a problem and throws nothing. */
export function readDumps(folder: string): DumpFolder {
	const stat = statSync(folder, { throwIfNoEntry: false });
	if (!stat) return { dumps: [], problems: [`There is no folder ${folder}.`] };
	if (!stat.isDirectory()) return { dumps: [], problems: [`${folder} is a file. DIR is a folder of dumps.`] };
	const names = readdirSync(folder).filter((name) => name.endsWith('.json')).sort();
	if (names.length === 0) return { dumps: [], problems: [`${folder} has no *.json files, so there is nothing to compare.`] };
	const read = names.map((name) => readDump(path.join(folder, name), name));
	return {
		dumps: read.filter((dump) => typeof dump !== 'string'),
		problems: read.filter((problem) => typeof problem === 'string'),
	};
}

function readDump(file: string, name: string): Dump | string {
	let text: string;
	try {
		text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
	} catch (error) {
		return `${name} cannot be read: ${String((error as Error).message)}.`;
	}
	try {
		return asDump(JSON.parse(text) as unknown, name);
	} catch {
		return `${name} is not valid JSON.`;
	}
}

function asDump(value: unknown, name: string): Dump | string {
	if (!isRecord(value)) return `${name} is no dump: it is not an object.`;
	const { fileContents, cachedMetadata, filePath = name, resolveLinkToPath } = value;
	if (typeof fileContents !== 'string') return `${name} is no dump: it has no text "fileContents".`;
	if (!isRecord(cachedMetadata)) return `${name} is no dump: it has no object "cachedMetadata".`;
	if (typeof filePath !== 'string') return `${name} is no dump: its "filePath" is no text.`;
	if (resolveLinkToPath !== undefined && !isRecord(resolveLinkToPath)) return `${name} is no dump: its "resolveLinkToPath" is no object.`;
	return { ...value, name, fileContents, cachedMetadata, filePath };
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
