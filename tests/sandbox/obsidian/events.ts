import type * as Api from 'obsidian-api';

type Listener = (...data: unknown[]) => unknown;

/** A registered listener, as `on` hands it out; give it to `offref`. */
export interface EventRef {
	readonly e: Events;
	readonly name: string;
	readonly fn: Listener;
	readonly ctx: unknown;
}

/**
 * Named events. Listeners run synchronously in the order of their registration, on a
 * copy of the list, so one may be added or removed meanwhile. One that throws is
 * reported and does not keep the others from running.
 */
export class Events implements Api.Events {
	/** The listeners by event, under the app's own name for them. */
	readonly _ = Object.create(null) as Record<string, EventRef[]>;

	on(name: string, callback: Listener, ctx?: unknown): EventRef {
		const ref: EventRef = { e: this, name, fn: callback, ctx };
		(this._[name] ??= []).push(ref);
		return ref;
	}

	off(name: string, callback: Listener): void {
		this.#keep(name, (ref) => ref.fn !== callback);
	}

	offref(ref: Api.EventRef): void {
		if (isEventRef(ref)) this.#keep(ref.name, (other) => other !== ref);
	}

	trigger(name: string, ...data: unknown[]): void {
		for (const ref of [...(this._[name] ?? [])]) this.tryTrigger(ref, data);
	}

	tryTrigger(evt: Api.EventRef, args: unknown[]): void {
		if (!isEventRef(evt)) return;
		try {
			evt.fn.apply(evt.ctx, args);
		} catch (error) {
			reportListenerError(error);
		}
	}

	#keep(name: string, wanted: (ref: EventRef) => boolean): void {
		const refs = this._[name]?.filter(wanted) ?? [];
		if (refs.length > 0) this._[name] = refs;
		else delete this._[name];
	}
}

/** Whether a value is a reference made by `Events.on`. */
export function isEventRef(ref: Api.EventRef): ref is EventRef {
	return 'e' in ref && ref.e instanceof Events;
}

function reportListenerError(error: unknown): void {
	// A browser shows it as an uncaught error, which is what the app does; Node has no such channel.
	if (typeof globalThis.reportError === 'function') globalThis.reportError(error);
	else console.error(error);
}
