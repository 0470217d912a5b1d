import type { ComponentChildren, VNode } from 'preact';
import { useLayoutEffect, useMemo, useReducer, useRef } from 'preact/hooks';
import type { Listing } from './listing';
import { allSections, drawnSections, type DrawnSection } from './drawn-rows';
import { itemsOf } from './row-heights';
import { ScrolledView } from './scrolled-view';

interface RowListProps {
	readonly list: Listing;
	readonly closed: ReadonlySet<string>;
	/** The key of the row that is drawn wherever it is. */
	readonly focus: string | null;
	/** Whether the list scrolls by itself; else all of it is drawn. */
	readonly isScrolled: boolean;
	readonly draw: (section: DrawnSection) => ComponentChildren;
}

/**
 * The rows of the review: those in and near the visible part, at the places where they would
 * stand if all were there, so that a list costs what is seen of it, however long it is.
 */
export function RowList(props: RowListProps): VNode {
	return props.isScrolled ? <ScrolledList {...props} /> : <div class="ratify-canvas">{allSections(props.list.sections, props.closed).map(props.draw)}</div>;
}

function ScrolledList({ list, closed, focus, draw }: RowListProps): VNode {
	const canvas = useRef<HTMLDivElement>(null);
	const [, redraw] = useReducer((count: number) => count + 1, 0);
	const view = useMemo(() => new ScrolledView(() => redraw(null)), []);
	const items = useMemo(() => itemsOf(list.sections, closed), [list, closed]);
	view.follow(items);
	const { version } = view;
	// Much of what the review is drawn anew for changes nothing here.
	const sections = useMemo(() => drawnSections(list.sections, closed, view.heights, view.range(itemOf(list, closed, focus))), [items, focus, version]);
	useLayoutEffect(() => (canvas.current ? view.attach(canvas.current) : undefined), [view]);
	useLayoutEffect(() => view.settle(sections), [sections]);
	return <div ref={canvas} class="ratify-canvas" style={{ minHeight: `${view.heights.total}px` }}>{sections.map(draw)}</div>;
}

/** The item that the row in focus is: rows count from the first open section, items have headings among them. */
function itemOf(list: Listing, closed: ReadonlySet<string>, focus: string | null): number {
	let place = focus === null ? -1 : list.indexOf(focus);
	if (place < 0) return -1;
	let item = 0;
	for (const { key, rows } of list.sections) {
		const count = closed.has(key) ? 0 : rows.length;
		if (place < count) return item + 1 + place;
		place -= count;
		item += 1 + count;
	}
	return -1;
}
