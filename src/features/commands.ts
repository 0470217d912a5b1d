import { MarkdownView, Notice, type App, type Command, type EditorSelection } from 'obsidian';
import { ACTIONS, chooseLines, type Action } from '../core/actions';
import type { SnapshotSource } from '../core/index-store';
import { readProposals, type Proposal } from '../core/proposal';
import { areGroupsCurrent, selectLive, selectRowOf } from '../core/selectors';
import { toUnparsedNote } from '../core/unparsed-note';
import type { ActionRunner } from '../obsidian/action-runner';
import { agreesTo, isBulk } from './bulk-consent';
import { showOutcome } from './outcome-notice';
import { ProposalPicker } from './proposal-picker';

/** What the commands work with. */
export interface CommandContext {
	readonly app: App;
	readonly store: SnapshotSource;
	readonly runner: ActionRunner;
	readonly openReview: (page?: 'history') => Promise<void>;
}

/** All commands of the plugin; those that decide are made from the list of actions. */
export function makeCommands(context: CommandContext): Command[] {
	return [
		{ id: 'open-review', name: 'Open review', callback: () => void context.openReview() },
		...ACTIONS.map((action) => decideHere(context, action)),
		...ACTIONS.map((action) => decideNote(context, action)),
		moveCommand(context, 'next', 1),
		moveCommand(context, 'previous', -1),
		{ id: 'show-history', name: 'Show review history', callback: () => void context.openReview('history') },
		{ id: 'undo', name: 'Undo last review action', callback: () => void takeBack(context, 'undo') },
		{ id: 'redo', name: 'Redo last review action', callback: () => void takeBack(context, 'redo') },
	];
}

/** Decides what the cursor or the selection is on; where that is no proposal, the user picks one. */
function decideHere(context: CommandContext, action: Action): Command {
	return {
		id: `${action.id}-proposed-task`,
		name: `${action.name} proposed task`,
		callback: () => {
			const view = editedView(context.app);
			const proposals = view ? selectedProposals(context, view) : [];
			if (proposals.length > 0) void decide(context, action, proposals);
			else pickProposal(context, action);
		},
	};
}

function decideNote(context: CommandContext, action: Action): Command {
	return {
		id: `${action.id}-all-in-note`,
		name: `${action.name} all proposed tasks in this note`,
		checkCallback: (checking) => {
			const path = context.app.workspace.getActiveFile()?.path;
			const known = path === undefined ? [] : (context.store.snapshot.notes.get(path)?.proposals ?? []);
			if (known.length === 0) return false;
			const view = editedView(context.app);
			if (!checking) void decide(context, action, view ? readView(context, view) : known);
			return true;
		},
	};
}

function moveCommand(context: CommandContext, direction: 'next' | 'previous', step: 1 | -1): Command {
	return {
		id: `${direction}-proposed-task`,
		name: `Go to ${direction} proposed task`,
		checkCallback: (checking) => {
			const view = editedView(context.app);
			if (!view) return false;
			if (!checking) moveToProposal(context, view, step);
			return true;
		},
	};
}

function moveToProposal(context: CommandContext, view: MarkdownView, step: 1 | -1): void {
	const { editor } = view;
	const lines = readView(context, view).map((proposal) => proposal.line);
	const current = editor.getCursor().line;
	const target = step > 0 ? lines.find((line) => line > current) : lines.findLast((line) => line < current);
	if (target === undefined) {
		new Notice(step > 0 ? 'No proposed task below the cursor.' : 'No proposed task above the cursor.');
		return;
	}
	editor.setCursor({ line: target, ch: editor.getLine(target).length });
	editor.scrollIntoView({ from: { line: target, ch: 0 }, to: { line: target, ch: 0 } }, true);
}

function pickProposal(context: CommandContext, action: Action): void {
	const proposals = selectLive(context.store.snapshot);
	if (proposals.length === 0) {
		new Notice('No proposed tasks are waiting.');
		return;
	}
	new ProposalPicker(context.app, context.store, action, (proposal) => void decide(context, action, [proposal])).open();
}

async function decide(context: CommandContext, action: Action, proposals: readonly Proposal[]): Promise<void> {
	await untilGrouped(context);
	const choices = chooseLines(action, proposals, selectRowOf(context.store.snapshot));
	if (isBulk(choices) && !(await agreesTo(context.app, choices))) return;
	showOutcome(await context.runner.run(choices), context.runner);
}

/** Resolves once the groups follow from all that was said of duplicates, or what was just said to be another task would be put away. */
function untilGrouped({ store, runner }: CommandContext): Promise<void> {
	return new Promise((resolve) => {
		const look = (): void => {
			if (runner.state.isMarking || !areGroupsCurrent(store.snapshot)) return;
			for (const stop of stops) stop();
			resolve();
		};
		const stops = [store.subscribe(look), runner.subscribe(look)];
		look();
	});
}

async function takeBack(context: CommandContext, direction: 'undo' | 'redo'): Promise<void> {
	// A decision that was asked for before waits for the same.
	await untilGrouped(context);
	const { runner } = context;
	const outcome = await runner[direction]();
	if (outcome) showOutcome(outcome, runner);
	else new Notice(direction === 'undo' ? 'Nothing to undo.' : 'Nothing to redo.');
}

/** The note that is being edited; null in reading mode, where there is no cursor. */
function editedView(app: App): MarkdownView | null {
	const view = app.workspace.getActiveViewOfType(MarkdownView);
	return view?.getMode() === 'source' ? view : null;
}

function selectedProposals(context: CommandContext, view: MarkdownView): Proposal[] {
	const lines = new Set(view.editor.listSelections().flatMap(selectedLines));
	return readView(context, view).filter((proposal) => lines.has(proposal.line));
}

function selectedLines({ anchor, head }: EditorSelection): number[] {
	const [from, to] = anchor.line < head.line || (anchor.line === head.line && anchor.ch <= head.ch) ? [anchor, head] : [head, anchor];
	// A selection of whole lines ends before the first character of the next one.
	const last = to.line > from.line && to.ch === 0 ? to.line - 1 : to.line;
	return Array.from({ length: last - from.line + 1 }, (_, at) => from.line + at);
}

/** Reads the editor's own text, which may be newer than the index. */
function readView(context: CommandContext, view: MarkdownView): Proposal[] {
	if (!view.file) return [];
	return readProposals(toUnparsedNote(view.file.path, view.editor.getValue()), context.store.snapshot.conventions.statuses);
}
