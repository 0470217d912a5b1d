import type * as Api from 'obsidian-api';

/** Pixels between a card and what it belongs to, and between it and the window's edge. */
const GAP = 4;
const MARGIN = 8;

/** Puts a card below its target or above it, inside the window. */
export function placePopover(cardEl: HTMLElement, targetEl: HTMLElement | null, staticPos: Api.Point | null): void {
	const rect = targetEl?.getBoundingClientRect();
	const at = staticPos ?? { x: rect?.left ?? 0, y: rect?.bottom ?? 0 };
	const box = cardEl.getBoundingClientRect();
	const { innerHeight, innerWidth } = cardEl.win;
	const top = staticPos?.y ?? rect?.top ?? 0;
	const roomBelow = innerHeight - MARGIN - at.y - GAP;
	const below = box.height <= roomBelow || roomBelow >= top;
	cardEl.setCssProps({
		left: `${Math.max(MARGIN, Math.min(at.x, innerWidth - box.width - MARGIN))}px`,
		top: `${below ? Math.max(MARGIN, Math.min(at.y + GAP, innerHeight - MARGIN - box.height)) : Math.max(MARGIN, top - box.height - GAP)}px`,
	});
}
