import type { Conflict, ConflictCause, LineEdit } from './edit';
import type { Copy, SectionCopy } from './equal-lines';
import type { Decision, MarkTurn, OpenWork, PlannedNote, WorkKind } from './journal';
import type { Neighbour, Place } from './place';
import { isRecord } from './record';
import { parseMarks, type MarkChange } from './stored-marks';

/** For each field of a stored object whether its value is one that the field may have. */
type Checks<T> = { readonly [K in keyof Required<T>]: (value: unknown) => boolean };

/** Reads a stored decision of unknown shape; null where any of its fields is not what it must be. */
export function parseDecision(value: unknown): Decision | null {
	return isDecision(value) ? value : null;
}

function isDecision(value: unknown): value is Decision {
	return fits<Decision>(value, {
		id: isCount, done: isText, at: (at) => typeof at === 'number' && Number.isFinite(at), step: isCount, isUndone: isFlag,
		back: isListOf(isEdit), again: isListOf(isEdit), open: isNullOr(isOpenWork), unsettled: isListOf(isConflict),
		marks: isAbsentOr(isMarkTurn), counts: isAbsentOr(isOneOf('lines')), putAway: isAbsentOr(isCount),
	});
}

function isOpenWork(value: unknown): boolean {
	return fits<OpenWork>(value, { kind: isOneOf<WorkKind>('decide', 'undo', 'redo'), notes: isListOf(isPlannedNote) });
}

function isMarkTurn(value: unknown): boolean {
	return fits<MarkTurn>(value, { back: isMarkChange, again: isMarkChange });
}

function isMarkChange(value: unknown): boolean {
	return fits<MarkChange>(value, { add: areMarks, remove: areMarks });
}

function areMarks(value: unknown): boolean {
	return value !== undefined && parseMarks(value) !== null;
}

function isPlannedNote(value: unknown): boolean {
	return fits<PlannedNote>(value, { path: isText, edits: isListOf(isEdit), inverse: isListOf(isEdit), before: isText, after: isText, isWritten: isFlag })
		&& isRecord(value) && lengthOf(value['edits']) === lengthOf(value['inverse']);
}

function isEdit(value: unknown): boolean {
	return fits<LineEdit>(value, { path: isText, line: isCount, before: isNullOr(isText), after: isNullOr(isText), copy: isAbsentOr(isCopy), place: isAbsentOr(isPlace) });
}

function isCopy(value: unknown): boolean {
	return fits<Copy>(value, { ordinal: isCount, count: isCount, section: isAbsentOr(isSectionCopy) });
}

function isSectionCopy(value: unknown): boolean {
	return fits<SectionCopy>(value, { headings: isText, ordinal: isCount, count: isCount });
}

function isPlace(value: unknown): boolean {
	return fits<Place>(value, { ending: isText, above: isNeighbour, below: isNeighbour, copy: isAbsentOr(isCopy) });
}

function isNeighbour(value: unknown): boolean {
	return fits<Neighbour>(value, { text: isNullOr(isText), blanks: isCount });
}

function isConflict(value: unknown): boolean {
	return fits<Conflict>(value, { edit: isEdit, cause: isOneOf<ConflictCause>('changed', 'gone', 'several', 'no-note'), now: isNullOr(isText) });
}

function fits<T>(value: unknown, checks: Checks<T>): boolean {
	return isRecord(value) && Object.entries<(field: unknown) => boolean>(checks).every(([key, check]) => check(value[key]));
}

function isText(value: unknown): boolean {
	return typeof value === 'string';
}

function isFlag(value: unknown): boolean {
	return typeof value === 'boolean';
}

function isCount(value: unknown): boolean {
	return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isNullOr(check: (value: unknown) => boolean): (value: unknown) => boolean {
	return (value) => value === null || check(value);
}

function isAbsentOr(check: (value: unknown) => boolean): (value: unknown) => boolean {
	return (value) => value === undefined || check(value);
}

function isListOf(check: (value: unknown) => boolean): (value: unknown) => boolean {
	return (value) => Array.isArray(value) && value.every(check);
}

function isOneOf<T extends string>(...choices: readonly T[]): (value: unknown) => boolean {
	return (value) => choices.some((choice) => choice === value);
}

function lengthOf(value: unknown): number {
	return Array.isArray(value) ? value.length : 0;
}
