import type { App } from '../app';
import type { Component } from '../component';
import type { TFile } from '../vault/files';

/** Where an embed stands. */
export interface EmbedContext {
	readonly app: App;
	readonly containerEl: HTMLElement;
	readonly linktext: string;
	readonly sourcePath: string;
	/** How many embeds it stands in. */
	readonly depth: number;
	/** Whether it stands in a text, with its title; not as in a preview. */
	readonly showInline: boolean;
	/** `scroll`: the line to show first. */
	readonly state: Readonly<Record<string, unknown>>;
}

/** Something that shows a file inside another. */
export interface EmbedComponent extends Component {
	/** Starts to show the file. */
	loadFile(): void;
}

/** Makes the embed of a file; `subpath` is what follows its name in the link. */
export type EmbedCreator = (context: EmbedContext, file: TFile | null, subpath: string) => EmbedComponent;

/** What shows which files inside notes and previews, by extension. It exists at run time and is not in the app's typings. */
export class EmbedRegistry {
	readonly embedByExtension: Record<string, EmbedCreator> = {};

	registerExtension(extension: string, creator: EmbedCreator): void {
		if (this.isExtensionRegistered(extension)) throw new Error(`An embed for ".${extension}" is already registered.`);
		this.embedByExtension[extension] = creator;
	}

	registerExtensions(extensions: readonly string[], creator: EmbedCreator): void {
		for (const extension of extensions) this.registerExtension(extension, creator);
	}

	unregisterExtension(extension: string): void {
		delete this.embedByExtension[extension];
	}

	unregisterExtensions(extensions: readonly string[]): void {
		for (const extension of extensions) this.unregisterExtension(extension);
	}

	isExtensionRegistered(extension: string): boolean {
		return Object.hasOwn(this.embedByExtension, extension);
	}

	/** Null for a kind of file that nothing shows. */
	getEmbedCreator(file: TFile): EmbedCreator | null {
		return this.embedByExtension[file.extension] ?? null;
	}
}
