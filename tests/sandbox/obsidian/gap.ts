/** The error for a member that exists in the app and that the sandbox does not have. */
export class SandboxGap extends Error {
	constructor(member: string, what = 'exists in Obsidian, but this sandbox does not have it') {
		super(`${member} ${what}.`);
		this.name = 'SandboxGap';
	}
}

/** Throws {@link SandboxGap} for a member of the app, named as a plugin reaches it. */
export function gap(member: string): never {
	throw new SandboxGap(member);
}

/** What consoles, promises and copies ask of any object. It must not make a gap of one that is only passed on. */
const harmless = new Set<PropertyKey>(['then', 'toJSON', Symbol.toStringTag, Symbol.for('nodejs.util.inspect.custom')]);

function refuseUse(name: string): ProxyHandler<object> {
	const refuse = (): never => gap(name);
	return {
		get: (_target, member) => harmless.has(member) ? undefined : gap(typeof member === 'symbol' ? name : `${name}.${member}`),
		set: refuse, deleteProperty: refuse, defineProperty: refuse, ownKeys: refuse, has: refuse,
	};
}

/** An object that can be held and handed on; whoever uses a member of it gets a {@link SandboxGap}. */
export function missing<T extends object>(name: string): T {
	return new Proxy<object>({}, refuseUse(name)) as T;
}

/** A function that can be held, bound and wrapped; whoever calls it gets a {@link SandboxGap}. */
export function missingMethod(name: string): () => never {
	return function () {
		return gap(name);
	};
}

/** A module or class whose members can be taken and inherited from; whoever calls or makes one gets a {@link SandboxGap}. */
export function missingModule(name: string): object {
	const refuse = (): never => gap(name);
	return new Proxy(function () { /* Only the traps answer. */ }, {
		get: (target, member, receiver): unknown => typeof member === 'symbol' || harmless.has(member) || member in target
			? Reflect.get(target, member, receiver)
			: missingModule(`${name}.${member}`),
		apply: refuse,
		construct: refuse,
	});
}
