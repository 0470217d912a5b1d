import { ItemView, Keymap, type App, type PaneType, type ViewStateResult, type WorkspaceLeaf } from 'obsidian';
import { h, render } from 'preact';
import { ACTIONS, chooseRow, type Action } from '../../core/actions';
import type { SnapshotSource } from '../../core/index-store';
import { isRecord } from '../../core/record';
import { isReady } from '../../core/selectors';
import { selectSourceList, type SourceList } from '../../core/source-list';
import type { ActionRunner } from '../../obsidian/action-runner';
import { openNote } from '../../obsidian/open-note';
import { words } from '../../words/words';
import { agreesTo, isBulk } from '../bulk-consent';
import { showOutcome } from '../outcome-notice';
import { SourcesPanel, type SourcesEvents } from './sources-panel';
import { focusedEntry, INITIAL_SOURCES, moveInSources, reviewFilter, shownEntries, SOURCES_TABS, toggleNotes, type SourceEntry, type SourcesState, type SourcesTab } from './sources-state';

export const SOURCES_VIEW_TYPE = 'ratify-sources';

/** What the view works with. */
export interface SourcesParts {
	readonly store: SnapshotSource;
	readonly runner: ActionRunner;
	/** Opens the review with a filter. */
	readonly openReview: (filter: string) => void;
	/** Offers to link notes with their sources. */
	readonly linkSources: (paths: readonly string[]) => void;
}

type EntryHandler = (view: SourcesView, entry: SourceEntry, event: KeyboardEvent) => void;

/** What keys do with the entry in focus. */
const KEYS: Readonly<Record<string, EntryHandler>> = {
	Enter: (view, { key }) => view.toggle(key),
	g: (view, { key }) => view.toggle(key),
	o: (view, { source, notes }, event) => view.openFile(source?.paths[0] ?? notes[0]?.path, Keymap.isModEvent(event)),
	r: (view, entry) => view.review(entry),
	l: (view, entry) => view.link(entry),
};
const STEPS: Readonly<Record<string, number>> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1, Home: -Infinity, End: Infinity };
/** These keys decide only alone, since Enter opens what is in focus here. */
const DECIDING: ReadonlyMap<string, Action> = new Map(ACTIONS.flatMap((action) => action.keys.flatMap((key) => (key.length === 1 ? [[key, action] as const] : []))));

/** Lists the sources of the vault: what came of each, which have no note, and which are not found. */
export class SourcesView extends ItemView {
	override icon = 'library';
	override navigation = false;
	#state: SourcesState = INITIAL_SOURCES;

	constructor(leaf: WorkspaceLeaf, private readonly parts: SourcesParts) {
		super(leaf);
	}

	override getViewType(): string {
		return SOURCES_VIEW_TYPE;
	}

	override getDisplayText(): string {
		return words.sources.title;
	}

	override getState(): Record<string, unknown> {
		const { tab, filter } = this.#state;
		return { ...super.getState(), tab, filter };
	}

	override async setState(state: unknown, result: ViewStateResult): Promise<void> {
		await super.setState(state, result);
		if (!isRecord(state)) return;
		const { tab, filter } = state;
		this.#change({ ...(SOURCES_TABS.includes(tab as SourcesTab) && { tab: tab as SourcesTab }), ...(typeof filter === 'string' && { filter }) });
	}

	override onOpen(): Promise<void> {
		this.contentEl.addClass('ratify-view');
		this.register(this.parts.store.subscribe(() => this.#draw()));
		this.#draw();
		return Promise.resolve();
	}

	override onClose(): Promise<void> {
		render(null, this.contentEl);
		return Promise.resolve();
	}

	/** Puts the keyboard into the list. */
	focusList(): void {
		(this.contentEl.querySelector<HTMLElement>('.ratify-row.is-focused') ?? this.contentEl.querySelector<HTMLElement>('.ratify-list'))?.focus();
	}

	toggle(key: string): void {
		this.#state = toggleNotes(this.#state, key);
		this.#draw();
	}

	openFile(path: string | undefined, pane: PaneType | boolean): void {
		if (path !== undefined) void openNote(this.app, path, pane);
	}

	review({ source }: SourceEntry): void {
		if (source && source.rows.length > 0) this.parts.openReview(reviewFilter(source));
	}

	link({ reference, notes }: SourceEntry): void {
		if (reference) this.parts.linkSources(notes.map(({ path }) => path));
	}

	/** Decides all that is left of a source. */
	async decide(action: Action, { source }: SourceEntry): Promise<void> {
		const choices = source?.rows.flatMap((row) => chooseRow(action, row)) ?? [];
		if (choices.length === 0 || (isBulk(choices) && !(await agreesTo(this.app, choices)))) return;
		showOutcome(await this.parts.runner.run(choices), this.parts.runner);
	}

	readonly #events: SourcesEvents = {
		change: (change) => this.#change(change),
		toggle: (key) => this.toggle(key),
		key: (event) => this.#onKey(event),
		openFile: (path, pane) => this.openFile(path, pane),
		review: (entry) => this.review(entry),
		decide: (action, entry) => void this.decide(action, entry),
		link: (entry) => this.link(entry),
	};

	#list(): SourceList | null {
		const { snapshot } = this.parts.store;
		return isReady(snapshot) ? selectSourceList(snapshot) : null;
	}

	#change(change: Partial<SourcesState>): void {
		this.#state = { ...this.#state, ...change };
		this.#draw();
		this.app.workspace.requestSaveLayout();
	}

	#draw(): void {
		render(h(SourcesPanel, { list: this.#list(), state: this.#state, on: this.#events }), this.contentEl);
	}

	/** Answers whether the key meant something. */
	#onKey(event: KeyboardEvent): boolean {
		const target = event.target as HTMLElement;
		if (target.matches('input')) return this.#onFilterKey(event);
		const list = this.#list();
		if (!list || event.altKey) return false;
		if (event.key === 'Enter' && target.matches('button')) return false;
		const shown = shownEntries(list, this.#state);
		const step = STEPS[event.key];
		const entry = focusedEntry(shown, this.#state);
		if (event.key === 'u' && !Keymap.isModEvent(event)) void this.#undo();
		else if (event.key === '/') this.contentEl.querySelector('input')?.select();
		else if (step !== undefined) this.#change(moveInSources(this.#state, shown, step));
		else return entry !== null && this.#onEntryKey(event, entry);
		return true;
	}

	#onEntryKey(event: KeyboardEvent, entry: SourceEntry): boolean {
		const isMod = Keymap.isModEvent(event) !== false;
		const action = isMod ? undefined : DECIDING.get(event.key);
		const handler = isMod && event.key !== 'o' ? undefined : KEYS[event.key];
		// Held down, it would go on with what the user has not seen.
		if (action && !event.repeat) void this.decide(action, entry);
		else handler?.(this, entry, event);
		return action !== undefined || handler !== undefined;
	}

	#onFilterKey(event: KeyboardEvent): boolean {
		if (event.key === 'Escape' && this.#state.filter !== '') this.#change({ filter: '' });
		else if (['Enter', 'ArrowDown', 'Escape'].includes(event.key)) this.focusList();
		else return false;
		return true;
	}

	async #undo(): Promise<void> {
		const outcome = await this.parts.runner.undo();
		if (outcome) showOutcome(outcome, this.parts.runner);
	}
}

/** Shows the sources in the right sidebar, and puts the keyboard into the list. */
export async function openSources(app: App): Promise<void> {
	const leaf = await app.workspace.ensureSideLeaf(SOURCES_VIEW_TYPE, 'right', { active: true, reveal: true });
	await leaf.loadIfDeferred();
	if (leaf.view instanceof SourcesView) leaf.view.focusList();
}
