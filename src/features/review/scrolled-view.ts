import type { DrawnRange, DrawnSection } from './drawn-rows';
import { RowHeights, type Item } from './row-heights';

/** Pixels above and below what is seen in which rows are drawn, and how near the end of what is drawn may come. */
const MARGIN = 800;
const NEAR = 250;
/** Pixels, until it is known how much is seen. */
const FIRST_HEIGHT = 1000;

/** Follows which part of a list is seen and how high its rows are, and holds what is seen where it is. */
export class ScrolledView {
	readonly heights = new RowHeights();
	#canvas: HTMLElement | null = null;
	#scroller: HTMLElement | null = null;
	#observer: ResizeObserver | null = null;
	#range = { first: 0, last: -1 };
	/** The item that is held where it is seen, and how far its top is above that of the visible part. */
	#anchor = { at: 0, above: 0 };
	/** The item that is drawn wherever it is; -1 for none. */
	#focus = -1;
	/** How far the list was scrolled when that was last looked at, and how wide it was. */
	#scrolled = 0;
	#width = 0;
	/** Which item each element shows. */
	#shown: ReadonlyMap<Element, number> = new Map();

	/** Another number whenever other items are to be drawn, or the same at other places. */
	#version = 0;

	/** @param redraw is called when the version is another, but for what `follow` brings. */
	constructor(private readonly redraw: () => void) {}

	get version(): number {
		return this.#version;
	}

	/** Takes over the items of the list as it is now. */
	follow(items: readonly Item[]): void {
		if (items === this.heights.items) return;
		const placeNow = this.heights.follow(items);
		this.#anchor = { ...this.#anchor, at: placeNow(this.#anchor.at) };
		this.#range = this.#rangeWithin(this.#wanted(), MARGIN);
	}

	/** What is to be drawn. @param focus the item that is drawn wherever it is; -1 for none */
	range(focus: number): DrawnRange {
		this.#focus = focus;
		return { ...this.#range, focus };
	}

	/** Follows the element that scrolls the list until the function that it answers is called, into whatever window it is moved. */
	attach(canvas: HTMLElement): () => void {
		this.#canvas = canvas;
		this.#scroller = canvas.closest<HTMLElement>('.ratify-list');
		const scroller = this.#scroller;
		const onScroll = (): void => this.#look();
		scroller?.addEventListener('scroll', onScroll, { passive: true });
		const stopFollowing = canvas.onWindowMigrated(() => {
			this.#observe();
			this.#redraw();
		});
		this.#observe();
		return () => {
			scroller?.removeEventListener('scroll', onScroll);
			stopFollowing();
			this.#observer?.disconnect();
			[this.#canvas, this.#scroller, this.#observer] = [null, null, null];
		};
	}

	/** An observer hears of the elements in its own window only. */
	#observe(): void {
		this.#observer?.disconnect();
		this.#shown = new Map();
		const { ResizeObserver: Observer } = (this.#canvas?.win ?? window) as Window & typeof window;
		this.#observer = new Observer((entries) => this.#measure(entries));
		if (this.#scroller) this.#observer.observe(this.#scroller);
	}

	/** To be called when what was to be drawn is: watches how high it is, and holds what is seen where it was. */
	settle(drawn: readonly DrawnSection[]): void {
		this.#watch(drawn.flatMap(({ item, rows }) => [item, ...rows.map((row) => row.item)]));
		const scroller = this.#scroller;
		if (!scroller) return;
		// What somebody else has scrolled meanwhile tells so only later.
		if (scroller.scrollTop !== this.#scrolled) return this.#look();
		const wanted = this.#wanted();
		if (Math.abs(this.#scrolled - wanted) < 1) return;
		scroller.scrollTop = wanted;
		this.#scrolled = scroller.scrollTop;
	}

	#look(): void {
		if (!this.#scroller) return;
		this.#scrolled = this.#scroller.scrollTop;
		const at = this.#isFocusSeen() ? this.#focus : this.heights.at(this.#scrolled);
		this.#anchor = { at, above: this.#scrolled - this.heights.top(at) };
		const { first, last } = this.#rangeWithin(this.#scrolled, NEAR);
		if (first >= this.#range.first && last <= this.#range.last) return;
		this.#range = this.#rangeWithin(this.#scrolled, MARGIN);
		this.#redraw();
	}

	/** What the user is at matters more than what happens to be topmost. */
	#isFocusSeen(): boolean {
		const top = this.#focus < 0 ? -1 : this.heights.top(this.#focus);
		return top >= this.#scrolled && top < this.#scrolled + (this.#scroller?.clientHeight ?? 0);
	}

	#redraw(): void {
		this.#version++;
		this.redraw();
	}

	#rangeWithin(offset: number, margin: number): { first: number; last: number } {
		const seen = this.#scroller?.clientHeight ?? 0;
		return { first: this.heights.at(offset - margin), last: this.heights.at(offset + (seen === 0 ? FIRST_HEIGHT : seen) + margin) };
	}

	/** How far the list has to be scrolled so that what is seen stays; at its beginning, what comes in above is seen. */
	#wanted(): number {
		return this.#scrolled <= 0 ? 0 : this.heights.top(this.#anchor.at) + this.#anchor.above;
	}

	#watch(items: readonly number[]): void {
		const observer = this.#observer;
		if (!this.#canvas || !observer) return;
		const elements = [...this.#canvas.querySelectorAll(':scope > section > h3, :scope > section > ul > li')];
		const shown = new Map(elements.map((element, at) => [element, items[at] ?? -1]));
		for (const element of this.#shown.keys()) if (!shown.has(element)) observer.unobserve(element);
		for (const element of elements) if (!this.#shown.has(element)) observer.observe(element);
		this.#shown = shown;
	}

	#measure(entries: readonly ResizeObserverEntry[]): void {
		const scroller = this.#scroller;
		// What is not shown at all, such as in a sidebar that is closed, has no size.
		if (!scroller || scroller.clientHeight === 0) return;
		const isOther = this.#followWidth(scroller.clientWidth);
		const seen = entries.flatMap(({ target, borderBoxSize: [box] }): (readonly [number, number])[] => {
			const at = this.#shown.get(target);
			return at === undefined || !box ? [] : [[at, box.blockSize]];
		});
		const isNews = this.heights.measure(seen);
		if (!isNews && !isOther && !entries.some(({ target }) => target === scroller)) return;
		this.#range = this.#rangeWithin(this.#wanted(), MARGIN);
		this.#redraw();
	}

	/** Where lines break elsewhere, nothing is as high as it was. */
	#followWidth(width: number): boolean {
		const isOther = this.#width !== 0 && this.#width !== width;
		this.#width = width;
		if (!isOther) return false;
		this.heights.forget();
		this.heights.measure([...this.#shown].map(([element, at]) => [at, element.getBoundingClientRect().height]));
		return true;
	}
}
