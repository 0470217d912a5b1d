import type { Realm } from '../interface/dom';

/** Tells when an element has got another size, in whatever window it stands. Zero sizes, of what is hidden, are not told. */
export class LeafSize {
	private width = 0;
	private height = 0;
	private observer: ResizeObserver | null = null;
	private observedIn: Window | null = null;

	constructor(private readonly el: HTMLElement, private readonly onChange: () => void) {}

	/** Observers belong to a window: call it again when the element may have come to another one. */
	watch(): void {
		const win = this.el.win as Realm;
		if (win === this.observedIn) return;
		this.stop();
		this.observedIn = win;
		this.observer = new win.ResizeObserver(() => { this.measure(); });
		this.observer.observe(this.el);
	}

	stop(): void {
		this.observer?.disconnect();
		this.observer = null;
		this.observedIn = null;
	}

	/** The present size has been told otherwise. */
	accept(): void {
		this.width = this.el.clientWidth;
		this.height = this.el.clientHeight;
	}

	private measure(): void {
		const { clientWidth, clientHeight } = this.el;
		if (clientWidth === this.width && clientHeight === this.height) return;
		this.accept();
		if (clientWidth > 0 && clientHeight > 0) this.onChange();
	}
}
