import { Notice, type App, type PaneType } from 'obsidian';
import { assignTo, choose, chooseRow, dismissAction, withoutIdle, type Action, type Choice, type Kept } from '../../core/actions';
import type { LineEdit } from '../../core/edit';
import type { Snapshot, SnapshotSource } from '../../core/index-store';
import type { Neighbours } from '../../core/duplicates';
import type { FoundPassage } from '../../core/evidence';
import { findDecision } from '../../core/journal';
import { tasksOf, tellApart } from '../../core/marked-tasks';
import type { Person } from '../../core/person';
import type { Proposal } from '../../core/proposal';
import { parseQuery } from '../../core/query';
import { proposalsOf, withoutProposals, type Row } from '../../core/rows';
import { selectSections, type Section } from '../../core/sections';
import { areGroupsCurrent, areGroupsOfNotes, isReady, resolveOwner, rowOfTask, selectRows } from '../../core/selectors';
import type { Settings } from '../../core/settings';
import { putTogether, setApart } from '../../core/stored-marks';
import type { TaskValues } from '../../core/task-values';
import type { ActionRunner, RunnerState } from '../../obsidian/action-runner';
import type { Statement } from '../../obsidian/marking';
import type { OpenConflict } from '../../obsidian/open-conflicts';
import type { EvidenceSource, FoundEvidence, TaskEvidence } from '../../obsidian/evidence-keeper';
import { openLine, openNote, type Line } from '../../obsidian/open-note';
import type { Outcome } from '../../obsidian/outcome';
import { personLink } from '../../obsidian/person-link';
import { agreesTo, isBulk } from '../bulk-consent';
import type { NameRef } from '../name-ref';
import { mentionOf } from '../person-mention';
import { PersonPicker } from '../person-picker';
import type { SourceOpener } from '../source-opener';
import { viewDifference } from './group-view';
import { waysOf, type Way } from './history-days';
import { chooseValues, clearSelection, extendSelection, focusMember, focusRow, followRows, INITIAL_STATE, keepInHistory, keptOf, leaveRows, moveFocus, moveInGroup, moveInHistory, selectAll, shownKeys, targetKeys, toggleClosed, toggleGroup, toggleHistory, toggleSelected, type ReviewState } from './review-state';
import { RowPicker } from './row-picker';

/** What the review shows at one moment. Immutable. */
export interface ReviewModel {
	readonly snapshot: Snapshot;
	readonly runner: RunnerState;
	readonly state: ReviewState;
	/** Without the proposals that are being written. */
	readonly sections: readonly Section[];
	/** The rows of all sections, by the keys of their proposals. */
	readonly rows: ReadonlyMap<string, Row>;
	/** Keys of the rows in open sections, from top to bottom. */
	readonly shown: readonly string[];
}

/** A row that may be the same as another; `owner` where only that differs. */
export interface NeighbourRow {
	readonly kind: Neighbours['kind'];
	readonly row: Row;
}

/** Whom a row can be for. */
export type Owner = Person | 'me' | 'nobody';

/** What the review works with. */
export interface ReviewParts {
	readonly app: App;
	readonly store: SnapshotSource;
	readonly runner: ActionRunner;
	readonly changeSettings: (change: Partial<Settings>) => Promise<void>;
	/** What may be the same as a proposal, by its key, the most similar first. */
	readonly neighboursOf: (key: string) => readonly Neighbours[];
	readonly evidence: EvidenceSource;
	readonly sources: SourceOpener;
	/** Shows the card of the first of some names that there is anything to say of; answers whether there was one. */
	readonly showPerson: (refs: readonly NameRef[]) => boolean;
}

/** What the leaf in which the review stands does for it. */
export interface ReviewPlace {
	/** Leads the user back to the list. */
	readonly comeBack: () => void;
	/** Shows beside an element what supports a proposal, while the mouse rests on it. */
	readonly preview: (proposal: Proposal, el: HTMLElement) => void;
}

/**
 * Holds what the review shows and carries out what the user does in it. Follows the store
 * and the runner between `start` and the call of the function that it answers.
 */
export class ReviewController {
	#model: ReviewModel;
	/** Until the user goes anywhere, the focus is on the first row, however the index fills. */
	#isSteered = false;
	/** The line of a row that was taken back, to be focused when it comes. */
	#wanted: LineEdit | null = null;
	/** What the user did while the groups were being made anew, in its order. */
	readonly #early: (() => void)[] = [];
	#isActing = false;
	/** How many changes of rows that stay are under way, and whether their duplicates have to be found anew. */
	#changes = 0;
	#isRegrouping = false;
	#isFollowing = false;
	/** The sections of the latest snapshot and filter, with the rows that are being written. */
	#selected: readonly Section[] = [];
	readonly #listeners = new Set<() => void>();

	constructor(private readonly parts: ReviewParts, private readonly place: ReviewPlace) {
		this.#model = this.#build(INITIAL_STATE, null);
		this.#set(INITIAL_STATE);
	}

	get model(): ReviewModel {
		return this.#model;
	}

	subscribe(listener: () => void): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}

	start(): () => void {
		const refresh = (): void => this.#set(this.#model.state);
		refresh();
		const stops = [this.parts.store.subscribe(refresh), this.parts.runner.subscribe(refresh), this.parts.evidence.subscribe(refresh)];
		this.#isFollowing = true;
		return () => {
			stops.forEach((stop) => stop());
			this.#isFollowing = false;
			this.#forgetEarly();
		};
	}

	/**
	 * Does what the user asks for, in the order of the asking, once the groups follow from all
	 * that was said of them: a key that is typed ahead means the rows that the one before it makes.
	 */
	readonly inTurn = (act: () => void): void => {
		if (!this.#isFollowing) return act();
		this.#early.push(act);
		this.#catchUp();
	};

	readonly filter = (text: string): void => this.#steer({ ...this.#model.state, filter: text });
	readonly focus = (key: string): void => this.#steer(focusRow(this.#model.state, key));
	readonly move = (step: number): void => this.#steer(this.#moveInGroup(step) ?? moveFocus(this.#model.state, this.#model.shown, step));
	readonly extend = (step: number): void => this.#steer(extendSelection(this.#model.state, this.#model.shown, step));
	readonly select = (key: string): void => this.#steer(toggleSelected(focusRow(this.#model.state, key), key));
	readonly selectAll = (): void => this.#steer(selectAll(this.#model.state, this.#model.shown));
	readonly toggleSection = (key: string): void => this.#steer(toggleClosed(this.#model.state, key));
	readonly group = (groupBy: Settings['groupBy']): void => void this.parts.changeSettings({ groupBy });

	/** Shows all proposals of a row, of the focused one where none is named, or no longer. */
	readonly toggleGroup = (key: string | null = this.#model.state.focus): void => {
		const row = key === null ? undefined : this.#model.rows.get(key);
		if (row) this.#steer(toggleGroup(focusRow(this.#model.state, row.proposal.key), row));
	};

	/** Puts the focus on one of the proposals that the open group shows. */
	readonly focusMember = (member: string): void => this.#steer(focusMember(this.#model.state, member));
	readonly chooseValues = (values: Partial<TaskValues>): void => this.#steer(chooseValues(this.#model.state, values));

	/** Goes on to the next of the values that the open group offers. */
	readonly nextValue = (field: keyof TaskValues): void => {
		const { snapshot, state } = this.#model;
		const row = this.#openGroup()?.row;
		const options = row && viewDifference(snapshot, row, state.group, field)?.options;
		const next = options?.[(options.findIndex(({ isChosen }) => isChosen) + 1) % options.length];
		if (next) this.chooseValues(next.values);
	};

	/** Takes a proposal out of the open group, the one in focus where none is named: it is another task, now and when it comes again in other words. */
	readonly takeOut = (member?: string): void => {
		const open = this.#openGroup();
		if (!open || (member !== undefined && member !== open.proposal.key)) return;
		const told = tellApart(this.#model.snapshot, open.row, open.proposal);
		if (told) this.#mark({ done: 'Taken out', meaning: 'it is another task', change: setApart(told.one, told.others) });
		else new Notice('The others read the same and are for the same person, so nothing would tell them apart.');
	};

	/** Joins the focused row with one that the user picks, the likeliest first. */
	readonly pickSame = (): void => {
		const { rows, snapshot, state } = this.#model;
		const row = state.focus === null ? undefined : rows.get(state.focus);
		if (!row) return;
		const likely = this.neighbours(row).map((neighbour) => neighbour.row);
		// Whatever the filter hides can be the same, too.
		const others = selectRows(snapshot).flatMap((other) => this.#leftOf(other) ?? []).filter((other) => other.proposal !== row.proposal && !likely.includes(other));
		// What was typed behind this key was meant for the picker, which was not there yet.
		this.#forgetEarly();
		const choose = (other: Row): void => this.inTurn(() => this.join(row, other));
		new RowPicker(this.parts.app, { snapshot, rows: [...likely, ...others], choose }).open();
	};

	/** Says that two rows are one task. */
	readonly join = (row: Row, other: Row): void => {
		const { snapshot } = this.#model;
		const [tasks, others] = [row, other].map((each) => [...tasksOf(snapshot, each).values()]);
		this.#mark({ done: 'Put together', meaning: 'one decision now', change: putTogether(tasks ?? [], others ?? [], snapshot.memory.marks) });
	};

	/** The rows that may be the same as one, and whether they differ in more than the owner. */
	readonly neighbours = (row: Row): readonly NeighbourRow[] =>
		this.parts.neighboursOf(row.proposal.key).flatMap(({ kind, other }) => {
			const theirs = rowOfTask(this.#model.snapshot, other);
			const left = theirs && this.#leftOf(theirs);
			return left && left.proposal !== row.proposal ? [{ kind, row: left }] : [];
		});

	readonly toggleHistory = (): void => this.#steer(toggleHistory(this.#model.state, this.#decisions()));
	readonly moveInHistory = (step: number): void => this.#steer(moveInHistory(this.#model.state, this.#decisions(), step));
	readonly focusDecision = (decision: number): void => this.#steer({ ...this.#model.state, history: { focus: decision } });

	/** Forgets the keys that wait, else stops the work at hand, else leaves the history, the selection, the filter; false where there was none of them. */
	readonly back = (): boolean => {
		const { state, runner } = this.#model;
		if (this.#early.length > 0) this.#forgetEarly();
		else if (runner.progress && runner.progress.total > 1) this.parts.runner.stop();
		else if (state.history) this.toggleHistory();
		else if (state.group) this.toggleGroup();
		else if (state.selection.size > 0) this.#steer(clearSelection(state));
		else if (state.filter !== '') this.filter('');
		else return false;
		return true;
	};

	/** Among duplicates that name several people goes on to the next, else lets the user pick whom the selection or the focused row is for. */
	readonly changeOwner = (): void => {
		const { snapshot, state, shown } = this.#model;
		const open = this.#openGroup()?.row;
		if (open && viewDifference(snapshot, open, state.group, 'owner')) return this.nextValue('owner');
		this.pickOwner(targetKeys(state, shown));
	};

	/** Lets the user pick whom rows are for. */
	readonly pickOwner = (keys: readonly string[]): void => {
		const { rows, snapshot } = this.#model;
		const [first] = keys.flatMap((key) => rows.get(key) ?? []);
		if (!first) return;
		// What was typed behind this key was meant for the picker, which was not there yet.
		this.#forgetEarly();
		const choose = (owner: Owner): void => this.inTurn(() => void this.assign(keys, owner));
		const others = [{ title: 'Me', words: snapshot.settings.ownerNames, choose: () => choose('me') }, { title: 'No owner', choose: () => choose('nobody') }];
		new PersonPicker(this.parts.app, { snapshot, path: first.proposal.path, placeholder: 'Whom is it for?', others, choose }).open();
	};

	/** Says whom all proposals of rows are for. They stay, and so does the focus. */
	readonly assign = async (keys: readonly string[], owner: Owner): Promise<void> => {
		const rows = keys.flatMap((key) => this.#model.rows.get(key) ?? []);
		const others = rows.flatMap(proposalsOf).filter((proposal) => !this.#isFor(owner, proposal));
		const choices = others.flatMap((proposal) => this.#assignment(owner, proposal) ?? []);
		if (choices.length < others.length) new Notice('This name can’t be written into the line so that it would be read as the owner.');
		if (choices.length === 0) return;
		const focused = rows.find(({ proposal }) => proposal.key === this.#model.state.focus)?.proposal;
		const made = await this.#runKept(choices);
		// Where only others of its row were changed it still reads as it did.
		const edit = made.find(({ path, before }) => path === focused?.path && before === focused.raw);
		if (edit) this.#focusReturned([edit]);
		else this.#catchUp();
	};

	/** Decides the selection, else the focused row. */
	readonly decideTargets = (action: Action): void => this.#decide(action, targetKeys(this.#model.state, this.#model.shown));

	/** Decides one row, or the selection that it belongs to. */
	readonly decide = (action: Action, key: string): void => {
		if (this.#model.state.selection.has(key)) this.decideTargets(action);
		else this.#decide(action, [key]);
	};

	/** Makes a decision that failed on its proposals in the other notes; the user has agreed to all of them before. */
	readonly decideRest = ({ rest }: Outcome): void => void this.parts.runner.run(rest);

	readonly stop = (): void => this.parts.runner.stop();

	/** Takes a decision back, the latest where none is named. */
	readonly undo = async (decision?: number): Promise<void> => this.#focusReturned((await this.parts.runner.undo(decision))?.made);
	/** Makes a decision again, the one that was taken back last where none is named. */
	readonly redo = async (decision?: number): Promise<void> => void (await this.parts.runner.redo(decision));

	/** Takes one decision back, or makes it again. */
	readonly turn = (decision: number, way: Way): void => void this[way](decision);

	/** Does with the decision in focus what is likeliest: takes it back, or makes it again. */
	readonly turnFocused = (): void => {
		const decision = findDecision(this.#model.runner.journal, this.#model.state.history?.focus ?? -1);
		const way = decision ? waysOf(decision)[0] : undefined;
		if (decision && way) this.turn(decision.id, way);
	};

	readonly applyToNewText = (open: OpenConflict | undefined): void => {
		if (open?.action) void this.parts.runner.applyToNewText(open);
	};

	readonly skip = (open: readonly (OpenConflict | undefined)[]): void => this.parts.runner.skip(open.flatMap((each) => (each ? [each.id] : [])));

	readonly open = (key: string | null, pane: PaneType | boolean): void => {
		const proposal = this.#shownProposal(key);
		if (proposal) void openLine(this.parts.app, proposal, pane);
	};

	readonly openDecided = (place: Line, pane: PaneType | boolean): void => void openLine(this.parts.app, place, pane);

	/** Dismisses all that repeats what was decided already, as far as it is shown. */
	readonly putAwayRepeats = (): void => {
		const { sections, state } = this.#model;
		const repeats = sections.flatMap(({ key, rows, isRepeated }) => (isRepeated && !state.closed.has(key) ? rows.flatMap(proposalsOf) : []));
		this.#isSteered = true;
		if (repeats.length > 0) void this.#run(choose(dismissAction, repeats));
	};

	/** Decides all rows of a section that the filter shows. */
	readonly decideSection = (action: Action, key: string): void => {
		const section = this.#model.sections.find((each) => each.key === key);
		this.#decide(action, section?.rows.map(({ proposal }) => proposal.key) ?? []);
	};

	readonly openSource = (key: string | null, pane: PaneType | boolean): void => {
		const proposal = this.#shownProposal(key);
		if (proposal) void this.parts.sources.open(proposal, { pane, back: this.place.comeBack });
	};

	readonly openPassage = (found: FoundEvidence, passage: FoundPassage, pane: PaneType | boolean): void =>
		void this.parts.sources.openPassage(found, passage, { pane, back: this.place.comeBack });

	readonly openFile = (path: string, pane: PaneType | boolean): void => void openNote(this.parts.app, path, pane);

	/** What supports the proposal in focus; null where its note names no source. */
	readonly evidence = (): TaskEvidence | null => {
		const proposal = this.#shownProposal(this.#model.state.focus);
		return proposal && this.parts.evidence.evidenceOf(proposal);
	};

	readonly previewSource = (key: string, el: HTMLElement): void => {
		const proposal = this.#shownProposal(key);
		if (proposal) this.place.preview(proposal, el);
	};

	/** Shows whom the focused row is for, else whom its note is about. */
	readonly showPerson = (): void => {
		const proposal = this.#shownProposal(this.#model.state.focus);
		if (!proposal) return;
		const { path, owner } = proposal;
		const names = [owner, this.#model.snapshot.notes.get(path)?.about].flatMap((name) => name ?? []);
		if (!this.parts.showPerson(names.map((name) => ({ kind: 'field', name, path })))) new Notice('No person is named here.');
	};

	#decide(action: Action, keys: readonly string[]): void {
		const open = this.#openGroup();
		const choices = keys.flatMap((key) => {
			const row = this.#model.rows.get(key);
			return row ? chooseRow(action, row, row === open?.row ? open : undefined) : [];
		});
		this.#isSteered = true;
		if (choices.length > 0) void this.#run(choices);
	}

	/** Answers what was done; null where the user did not agree to so much. */
	async #run(choices: readonly Choice[]): Promise<Outcome | null> {
		// What was typed behind a question was meant for what follows it.
		if (isBulk(choices)) this.#forgetEarly();
		// What needs no answer is handed on at once, so that no key pressed after it comes first.
		return !isBulk(choices) || (await agreesTo(this.parts.app, choices)) ? this.parts.runner.run(choices) : null;
	}

	#isFor(owner: Owner, proposal: Proposal): boolean {
		const resolution = resolveOwner(this.#model.snapshot, proposal);
		if (owner === 'nobody') return proposal.owner === null;
		return owner === 'me' ? resolution?.kind === 'owner' : resolution?.kind === 'person' && resolution.person === owner;
	}

	/** The first name by which a line can say whom it is for; null where there is none. */
	#assignment(owner: Owner, proposal: Proposal): Choice | null {
		const context = { conventions: this.#model.snapshot.conventions, today: '' };
		const all = this.#namesOf(owner, proposal).map((name): Choice => ({ action: assignTo(name), proposal }));
		return all.find((choice) => withoutIdle([choice], context).length > 0) ?? null;
	}

	/** What can stand for an owner in a line, what the user would write first. */
	#namesOf(owner: Owner, { path }: Proposal): readonly (string | null)[] {
		const { snapshot } = this.#model;
		if (owner === 'nobody') return [null];
		if (owner === 'me') return snapshot.settings.ownerNames.length > 0 ? snapshot.settings.ownerNames : ['Me'];
		const link = personLink(this.parts.app, snapshot, owner, path, { shown: owner.name });
		return [mentionOf(this.parts.app, snapshot, owner, path), ...(link === null ? [] : [link])];
	}

	/** Changes rows that stay; what is typed meanwhile waits. Answers the edits that were made. */
	async #runKept(choices: readonly Choice[]): Promise<readonly LineEdit[]> {
		this.#changes++;
		this.#isRegrouping = true;
		this.#isSteered = true;
		try {
			return (await this.#run(choices))?.made ?? [];
		} finally {
			this.#changes--;
		}
	}

	#leftOf(row: Row): Row | null {
		return withoutProposals(row, this.#model.runner.pending);
	}

	#mark(statement: Statement): void {
		this.#isSteered = true;
		void this.parts.runner.mark(statement);
	}

	#forgetEarly(): void {
		this.#early.length = 0;
	}

	#catchUp(): void {
		// What is being done tells of its steps, which must not bring the next one forward.
		if (this.#isActing) return;
		this.#isActing = true;
		try {
			while (areGroupsCurrent(this.#model.snapshot) && !this.#model.runner.isMarking && this.#isChangeKnown()) {
				const act = this.#early.shift();
				if (!act) return;
				act();
			}
		} finally {
			this.#isActing = false;
		}
	}

	/** Whether rows that were changed and stay are there again, with their duplicates: a key that is typed ahead means these. */
	#isChangeKnown(): boolean {
		const { runner, snapshot } = this.#model;
		if (this.#changes > 0 || runner.changing.size > 0) return false;
		if (this.#isRegrouping && !areGroupsOfNotes(snapshot)) return false;
		this.#isRegrouping = false;
		return true;
	}

	/** The row whose proposals are shown, and what of it is kept. */
	#openGroup(): (Kept & { readonly row: Row }) | null {
		const { rows, state: { focus, group } } = this.#model;
		const row = focus === null ? undefined : rows.get(focus);
		return row && group ? { row, ...keptOf(row, group) } : null;
	}

	#moveInGroup(step: number): ReviewState | null {
		const row = this.#openGroup()?.row;
		return row ? moveInGroup(this.#model.state, row, step) : null;
	}

	/** The proposal that a row shows, or the one of it that has the focus; that with the key itself where it is another's. */
	#shownProposal(key: string | null): Proposal | null {
		const row = key === null ? undefined : this.#model.rows.get(key);
		if (!row) return null;
		const open = this.#openGroup();
		if (open?.row === row && key === row.proposal.key) return open.proposal;
		return proposalsOf(row).find((proposal) => proposal.key === key) ?? row.proposal;
	}

	#focusReturned(made: readonly LineEdit[] | undefined): void {
		this.#wanted = made?.[0] ?? null;
		this.#set(this.#model.state);
	}

	/** Shows a state that the user asked for, whatever was to get the focus before. */
	#steer(state: ReviewState): void {
		this.#wanted = null;
		this.#isSteered = true;
		this.#set(state);
	}

	/** Shows a new state, with the focus on a row that is there. */
	#set(state: ReviewState): void {
		const before = this.#model;
		const next = this.#build(state, before);
		this.#model = { ...next, state: keepInHistory(this.#placeFocus(next, before.shown), this.#decisions()) };
		for (const listener of [...this.#listeners]) listener();
		this.#readAhead();
		this.#catchUp();
	}

	/** The next row's source is read before the user comes to it. */
	#readAhead(): void {
		const { shown, state: { focus } } = this.#model;
		const next = this.#isFollowing && focus !== null ? this.#shownProposal(shown[shown.indexOf(focus) + 1] ?? null) : null;
		if (next) this.parts.evidence.evidenceOf(next);
	}

	/** The ids of the decisions, the latest first. */
	#decisions(): number[] {
		return this.parts.runner.state.journal.decisions.map(({ id }) => id).reverse();
	}

	#build(state: ReviewState, former: ReviewModel | null): ReviewModel {
		const { snapshot } = this.parts.store;
		const runner = this.parts.runner.state;
		const sections = this.#sections(snapshot, runner.pending, state.filter, former);
		const rows = former?.sections === sections ? former.rows : rowsByProposal(sections);
		return { snapshot, runner, state, sections, rows, shown: shownKeys(sections, state.closed) };
	}

	#sections(snapshot: Snapshot, pending: ReadonlySet<string>, filter: string, former: ReviewModel | null): readonly Section[] {
		// A list that fills while it is read would move under the user's hands.
		if (!isReady(snapshot)) return [];
		const isSelected = former?.snapshot === snapshot && former.state.filter === filter;
		if (isSelected && former.runner.pending === pending) return former.sections;
		if (!isSelected) this.#selected = reuseSections(this.#selected, selectSections(snapshot, { groupBy: snapshot.settings.groupBy, query: parseQuery(filter) }));
		return pending.size === 0 ? this.#selected : withoutPending(this.#selected, pending);
	}

	#placeFocus(next: ReviewModel, shownBefore: readonly string[]): ReviewState {
		if (!this.#isSteered) return focusRow(next.state, next.shown[0] ?? null);
		const shown = new Set(next.shown);
		const wanted = this.#wantedKey(next);
		if (wanted !== null) {
			this.#wanted = null;
			return focusRow(next.state, wanted);
		}
		const followed = followRows(next.state, next.rows);
		const gone = new Set([...shownBefore, ...followed.selection, followed.focus ?? ''].filter((key) => !shown.has(key)));
		const state = leaveRows(followed, shownBefore, gone);
		return state.focus === null ? focusRow(state, next.shown[0] ?? null) : state;
	}

	#wantedKey({ rows, shown }: ReviewModel): string | null {
		const wanted = this.#wanted;
		if (!wanted) return null;
		const row = [...rows.values()].find(({ byAge }) => byAge.some(({ path, raw }) => path === wanted.path && raw === wanted.after));
		return row && shown.includes(row.proposal.key) ? row.proposal.key : null;
	}
}

function rowsByProposal(sections: readonly Section[]): ReadonlyMap<string, Row> {
	return new Map(sections.flatMap(({ rows }) => rows.flatMap((row) => row.byAge.map((proposal): [string, Row] => [proposal.key, row]))));
}

function withoutPending(sections: readonly Section[], pending: ReadonlySet<string>): readonly Section[] {
	return sections
		.map((section) => {
			const rows = section.rows.flatMap((row) => withoutProposals(row, pending) ?? []);
			return haveSameItems(rows, section.rows) ? section : { ...section, rows };
		})
		.filter((section) => section.rows.length > 0);
}

/** The next sections, but the former object for each that holds the very same rows, so that it need not be drawn again. */
function reuseSections(former: readonly Section[], next: readonly Section[]): readonly Section[] {
	const known = new Map(former.map((section) => [section.key, section]));
	return next.map((section) => {
		const before = known.get(section.key);
		return before && before.title === section.title && haveSameItems(before.rows, section.rows) ? before : section;
	});
}

function haveSameItems<T>(one: readonly T[], other: readonly T[]): boolean {
	return one.length === other.length && one.every((item, at) => item === other[at]);
}
