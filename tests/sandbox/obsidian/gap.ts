/** The error for a member that exists in the app and that the sandbox does not have. */
export class SandboxGap extends Error {
	constructor(member: string) {
		super(`${member} exists in Obsidian, but this sandbox does not have it.`);
		this.name = 'SandboxGap';
	}
}

/** Throws {@link SandboxGap} for a member of the API, written as `Class.member`. */
export function gap(member: string): never {
	throw new SandboxGap(member);
}

/** An object all of whose members throw {@link SandboxGap}, for a part of the app that is missing as a whole. */
export function missing<T extends object>(name: string): T {
	return new Proxy({} as T, {
		get: (_target, member) => {
			if (typeof member === 'symbol' || member === 'then' || member === 'toJSON') return undefined;
			return gap(`${name}.${member}`);
		},
	});
}
