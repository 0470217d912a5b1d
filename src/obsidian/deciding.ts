import type { ActionContext, Choice } from '../core/actions';
import { printDay } from '../core/day-words';
import { decideNote } from '../core/decide-note';
import { applyEdits, type LineEdit } from '../core/edit';
import type { IndexedNote } from '../core/indexed-note';
import type { Decision } from '../core/journal';
import { beginDecision, beginReturn } from '../core/open-work';
import { finish, takeBack, writeNotes, type WritingParts } from './carrying-out';
import { countPutAway, EMPTY_TALLY, joinTallies, reasonOf, type Tally } from './outcome';
import { planNotes, type Plan, type PlanningParts, type Wish } from './planning';

/** What deciding works with. */
export interface DecidingParts extends WritingParts, PlanningParts {
	/** Brings the conventions up to date and answers what actions may know. */
	readonly prepare: () => Promise<Omit<ActionContext, 'today'>>;
	/** Milliseconds since the epoch. */
	readonly now: () => number;
}

/** What the user decided: about proposals, or lines that are to read otherwise. */
export interface DecisionRequest {
	/** As reported: "Confirmed". */
	readonly done: string;
	readonly choices: readonly Choice[];
	/** Changes of lines that decide no task. */
	readonly edits: readonly LineEdit[];
	/** The notes as they were known when the user decided. */
	readonly known: ReadonlyMap<string, IndexedNote>;
}

/** A decision that was carried out, as far as it was. */
export interface Decided {
	/** Null where nothing came into the journal. */
	readonly id: number | null;
	readonly tally: Tally;
	/** Of the notes that were written and stay so, milliseconds since the epoch. */
	readonly mtimes: ReadonlyMap<string, number>;
}

/** Carries a decision out in all its notes, or in none where one fails or it is stopped; lines in conflict are left out, and with a keeper those that it is kept for. */
export async function decide(request: DecisionRequest, parts: DecidingParts): Promise<Decided> {
	const { journal, work } = parts;
	const plan = await planDecision(request, parts);
	if (plan.failures.length > 0 || work.isStopped || plan.notes.length === 0) return { id: null, tally: onlyProblems(plan), mtimes: new Map() };
	const putAway = countPutAway({ choices: request.choices, conflicts: plan.conflicts, made: plan.notes.flatMap(({ edits }) => edits) });
	const said = { done: request.done, ...(request.edits.length > 0 && { counts: 'lines' as const }), ...(putAway > 0 && { putAway }) };
	const { id, ...begun } = beginDecision(journal.journal, said, parts.now(), plan.notes);
	await journal.put({ id, ...begun });
	const written = await writeNotes(id, true, parts);
	const isMade = written.failures.length === 0 && !work.isStopped && !mayHaveLostKeeper(request.choices, written);
	const standing = isMade ? written : await takeBack(id, parts);
	await finish(id, isMade, journal);
	if (isMade) return { id, tally: joinTallies([plan, written]), mtimes: written.mtimes };
	return { id, tally: joinTallies([plan, onlyProblems(written), standing]), mtimes: new Map() };
}

/** Takes a decision back, or makes it again, line by line: what is in conflict or fails holds up no other, and can be tried again. */
export async function returnDecision(decision: Decision, kind: 'undo' | 'redo', parts: DecidingParts): Promise<Tally> {
	const { journal, work } = parts;
	const plan = await planNotes(wishesOf(kind === 'undo' ? decision.back : decision.again), parts);
	if (work.isStopped) return EMPTY_TALLY;
	const left = [...plan.conflicts.map(({ edit }) => edit), ...plan.failures.flatMap(({ edits }) => edits)];
	await journal.put(beginReturn(decision, kind, plan.notes, left));
	const tally = joinTallies([plan, await writeNotes(decision.id, false, parts)]);
	await finish(decision.id, tally.failures.length === 0 && !work.isStopped, journal);
	return tally;
}

async function planDecision(request: DecisionRequest, parts: DecidingParts): Promise<Plan> {
	try {
		const context = { ...(await parts.prepare()), today: printDay(new Date(parts.now())) };
		const plan = await planNotes(wishesToDecide(request, context), parts);
		const kept = withoutLostKeepers(request.choices, plan);
		return kept.length === request.choices.length ? plan : await planNotes(wishesToDecide({ ...request, choices: kept }, context), parts);
	} catch (error) {
		parts.reportError(error);
		const paths = new Set([...request.choices.map(pathOf), ...request.edits.map(({ path }) => path)]);
		return { ...EMPTY_TALLY, notes: [], failures: [...paths].map((path) => ({ path, reason: reasonOf(error), edits: [] })) };
	}
}

/** The choices but for those whose keeper is in conflict: what repeats a task must not be put away where the task is not confirmed. */
function withoutLostKeepers(choices: readonly Choice[], { conflicts }: Tally): readonly Choice[] {
	const lost = new Set(conflicts.map(({ edit: { path, before } }) => `${path}\n${before ?? ''}`));
	return choices.filter(({ keeper }) => !keeper || !lost.has(`${keeper.path}\n${keeper.raw}`));
}

/** Whether a line was not written, since it had changed after the planning, in a note that holds a keeper. */
function mayHaveLostKeeper(choices: readonly Choice[], { conflicts }: Tally): boolean {
	const paths = new Set(choices.flatMap(({ keeper }) => keeper?.path ?? []));
	return conflicts.some(({ edit }) => paths.has(edit.path));
}

function wishesToDecide({ choices, edits, known }: DecisionRequest, context: ActionContext): Wish[] {
	const ofChoices = [...groupByPath(choices, pathOf)].map(([path, ofNote]): Wish => ({
		path,
		edits: ofNote.map(({ proposal: { line, raw, copy } }) => ({ path, line, before: raw, after: raw, copy })),
		apply: (text) => decideNote({ path, choices: ofNote, context, known: known.get(path)?.proposals ?? [] }, text),
	}));
	return [...ofChoices, ...wishesOf(edits)];
}

function wishesOf(edits: readonly LineEdit[]): Wish[] {
	return [...groupByPath(edits, ({ path }) => path)].map(([path, ofNote]) => ({ path, edits: ofNote, apply: (text) => applyEdits(text, ofNote) }));
}

function onlyProblems({ conflicts, failures }: Tally): Tally {
	return { ...EMPTY_TALLY, conflicts, failures };
}

function pathOf({ proposal }: Choice): string {
	return proposal.path;
}

function groupByPath<T>(all: readonly T[], pathOfEach: (each: T) => string): Map<string, T[]> {
	const groups = new Map<string, T[]>();
	for (const each of all) {
		const group = groups.get(pathOfEach(each));
		if (group) group.push(each);
		else groups.set(pathOfEach(each), [each]);
	}
	return groups;
}
