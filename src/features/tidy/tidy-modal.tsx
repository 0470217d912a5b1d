import { Modal, Notice, type App } from 'obsidian';
import { render } from 'preact';
import type { SnapshotSource } from '../../core/index-store';
import type { Leftover } from '../../core/tidy';
import type { ActionRunner } from '../../obsidian/action-runner';
import { findLeftovers } from '../../obsidian/leftover-tags';
import { words } from '../../words/words';
import { showOutcome } from '../outcome-notice';
import { TidyView, type TidyViewState } from './tidy-view';

/** What tidying works with. */
export interface TidyParts {
	readonly app: App;
	readonly store: SnapshotSource;
	readonly runner: ActionRunner;
}

/** How often progress is told. In milliseconds. */
const TELL_MS = 100;

/** Finds the leftover tags of notes, shows what would become of their lines, and tidies those that the user wants. */
export class TidyModal extends Modal {
	#view: TidyViewState;
	#isClosed = false;
	#stopListening: () => void = () => undefined;

	/** @param nothing what is said where no tag is left over */
	constructor(private readonly parts: TidyParts, private readonly paths: readonly string[], private readonly nothing: string) {
		super(parts.app);
		this.#view = { stage: 'finding', done: 0, total: paths.length };
		this.modalEl.addClass('ratify-links-modal', 'ratify-tidy-modal');
		this.setTitle(words.tidy.title);
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
		const leftovers = await findLeftovers(app, store.snapshot, this.paths, {
			isStopped: () => this.#isClosed,
			tell: (done) => {
				if (performance.now() - told < TELL_MS) return;
				told = performance.now();
				this.#show({ stage: 'finding', done, total: this.paths.length });
			},
		});
		if (this.#isClosed) return;
		if (leftovers.length === 0) return this.#sayNothing();
		this.#show({ stage: 'choosing', leftovers, left: new Set() });
		this.contentEl.querySelector<HTMLElement>('.mod-cta')?.focus();
	}

	#sayNothing(): void {
		this.close();
		new Notice(this.nothing);
	}

	#show(view: TidyViewState): void {
		if (this.#isClosed) return;
		this.#view = view;
		this.#draw();
	}

	#draw(): void {
		const on = { tidy: () => void this.#tidy(), toggle: this.#toggle, stop: () => this.parts.runner.stop(), close: () => this.close() };
		render(<TidyView view={this.#view} on={on} />, this.contentEl);
	}

	readonly #toggle = (leftover: Leftover): void => {
		if (this.#view.stage !== 'choosing') return;
		const left = new Set(this.#view.left);
		if (!left.delete(leftover)) left.add(leftover);
		this.#show({ ...this.#view, left });
	};

	async #tidy(): Promise<void> {
		if (this.#view.stage !== 'choosing') return;
		const { leftovers, left } = this.#view;
		const { runner } = this.parts;
		this.#show({ stage: 'writing', progress: null });
		this.#stopListening = runner.subscribe(() => this.#show({ stage: 'writing', progress: runner.state.progress }));
		const outcome = await runner.edit(words.tidy.done, leftovers.flatMap((each) => (left.has(each) ? [] : [each.edit])));
		this.#view = { stage: 'done' };
		this.close();
		showOutcome(outcome, runner);
	}
}
