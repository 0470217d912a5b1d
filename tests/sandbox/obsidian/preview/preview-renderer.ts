import type * as Api from 'obsidian-api';
import type { App } from '../app';
import type { Component } from '../component';
import { getFrontMatterInfo, parseYaml } from '../metadata/frontmatter';
import { fillEmbeds, markUnresolved } from './embeds';
import { type Block, renderBlocks } from './markdown-html';
import { type MarkdownPostProcessorContext, runPostProcessors } from './post-processors';
import { PreviewSection } from './preview-section';
import { RenderChildren } from './render-children';

/** What a rendering belongs to, and how it is done. */
export interface PreviewSettings {
	readonly app: App;
	/** Its sections live no longer than this. */
	readonly owner: Component;
	/** What holds the sections. */
	readonly sizerEl: HTMLElement;
	/** Only what comes into sight of it is rendered; null to render all at once. */
	readonly scrollEl: HTMLElement | null;
	/** The note that links start from. */
	readonly sourcePath: () => string;
	/** Whether processors are told where a section is in its file. */
	readonly tellsSections: boolean;
	/** How many embeds this one stands in. */
	readonly depth: number;
}

let lastDocId = 0;

/** An id for one rendering of a document. */
export function newDocId(): string {
	lastDocId += 1;
	return lastDocId.toString(16).padStart(8, '0');
}

/** The frontmatter as an object; undefined where there is none or it is broken. */
export function frontmatterOf(text: string): unknown {
	const info = getFrontMatterInfo(text);
	if (!info.exists) return undefined;
	try {
		return parseYaml(info.frontmatter);
	} catch {
		return undefined;
	}
}

/**
 * The sections of a rendered note. On a change those whose HTML is the same keep their
 * elements, and no processor sees them again.
 */
export class PreviewRenderer {
	sections: PreviewSection[] = [];
	text = '';
	private readonly docId = newDocId();
	private readonly children: RenderChildren;
	private observer: IntersectionObserver | null = null;

	constructor(private readonly settings: PreviewSettings) {
		this.children = new RenderChildren(settings.sizerEl);
	}

	/** `keep` chooses the blocks that show, as for an embed of one heading. */
	set(text: string, headEls: readonly HTMLElement[], keep: (block: Block) => boolean = () => true): void {
		if (getFrontMatterInfo(text).frontmatter !== getFrontMatterInfo(this.text).frontmatter) this.dropWhere(section => section.usesFrontMatter);
		this.text = text;
		this.reconcile(renderBlocks(text, true).filter(keep));
		this.settings.sizerEl.setChildrenInPlace([...headEls, ...this.sections.map(section => section.shownEl)]);
		this.fold();
		this.observe();
	}

	/** Every section is made anew at the next `set`. */
	dropAll(): void {
		this.dropWhere(() => true);
	}

	disconnect(): void {
		this.observer?.disconnect();
		this.children.disconnect();
		this.dropAll();
	}

	/** Renders the section with this line and those around it, and gives it. */
	reveal(line: number): PreviewSection | null {
		const index = this.indexOfLine(line);
		for (const section of this.sections.slice(Math.max(0, index - 10), index + 10)) this.render(section);
		return this.sections[index] ?? null;
	}

	sectionOf(el: HTMLElement): PreviewSection | null {
		return this.sections.find(section => section.el.contains(el)) ?? null;
	}

	/** Folds the sections under a heading, or shows them again. */
	toggleHeading(section: PreviewSection): void {
		section.headingCollapsed = !section.headingCollapsed;
		this.fold();
	}

	private indexOfLine(line: number): number {
		return Math.max(0, this.sections.findLastIndex(section => section.lineStart <= line));
	}

	private reconcile(blocks: readonly Block[]): void {
		const known = new Map<string, PreviewSection[]>();
		for (const section of this.sections) known.set(section.block.html, [...(known.get(section.block.html) ?? []), section]);
		const next = blocks.map(block => {
			const kept = known.get(block.html)?.shift();
			if (kept !== undefined) kept.block = block;
			return kept ?? this.createSection(block);
		});
		const gone = new Set([...known.values()].flat());
		this.dropWhere(section => gone.has(section));
		this.sections = next;
	}

	private createSection(block: Block): PreviewSection {
		const section = new PreviewSection(block);
		this.settings.owner.addChild(section.life);
		return section;
	}

	private observe(): void {
		const { scrollEl } = this.settings;
		this.observer?.disconnect();
		const waiting = this.sections.filter(section => !section.rendered);
		if (scrollEl === null) {
			for (const section of waiting) this.render(section);
			return;
		}
		this.observer = new IntersectionObserver(entries => {
			const seen = new Set(entries.filter(entry => entry.isIntersecting).map(entry => entry.target));
			for (const section of this.sections) if (seen.has(section.placeholderEl)) this.render(section);
		}, { root: scrollEl, rootMargin: '400px' });
		for (const section of waiting) this.observer.observe(section.placeholderEl);
	}

	/** Its processors run before it is in the document, so they cannot measure it. */
	private render(section: PreviewSection): void {
		if (section.rendered) return;
		section.fill();
		const { app, depth, sourcePath } = this.settings;
		markUnresolved(app, section.el, sourcePath());
		fillEmbeds(app, section.el, sourcePath(), section.life, depth);
		void runPostProcessors(section.el, this.contextOf(section));
		section.attach();
	}

	private contextOf(section: PreviewSection): MarkdownPostProcessorContext {
		const frontmatter = (): unknown => frontmatterOf(this.text);
		return {
			docId: this.docId,
			sourcePath: this.settings.sourcePath(),
			get frontmatter() {
				section.usesFrontMatter = true;
				return frontmatter();
			},
			addChild: child => { this.children.add(child, section.life); },
			getSectionInfo: el => this.settings.tellsSections ? this.sectionInfo(section, el) : null,
		};
	}

	/** Null inside callouts and embeds, and when the section is gone. */
	private sectionInfo(section: PreviewSection, el: HTMLElement): Api.MarkdownSectionInformation | null {
		if (!this.sections.includes(section) || !section.el.contains(el)) return null;
		if (el.closest('.callout, .internal-embed') !== null) return null;
		return { text: this.text, lineStart: section.lineStart, lineEnd: section.lineEnd };
	}

	private fold(): void {
		let level = 0;
		for (const section of this.sections) {
			if (level > 0 && section.level > 0 && section.level <= level) level = 0;
			section.toggle(level === 0);
			section.el.toggleClass('is-collapsed', section.headingCollapsed);
			if (level === 0 && section.headingCollapsed) level = section.level;
		}
	}

	private dropWhere(test: (section: PreviewSection) => boolean): void {
		for (const section of this.sections.filter(test)) {
			section.remove();
			this.settings.owner.removeChild(section.life);
		}
		this.sections = this.sections.filter(section => !test(section));
	}
}
