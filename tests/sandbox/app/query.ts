import type { Device } from '../obsidian/platform';
import type { CrashTarget } from '../obsidian/vault/faults';

/** What the page's address asks for. */
export interface PageOptions {
	readonly theme: 'light' | 'dark';
	/** Plugins are enabled when the layout is ready. */
	readonly late: boolean;
	/** Random delays of the host's steps; null for none. */
	readonly seed: number | null;
	/** The version of the app to pretend; null for the real one. */
	readonly api: string | null;
	/** The language of the app: "de"; what is not known in it is English. */
	readonly language: string;
	readonly device: Device;
	/** The device is the desktop app's emulation, not the app on a device. */
	readonly emulated: boolean;
	/** Forget the metadata that an earlier start has kept. */
	readonly cold: boolean;
	/** A note to open at first. */
	readonly open: string | null;
	/** Where the app is to crash, already while it starts. */
	readonly crash: CrashTarget | null;
}

/** `1` or `phone`, `tablet`; `emulate` is the desktop app that shows itself as a phone. */
function readDevice(mobile: string | null): Pick<PageOptions, 'device' | 'emulated'> {
	const device = mobile === 'tablet' ? 'tablet' : mobile === null || mobile === '0' ? 'desktop' : 'phone';
	return { device, emulated: mobile === 'emulate' };
}

/** Reads the part of the address after `?`. */
export function readPageOptions(search: string): PageOptions {
	const params = new URLSearchParams(search);
	const seed = params.get('seed');
	const crash = params.get('crash');
	return {
		theme: params.get('theme') === 'dark' ? 'dark' : 'light',
		late: params.get('late') === '1',
		seed: seed === null || Number.isNaN(Number(seed)) ? null : Number(seed),
		api: params.get('api'),
		language: params.get('lang') ?? 'en',
		...readDevice(params.get('mobile')),
		cold: params.get('cold') === '1',
		open: params.get('open'),
		crash: crash === null ? null : JSON.parse(crash) as CrashTarget,
	};
}
