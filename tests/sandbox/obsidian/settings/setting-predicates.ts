/** A flag of a definition, or what computes it. */
export type Flag = boolean | (() => boolean) | undefined;

/** A predicate that throws is reported and counts as its default. */
export function evaluateFlag(flag: Flag, fallback: boolean): boolean {
	if (typeof flag !== 'function') return flag ?? fallback;
	try {
		return flag();
	} catch (error) {
		console.error(error);
		return fallback;
	}
}
