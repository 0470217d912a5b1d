import { Notice, type App } from 'obsidian';
import { choose, hideAction, keepAction, withoutIdle, type Choice } from '../core/actions';
import { printDay } from '../core/day-words';
import type { Snapshot } from '../core/index-store';
import type { Person } from '../core/person';
import type { Proposal } from '../core/proposal';
import { proposalsOf, type Row } from '../core/rows';
import { resolveOwner } from '../core/selectors';
import type { LineValues, TaskValues } from '../core/task-values';
import { personLink } from '../obsidian/person-link';
import { words } from '../words/words';
import { DayPicker } from './day-picker';
import { mentionOf } from './person-mention';
import { PersonPicker } from './person-picker';
import { PriorityPicker } from './priority-picker';

/** Whom a row can be for. */
export type Owner = Person | 'me' | 'nobody';

/** What of a row can be changed beside its words. */
export type Change = keyof TaskValues | 'hidden';

/** The changes, as menus and commands offer them. */
export const CHANGES: readonly { readonly what: Change; readonly icon: string }[] = [
	{ what: 'owner', icon: 'user-pen' },
	{ what: 'due', icon: 'calendar' },
	{ what: 'priority', icon: 'chevrons-up' },
	{ what: 'hidden', icon: 'eye-off' },
];

/** What is done for those who change what rows say. */
export interface ChangeHost {
	readonly app: App;
	readonly now: () => number;
	snapshot(): Snapshot;
	/** The rows of some keys, each once. */
	rowsOf(keys: readonly string[]): readonly Row[];
	/** Carries out what leaves the rows where they are. */
	change(rows: readonly Row[], choices: readonly Choice[]): Promise<void>;
	/** Carries out what hides rows. */
	remove(choices: readonly Choice[]): void;
	/** Does what a picker answers, in its turn. */
	inTurn(act: () => void): void;
	/** Forgets what was typed ahead: it was meant for a picker, which was not there yet. */
	forgetEarly(): void;
}

/** Changes what rows say of a task beside its words: whom it is for, when it is due, how urgent it is, and from when on it is to be seen. */
export class ValueChanges {
	constructor(private readonly host: ChangeHost) {}

	/** Lets the user say one thing of rows. */
	pick(what: Change, keys: readonly string[]): void {
		switch (what) {
			case 'owner': return this.#pickOwner(keys);
			case 'due': return this.#pickDue(keys);
			case 'priority': return this.#pickPriority(keys);
			case 'hidden': return this.#pickHidden(keys);
		}
	}

	/** Says whom all proposals of rows are for. */
	async assign(keys: readonly string[], owner: Owner): Promise<void> {
		const rows = this.host.rowsOf(keys);
		const others = rows.flatMap(proposalsOf).filter((proposal) => !this.#isFor(owner, proposal));
		const action = keepAction(owner === 'nobody' ? words.changes.ownerRemoved : words.changes.assigned);
		const choices = others.flatMap((proposal) => this.#firstThatFits(this.#namesOf(owner, proposal).map((name) => ({ action, proposal, values: { owner: name } }))));
		if (choices.length < others.length) new Notice(words.changes.nameDoesNotFit);
		await this.host.change(rows, choices);
	}

	#pickOwner(keys: readonly string[]): void {
		const [first] = this.host.rowsOf(keys);
		if (!first) return;
		const snapshot = this.host.snapshot();
		const choose = this.#answer((owner: Owner) => void this.assign(keys, owner));
		const others = [{ title: words.owners.me, words: snapshot.settings.ownerNames, choose: () => choose('me') }, { title: words.owners.nobody, choose: () => choose('nobody') }];
		new PersonPicker(this.host.app, { snapshot, path: first.proposal.path, placeholder: words.owners.ask, others, choose }).open();
	}

	#pickDue(keys: readonly string[]): void {
		const rows = this.host.rowsOf(keys);
		if (rows.length === 0) return;
		const none = rows.flatMap(proposalsOf).some(({ due }) => due !== null) ? words.dayPicker.noDue : null;
		const choose = this.#answer((due: string | null) => void this.#set(keys, { due }, due === null ? words.changes.dueRemoved : words.changes.due({ day: due })));
		new DayPicker(this.host.app, { today: this.#today(), question: words.dayPicker.due, isAhead: false, none, choose }).open();
	}

	#pickPriority(keys: readonly string[]): void {
		if (this.host.rowsOf(keys).length === 0) return;
		const choose = this.#answer((priority: TaskValues['priority']) => void this.#set(keys, { priority }, priority === null ? words.changes.priorityRemoved : words.changes.priority({ priority: words.priorities.names[priority] })));
		new PriorityPicker(this.host.app, choose).open();
	}

	#pickHidden(keys: readonly string[]): void {
		if (this.host.rowsOf(keys).length === 0) return;
		const choose = this.#answer((day: string | null) => day !== null && this.#hide(keys, day));
		new DayPicker(this.host.app, { today: this.#today(), question: words.dayPicker.hidden, isAhead: true, none: null, choose }).open();
	}

	/** Has all proposals of rows say the same. */
	async #set(keys: readonly string[], values: Partial<Pick<LineValues, 'due' | 'priority'>>, done: string): Promise<void> {
		const rows = this.host.rowsOf(keys);
		const fields = Object.keys(values) as (keyof typeof values)[];
		const others = rows.flatMap(proposalsOf).filter((proposal) => fields.some((field) => proposal[field] !== values[field]));
		const action = keepAction(done);
		const choices = others.flatMap((proposal) => this.#firstThatFits([{ action, proposal, values }]));
		if (choices.length < others.length) new Notice(words.changes.valueDoesNotFit);
		await this.host.change(rows, choices);
	}

	#hide(keys: readonly string[], day: string): void {
		const all = choose(hideAction(day, words.changes.hidden({ day })), this.host.rowsOf(keys).flatMap(proposalsOf));
		const choices = all.flatMap((choice) => this.#firstThatFits([choice]));
		if (choices.length < all.length) new Notice(words.changes.dayDoesNotFit);
		this.host.remove(choices);
	}

	/** What a picker calls with what was picked. */
	#answer<T>(then: (picked: T) => void): (picked: T) => void {
		this.host.forgetEarly();
		return (picked) => this.host.inTurn(() => then(picked));
	}

	#today(): string {
		return printDay(new Date(this.host.now()));
	}

	/** The first of some ways to say the same that a line takes. */
	#firstThatFits(choices: readonly Choice[]): readonly Choice[] {
		const context = { conventions: this.host.snapshot().conventions, today: '' };
		const fitting = choices.find((choice) => withoutIdle([choice], context).length > 0);
		return fitting ? [fitting] : [];
	}

	#isFor(owner: Owner, proposal: Proposal): boolean {
		const resolution = resolveOwner(this.host.snapshot(), proposal);
		if (owner === 'nobody') return proposal.owner === null;
		return owner === 'me' ? resolution?.kind === 'owner' : resolution?.kind === 'person' && resolution.person === owner;
	}

	/** What can stand for an owner in a line, what the user would write first. */
	#namesOf(owner: Owner, { path }: Proposal): readonly (string | null)[] {
		const snapshot = this.host.snapshot();
		if (owner === 'nobody') return [null];
		if (owner === 'me') return snapshot.settings.ownerNames.length > 0 ? snapshot.settings.ownerNames : ['Me'];
		const { app } = this.host;
		const link = personLink(app, snapshot, owner, path, { shown: owner.name });
		return [mentionOf(app, snapshot, owner, path), ...(link === null ? [] : [link])];
	}
}
