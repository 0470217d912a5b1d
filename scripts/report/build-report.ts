import type { Duplicates } from '../../src/core/duplicates';
import { participantsOf } from '../../src/core/concerned';
import type { IndexedNote } from '../../src/core/indexed-note';
import type { Snapshot } from '../../src/core/index-store';
import type { Person } from '../../src/core/person';
import type { Resolution } from '../../src/core/people';
import type { Proposal } from '../../src/core/proposal';
import type { SourceResolution } from '../../src/core/sources';
import { resolveName, resolveOwner, resolveSource, selectPeople, selectProposals } from '../../src/core/selectors';

/** Whose name a text is; `person` is the resolved name of `people`, where there is one. */
export interface NamedEntry {
	readonly kind: Resolution['kind'];
	readonly person: string | null;
}

export interface ProposalEntry {
	readonly path: string;
	/** From 1. */
	readonly line: number;
	readonly text: string;
	readonly status: string;
	readonly owner: ({ readonly text: string } & NamedEntry) | null;
	readonly due: string | null;
	readonly priority: string | null;
	readonly tags: readonly string[];
	/** The id of one of `groups`. */
	readonly group: string;
}

/** Proposals that are one task; many stand alone. Numbers are places in `proposals`. */
export interface GroupEntry {
	readonly id: string;
	readonly members: readonly number[];
	readonly representative: number;
}

/** What supports a proposal. Lines are from 1, `endLine` is the last one. */
export interface EvidenceEntry {
	/** Vault path and line of the proposal. */
	readonly path: string;
	readonly line: number;
	/** Vault path; null where no file is it for certain. */
	readonly source: string | null;
	/** Whether the first passage is clear. */
	readonly sure: boolean;
	/** The best first, three at most. */
	readonly passages: readonly { readonly line: number; readonly endLine: number; readonly score: number; readonly text: string }[];
}

/** What `npm run report -- VAULT --json` prints. The contract of that command: fields are only ever added. */
export interface Report {
	readonly notes: number;
	readonly proposals: readonly ProposalEntry[];
	readonly groups: readonly GroupEntry[];
	/** Proposals of two groups that may be one, by their places in `proposals`, and how alike they are. */
	readonly maybe: readonly (readonly [one: number, other: number, score: number])[];
	readonly people: readonly { readonly name: string; readonly path: string; readonly notes: number; readonly lastContact: string | null }[];
	readonly names: readonly ({ readonly path: string; readonly name: string } & NamedEntry)[];
	readonly sources: readonly { readonly path: string; readonly ref: string; readonly target: string | null; readonly rule: string | null; readonly candidates: readonly string[] }[];
	/** What supports each proposal whose note names a source; only where that was asked for. */
	readonly evidence?: readonly EvidenceEntry[];
	/** Milliseconds. */
	readonly timings: Readonly<Record<string, number>>;
}

/** Tells the file that a note was made from; null where it names none. */
export type SourceFinder = (snapshot: Snapshot, note: IndexedNote) => SourceResolution | null;

/** Turns what the plugin's own index knows into the report. */
export function buildReport(snapshot: Snapshot, duplicates: Duplicates, timings: Readonly<Record<string, number>>, found: SourceFinder = resolveSource): Report {
	const notes = [...snapshot.notes.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
	const proposals = [...selectProposals(snapshot)].sort(byPlace);
	const places = new Map(proposals.map(({ key }, at) => [key, at]));
	return {
		notes: notes.length,
		proposals: proposals.map((proposal) => proposalEntry(snapshot, proposal, duplicates)),
		groups: groupEntries(duplicates, places),
		maybe: maybeEntries(duplicates, places),
		people: peopleEntries(snapshot, notes),
		names: notes.flatMap((note) => note.names.map((name) => ({ path: note.path, name, ...named(resolveName(snapshot, name, note)) }))),
		sources: notes.flatMap((note) => sourceEntry(note, found(snapshot, note)) ?? []),
		timings,
	};
}

function byPlace(a: Proposal, b: Proposal): number {
	return a.path === b.path ? a.line - b.line : a.path < b.path ? -1 : 1;
}

function proposalEntry(snapshot: Snapshot, proposal: Proposal, duplicates: Duplicates): ProposalEntry {
	const { path, text, status, due, priority, tags } = proposal;
	const resolution = resolveOwner(snapshot, proposal);
	const owner = proposal.owner === null || !resolution ? null : { text: proposal.owner, ...named(resolution) };
	return { path, line: proposal.line + 1, text, status, owner, due, priority, tags, group: duplicates.groupOf(proposal.key)?.id ?? '' };
}

/** In the order of their first members. */
function groupEntries(duplicates: Duplicates, places: ReadonlyMap<string, number>): GroupEntry[] {
	return [...duplicates.groups()].map(({ id, members }) => {
		const numbers = members.flatMap((key) => places.get(key) ?? []);
		return { id, members: [...numbers].sort((a, b) => a - b), representative: numbers[0] ?? 0 };
	}).sort((a, b) => (a.members[0] ?? 0) - (b.members[0] ?? 0));
}

function maybeEntries(duplicates: Duplicates, places: ReadonlyMap<string, number>): Report['maybe'] {
	const pairs = new Map<string, readonly [number, number, number]>();
	for (const group of duplicates.groups()) {
		for (const { kind, one, other, score } of duplicates.neighboursOf(group)) {
			const [low = 0, high = 0] = [places.get(one) ?? 0, places.get(other) ?? 0].sort((a, b) => a - b);
			if (kind === 'maybe') pairs.set(`${low} ${high}`, [low, high, score]);
		}
	}
	return [...pairs.values()].sort(([one, other], [mine, theirs]) => one - mine || other - theirs);
}

function named(resolution: Resolution): NamedEntry {
	const known = resolution.kind === 'person' || resolution.kind === 'weak';
	return { kind: resolution.kind, person: known ? resolution.person.name : null };
}

function peopleEntries(snapshot: Snapshot, notes: readonly IndexedNote[]): Report['people'] {
	const together = new Map<string, IndexedNote[]>();
	for (const note of notes) {
		for (const path of participantsOf(snapshot, note)) together.set(path, [...(together.get(path) ?? []), note]);
	}
	return selectPeople(snapshot).persons.map((person) => {
		const others = (together.get(person.path) ?? []).filter((note) => note.path !== person.path);
		return { name: person.name, path: person.path, notes: others.length, lastContact: lastContact(person, others) };
	});
}

function lastContact(person: Person, notes: readonly IndexedNote[]): string | null {
	const days = [person.lastContact, ...notes.map((note) => note.date)].filter((day) => day !== null);
	return days.sort().at(-1) ?? null;
}

function sourceEntry(note: IndexedNote, found: SourceResolution | null): Report['sources'][number] | null {
	const ref = note.source?.refs[0]?.text ?? note.source?.linked;
	if (ref === undefined || !found) return null;
	const { path } = note;
	if (found.kind === 'resolved') return { path, ref, target: found.path, rule: found.rule, candidates: [] };
	return { path, ref, target: null, rule: null, candidates: found.kind === 'candidates' ? found.paths : [] };
}
