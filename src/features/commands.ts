import { MarkdownView, Notice, type App, type Command, type EditorSelection } from 'obsidian';
import { ACTIONS, type Action } from '../core/actions';
import type { SnapshotSource } from '../core/index-store';
import type { Proposal } from '../core/proposal';
import { selectLive } from '../core/selectors';
import { words } from '../words/words';
import type { LineDecider } from './line-decider';
import { ProposalPicker } from './proposal-picker';
import type { Change } from './value-changes';

/** What the commands work with. */
export interface CommandContext {
	readonly app: App;
	readonly store: SnapshotSource;
	readonly lines: LineDecider;
	readonly openReview: (page?: 'history') => Promise<void>;
	readonly openReviewInTab: () => Promise<void>;
}

/** All commands of the plugin; those that decide are made from the list of actions. */
export function makeCommands(context: CommandContext): Command[] {
	return [
		{ id: 'open-review', name: words.review.open, callback: () => void context.openReview() },
		{ id: 'open-review-in-tab', name: words.review.openInTab, callback: () => void context.openReviewInTab() },
		...ACTIONS.map((action) => decideHere(context, action)),
		...ACTIONS.map((action) => decideNote(context, action)),
		...CHANGE_COMMANDS.map((command) => changeHere(context, command)),
		moveCommand(context, 'next', 1),
		moveCommand(context, 'previous', -1),
		{ id: 'show-history', name: words.commands.showHistory, callback: () => void context.openReview('history') },
		{ id: 'undo', name: words.commands.undo, callback: () => void context.lines.takeBack('undo') },
		{ id: 'redo', name: words.commands.redo, callback: () => void context.lines.takeBack('redo') },
	];
}

/** Decides what the cursor or the selection is on; where that is no proposal, the user picks one. */
function decideHere(context: CommandContext, action: Action): Command {
	return {
		id: `${action.id}-proposed-task`,
		name: words.actions[action.id].one,
		callback: () => {
			const view = editedView(context.app);
			const proposals = view ? selectedProposals(context, view) : [];
			if (proposals.length > 0) void context.lines.decide(action, proposals);
			else pickProposal(context, action);
		},
	};
}

const CHANGE_COMMANDS: readonly { readonly what: Change; readonly id: string }[] = [
	{ what: 'owner', id: 'change-owner' },
	{ what: 'due', id: 'change-due-date' },
	{ what: 'priority', id: 'change-priority' },
	{ what: 'hidden', id: 'hide-proposed-task' },
];

/** Changes what the cursor or the selection is on. */
function changeHere(context: CommandContext, { what, id }: (typeof CHANGE_COMMANDS)[number]): Command {
	return {
		id,
		name: words.changes.command[what],
		checkCallback: (checking) => {
			const view = editedView(context.app);
			if (!view) return false;
			if (checking) return true;
			const proposals = selectedProposals(context, view);
			if (proposals.length > 0) context.lines.change(what, proposals);
			else new Notice(words.nothingDone.noProposalHere);
			return true;
		},
	};
}

function decideNote(context: CommandContext, action: Action): Command {
	return {
		id: `${action.id}-all-in-note`,
		name: words.actions[action.id].inNote,
		checkCallback: (checking) => {
			const path = context.app.workspace.getActiveFile()?.path;
			const known = path === undefined ? [] : (context.store.snapshot.notes.get(path)?.proposals ?? []);
			if (known.length === 0) return false;
			const view = editedView(context.app);
			if (!checking) void context.lines.decide(action, view ? readView(context, view) : known);
			return true;
		},
	};
}

function moveCommand(context: CommandContext, direction: 'next' | 'previous', step: 1 | -1): Command {
	return {
		id: `${direction}-proposed-task`,
		name: words.commands[direction],
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
		new Notice(step > 0 ? words.nothingDone.noProposalBelow : words.nothingDone.noProposalAbove);
		return;
	}
	editor.setCursor({ line: target, ch: editor.getLine(target).length });
	editor.scrollIntoView({ from: { line: target, ch: 0 }, to: { line: target, ch: 0 } }, true);
}

function pickProposal(context: CommandContext, action: Action): void {
	const proposals = selectLive(context.store.snapshot);
	if (proposals.length === 0) {
		new Notice(words.nothingDone.noProposals);
		return;
	}
	new ProposalPicker(context.app, context.store, action, (proposal) => void context.lines.decide(action, [proposal])).open();
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
function readView({ lines }: CommandContext, view: MarkdownView): Proposal[] {
	return view.file ? lines.read(view.file.path, view.editor.getValue()) : [];
}
