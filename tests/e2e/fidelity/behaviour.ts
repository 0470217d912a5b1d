import type { Page } from 'playwright-core';

/** A text of the host's source, and what stands in its place in a host that does the naive thing. */
export interface Rewrite {
	/** A path under `tests/sandbox`. */
	readonly file: string;
	/** Stands in the file exactly once. */
	readonly from: string;
	readonly to: string;
}

/**
 * One thing that the sandbox does as the app does and that a simple host would do otherwise.
 * It is looked at twice: in the sandbox as it is, and in one that was built naive.
 */
export interface Behaviour<Seen = unknown> {
	/** The row of the checklist in section 14.3 of the reference on the app's behaviour. */
	readonly row: number;
	/** A sentence about the app. */
	readonly says: string;
	/** Makes the host naive in just this. */
	readonly naive: readonly Rewrite[];
	/** Notes and other files of the vault, by path. */
	readonly files?: Readonly<Record<string, string>>;
	/** The part of the page's address after `?`. */
	readonly query?: string;
	/** Text of a plugin's `main.js` that the vault has switched on, under the id `probe`. */
	readonly plugin?: string;
	/** Does something in the page and answers what could be seen; plain data. */
	readonly observe: (page: Page) => Promise<Seen>;
	/** What is seen in the app. */
	readonly faithful: Seen;
	/** What is seen in the naive host. */
	readonly naively: Seen;
}

/** Lets a list of behaviours hold each with a type of its own. */
export function behaviour<Seen>(one: Behaviour<Seen>): Behaviour {
	return one;
}
