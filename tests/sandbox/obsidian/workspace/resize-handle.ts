import { followPointer } from '../interface/pointer-drag';

/** Puts a line at an element's edge by which it and its neighbour can be resized. */
export function addSplitHandle(el: HTMLElement, onResized: () => void): void {
	const handle = createEl('hr', 'workspace-leaf-resize-handle');
	el.prepend(handle);
	followPointer(handle, () => {
		const isColumn = el.parentElement?.hasClass('mod-horizontal') === true;
		const next = el.nextElementSibling as HTMLElement | null;
		const length = (one: HTMLElement): number => isColumn ? one.offsetHeight : one.offsetWidth;
		const [own, other] = [length(el), next === null ? 0 : length(next)];
		return (dx, dy) => {
			if (next === null) return;
			const by = Math.max(120 - own, Math.min(isColumn ? dy : dx, other - 120));
			for (const sibling of Array.from(el.parentElement?.children ?? [])) (sibling as HTMLElement).style.flexGrow = String(length(sibling as HTMLElement));
			el.style.flexGrow = String(own + by);
			next.style.flexGrow = String(other - by);
		};
	}, onResized);
}

/** The same for a sidebar, whose width is its own. */
export function addSideHandle(el: HTMLElement, side: 'left' | 'right', onResized: () => void): void {
	const handle = createEl('hr', 'workspace-leaf-resize-handle');
	el.prepend(handle);
	followPointer(handle, () => {
		const width = el.offsetWidth;
		return dx => { el.style.width = `${Math.max(200, Math.min(width + (side === 'left' ? dx : -dx), 640))}px`; };
	}, onResized);
}
