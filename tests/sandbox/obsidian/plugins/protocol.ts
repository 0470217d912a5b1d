import type * as Api from 'obsidian-api';
import { requireApiVersion } from '../api-version';

/** What an `obsidian://` address says. */
export interface UriRequest {
	/** The vault it is for; undefined for the one that is open. */
	readonly vault: string | undefined;
	/** For the handler: its action, and every other value as text. */
	readonly params: Api.ObsidianProtocolData;
}

const SCHEME = 'obsidian://';

/**
 * Reads an address. Values are decoded, but `+` stays a plus; a bare flag is `'true'`.
 * @throws for what is no such address
 */
export function readUri(uri: string): UriRequest {
	if (!uri.startsWith(SCHEME)) throw new Error(`Not an obsidian:// address: ${uri}`);
	const [address = '', hash] = splitAt(uri.slice(SCHEME.length), '#');
	const [target = '', query = ''] = splitAt(address, '?');
	const { action, ...own } = readTarget(target);
	if (action === '') throw new Error(`The address names no action: ${uri}`);
	const { vault, ...values } = Object.fromEntries([...Object.entries(own), ...readQuery(query), ...(hash === undefined ? [] : [['hash', decode(hash)]])]) as Record<string, string>;
	return { vault, params: { ...values, action } };
}

/** Short forms: `vault/NAME/FILE` and an absolute path both open a note. */
function readTarget(target: string): Record<string, string> & { action: string } {
	if (target.startsWith('/')) return { action: 'open', path: decode(target) };
	const [head = '', ...rest] = target.split('/').map(decode);
	if (head !== 'vault' || rest[0] === undefined || rest[0] === '') return { action: head };
	const file = rest.slice(1).join('/');
	return { action: 'open', ...(file === '' ? {} : { file }) };
}

function readQuery(query: string): [string, string][] {
	return query.split('&').filter(pair => pair !== '').map((pair) => {
		const [key = '', value = 'true'] = splitAt(pair, '=');
		return [decode(key), decode(value)];
	});
}

function splitAt(text: string, mark: string): string[] {
	const at = text.indexOf(mark);
	return at < 0 ? [text] : [text.slice(0, at), text.slice(at + mark.length)];
}

/** What cannot be decoded stays as it is written: any web page may have written it. */
function decode(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}

/** The versions that asked the user before they ran an action. */
function asksFirst(): boolean {
	return requireApiVersion('1.13.0') && !requireApiVersion('1.13.6');
}

/** The handlers of `obsidian://` addresses by their action. */
export class ProtocolHandlers {
	private readonly handlers = new Map<string, Api.ObsidianProtocolHandler>();

	/** @param confirm asks the user whether an address may be opened */
	constructor(private readonly vaultName: string, private readonly confirm: (uri: string) => Promise<boolean>) {}

	/** @throws where the action has a handler */
	register(action: string, handler: Api.ObsidianProtocolHandler): void {
		if (this.handlers.has(action)) throw new Error(`The action "${action}" has a handler already.`);
		this.handlers.set(action, handler);
	}

	unregister(action: string): void {
		this.handlers.delete(action);
	}

	/**
	 * Runs the handler of an address.
	 * @throws for another vault, and where nothing handles it
	 */
	async open(uri: string): Promise<void> {
		const { vault, params } = readUri(uri);
		if (vault !== undefined && vault !== this.vaultName) throw new Error(`Vault not found: ${vault}`);
		const handler = this.handlers.get(params.action);
		if (handler === undefined) throw new Error(`Nothing handles obsidian://${params.action}`);
		if (asksFirst() && !await this.confirm(uri)) return;
		await handler(params);
	}
}
