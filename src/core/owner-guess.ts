import { fullKey, withoutRemarks } from './full-key';
import type { Snapshot } from './index-store';
import { cleanName, isPlaceholderName } from './person';
import { logicalSource } from './sources';

/** A name that may be the vault's owner's, and what speaks for it. */
export interface OwnerGuess {
	readonly name: string;
	/** In how many notes the name is. */
	readonly notes: number;
	/** Of how many notes that name several people and not the owner by a name that is known already. */
	readonly of: number;
}

/** Fewer say nothing. */
const LEAST_NOTES = 10;
const LEAST_SHARE = 0.5;
/** Whoever is named beside the owner is somebody else; a pipeline slips now and then. */
const MOST_BESIDE_OWNER = 0.05;

interface Candidate {
	/** As written. */
	readonly name: string;
	/** Notes without the owner, and with. */
	apart: number;
	beside: number;
	readonly sources: Set<string>;
}

/**
 * The name that behaves like that of the vault's owner: it is in most notes that name several
 * people, whatever their source, but not in those that name the owner by a name that is known
 * already. Null where nobody stands out.
 */
export function guessOwner(snapshot: Snapshot): OwnerGuess | null {
	const known = new Set(snapshot.settings.ownerNames.map(fullKey));
	const candidates = new Map<string, Candidate>();
	// The same names stand in hundreds of notes.
	const keys = new Map<string, string>();
	const keyOf = (name: string): string => {
		const key = keys.get(name) ?? fullKey(name);
		keys.set(name, key);
		return key;
	};
	let of = 0;
	for (const { names, path, source } of snapshot.notes.values()) {
		const written = new Map(names.map((name) => [keyOf(name), name]));
		if (written.size < 2) continue;
		const isBeside = [...written.keys()].some((key) => known.has(key));
		if (!isBeside) of++;
		const from = source?.refs[0] ? logicalSource(source.refs[0].text) : path;
		for (const [key, name] of written) if (key.includes(' ') && !isPlaceholderName(key)) count(candidates, key, name, isBeside, from);
	}
	return choose([...candidates.values()], of);
}

function count(candidates: Map<string, Candidate>, key: string, name: string, isBeside: boolean, source: string): void {
	const candidate = candidates.get(key) ?? { name, apart: 0, beside: 0, sources: new Set<string>() };
	candidates.set(key, candidate);
	candidate[isBeside ? 'beside' : 'apart']++;
	candidate.sources.add(source);
}

function choose(candidates: readonly Candidate[], of: number): OwnerGuess | null {
	const [first, second] = candidates.filter(({ apart, beside }) => beside <= (apart + beside) * MOST_BESIDE_OWNER).sort((a, b) => b.apart - a.apart);
	if (!first || first.apart < Math.max(LEAST_NOTES, of * LEAST_SHARE) || first.sources.size < LEAST_NOTES) return null;
	// Two who are nearly always there are a team, and either may be the owner.
	return second && second.apart * 2 > first.apart ? null : { name: withoutRemarks(cleanName(first.name)), notes: first.apart, of };
}
