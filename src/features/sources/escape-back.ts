import { Component, MarkdownView, type App } from 'obsidian';
import type { MarkedPassage } from '../../obsidian/marked-passage';

/** What Escape closes before it leads back. */
const BUSY = '.modal-container, .suggestion-container, .menu, .popover, .prompt, .document-search-container';

/** Lets Escape lead back from a marked passage to where the user came from, in every window. */
export class EscapeBack extends Component {
	readonly #heard = new WeakSet<Document>();

	constructor(private readonly app: App, private readonly marked: MarkedPassage) {
		super();
	}

	override onload(): void {
		const { workspace } = this.app;
		this.#listen(window.document);
		this.registerEvent(workspace.on('window-open', ({ doc }) => this.#listen(doc)));
		// Windows that were open before, as when the plugin is switched on.
		workspace.onLayoutReady(() => workspace.iterateAllLeaves(({ view }) => void this.#listen(view.containerEl.doc)));
	}

	#listen(doc: Document): void {
		if (this.#heard.has(doc)) return;
		this.#heard.add(doc);
		this.registerDomEvent(doc, 'keydown', (event) => this.#goBack(event), { capture: true });
	}

	#goBack(event: KeyboardEvent): void {
		if (event.key !== 'Escape' || event.isComposing || !this.marked.current) return;
		const view = this.app.workspace.getActiveViewOfType(MarkdownView);
		if (view?.file?.path !== this.marked.current.path || view.containerEl.doc.querySelector(BUSY)) return;
		if (!this.marked.goBack()) return;
		event.preventDefault();
		event.stopPropagation();
	}
}
