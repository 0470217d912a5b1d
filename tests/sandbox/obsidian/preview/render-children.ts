import type { Component } from '../component';
import type { MarkdownRenderChild } from './markdown-render-child';

interface Kept {
	readonly owner: Component;
	/** Whether the child's element has been in the rendering yet. */
	attached: boolean;
}

/** The children of a rendering. One whose element was in it and is gone is unloaded. */
export class RenderChildren {
	private readonly children = new Map<MarkdownRenderChild, Kept>();
	private readonly observer = new MutationObserver(() => { this.prune(); });

	constructor(private readonly rootEl: HTMLElement) {
		this.observer.observe(rootEl, { childList: true, subtree: true });
	}

	/** The child ends with `owner`, too. */
	add(child: MarkdownRenderChild, owner: Component): void {
		this.children.set(child, { owner, attached: this.rootEl.contains(child.containerEl) });
		owner.addChild(child);
	}

	/** Stops looking; the owners still end their children. */
	disconnect(): void {
		this.observer.disconnect();
		this.children.clear();
	}

	private prune(): void {
		for (const [child, kept] of this.children) {
			const attached = this.rootEl.contains(child.containerEl);
			if (kept.attached && !attached) {
				this.children.delete(child);
				kept.owner.removeChild(child);
			}
			kept.attached = attached;
		}
	}
}
