import { installDom, type Realm, setActiveWindow } from './dom';
import { mirrorStyles } from './style-mirror';
import { installTooltips } from './tooltip';

/**
 * The windows of the app, each a realm with its own constructors, and which of them has
 * the focus: `activeWindow` and `activeDocument` follow it in every realm. The windows
 * besides the main one are iframes in it, so that one browser page holds them all.
 */
export class AppWindows {
	active: Realm;
	/** Called when another window has got the focus. */
	onActivate: (win: Realm) => void = () => undefined;
	private before: Realm;
	private readonly others = new Map<Realm, () => void>();

	constructor(readonly main: Realm, private readonly onKey: (event: KeyboardEvent) => void) {
		this.active = main;
		this.before = main;
		this.listen(main);
	}

	/** Makes the window of a connected, empty iframe one of the app's. Its body has the main one's classes and `bodyClass`. */
	open(frame: HTMLIFrameElement, bodyClass: string): Realm {
		const realm = frame.contentWindow as Realm;
		installDom(realm, this.main);
		const stopMirror = mirrorStyles(this.main.document, realm.document, bodyClass);
		installTooltips(realm.document);
		this.listen(realm);
		this.others.set(realm, stopMirror);
		setActiveWindow(this.active, this.all());
		return realm;
	}

	/** Forgets a window; its frame may go. Where it was active, the one before it is again. */
	close(realm: Realm): void {
		this.others.get(realm)?.();
		this.others.delete(realm);
		if (this.active === realm) this.activate(this.others.has(this.before) ? this.before : this.main);
	}

	/** Makes a window the one that has the focus. */
	activate(realm: Realm): void {
		if (this.active === realm || (realm !== this.main && !this.others.has(realm))) return;
		this.before = this.active;
		this.active = realm;
		setActiveWindow(realm, this.all());
		this.onActivate(realm);
	}

	private all(): Realm[] {
		return [this.main, ...this.others.keys()];
	}

	private listen(realm: Realm): void {
		realm.addEventListener('keydown', this.onKey, true);
		for (const type of ['focus', 'focusin', 'mousedown'] as const) {
			realm.addEventListener(type, event => { if (!isOtherFrame(event.target)) this.activate(realm); }, true);
		}
	}
}

/** The title bar of another window stands in the main document, and is no part of the main window. */
function isOtherFrame(target: EventTarget | null): boolean {
	return target !== null && 'closest' in target && (target as Element).closest('.popout-window') !== null;
}
