import type { App } from '../app';
import type { Component } from '../component';
import { parseLinktext } from '../metadata/linkpath';

/** How deep embeds show inside one another. */
const MAX_DEPTH = 5;

/** Marks the links of a rendered text that lead to no file. */
export function markUnresolved(app: App, el: HTMLElement, sourcePath: string): void {
	for (const link of el.findAll('a.internal-link')) {
		const { path } = parseLinktext(link.getAttr('data-href') ?? '');
		link.toggleClass('is-unresolved', app.metadataCache.getFirstLinkpathDest(path, sourcePath) === null);
	}
}

/** Starts to fill the embeds of a rendered text. What a file's kind shows comes from the app's registry. */
export function fillEmbeds(app: App, el: HTMLElement, sourcePath: string, owner: Component, depth: number): void {
	if (depth >= MAX_DEPTH) return;
	for (const embed of el.findAll('.internal-embed:not(.is-loaded)')) fillEmbed(app, embed, sourcePath, owner, depth);
}

/** Starts to fill the element of one embed, which has its link as `src`. */
export function fillEmbed(app: App, el: HTMLElement, sourcePath: string, owner: Component, depth: number): void {
	const linktext = el.getAttr('src') ?? '';
	const { path, subpath } = parseLinktext(linktext);
	const file = app.metadataCache.getFirstLinkpathDest(path, sourcePath);
	el.addClass('is-loaded');
	if (file === null) {
		showMissing(el, linktext);
		return;
	}
	const create = app.embedRegistry.getEmbedCreator(file);
	if (create === null) {
		el.addClasses(['file-embed', 'mod-generic']);
		el.createDiv({ cls: 'file-embed-title', text: file.name });
		return;
	}
	const embed = create({ app, containerEl: el, linktext, sourcePath, depth, showInline: true, state: {} }, file, subpath);
	owner.addChild(embed);
	embed.loadFile();
}

/** A click creates the note, as for any link: the element says where it would lead. */
function showMissing(el: HTMLElement, linktext: string): void {
	el.addClasses(['file-embed', 'mod-empty']);
	el.setText(`"${parseLinktext(linktext).path}" is not created yet. Click to create.`);
}
