import { Component, Keymap, Platform, type App, type HoverParent, type HoverPopover } from 'obsidian';
import type { NameFinder, NameRef } from '../name-ref';
import { lookUp, sayName } from './look-up';
import { PersonModal } from './person-modal';
import { PersonPopover, type CardParts } from './person-popover';

/** What showing cards works with. */
export interface HoverParts extends Pick<CardParts, 'store' | 'dossiers' | 'now' | 'on'> {
	readonly app: App;
	/** Asked in their order. */
	readonly finders: readonly NameFinder[];
}

/**
 * Shows a card where the mouse rests on a person's name, wherever that stands: one listener
 * a window, which asks what is under the mouse. With Mod held, the app's own preview of a
 * link shows instead. On a phone or tablet, a tap on a name that is no link opens the card.
 */
export class PersonHover extends Component implements HoverParent {
	/** The card of a name that is in no view with cards of its own. */
	hoverPopover: HoverPopover | null = null;
	/** The documents of windows that are listened to. */
	readonly #heard = new WeakSet<Document>();
	/** Elements that keep the app from showing a card of its own as well. */
	readonly #guarded = new WeakSet<HTMLElement>();

	constructor(private readonly parts: HoverParts) {
		super();
	}

	override onload(): void {
		const { workspace } = this.parts.app;
		this.#listen(window.document);
		this.registerEvent(workspace.on('window-open', ({ doc }) => this.#listen(doc)));
		// Windows that were open before, as when the plugin is switched on.
		workspace.onLayoutReady(() => workspace.iterateAllLeaves(({ view }) => void this.#listen(view.containerEl.doc)));
	}

	/** Shows the card of the first of some names that there is anything to say of, for keyboard and touch. Answers whether there was one. */
	readonly show = (refs: readonly NameRef[]): boolean => {
		const known = refs.find((ref) => lookUp(this.parts.app, this.parts.store.snapshot, ref) !== null);
		if (known) new PersonModal(this.parts.app, this.#cardOf(known)).open();
		return known !== undefined;
	};

	#cardOf(ref: NameRef): CardParts {
		const { app, store } = this.parts;
		return { ...this.parts, named: () => lookUp(app, store.snapshot, ref), name: sayName(ref) };
	}

	#listen(doc: Document): void {
		if (this.#heard.has(doc)) return;
		this.#heard.add(doc);
		this.registerDomEvent(doc, 'mouseover', (event) => this.#hover(event), { capture: true });
		this.registerDomEvent(doc, 'click', (event) => this.#tap(event), { capture: true });
	}

	#hover(event: MouseEvent): void {
		if (Platform.isMobile || Keymap.isModifier(event, 'Mod')) return;
		const found = this.#find(event);
		if (!found || isWithin(event.relatedTarget, found.el)) return;
		const parent = this.#parentOf(found.el);
		this.#guard(found.el);
		if (parent.hoverPopover instanceof PersonPopover && parent.hoverPopover.isOf(found.el)) return;
		new PersonPopover(parent, found.el, found.parts);
	}

	#tap(event: MouseEvent): void {
		if (!Platform.isMobile) return;
		const found = this.#find(event);
		// A link, tag or control is tapped for what it does.
		if (!found || found.kind === 'link' || found.kind === 'tag' || found.el.closest('button, label')) return;
		event.preventDefault();
		event.stopPropagation();
		new PersonModal(this.parts.app, found.parts).open();
	}

	#find({ target }: MouseEvent): { readonly el: HTMLElement; readonly kind: NameRef['kind']; readonly parts: CardParts } | null {
		const el = (target as Node | null)?.instanceOf(HTMLElement) ? (target as HTMLElement) : null;
		if (!el) return null;
		for (const finder of this.parts.finders) {
			const found = finder(el);
			if (!found) continue;
			const parts = this.#cardOf(found.ref);
			return parts.named() ? { el: found.el, kind: found.ref.kind, parts } : null;
		}
		return null;
	}

	/** The view that an element is in, so that its cards and previews give way to each other. */
	#parentOf(el: HTMLElement): HoverParent {
		let parent: HoverParent | null = null;
		this.parts.app.workspace.iterateAllLeaves(({ view }) => {
			if (view.containerEl.contains(el) && 'hoverPopover' in view) parent = view as unknown as HoverParent;
		});
		return parent ?? this;
	}

	/** The app's own listeners sit above the names, and would show a preview of the link besides. */
	#guard(el: HTMLElement): void {
		if (this.#guarded.has(el)) return;
		this.#guarded.add(el);
		el.addEventListener('mouseover', (event) => {
			if (!Keymap.isModifier(event, 'Mod')) event.stopPropagation();
		});
	}
}

function isWithin(node: EventTarget | null, el: HTMLElement): boolean {
	return (node as Node | null)?.instanceOf(Node) === true && el.contains(node as Node);
}
