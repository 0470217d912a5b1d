import { Modal, type App } from 'obsidian';
import { render } from 'preact';
import type { SnapshotSource } from '../../core/index-store';
import type { ActionRunner } from '../../obsidian/action-runner';
import { findSourceLinks, linkWith, type NoteSourceLink } from '../../obsidian/source-links';
import { words } from '../../words/words';
import { showOutcome } from '../outcome-notice';
import { SourcePicker } from '../source-picker';
import { LinkSources, type LinkSourcesView } from './link-sources-view';

interface LinkSourcesModalParts {
	readonly app: App;
	readonly store: SnapshotSource;
	readonly runner: ActionRunner;
}

/** Finds the sources of notes, shows what linking them would change, and links those that the user wants. */
export class LinkSourcesModal extends Modal {
	#view: LinkSourcesView;
	#isClosed = false;
	#stopListening: () => void = () => undefined;

	constructor(private readonly parts: LinkSourcesModalParts, private readonly paths: readonly string[]) {
		super(parts.app);
		this.#view = { stage: 'finding', done: 0, total: paths.length };
		this.modalEl.addClass('ratify-links-modal', 'ratify-source-links-modal');
		this.setTitle(words.linkSources.title({ notes: paths.length }));
	}

	override onOpen(): void {
		this.#draw();
		void this.#find();
	}

	override onClose(): void {
		this.#isClosed = true;
		this.#stopListening();
		// What is being written is not left half done behind the user's back.
		if (this.#view.stage === 'writing') this.parts.runner.stop();
		render(null, this.contentEl);
	}

	async #find(): Promise<void> {
		const { app, store } = this.parts;
		let told = performance.now();
		const notes = await findSourceLinks(app, store.snapshot, this.paths, {
			isStopped: () => this.#isClosed,
			tell: (done) => {
				if (performance.now() - told < 100) return;
				told = performance.now();
				this.#show({ stage: 'finding', done, total: this.paths.length });
			},
		});
		this.#show({ stage: 'choosing', notes, left: new Set() });
		this.contentEl.querySelector<HTMLElement>('.mod-cta:not(:disabled), .ratify-choose, .ratify-cancel')?.focus();
	}

	#show(view: LinkSourcesView): void {
		if (this.#isClosed) return;
		this.#view = view;
		this.#draw();
	}

	#draw(): void {
		const on = { link: () => void this.#link(), choose: this.#choose, toggle: this.#toggle, stop: () => this.parts.runner.stop(), close: () => this.close() };
		render(<LinkSources view={this.#view} property={this.parts.store.snapshot.settings.sourceProperty} on={on} />, this.contentEl);
	}

	readonly #toggle = (path: string): void => {
		if (this.#view.stage !== 'choosing') return;
		const { left } = this.#view;
		this.#show({ ...this.#view, left: left.has(path) ? new Set([...left].filter((each) => each !== path)) : new Set([...left, path]) });
	};

	/** The likely files first, then all that notes are not. */
	readonly #choose = (note: NoteSourceLink): void => {
		const { app, store: { snapshot } } = this.parts;
		const likely = note.state.kind === 'candidates' ? note.state.paths : [];
		const others = app.vault.getFiles().map(({ path }) => path).filter((path) => path !== note.path && !likely.includes(path) && !snapshot.notes.get(path)?.source);
		new SourcePicker(app, [...likely, ...others.sort()], (path) => void this.#take(note, path)).open();
	};

	async #take(note: NoteSourceLink, path: string): Promise<void> {
		const { app, store } = this.parts;
		const linked = await linkWith(app, store.snapshot, note, path);
		if (this.#view.stage === 'choosing') this.#show({ ...this.#view, notes: this.#view.notes.map((each) => (each.path === note.path ? linked : each)) });
	}

	async #link(): Promise<void> {
		if (this.#view.stage !== 'choosing') return;
		const { notes, left } = this.#view;
		const { runner } = this.parts;
		const wanted = notes.flatMap(({ path, state }) => (state.kind === 'link' && !left.has(path) ? [state.plan] : []));
		this.#show({ stage: 'writing', progress: null });
		this.#stopListening = runner.subscribe(() => this.#show({ stage: 'writing', progress: runner.state.progress }));
		const outcome = await runner.edit(words.linkSources.done({ notes: wanted.length }), wanted.flatMap(({ edits }) => edits));
		this.#view = { stage: 'done' };
		this.close();
		showOutcome(outcome, runner);
	}
}
