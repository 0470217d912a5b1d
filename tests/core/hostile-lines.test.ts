import { choose, confirmAction, dismissAction, editsOf } from '../../src/core/actions';
import { examineNote } from '../../src/core/crash';
import { digest } from '../../src/core/digest';
import { Duplicates } from '../../src/core/duplicates';
import { applyEdits, type LineEdit } from '../../src/core/edit';
import { readIndexedNote } from '../../src/core/indexed-note';
import { parseInline } from '../../src/core/inline-text';
import { findMentions } from '../../src/core/mention';
import { nameLexicon } from '../../src/core/name-lexicon';
import { neighbouringLines } from '../../src/core/neighbouring-lines';
import type { Note } from '../../src/core/note';
import { buildPeople } from '../../src/core/people';
import { readNames, readPerson } from '../../src/core/person';
import { readProposals, type Proposal } from '../../src/core/proposal';
import { parseQuery } from '../../src/core/query';
import { searchText } from '../../src/core/query-match';
import { findSuccessors } from '../../src/core/rebase';
import { DEFAULT_SETTINGS, joinConventions } from '../../src/core/settings';
import { readSource } from '../../src/core/source';
import { buildSources } from '../../src/core/sources';
import { parseTaskLine, printTaskLine, taskDate, taskOwner, taskPriority, taskTags, taskText } from '../../src/core/task-line';
import { tidyLine } from '../../src/core/tidy';
import { toUnparsedNote } from '../../src/core/unparsed-note';
import { NOBODY } from '../../src/core/veto';
import { diffWords } from '../../src/core/word-diff';
import { HOSTILE_TEXTS, type HostileText } from './hostile-texts';
import { noteFrom } from './note-text';

const MEGABYTE = 1_000_000;
const EIGHTH = MEGABYTE / 8;
/** What a line of a megabyte may take, milliseconds; and how much more this machine may take while others use it. */
const MOST_MS = 50;
const SLACK = 2;
/** Eight times the text may take so many times as long; a time that grows with the square would be 64 times as long. */
const MOST_GROWTH = 24;

const { statuses } = joinConventions(DEFAULT_SETTINGS, null);
const CONTEXT = { conventions: { ...joinConventions(DEFAULT_SETTINGS, null), stampCreated: true, stampCancelled: true }, today: '2026-11-22' };
const SOURCES = buildSources(['Sources/2026-11-05 - Kick-off of the new line.md', 'a/a/a.md']);
const LINE_EDIT: LineEdit = { path: 'A.md', line: 0, before: null, after: null };

function task(text: string): string {
	return `- [?] ${text} #task #proposed`;
}

function proposal(raw: string): Proposal {
	return { key: raw, path: 'A.md', line: 0, raw, status: '?', text: raw, owner: null, due: null,
		start: null, priority: null, tags: [], heading: null, copy: { ordinal: 0, count: 1 }, hasChildren: false };
}

function personNote(text: string): Note {
	return noteFrom('People/Ana Ruiz.md', `# Key facts\n- ${text}`, { type: 'people', aliases: text, email: text, company: text, role: text, last_contact: text });
}

function readFieldsOf(text: string): unknown[] {
	const task = parseTaskLine(text);
	return task ? [taskText(task), taskOwner(task), taskTags(task), taskDate(task, 'due'), taskPriority(task), printTaskLine(task)] : [];
}

function groupsWith(text: string): unknown {
	const duplicates = new Duplicates(nameLexicon([]));
	for (const [key, each] of [text, `${text} a`, 'Send the list'].entries()) duplicates.put({ key: String(key), text: each, owner: NOBODY });
	duplicates.work();
	return duplicates.groupOf('0');
}

/** Everything that reads the text of notes, by what is read. */
const READERS: Readonly<Record<string, (text: string) => unknown>> = {
	'a task line': (text) => readFieldsOf(task(text)),
	'a task line with that before its marker': (text) => parseTaskLine(`${text}- [?] a`),
	'the proposals of a note': (text) => readProposals(noteFrom('A.md', task(text)), statuses),
	'a note that is edited': (text) => [toUnparsedNote('A.md', text), toUnparsedNote('A.md', `\`\`\`${text}`)],
	'a note for the index': (text) => readIndexedNote(noteFrom('A.md', task(text), { title: text, date: text, person: text, account: text }), statuses),
	'a person': (text) => readPerson(personNote(text)),
	'the names of a note': (text) => readNames(noteFrom('A.md', '', { person: text, participants: [text, [text]] })),
	'whose name it is': (text) => peopleWith(text).resolve('Ana Roe', { names: readNames(noteFrom('A.md', '', { participants: text })) }),
	'mentions': (text) => findMentions(text),
	'the source of a note': (text) => resolveSource(noteFrom('A.md', `${text}\nSource: ${text}`, { source: text, source_ref: text })),
	'a sentence to be shown': (text) => parseInline(text),
	'which tasks are one': (text) => groupsWith(text),
	'what differs': (text) => diffWords(`a ${text} b`, `c ${text} d`),
	'whether it passes the filter': (text) => [parseQuery(text), parseQuery(`owner:${text} due:<${text}`), searchText(proposal(task(text)), undefined)],
	'what confirming makes of it': (text) => editsOf(choose(confirmAction, [proposal(task(text))]), CONTEXT),
	'what dismissing makes of it': (text) => editsOf(choose(dismissAction, [proposal(task(text))]), CONTEXT),
	'where a line is': (text) => applyEdits(task(text), [{ ...LINE_EDIT, before: `${task(text)}!`, after: 'x' }]),
	'what a line has become': (text) => findSuccessors([proposal(task(text))], [proposal(task(text))], [proposal(`${task(text)} ⏫`)]),
	'whether it was written': (text) => examineNote({ path: 'A.md', edits: [{ ...LINE_EDIT, before: text, after: 'x' }], inverse: [{ ...LINE_EDIT, before: 'x', after: text }], before: '', after: '', isWritten: false }, `${text}!`),
	'its digest': (text) => digest(text),
	'what is left over on it': (text) => tidyLine(`- [x] ${text} #task #proposed`, statuses),
	'what a proposal stands among': (text) => neighbouringLines(`${text}\n- [?] a #task\n- ${text}\n`, proposal('- [?] a #task')),
};

function peopleWith(text: string): ReturnType<typeof buildPeople> {
	const person = readPerson(personNote(text));
	return buildPeople({ persons: person ? [person] : [], names: [[text]], ownerNames: ['Me'], mentioned: [text] });
}

function resolveSource(note: Note): unknown {
	const source = readSource(note);
	return source && SOURCES.resolve(source, note.path);
}

function timeOf(read: (text: string) => unknown, text: string): number {
	const start = performance.now();
	read(text);
	return performance.now() - start;
}

/** The shortest of up to five times: it says what the reader takes, the others what else the machine was doing. */
function bestTime(read: (text: string) => unknown, text: string): number {
	let best = Infinity;
	for (let turn = 0; turn < 5 && best > MOST_MS / 2; turn++) best = Math.min(best, timeOf(read, text));
	return best;
}

/** How much longer eight times the text takes, both by their best of up to ten turns: what else the machine was doing only ever adds. */
function growthOf(read: (text: string) => unknown, text: HostileText): number {
	const [long, short] = [text.make(MEGABYTE), text.make(EIGHTH)];
	const best = { long: Infinity, short: Infinity };
	// What takes less than a millisecond is not measured well enough to be divided by.
	const growth = (): number => best.long / Math.max(1, best.short);
	for (let turn = 0; turn < 10 && (turn < 3 || growth() >= MOST_GROWTH); turn++) {
		best.long = Math.min(best.long, timeOf(read, long));
		best.short = Math.min(best.short, timeOf(read, short));
	}
	return growth();
}

/** What was measured; printed where `RATIFY_FIGURES` is set. */
const figures: string[] = [];

afterAll(() => {
	if (process.env['RATIFY_FIGURES'] !== undefined) process.stdout.write(`\n${figures.join('\n')}\n`);
});

describe.each(Object.entries(READERS))('reading %s', (name, read) => {
	const times = new Map<HostileText, number>();

	test('takes less than 50 milliseconds of a line of a megabyte, whatever it holds', () => {
		for (const text of HOSTILE_TEXTS) times.set(text, bestTime(read, text.make(MEGABYTE)));
		const [slowest] = slowestOf(times);
		figures.push(`${name}: at most ${slowest?.[1].toFixed(1) ?? ''} ms, of ${slowest?.[0].name ?? ''}`);
		expect([...times].filter(([, time]) => time > MOST_MS * SLACK).map(([text, time]) => `${text.name}: ${time.toFixed(0)} ms`)).toEqual([]);
	});

	test('takes time in proportion to the length of the line', () => {
		for (const [text] of slowestOf(times).slice(0, 3)) {
			const growth = growthOf(read, text);
			figures.push(`${name}: ${growth.toFixed(1)} times as long for 8 times ${text.name}`);
			expect({ text: text.name, isLinear: growth < MOST_GROWTH }).toEqual({ text: text.name, isLinear: true });
		}
	});
});

function slowestOf(times: ReadonlyMap<HostileText, number>): [HostileText, number][] {
	return [...times].sort(([, one], [, other]) => other - one);
}

describe('frontmatter', () => {
	test('that names one list again and again is read in no time', () => {
		let list: unknown = Array.from({ length: 100 }, () => 'Ana Ruiz');
		for (let level = 0; level < 4; level++) list = Array.from({ length: 100 }, ((inner) => () => inner)(list));
		expect(bestTime(() => readNames(noteFrom('A.md', '', { participants: list })), '')).toBeLessThan(MOST_MS * SLACK);
	});

	test('with lists that hold themselves is read', () => {
		const list: unknown[] = ['Ana Ruiz'];
		list.push(list, list);
		expect(readNames(noteFrom('A.md', '', { participants: list }))).toEqual(['Ana Ruiz']);
	});
});
