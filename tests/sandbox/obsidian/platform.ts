import type * as Api from 'obsidian-api';

const agent = typeof navigator === 'undefined' ? '' : navigator.userAgent;
const isMacOS = /Macintosh|Mac OS X/.test(agent);
const isWin = /Windows/.test(agent);

/** What the app runs on: a desktop of the browser's system, unless a phone or tablet is emulated. */
export const Platform: typeof Api.Platform = {
	isDesktop: true,
	isMobile: false,
	isDesktopApp: true,
	isMobileApp: false,
	isIosApp: false,
	isAndroidApp: false,
	isPhone: false,
	isTablet: false,
	isMacOS,
	isWin,
	isLinux: !isMacOS && !isWin,
	isSafari: false,
	resourcePathPrefix: 'app://sandbox/',
};

export type Device = 'desktop' | 'phone' | 'tablet';

/**
 * Makes `Platform` say that this is the Android app on such a device; `desktop` takes it
 * back. Emulated, it is the desktop app with the device's interface, as `app.emulateMobile`
 * shows it: `isMobile` without `isMobileApp`.
 */
export function emulateDevice(device: Device, emulated = false): void {
	const isMobile = device !== 'desktop';
	const isMobileApp = isMobile && !emulated;
	Object.assign(Platform, {
		isDesktop: !isMobile,
		isDesktopApp: !isMobileApp,
		isMobile,
		isMobileApp,
		isAndroidApp: isMobileApp,
		isPhone: device === 'phone',
		isTablet: device === 'tablet',
	});
}
