import { isRecord } from './record';

/** A wording of a task, and whom it is for, by a name that means the same in any note; null for nobody. */
export interface MarkedTask {
	readonly text: string;
	readonly owner: string | null;
}

/** What the user has said of two wordings: that they are one task, or two. Kept by content, so that it holds wherever they stand. */
export interface StoredMark {
	readonly kind: 'apart' | 'together';
	readonly one: MarkedTask;
	readonly other: MarkedTask;
}

/** Marks that come, and marks that go first. */
export interface MarkChange {
	readonly add: readonly StoredMark[];
	readonly remove: readonly StoredMark[];
}

/** The oldest ones are let go. */
export const MOST_MARKS = 2000;
/** Of a wording that is hostile in its length only so much is kept. */
const MOST_KEPT = 2000;

/** Reads stored marks of unknown shape; null where anything in them can't be read. */
export function parseMarks(data: unknown): readonly StoredMark[] | null {
	if (data === undefined) return [];
	return Array.isArray(data) && data.every(isMark) ? data : null;
}

/** The marks after a change. What is said of a pair last holds. */
export function changeMarks(marks: readonly StoredMark[], { add, remove }: MarkChange): readonly StoredMark[] {
	const gone = new Set([...remove.map(identifyMark), ...add.map(pairOf)]);
	const left = marks.filter((mark) => !gone.has(identifyMark(mark)) && !gone.has(pairOf(mark)));
	return [...left, ...add].slice(-MOST_MARKS);
}

/** What takes a change of these marks back. */
export function invertChange(marks: readonly StoredMark[], change: MarkChange): MarkChange {
	const after = changeMarks(marks, change);
	const [now, then] = [after, marks].map((each) => new Set(each.map(identifyMark)));
	return { add: marks.filter((mark) => now?.has(identifyMark(mark)) === false), remove: after.filter((mark) => then?.has(identifyMark(mark)) === false) };
}

/** Says that one task is another than each of some. */
export function setApart(one: MarkedTask, others: readonly MarkedTask[]): MarkChange {
	const distinct = new Map(others.filter((other) => nameOf(other) !== nameOf(one)).map((other) => [nameOf(other), other]));
	return { add: [...distinct.values()].map((other) => ({ kind: 'apart', one: cut(one), other: cut(other) })), remove: [] };
}

/** Says that the tasks of two groups are one, whatever was said before. */
export function putTogether(group: readonly MarkedTask[], others: readonly MarkedTask[], marks: readonly StoredMark[]): MarkChange {
	const [[first, ...rest], [other, ...theirRest]] = [group.map(cut), others.map(cut)];
	if (!first || !other) return { add: [], remove: [] };
	// What was set apart from a wording that was put together with these, though it may be gone, speaks against them, too.
	const pairs = new Set(closure(group.map(cut), marks).flatMap((each) => closure(others.map(cut), marks).map((theirs) => pairOf({ one: each, other: theirs }))));
	// Each is linked with the other side, so that all stay together whatever becomes of one.
	const links = [...[other, ...theirRest].map((each): StoredMark => ({ kind: 'together', one: first, other: each })), ...rest.map((each): StoredMark => ({ kind: 'together', one: each, other }))];
	const add = new Map(links.filter(({ one, other: theirs }) => nameOf(one) !== nameOf(theirs)).map((mark) => [pairOf(mark), mark]));
	return { add: [...add.values()], remove: marks.filter((mark) => mark.kind === 'apart' && pairs.has(pairOf(mark))) };
}

/** Some wordings with all that were put together with them, directly or by others. */
function closure(tasks: readonly MarkedTask[], marks: readonly StoredMark[]): readonly MarkedTask[] {
	const found = new Map(tasks.map((task) => [nameOf(task), task]));
	const links = marks.filter(({ kind }) => kind === 'together').flatMap(({ one, other }) => [[nameOf(one), other], [nameOf(other), one]] as const);
	const partners = new Map<string, MarkedTask[]>();
	for (const [name, other] of links) partners.set(name, [...(partners.get(name) ?? []), other]);
	for (const name of found.keys()) for (const other of partners.get(name) ?? []) found.set(nameOf(other), other);
	return [...found.values()];
}

function cut({ text, owner }: MarkedTask): MarkedTask {
	return { text: text.slice(0, MOST_KEPT), owner: owner === null ? null : owner.slice(0, MOST_KEPT) };
}

/** What tells marks apart; the same either way round. */
export function identifyMark(mark: StoredMark): string {
	return `${mark.kind}\n${pairOf(mark)}`;
}

/** The same both ways. */
function pairOf({ one, other }: Pick<StoredMark, 'one' | 'other'>): string {
	return [nameOf(one), nameOf(other)].sort().join('\n');
}

function nameOf({ text, owner }: MarkedTask): string {
	return JSON.stringify([text, owner]);
}

function isMark(value: unknown): value is StoredMark {
	return isRecord(value) && (value['kind'] === 'apart' || value['kind'] === 'together') && isTask(value['one']) && isTask(value['other']);
}

function isTask(value: unknown): value is MarkedTask {
	return isRecord(value) && typeof value['text'] === 'string' && (value['owner'] === null || typeof value['owner'] === 'string');
}
