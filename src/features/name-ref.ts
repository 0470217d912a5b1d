import type { NameSpan } from '../core/name-spans';

/** A name on the screen. */
export interface NameRef {
	readonly kind: NameSpan['kind'];
	/** As written, such as `Ana Ruiz`, `[[People/Ana Ruiz/README|Ana]]` or, of a tag, `ana-ruiz`. */
	readonly name: string;
	/** Vault path of the note that it stands in, which tells whom a first name means. */
	readonly path: string;
}

/** Says of an element, or of what it is in, which name it shows; null where it shows none. */
export type NameFinder = (el: HTMLElement) => { readonly ref: NameRef; readonly el: HTMLElement } | null;

/** Elements with this class show a name. */
export const NAME_CLASS = 'ratify-name';

/** What elements show, beside them and never in their attributes, which a note's text could fake. */
const shown = new WeakMap<Element, NameRef>();

/** Notes that an element shows a name. */
export function showsName(el: HTMLElement, ref: NameRef): void {
	el.classList.add(NAME_CLASS);
	shown.set(el, ref);
}

/** The same as the `ref` of an element that is drawn. */
export function noting(ref: NameRef | null): (el: HTMLElement | null) => void {
	return (el) => {
		if (el && ref) showsName(el, ref);
	};
}

/** The name that was noted of an element, or of what it is in. */
export const findNoted: NameFinder = (target) => {
	const el = target.closest<HTMLElement>(`.${NAME_CLASS}`);
	const ref = el && shown.get(el);
	return ref ? { ref, el } : null;
};
