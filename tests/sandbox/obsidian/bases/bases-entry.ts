import type * as Api from 'obsidian-api';
import moment from 'moment';
import type { App } from '../app';
import { getAllTags } from '../metadata/frontmatter';
import type { TFile } from '../vault/files';
import { isInside, normalizePath } from '../vault/paths';
import { gap } from '../gap';
import { FileValue, ListValue, wrapValue } from './collection-values';
import { DateValue } from './date-values';
import { parsePropertyId } from './property-id';
import { LinkValue, TagValue } from './text-values';
import { NumberValue, StringValue, type Value } from './value';

/** One row of a base: a file. Made anew for every result. */
export class BasesEntry implements Omit<Api.BasesEntry, 'getValue'> {
	constructor(private readonly app: App, readonly file: TFile) {}

	/** The value of a property; null where the note does not have it. @throws SandboxGap for formulas and what is not known of a file */
	getValue(propertyId: Api.BasesPropertyId): Value | null {
		const { type, name } = parsePropertyId(propertyId);
		if (type === 'formula') return gap(`The formula property ${propertyId} of Bases`);
		return type === 'file' ? this.fileValue(name) : this.noteValue(name);
	}

	/** Whether the note has a tag, or one below it. */
	hasTag(tag: string): boolean {
		const wanted = tag.replace(/^#/, '').toLowerCase();
		return this.tags().map(one => one.slice(1).toLowerCase()).some(one => one === wanted || one.startsWith(`${wanted}/`));
	}

	/** Whether the file lies in a folder, at any depth. */
	inFolder(folder: string): boolean {
		return isInside(this.file.path, normalizePath(folder));
	}

	/** Whether the note links to a file. */
	hasLink(link: string): boolean {
		const wanted = this.app.metadataCache.getFirstLinkpathDest(link.replace(/^\[\[|\]\]$/g, ''), this.file.path);
		return wanted !== null && (this.app.metadataCache.resolvedLinks[this.file.path]?.[wanted.path] ?? 0) > 0;
	}

	private noteValue(name: string): Value | null {
		const frontmatter = this.app.metadataCache.getFileCache(this.file)?.frontmatter as Record<string, unknown> | undefined;
		if (frontmatter === undefined || !Object.hasOwn(frontmatter, name)) return null;
		return wrapValue(frontmatter[name], { app: this.app, sourcePath: this.file.path });
	}

	private fileValue(name: string): Value | null {
		const { file } = this;
		switch (name) {
			case 'name': return new StringValue(file.name);
			case 'basename': return new StringValue(file.basename);
			case 'path': return new StringValue(file.path);
			case 'folder': return new StringValue(file.parent?.path ?? '');
			case 'ext': return new StringValue(file.extension);
			case 'size': return new NumberValue(file.stat.size);
			case 'ctime': return new DateValue(moment(file.stat.ctime), true);
			case 'mtime': return new DateValue(moment(file.stat.mtime), true);
			case 'tags': return new ListValue([...new Set(this.tags())].map(tag => new TagValue(tag)));
			case 'links': return new ListValue(this.links());
			case 'file': return new FileValue(file);
			default: return gap(`The property file.${name} of Bases`);
		}
	}

	private tags(): string[] {
		return getAllTags(this.app.metadataCache.getFileCache(this.file)) ?? [];
	}

	private links(): LinkValue[] {
		const links = this.app.metadataCache.getFileCache(this.file)?.links ?? [];
		return links.flatMap(({ link }) => LinkValue.parseFromString(this.app, `[[${link}]]`, this.file.path) ?? []);
	}
}

/** Rows with one value of the property by which a base is grouped. */
export class BasesEntryGroup implements Omit<Api.BasesEntryGroup, 'key' | 'entries'> {
	constructor(readonly key: Value | undefined, readonly entries: BasesEntry[]) {}

	hasKey(): boolean {
		return this.key !== undefined && this.key.toString() !== 'null';
	}
}
