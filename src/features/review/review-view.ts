import { ItemView, Keymap, Platform, Scope, type App, type HoverParent, type Menu, type ViewStateResult, type WorkspaceLeaf } from 'obsidian';
import { h, render } from 'preact';
import type { Proposal } from '../../core/proposal';
import { isRecord } from '../../core/record';
import { words } from '../../words/words';
import { EvidencePopover } from './evidence-popover';
import { Review } from './review';
import { ReviewController, type ReviewParts } from './review-controller';

export const REVIEW_VIEW_TYPE = 'ratify-review';

/** The leaf in which the review stands; all it shows is drawn by `Review`. */
export class ReviewView extends ItemView {
	override navigation = false;
	override icon = 'list-checks';
	/** Holds the one passage that shows beside the list. */
	readonly #hovering: HoverParent = { hoverPopover: null };
	#controller: ReviewController | null = null;
	/** What the filter says at first. */
	#filter = '';

	constructor(
		leaf: WorkspaceLeaf,
		private readonly parts: Omit<ReviewParts, 'app' | 'now'>,
	) {
		super(leaf);
	}

	override getViewType(): string {
		return REVIEW_VIEW_TYPE;
	}

	override getDisplayText(): string {
		return words.review.title;
	}

	override onOpen(): Promise<void> {
		this.contentEl.addClass('ratify-view');
		const controller = new ReviewController({ app: this.app, now: () => Date.now(), ...this.parts }, { comeBack: () => this.#comeBack(), preview: (proposal, el) => this.#preview(proposal, el) });
		this.#controller = controller;
		if (this.#filter !== '') controller.filter(this.#filter);
		this.#keepFilter(controller);
		this.#claimKeys(controller);
		render(h(Review, { app: this.app, controller, now: () => Date.now() }), this.contentEl);
		return Promise.resolve();
	}

	/** The workspace asks for the state when it saves its layout. */
	#keepFilter(controller: ReviewController): void {
		let kept = this.#filter;
		this.register(controller.subscribe(() => {
			const { filter } = controller.model.state;
			if (filter === kept) return;
			kept = filter;
			this.app.workspace.requestSaveLayout();
		}));
	}

	/** The app has hotkeys of its own for these two, and hears keys before the document does. */
	#claimKeys(controller: ReviewController): void {
		const scope = new Scope(this.app.scope);
		const claim = (key: string, open: (pane: ReturnType<typeof Keymap.isModEvent>) => void): void => {
			scope.register(['Mod'], key, (event) => {
				open(Keymap.isModEvent(event));
				return false;
			});
		};
		const row = (): string | null => (controller.model.state.history ? null : controller.model.state.focus);
		claim('o', (pane) => controller.open(row(), pane));
		claim('s', (pane) => controller.openSource(row(), pane));
		this.scope = scope;
	}

	/** Puts the keyboard on the focused row, or where it will appear once the index is read. */
	focusList(): void {
		const target = this.contentEl.querySelector<HTMLElement>('.ratify-row.is-focused') ?? this.contentEl.querySelector<HTMLElement>('.ratify-list');
		target?.focus();
	}

	#comeBack(): void {
		this.app.workspace.setActiveLeaf(this.leaf, { focus: true });
		void this.app.workspace.revealLeaf(this.leaf);
		this.focusList();
	}

	#preview(task: Proposal, el: HTMLElement): void {
		const controller = this.#controller;
		if (!controller || Platform.isMobile) return;
		new EvidencePopover(this.#hovering, el, { evidence: this.parts.evidence, task, on: controller });
	}

	/** What the workspace keeps of the review from one start to the next. */
	override getState(): Record<string, unknown> {
		return { ...super.getState(), filter: this.#controller?.model.state.filter ?? this.#filter };
	}

	override async setState(state: unknown, result: ViewStateResult): Promise<void> {
		if (isRecord(state) && typeof state['filter'] === 'string') {
			this.#filter = state['filter'];
			this.#controller?.filter(this.#filter);
		}
		await super.setState(state, result);
	}

	/** Narrows what is shown, as if the user had typed it. */
	filter(text: string): void {
		if (this.#controller?.model.state.history) this.#controller.toggleHistory();
		this.#controller?.filter(text);
	}

	showHistory(): void {
		if (this.#controller?.model.state.history === null) this.#controller.toggleHistory();
	}

	override onPaneMenu(menu: Menu, source: string): void {
		super.onPaneMenu(menu, source);
		if (this.leaf.getRoot() === this.app.workspace.rootSplit) return;
		menu.addItem((item) => item.setSection('open').setTitle(words.review.moveToTab).setIcon('file-plus').onClick(() => void openReviewInTab(this.app)));
	}

	override onClose(): Promise<void> {
		render(null, this.contentEl);
		return Promise.resolve();
	}
}

/** What the review shows: what waits, or what was decided. */
export type ReviewPage = 'rows' | 'history';

/** Shows a review as a tab of the main area, where it uses the width, and puts the keyboard into its list. One that stands there already is shown, and the one in a sidebar stays. */
export async function openReviewInTab(app: App): Promise<void> {
	const { workspace } = app;
	const leaf = workspace.getLeavesOfType(REVIEW_VIEW_TYPE).find((each) => each.getRoot() === workspace.rootSplit) ?? workspace.getLeaf('tab');
	await leaf.setViewState({ type: REVIEW_VIEW_TYPE, active: true });
	await workspace.revealLeaf(leaf);
	if (leaf.view instanceof ReviewView) leaf.view.focusList();
}

/** Shows the review, in the right sidebar where it is not open elsewhere, and puts the keyboard into its list. @param filter what its filter is to say; unchanged where none is given */
export async function openReview(app: App, page: ReviewPage = 'rows', filter?: string): Promise<void> {
	const leaf = await app.workspace.ensureSideLeaf(REVIEW_VIEW_TYPE, 'right', { active: true, reveal: true });
	await leaf.loadIfDeferred();
	if (!(leaf.view instanceof ReviewView)) return;
	if (page === 'history') leaf.view.showHistory();
	if (filter !== undefined) leaf.view.filter(filter);
	leaf.view.focusList();
}
