import type { App } from '../app';
import type { Component } from '../component';
import { setIcon } from '../interface/icons';
import { parseLinktext } from '../metadata/linkpath';
import { resolveSubpath } from '../metadata/subpath';
import { MarkdownRenderer } from '../preview/markdown-renderer';
import type { TFile } from '../vault/files';
import { taskChange } from './task-toggle';

const IMAGES = /^(?:avif|bmp|gif|jpe?g|png|svg|webp)$/i;

interface Part {
	readonly text: string;
	/** Where it starts in the whole note. */
	readonly from: number;
}

function partOf(app: App, file: TFile, text: string, subpath: string): Part {
	const cache = app.metadataCache.getFileCache(file);
	const found = subpath === '' || cache === null ? null : resolveSubpath(cache, subpath);
	if (found === null) return { text, from: 0 };
	return { text: text.slice(found.start.offset, found.end?.offset ?? text.length), from: found.start.offset };
}

/** Changes the n-th task of the part in the file itself: an embed has no editor here. */
async function toggleInFile(app: App, file: TFile, subpath: string, index: number): Promise<void> {
	await app.vault.process(file, text => {
		const part = partOf(app, file, text, subpath);
		let from = part.from;
		let seen = 0;
		for (const line of part.text.split('\n')) {
			const change = taskChange(line);
			if (change !== null && seen++ === index) return text.slice(0, from + change.from) + change.insert + text.slice(from + change.to);
			from += line.length + 1;
		}
		return text;
	});
}

function addTitle(app: App, el: HTMLElement, file: TFile, linktext: string, sourcePath: string): void {
	el.createDiv({ cls: 'markdown-embed-title', text: file.basename });
	const link = el.createDiv({ cls: 'markdown-embed-link', attr: { 'aria-label': 'Open link' } });
	setIcon(link, 'link');
	link.addEventListener('click', event => {
		event.preventDefault();
		void app.workspace.openLinkText(linktext, sourcePath);
	});
}

/** A note, or its part, drawn anew when its cache changes. */
function drawNote(app: App, el: HTMLElement, file: TFile, linktext: string, sourcePath: string, life: Component, drawn: () => void): void {
	const { subpath } = parseLinktext(linktext);
	el.addClasses(['markdown-embed', 'inline-embed', 'is-loaded']);
	addTitle(app, el, file, linktext, sourcePath);
	const content = el.createDiv('markdown-embed-content').createDiv('markdown-preview-view markdown-rendered');
	const draw = async (): Promise<void> => {
		const { text } = partOf(app, file, await app.vault.cachedRead(file), subpath);
		content.empty();
		await MarkdownRenderer.render(app, text, content, file.path, life);
		drawn();
	};
	life.registerEvent(app.metadataCache.on('changed', changed => { if (changed === file) void draw(); }));
	content.addEventListener('click', event => {
		const box = event.target as HTMLElement;
		if (event.defaultPrevented || !box.matches('input.task-list-item-checkbox')) return;
		event.preventDefault();
		void toggleInFile(app, file, subpath, content.findAll('input.task-list-item-checkbox').indexOf(box));
	});
	void draw();
}

/** The element of `![[linktext]]` in the note at `sourcePath`. `drawn` is called when its height has changed. */
export function drawEmbed(app: App, linktext: string, sourcePath: string, life: Component, drawn: () => void): HTMLElement {
	const el = createDiv({ cls: 'internal-embed', attr: { src: linktext, alt: linktext, tabindex: '-1' } });
	const file = app.metadataCache.getFirstLinkpathDest(parseLinktext(linktext).path, sourcePath);
	if (file === null) {
		el.addClasses(['file-embed', 'mod-empty', 'is-loaded']);
		el.setText(`"${linktext}" is not created yet. Click to create.`);
		el.addEventListener('click', () => { void app.workspace.openLinkText(linktext, sourcePath); });
	} else if (IMAGES.test(file.extension)) {
		el.addClasses(['media-embed', 'image-embed', 'is-loaded']);
		const image = el.createEl('img', { attr: { alt: linktext, src: app.vault.getResourcePath(file) } });
		image.addEventListener('load', drawn);
	} else if (file.extension === 'md') {
		drawNote(app, el, file, linktext, sourcePath, life, drawn);
	} else {
		el.addClasses(['file-embed', 'mod-generic', 'is-loaded']);
		el.createDiv({ cls: 'file-embed-title', text: file.name });
	}
	return el;
}
