import { Notice, type App, type PaneType } from 'obsidian';
import { choose, chooseRow, confirmAction, dismissAction, type Action, type Choice, type Kept } from '../../core/actions';
import type { LineEdit } from '../../core/edit';
import type { Snapshot, SnapshotSource } from '../../core/index-store';
import type { Neighbours } from '../../core/duplicates';
import type { FoundPassage } from '../../core/evidence';
import { findDecision } from '../../core/journal';
import { tasksOf, tellApart } from '../../core/marked-tasks';
import type { NeighbouringLines } from '../../core/neighbouring-lines';
import type { Proposal } from '../../core/proposal';
import { parseQuery, type Query } from '../../core/query';
import { proposalsOf, withoutProposals, type Row } from '../../core/rows';
import { Arrangement, type Scope } from '../../core/sections';
import { areGroupsCurrent, areGroupsOfNotes, isReady, rowOfTask, selectRowIndex, selectRows } from '../../core/selectors';
import type { EmbedSpec } from '../../core/embed-spec';
import type { GroupBy, Settings } from '../../core/settings';
import { putTogether, setApart } from '../../core/stored-marks';
import type { LineValues, TaskValues } from '../../core/task-values';
import type { ActionRunner, RunnerState } from '../../obsidian/action-runner';
import type { Statement } from '../../obsidian/marking';
import type { OpenConflict } from '../../obsidian/open-conflicts';
import type { EvidenceSource, FoundEvidence, TaskEvidence } from '../../obsidian/evidence-keeper';
import { openLine, openNote, type Line } from '../../obsidian/open-note';
import type { Outcome } from '../../obsidian/outcome';
import type { SurroundingsSource } from '../../obsidian/surroundings-keeper';
import { words } from '../../words/words';
import { agreesTo, isBulk } from '../bulk-consent';
import type { NameRef } from '../name-ref';
import type { SourceOpener } from '../source-opener';
import { viewDifference } from './group-view';
import { waysOf, type Way } from './history-days';
import { Listing } from './listing';
import { chooseValues, clearSelection, extendSelection, focusMember, focusRow, followRows, INITIAL_STATE, keepInHistory, keptOf, leaveRows, moveFocus, moveInGroup, moveInHistory, selectAll, targetKeys, toggleClosed, toggleGroup, toggleHistory, toggleSelected, type ReviewState } from './review-state';
import { RowPicker } from './row-picker';
import { ValueChanges, type Change, type ChangeHost, type Owner } from '../value-changes';
import { WordDraft } from './word-draft';

/** What the review shows at one moment. Immutable. */
export interface ReviewModel {
	readonly snapshot: Snapshot;
	readonly runner: RunnerState;
	readonly state: ReviewState;
	/** Without the proposals that are being written. */
	readonly list: Listing;
	readonly groupBy: GroupBy;
}

/** A row that may be the same as another; `owner` where only that differs. */
export interface NeighbourRow {
	readonly kind: Neighbours['kind'];
	readonly row: Row;
}

/** What the review works with. */
export interface ReviewParts {
	readonly app: App;
	/** Milliseconds since the epoch. */
	readonly now: () => number;
	readonly store: SnapshotSource;
	readonly runner: ActionRunner;
	readonly changeSettings: (change: Partial<Settings>) => Promise<void>;
	/** What may be the same as a proposal, by its key, the most similar first. */
	readonly neighboursOf: (key: string) => readonly Neighbours[];
	readonly evidence: EvidenceSource;
	readonly surroundings: SurroundingsSource;
	readonly sources: SourceOpener;
	/** Shows the card of the first of some names that there is anything to say of; answers whether there was one. */
	readonly showPerson: (refs: readonly NameRef[]) => boolean;
}

/** What a review that is embedded in a note is narrowed to. */
export interface ReviewFrame extends EmbedSpec {
	/** The path of the note that it stands in. */
	readonly here: string;
	/** Opens the whole review. @param filter what its filter is to say */
	readonly open: (filter: string) => void;
}

/** What the place in which the review stands does for it. */
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
	#underWay = 0;
	#isRegrouping = false;
	#isFollowing = false;
	/** What the user writes in place of the focused row's words; null where nothing. */
	#draft: WordDraft | null = null;
	readonly #changes: ValueChanges;
	/** The rows of the latest snapshot and filter, with those that are being written. */
	#arrangement: Arrangement | null = null;
	#scope: { readonly from: readonly unknown[]; readonly scope: Scope } | null = null;
	#hasDecided = false;
	readonly #listeners = new Set<() => void>();

	/** @param frame null for the review of all */
	constructor(private readonly parts: ReviewParts, private readonly place: ReviewPlace, private readonly frame: ReviewFrame | null = null) {
		this.#changes = new ValueChanges(this.#host());
		this.#model = this.#build(INITIAL_STATE, null);
		this.#set(INITIAL_STATE);
	}

	get model(): ReviewModel {
		return this.#model;
	}

	/** Whether anything was decided here. */
	get hasDecided(): boolean {
		return this.#hasDecided;
	}

	subscribe(listener: () => void): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}

	start(): () => void {
		const refresh = (): void => this.#set(this.#model.state);
		refresh();
		const stops = [this.parts.store.subscribe(refresh), this.parts.runner.subscribe(refresh), this.parts.evidence.subscribe(refresh), this.parts.surroundings.subscribe(refresh)];
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

	/** What is asked for begins with its first row; what is no longer narrowed stays where it is. */
	readonly filter = (text: string): void => {
		const { state } = this.#model;
		if (text !== state.filter) this.#steer({ ...(text.trim() === '' ? state : focusRow(state, null)), filter: text });
	};
	readonly focus = (key: string): void => this.#steer(focusRow(this.#model.state, key));
	readonly move = (step: number): void => this.#steer(this.#moveInGroup(step) ?? moveFocus(this.#model.state, this.#model.list, step));
	readonly extend = (step: number): void => this.#steer(extendSelection(this.#model.state, this.#model.list, step));
	readonly select = (key: string): void => this.#steer(toggleSelected(focusRow(this.#model.state, key), key));
	readonly selectAll = (): void => {
		const { state, list } = this.#model;
		this.#steer(selectAll(state, list, list.keysBeside(state.focus)));
	};
	readonly toggleSection = (key: string): void => this.#steer(toggleClosed(this.#model.state, key));
	/** Changes how rows are grouped and sorted. */
	readonly arrange = (how: Partial<Pick<Settings, 'groupBy' | 'sortBy'>>): void => {
		void this.parts.changeSettings(how);
		this.place.comeBack();
	};

	/** Shows all proposals of a row, of the focused one where none is named, or no longer. */
	readonly toggleGroup = (key: string | null = this.#model.state.focus): void => {
		const row = key === null ? undefined : this.#model.list.get(key);
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
		if (told) this.#mark({ done: words.group.takenOut, meaning: words.group.isAnother, change: setApart(told.one, told.others) });
		else new Notice(words.group.cannotTellApart);
	};

	/** Joins the focused row with one that the user picks, the likeliest first. */
	readonly pickSame = (): void => {
		const { list, snapshot, state } = this.#model;
		const row = state.focus === null ? undefined : list.get(state.focus);
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
		this.#mark({ done: words.group.putTogether, meaning: words.group.isOne, change: putTogether(tasks ?? [], others ?? [], snapshot.memory.marks) });
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

	/** Forgets the keys that wait, else stops the work at hand, else leaves the words that are being written, the history, the selection, the filter; false where there was none of them. */
	readonly back = (): boolean => {
		const { state, runner } = this.#model;
		if (this.#early.length > 0) this.#forgetEarly();
		else if (runner.progress && runner.progress.total > 1) this.parts.runner.stop();
		else if (state.isEditing) this.#closeDraft();
		else if (state.history) this.toggleHistory();
		else if (state.group) this.toggleGroup();
		else if (state.selection.size > 0) this.#steer(clearSelection(state));
		else if (state.filter !== '') this.filter('');
		else return false;
		return true;
	};

	/** Among duplicates that differ in a value goes on to the next, else lets the user say it for the selection or the focused row. */
	readonly changeValue = (field: keyof TaskValues): void => {
		const { snapshot, state } = this.#model;
		const open = this.#openGroup()?.row;
		if (open && viewDifference(snapshot, open, state.group, field)) this.nextValue(field);
		else this.pick(field, this.#targets());
	};

	/** Lets the user say a value of rows, or until when they are hidden. */
	readonly pick = (what: Change, keys: readonly string[] = this.#targets()): void => this.#changes.pick(what, keys);

	/** Says whom all proposals of rows are for. They stay, and so does the focus. */
	readonly assign = (keys: readonly string[], owner: Owner): Promise<void> => this.#changes.assign(keys, owner);

	/** Lets the user write other words for a row, the focused one where none is named. */
	readonly edit = (key: string | null = this.#model.state.focus): void => {
		const proposal = this.#shownProposal(key);
		const row = key === null ? undefined : this.#model.list.get(key);
		if (!proposal || !row) return;
		// What was typed behind this key was meant for the field, which was not there yet.
		this.#forgetEarly();
		this.#leaveDraft();
		this.#draft = new WordDraft(proposal);
		this.#steer({ ...focusRow(this.#model.state, row.proposal.key), isEditing: true });
	};

	/** The words as they stood when the user began to write others. */
	get draft(): string {
		return this.#draft?.before ?? '';
	}

	readonly writeDraft = (words: string): void => this.#draft?.write(words);

	/** Writes the user's words into the line. @param isConfirmed whether the task is confirmed with them, as one step. */
	readonly saveDraft = (isConfirmed: boolean): void => {
		const draft = this.#draft;
		if (!draft) return;
		const choice = draft.isChanged ? draft.choice(this.#model.snapshot) : null;
		if (draft.isChanged && !choice) return;
		this.#closeDraft();
		if (isConfirmed) this.#decide(confirmAction, [draft.proposal.key], choice?.values);
		else if (choice) void this.#change(this.#rowsOf([draft.proposal.key]), [choice]);
	};

	readonly dropDraft = (): void => this.#closeDraft();

	/** Decides the selection, else the focused row. */
	readonly decideTargets = (action: Action): void => this.#decide(action, this.#targets());

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
		const { list, state } = this.#model;
		const repeats = list.sections.flatMap(({ key, rows, kind }) => (kind === 'repeated' && !state.closed.has(key) ? rows.flatMap(proposalsOf) : []));
		this.#isSteered = true;
		if (repeats.length > 0) void this.#run(choose(dismissAction, repeats));
	};

	/** Decides all rows of a section that the filter shows. */
	readonly decideSection = (action: Action, key: string): void => {
		const section = this.#model.list.sections.find((each) => each.key === key);
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

	/** What the proposal in focus stands among in its note; null while that is not known. */
	readonly surroundings = (): NeighbouringLines | null => {
		const proposal = this.#shownProposal(this.#model.state.focus);
		return proposal && this.parts.surroundings.surroundingsOf(proposal);
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
		if (!this.parts.showPerson(names.map((name) => ({ kind: 'field', name, path })))) new Notice(words.nothingDone.noPerson);
	};

	/** @param values what the line that is kept is to say beside what the row says. */
	#decide(action: Action, keys: readonly string[], values: Partial<LineValues> = {}): void {
		const open = this.#openGroup();
		const choices = keys.flatMap((key) => {
			const row = this.#model.list.get(key);
			const [first, ...others] = row ? chooseRow(action, row, row === open?.row ? open : undefined) : [];
			return first ? [{ ...first, values: { ...first.values, ...values } }, ...others] : [];
		});
		this.#isSteered = true;
		if (choices.length > 0) void this.#run(choices);
	}

	/** Answers what was done; null where the user did not agree to so much. */
	async #run(choices: readonly Choice[]): Promise<Outcome | null> {
		// What was typed behind a question was meant for what follows it.
		this.#hasDecided = true;
		if (isBulk(choices)) this.#forgetEarly();
		// What needs no answer is handed on at once, so that no key pressed after it comes first.
		return !isBulk(choices) || (await agreesTo(this.parts.app, choices)) ? this.parts.runner.run(choices) : null;
	}

	#targets(): readonly string[] {
		return targetKeys(this.#model.state, this.#model.list);
	}

	#rowsOf(keys: readonly string[]): readonly Row[] {
		return [...new Set(keys.flatMap((key) => this.#model.list.get(key) ?? []))];
	}

	#host(): ChangeHost {
		return {
			app: this.parts.app,
			now: this.parts.now,
			snapshot: () => this.#model.snapshot,
			rowsOf: (keys) => this.#rowsOf(keys),
			change: (rows, choices) => this.#change(rows, choices),
			remove: (choices) => {
				this.#isSteered = true;
				if (choices.length > 0) void this.#run(choices);
			},
			inTurn: this.inTurn,
			forgetEarly: () => this.#forgetEarly(),
		};
	}

	/** Changes what rows say, and finds the focused one again. */
	async #change(rows: readonly Row[], choices: readonly Choice[]): Promise<void> {
		if (choices.length === 0) return;
		const focused = rows.find(({ proposal }) => proposal.key === this.#model.state.focus);
		const made = await this.#runKept(choices);
		const edits = made.filter(({ path, before }) => focused?.byAge.some((proposal) => proposal.path === path && proposal.raw === before));
		// Where only others of its row were changed it still reads as it did.
		const shown = edits.find(({ path, before }) => path === focused?.proposal.path && before === focused.proposal.raw);
		if (shown) this.#focusReturned([shown]);
		else this.#catchUp();
	}

	#closeDraft(): void {
		this.#draft = null;
		this.#set({ ...this.#model.state, isEditing: false });
	}

	/** The user goes on to something else, which asks for no question: what was written is kept, as far as there is a place for it. */
	#leaveDraft(): void {
		const draft = this.#draft;
		this.#draft = null;
		if (!draft?.isChanged) return;
		// A filter may hide its row by now.
		const row = selectRowIndex(this.#model.snapshot).get(draft.proposal.key);
		const choice = row ? draft.choice(this.#model.snapshot) : null;
		if (row && choice) void this.#change([row], [choice]);
		else draft.handBack(!row);
	}

	#isAtDraft({ history, focus, isEditing }: ReviewState): boolean {
		return isEditing && !history && this.#shownProposal(focus)?.key === this.#draft?.proposal.key;
	}

	/** Changes rows that stay; what is typed meanwhile waits. Answers the edits that were made. */
	async #runKept(choices: readonly Choice[]): Promise<readonly LineEdit[]> {
		this.#underWay++;
		this.#isRegrouping = true;
		this.#isSteered = true;
		try {
			return (await this.#run(choices))?.made ?? [];
		} finally {
			this.#underWay--;
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
		if (this.#underWay > 0 || runner.changing.size > 0) return false;
		if (this.#isRegrouping && !areGroupsOfNotes(snapshot)) return false;
		this.#isRegrouping = false;
		return true;
	}

	/** The row whose proposals are shown, and what of it is kept. */
	#openGroup(): (Kept & { readonly row: Row }) | null {
		const { list, state: { focus, group } } = this.#model;
		const row = focus === null ? undefined : list.get(focus);
		return row && group ? { row, ...keptOf(row, group) } : null;
	}

	#moveInGroup(step: number): ReviewState | null {
		const row = this.#openGroup()?.row;
		return row ? moveInGroup(this.#model.state, row, step) : null;
	}

	/** The proposal that a row shows, or the one of it that has the focus; that with the key itself where it is another's. */
	#shownProposal(key: string | null): Proposal | null {
		const row = key === null ? undefined : this.#model.list.get(key);
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
		this.#model = { ...next, state: keepInHistory(this.#placeFocus(next, before.list), this.#decisions()) };
		if (this.#draft && !this.#isAtDraft(this.#model.state)) {
			this.#model = { ...this.#model, state: { ...this.#model.state, isEditing: false } };
			this.#leaveDraft();
		}
		for (const listener of [...this.#listeners]) listener();
		this.#readAhead();
		this.#catchUp();
	}

	/** The next row's source and note are read before the user comes to it. */
	#readAhead(): void {
		const { list, state: { focus } } = this.#model;
		const next = this.#isFollowing && focus !== null ? this.#shownProposal(list.at(list.indexOf(focus) + 1) ?? null) : null;
		if (!next) return;
		this.parts.evidence.evidenceOf(next);
		this.parts.surroundings.surroundingsOf(next);
	}

	/** The ids of the decisions, the latest first. */
	#decisions(): number[] {
		return this.parts.runner.state.journal.decisions.map(({ id }) => id).reverse();
	}

	#build(state: ReviewState, former: ReviewModel | null): ReviewModel {
		const { snapshot } = this.parts.store;
		const runner = this.parts.runner.state;
		const scope = this.#scopeOf(snapshot, state.filter);
		const arrangement = isReady(snapshot) ? Arrangement.of(snapshot, scope, this.#arrangement) : null;
		const isAsBefore = former !== null && arrangement === this.#arrangement && former.runner.pending === runner.pending && former.state.closed === state.closed;
		this.#arrangement = arrangement;
		const list = isAsBefore ? former.list : this.#list(snapshot, arrangement, { pending: runner.pending, closed: state.closed });
		return { snapshot, runner, state, list, groupBy: scope.groupBy };
	}

	/** The same object while it says the same. */
	#scopeOf({ settings, today }: Snapshot, filter: string): Scope {
		const { frame } = this;
		const { groupBy, sortBy } = frame ?? settings;
		const from = [groupBy, sortBy, filter, today];
		if (this.#scope?.from.every((part, at) => part === from[at])) return this.#scope.scope;
		const query: Query = parseQuery(`${frame?.filter ?? ''} ${filter}`, { today, ...(frame && { here: frame.here }) });
		this.#scope = { from, scope: { groupBy, sortBy, query } };
		return this.#scope.scope;
	}

	/** A list that fills while it is read would move under the user's hands, so there is none before. */
	#list(snapshot: Snapshot, arrangement: Arrangement | null, { pending, closed }: { readonly pending: ReadonlySet<string>; readonly closed: ReadonlySet<string> }): Listing {
		// Taken now: to ask for the rows of a snapshot of before would have them made anew.
		const rows = arrangement && selectRowIndex(snapshot);
		const rowOf = (key: string): Row | undefined => rows?.get(key);
		const going = new Set([...pending].flatMap((key) => rowOf(key) ?? []));
		return new Listing({
			sections: arrangement?.sections ?? [],
			rowOf,
			sectionOf: (row) => arrangement?.sectionOf(row),
			left: new Map([...going].map((row) => [row, withoutProposals(row, pending)])),
			closed,
			limit: this.frame?.limit ?? Infinity,
		});
	}

	#placeFocus(next: ReviewModel, shownBefore: Listing): ReviewState {
		const first = next.list.at(0) ?? null;
		// In a note, nothing opens before the user goes there.
		if (!this.#isSteered) return focusRow(next.state, this.frame ? null : first);
		const wanted = this.#wantedKey(next);
		if (wanted !== null) {
			this.#wanted = null;
			return focusRow(next.state, wanted);
		}
		const state = leaveRows(followRows(next.state, next.list), shownBefore, next.list);
		return state.focus === null && !this.frame ? focusRow(state, first) : state;
	}

	#wantedKey({ snapshot, list }: ReviewModel): string | null {
		const wanted = this.#wanted;
		if (!wanted) return null;
		const same = snapshot.notes.get(wanted.path)?.proposals.filter(({ raw }) => raw === wanted.after) ?? [];
		const row = same.map(({ key }) => list.get(key)).find((each) => each !== undefined);
		return row && list.has(row.proposal.key) ? row.proposal.key : null;
	}
}
