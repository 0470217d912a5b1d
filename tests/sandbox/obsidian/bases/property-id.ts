import type * as Api from 'obsidian-api';

const PREFIXED = /^(note|formula|file)\.(.+)$/s;

/** Names that the app gives to what it knows of every file. */
const FILE_NAMES: Readonly<Record<string, string>> = {
	name: 'file name', basename: 'file base name', path: 'file path', folder: 'folder', ext: 'file extension', size: 'file size',
	ctime: 'created time', mtime: 'modified time', tags: 'file tags', links: 'links', file: 'file',
};

/** Parts of a property's full id; a name without a source is a note's. */
export function parsePropertyId(propertyId: Api.BasesPropertyId): Api.BasesProperty {
	const [, type, name] = PREFIXED.exec(propertyId) ?? [];
	return type === undefined || name === undefined ? { type: 'note', name: propertyId } : { type: type as Api.BasesPropertyType, name };
}

/** The full id of what a base's file calls a property, where `status` is short for `note.status`. */
export function toPropertyId(written: string): Api.BasesPropertyId {
	return PREFIXED.test(written) ? written as Api.BasesPropertyId : `note.${written}`;
}

/** What a property is called where the user has not renamed it. */
export function defaultPropertyName(propertyId: Api.BasesPropertyId): string {
	const { type, name } = parsePropertyId(propertyId);
	return type === 'file' ? FILE_NAMES[name] ?? name : name;
}
