import { Notice } from '../obsidian/interface/notice';

/** Addresses that a browser would leave the sandbox for. */
function leadsOut(address: string, win: Window): boolean {
	const url = URL.parse(address, win.location.href);
	return url !== null && ['http:', 'https:', 'ftp:', 'file:', 'mailto:', 'app:', 'obsidian:'].includes(url.protocol) && !isPlaceInPage(url, win);
}

function isPlaceInPage(url: URL, win: Window): boolean {
	return url.hash !== '' && url.href.split('#')[0] === win.location.href.split('#')[0];
}

/**
 * Keeps a window where it is: a link that nobody handled, and `window.open`, go nowhere and
 * say so. What a page may load is limited by the policy in `index.html`.
 */
export function stayOffline(win: Window): void {
	const refuse = (address: string): void => { new Notice(`The sandbox does not open ${address}.`); };
	const guard = (event: MouseEvent): void => {
		const link = (event.target as Element | null)?.closest?.('a[href]');
		const href = link?.getAttribute('href') ?? '';
		if (event.defaultPrevented || link === null || link === undefined || !leadsOut(href, win)) return;
		event.preventDefault();
		refuse(href);
	};
	win.addEventListener('click', guard);
	win.addEventListener('auxclick', guard);
	const open = win.open.bind(win);
	win.open = (address, ...rest) => {
		if (address === undefined || !leadsOut(String(address), win)) return open(address, ...rest);
		refuse(String(address));
		return null;
	};
}
