import { installDom } from '../sandbox/obsidian/interface/dom';
import { Soak, type SoakOptions, type SoakResult } from './soak';
import { VirtualTime } from './virtual-time';

declare global {
	interface Window {
		/** Runs a soak in this page, which serves for no other. */
		soak: (options: SoakOptions) => Promise<SoakResult>;
		/** Is told how far it is, where somebody listens. */
		soakProgress?: (done: number) => unknown;
	}
}

installDom(window);
document.body.classList.add('theme-light');
const clock = new VirtualTime(window);
window.soak = (options) => new Soak(clock, { ...options, progress: (done) => { void window.soakProgress?.(done); } }).run();
