import { Menu, Notice, type App } from 'obsidian';
import { ACTIONS, chooseLines, type Action, type Choice } from '../core/actions';
import type { SnapshotSource } from '../core/index-store';
import { readProposals, type Proposal } from '../core/proposal';
import type { Row } from '../core/rows';
import { areGroupsCurrent, selectRowIndex } from '../core/selectors';
import { toUnparsedNote } from '../core/unparsed-note';
import type { ActionRunner } from '../obsidian/action-runner';
import { words } from '../words/words';
import { agreesTo, isBulk } from './bulk-consent';
import { showOutcome } from './outcome-notice';
import { CHANGES, ValueChanges, type Change, type ChangeHost } from './value-changes';

/** What deciding in notes works with. */
export interface LineDeciderParts {
	readonly app: App;
	readonly store: SnapshotSource;
	readonly runner: ActionRunner;
	/** Milliseconds since the epoch. */
	readonly now: () => number;
	/** Opens the review with the duplicates of a note's tasks and all that shows of them. @param filter what its filter is to say */
	readonly review: (filter: string) => void;
}

/** Decides proposals where they stand in notes, and tells of it in notices: for commands, menus, and the buttons in notes. */
export class LineDecider {
	readonly #changes: ValueChanges;
	/** What is to be changed may be newer than the rows. */
	#at: readonly Proposal[] = [];

	constructor(private readonly parts: LineDeciderParts) {
		this.#changes = new ValueChanges(this.#host());
	}

	/** Decides proposals with all that repeats them anywhere. */
	async decide(action: Action, proposals: readonly Proposal[]): Promise<void> {
		await this.#untilGrouped();
		await this.#run(chooseLines(action, proposals, selectRowIndex(this.parts.store.snapshot)));
	}

	/** Lets the user change what a proposal says beside its words. */
	change(what: Change, proposals: readonly Proposal[]): void {
		this.#at = proposals;
		this.#changes.pick(what, proposals.map(({ key }) => key));
	}

	/** Takes the latest decision back, or makes it again. */
	async takeBack(direction: 'undo' | 'redo'): Promise<void> {
		// A decision that was asked for before waits for the same.
		await this.#untilGrouped();
		const { runner } = this.parts;
		const outcome = await runner[direction]();
		if (outcome) showOutcome(outcome, runner);
		else new Notice(direction === 'undo' ? words.nothingDone.nothingToUndo : words.nothingDone.nothingToRedo);
	}

	/** The proposals of a text that may be newer than the index. */
	read(path: string, text: string): Proposal[] {
		return readProposals(toUnparsedNote(path, text), this.parts.store.snapshot.conventions.statuses);
	}

	/** All that can be done with a proposal. */
	addTo(menu: Menu, proposal: Proposal): Menu {
		for (const action of ACTIONS) menu.addItem((item) => item.setSection('ratify').setTitle(words.actions[action.id].one).setIcon(action.icon).onClick(() => void this.decide(action, [proposal])));
		for (const { what, icon } of CHANGES) menu.addItem((item) => item.setSection('ratify-change').setTitle(words.changes.menu[what]).setIcon(icon).onClick(() => this.change(what, [proposal])));
		menu.addItem((item) => item.setSection('ratify-review').setTitle(words.lines.show).setIcon('list-checks').onClick(() => this.parts.review(`note:"${proposal.path.replaceAll('"', ' ')}"`)));
		return menu;
	}

	#host(): ChangeHost {
		const { parts } = this;
		return {
			app: parts.app,
			now: parts.now,
			snapshot: () => parts.store.snapshot,
			rowsOf: (keys) => this.#rowsOf(keys),
			change: async (_rows, choices) => this.#run(choices),
			remove: (choices) => void this.#run(choices),
			inTurn: (act) => act(),
			forgetEarly: () => undefined,
		};
	}

	/** The rows of the proposals at hand; those that the index does not know yet are rows of their own. */
	#rowsOf(keys: readonly string[]): readonly Row[] {
		const rowOf = selectRowIndex(this.parts.store.snapshot);
		const rows = keys.flatMap((key) => {
			const proposal = this.#at.find((each) => each.key === key);
			return rowOf.get(key) ?? (proposal ? { proposal, others: [], archived: [], byAge: [proposal], decided: [] } : []);
		});
		return [...new Set(rows)];
	}

	async #run(choices: readonly Choice[]): Promise<void> {
		const { app, runner } = this.parts;
		if (choices.length === 0 || (isBulk(choices) && !(await agreesTo(app, choices)))) return;
		showOutcome(await runner.run(choices), runner);
	}

	/** Resolves once the groups follow from all that was said of duplicates, or what was just said to be another task would be put away. */
	#untilGrouped(): Promise<void> {
		const { store, runner } = this.parts;
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
}
