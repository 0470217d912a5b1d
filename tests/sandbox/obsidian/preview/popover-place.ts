import type * as Api from 'obsidian-api';

/** Pixels between a card and what it belongs to, and between it and the window's edge. */
const GAP = 4;
const MARGIN = 8;

/** Pixels that a card has at the least, though it may then cover its target. */
const MIN_HEIGHT = 120;

/** Puts a card below its target or above it, inside the window; it is made lower where there is no room for it. */
export function placePopover(cardEl: HTMLElement, targetEl: HTMLElement | null, staticPos: Api.Point | null): void {
	const rect = targetEl?.getBoundingClientRect();
	const { x, y } = staticPos ?? { x: rect?.left ?? 0, y: rect?.bottom ?? 0 };
	const top = staticPos?.y ?? rect?.top ?? 0;
	const { innerHeight, innerWidth } = cardEl.win;
	cardEl.setCssProps({ 'max-height': '' });
	const box = cardEl.getBoundingClientRect();
	const below = innerHeight - MARGIN - y - GAP;
	const above = top - GAP - MARGIN;
	const isBelow = box.height <= below || below >= above;
	const height = Math.min(box.height, Math.max(MIN_HEIGHT, isBelow ? below : above));
	cardEl.setCssProps({
		'max-height': height < box.height ? `${height}px` : '',
		left: `${Math.max(MARGIN, Math.min(x, innerWidth - box.width - MARGIN))}px`,
		top: `${isBelow ? Math.max(MARGIN, Math.min(y + GAP, innerHeight - MARGIN - height)) : Math.max(MARGIN, top - GAP - height)}px`,
	});
}
