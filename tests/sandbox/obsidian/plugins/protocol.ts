import type * as Api from 'obsidian-api';

/** The handlers of `obsidian://` addresses by their action. */
export class ProtocolHandlers {
	private readonly handlers = new Map<string, Api.ObsidianProtocolHandler>();

	/** @throws where the action has a handler */
	register(action: string, handler: Api.ObsidianProtocolHandler): void {
		if (this.handlers.has(action)) throw new Error(`Already registered a handler for "${action}"`);
		this.handlers.set(action, handler);
	}

	unregister(action: string): void {
		this.handlers.delete(action);
	}

	/** Runs the handler of an address. Values are decoded, a bare flag is `'true'`, and the app keeps `vault` to itself. */
	open(uri: string): unknown {
		const url = new URL(uri);
		const action = url.host || url.pathname.replace(/^\/+/, '');
		const entries = [...url.searchParams].filter(([key]) => key !== 'vault').map(([key, value]) => [key, value === '' ? 'true' : value]);
		return this.handlers.get(action)?.({ ...Object.fromEntries(entries) as Record<string, string>, action });
	}
}
