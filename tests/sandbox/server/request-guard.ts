import type { IncomingMessage } from 'node:http';
import { Refusal } from './refusal';

/**
 * Refuses requests that do not come from this server's own page: a host name other than
 * this machine's with our port (which another name made to point here would have), a
 * foreign origin, and whatever the browser says another site asked for. Only the page
 * itself may be reached from elsewhere, by following a link.
 */
export function requireOwnPage(request: IncomingMessage, port: number, pathname: string): void {
	const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
	const { host, origin } = request.headers;
	if (host === undefined || !hosts.includes(host)) throw new Refusal(403, 'Unknown host.');
	if (origin !== undefined && !hosts.some((own) => origin === `http://${own}`)) throw new Refusal(403, 'Foreign origin.');
	const site = request.headers['sec-fetch-site'];
	const followedLink = pathname === '/' && request.method === 'GET';
	if (site !== undefined && site !== 'same-origin' && site !== 'none' && !followedLink) throw new Refusal(403, 'Foreign site.');
}
