import { HoverPopover, type HoverParent } from 'obsidian';
import { h, render } from 'preact';
import type { DossierSource } from '../../core/dossier';
import type { SnapshotSource } from '../../core/index-store';
import { PersonCard, type CardEvents } from './person-card';
import type { Named } from './look-up';

/** What a card works with. */
export interface CardParts {
	readonly store: SnapshotSource;
	readonly dossiers: DossierSource;
	/** Whom the name means by now; null where that is nobody any more. */
	readonly named: () => Named | null;
	/** As a reader would say it. */
	readonly name: string;
	readonly now: () => number;
	readonly on: CardEvents;
}

/** Draws a card into an element, and anew whenever the index changes, or more is known. Answers what draws it now, and what draws it and follows the index until the function that it answers is called. */
export function drawCard(el: HTMLElement, { store, dossiers, named, name, now, on }: CardParts): { readonly draw: () => void; readonly follow: () => () => void } {
	const draw = (): void => {
		const found = named();
		// What can no longer be told stays as it was last known.
		if (found) render(h(PersonCard, { dossiers, isComplete: store.snapshot.complete, name, named: found, now: now(), on }), el);
	};
	return {
		draw,
		follow: () => {
			draw();
			const stops = [store.subscribe(draw), dossiers.subscribe(draw)];
			return () => {
				for (const stop of stops) stop();
				render(null, el);
			};
		},
	};
}

/** A person's card beside their name, with the app's own rules for when it shows and hides. */
export class PersonPopover extends HoverPopover {
	readonly #follow: () => () => void;

	constructor(parent: HoverParent, private readonly nameEl: HTMLElement, parts: CardParts) {
		super(parent, nameEl);
		this.hoverEl.addClass('ratify-card-popover');
		// Drawn before it shows, since it is placed by its size; it follows the index only while it shows, and what has come meanwhile is drawn then.
		const { draw, follow } = drawCard(this.hoverEl, parts);
		this.#follow = follow;
		draw();
	}

	/** Whether it is an element's card. */
	isOf(el: HTMLElement): boolean {
		return el === this.nameEl;
	}

	override onload(): void {
		this.register(this.#follow());
	}
}
