import type { Kept } from '../../core/actions';
import { saidBy, type DecidedTask } from '../../core/decided';
import type { Snapshot } from '../../core/index-store';
import { markDecided, tellApart } from '../../core/marked-tasks';
import { noteName } from '../../core/note';
import type { Proposal } from '../../core/proposal';
import { newestWith, offersOf, proposalsOf, valuesOf, type Row } from '../../core/rows';
import { VALUE_FIELDS, type TaskValues } from '../../core/task-values';
import { words } from '../../words/words';
import { dayLabel, dueLabel } from '../due-label';
import type { NameRef } from '../name-ref';
import { ownerOf, type NamedOwnerLabel } from '../owner-label';
import type { NeighbourRow } from './review-controller';
import { keptOf, type GroupState } from './review-state';
import { describeVerdict } from './verdict-text';

/** A row's proposals as the focused row shows them. */
export interface GroupView {
	/** Whether all are shown, and one can be chosen. */
	readonly isOpen: boolean;
	/** The one whose words are kept. */
	readonly kept: Proposal;
	readonly values: TaskValues;
	readonly members: readonly Member[];
	/** Whether all are shown and the one that is kept can be told apart from any of the others. */
	readonly canTakeOut: boolean;
	/** The values that the proposals differ in. */
	readonly differences: readonly Difference[];
}

/** A task among those that repeat each other. */
export interface Member {
	readonly key: string;
	readonly text: string;
	readonly path: string;
	/** What is said of it: its note's title, and the note's day where it is known; of a decided one what became of it. */
	readonly note: string;
	/** Only what waits can be kept. */
	readonly kind: 'waits' | 'archived' | 'decided';
}

/** A value of which the proposals say different things. */
export interface Difference {
	readonly field: keyof TaskValues;
	readonly options: readonly Option[];
}

interface Option {
	/** What choosing it chooses. */
	readonly values: Partial<TaskValues>;
	readonly text: string;
	/** The name that the text is made of; null where it is no name. */
	readonly ref: NameRef | null;
	readonly isChosen: boolean;
}

/** A row that may be the same task as the focused one. */
export interface Neighbour {
	readonly row: Row;
	/** Its note's title and day; where only the owner differs, that. */
	readonly note: string;
	readonly otherOwner: NamedOwnerLabel | null;
}

/** So many of them are shown. */
const MOST_NEIGHBOURS = 3;

/** What the focused row shows of those that may be the same. */
export function viewNeighbours(snapshot: Snapshot, neighbours: readonly NeighbourRow[], today: number): readonly Neighbour[] {
	return neighbours.slice(0, MOST_NEIGHBOURS).map(({ kind, row }) => ({
		row,
		note: placeOf(snapshot, row.proposal, today),
		otherOwner: kind === 'owner' ? ownerOf(snapshot, newestWith(row, 'owner')) : null,
	}));
}

/** What the focused row shows of its group. @param today milliseconds since the epoch, the start of the day */
export function viewGroup(snapshot: Snapshot, row: Row, group: GroupState | null, today: number): GroupView {
	const { proposal: kept, values } = keptIn(row, group);
	return {
		isOpen: group !== null,
		kept,
		values,
		members: [
			...proposalsOf(row).map((proposal): Member => ({ ...proposal, note: placeOf(snapshot, proposal, today), kind: 'waits' })),
			...row.archived.map((proposal): Member => ({ ...proposal, note: words.group.archived({ place: placeOf(snapshot, proposal, today) }), kind: 'archived' })),
			...row.decided.map((task) => decidedMember(snapshot, task, today)),
		],
		canTakeOut: group !== null && tellApart(snapshot, row, kept) !== null,
		differences: VALUE_FIELDS.flatMap((field) => differenceIn(snapshot, row, field, values, today) ?? []),
	};
}

function decidedMember(snapshot: Snapshot, task: DecidedTask, today: number): Member {
	const { key, place } = task;
	const text = (place ? saidBy(place) : markDecided(snapshot, task))?.text ?? '';
	const note = [describeVerdict(task, today), ...(place ? [placeOf(snapshot, place, today)] : [])].join(' · ');
	return { key, text, path: place?.path ?? '', note, kind: 'decided' };
}

function placeOf({ notes }: Snapshot, { path }: { readonly path: string }, today: number): string {
	const note = notes.get(path);
	return [note?.title ?? noteName(path), ...(note?.date ? [dayLabel(note.date, today)] : [])].join(' · ');
}

/** The values of one field that a row's proposals differ in; null where they do not. */
export function viewDifference(snapshot: Snapshot, row: Row, group: GroupState | null, field: keyof TaskValues): Difference | null {
	return differenceIn(snapshot, row, field, keptIn(row, group).values, 0);
}

function keptIn(row: Row, group: GroupState | null): Kept {
	return group ? keptOf(row, group) : { proposal: row.proposal, values: valuesOf(row) };
}

/** Values that read the same, such as two spellings of a name, are offered once. */
function differenceIn(snapshot: Snapshot, row: Row, field: keyof TaskValues, values: TaskValues, today: number): Difference | null {
	const options = new Map<string, Option>();
	for (const proposal of offersOf(row, field)) {
		const text = wordsFor(snapshot, proposal, field, today);
		const isChosen = proposal[field] === values[field];
		if (isChosen || !options.has(text)) options.set(text, { values: { [field]: proposal[field] }, text, ref: field === 'owner' ? ownerOf(snapshot, proposal).ref : null, isChosen });
	}
	return options.size > 1 ? { field, options: [...options.values()] } : null;
}

function wordsFor(snapshot: Snapshot, proposal: Proposal, field: keyof TaskValues, today: number): string {
	switch (field) {
		case 'due': return proposal.due === null ? words.fields.noDate : dueLabel(proposal.due, today).text;
		case 'priority': return proposal.priority === null ? words.priorities.normal : words.priorities.names[proposal.priority];
		case 'owner': return ownerOf(snapshot, proposal).text;
	}
}
