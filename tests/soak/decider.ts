import { choose, confirmAction, dismissAction } from '../../src/core/actions';
import type { LineEdit } from '../../src/core/edit';
import type { Proposal } from '../../src/core/proposal';
import { selectProposals } from '../../src/core/selectors';
import type { OpenConflict } from '../../src/obsidian/open-conflicts';
import type { Outcome } from '../../src/obsidian/outcome';
import type { Decision } from './line';
import { DecidePermit, RecoveryPermit, ReturnPermit, reverse, type Change, type Permit, type Request } from './permit';
import type { World } from './world';

/** What was asked of the plugin and is not answered yet. */
interface Asked {
	readonly permit: Permit;
	readonly kind: 'decide' | 'undo' | 'redo';
	/** The decision that is taken back or made again. */
	readonly decision: number | null;
	/** How many lines it is about. */
	readonly lines: number;
	/** How many writes the app had to answer for by itself, when it was asked. */
	readonly excusedWrites: number;
}

/** How many lines a bulk decision is about, at most. */
const MOST_IN_BULK = 40;
const MOST_CONFLICTS = 3;

/** A person who decides, and the check that the plugin did just that and said so. */
export class Decider {
	/** What each decision in the plugin's journal has changed. */
	readonly #decisions = new Map<number, readonly Change[]>();
	readonly #asked = new Set<Asked>();

	constructor(private readonly world: World) {}

	/** Decides something, or takes it back. */
	async act(): Promise<void> {
		await this.world.random.weighted<() => Promise<void>>([
			[10, () => this.#decide(1)],
			[2, () => this.#decide(2 + this.world.random.below(MOST_IN_BULK))],
			[4, () => this.#return('undo', this.#anyDecision(0.5))],
			[2, () => this.#return('redo', this.#anyDecision(0.3))],
			[3, () => this.#answerConflict()],
			[1, () => Promise.all([this.#decide(1), this.#decide(1), this.#return('undo', undefined)]).then(() => undefined)],
			[0.3, () => this.#chooseSettings()],
		])();
	}

	/** Takes back all that can be, the latest first. */
	async undoAll(): Promise<void> {
		for (const { id } of [...this.world.session.runner.state.journal.decisions].reverse()) await this.#return('undo', id);
	}

	/**
	 * After a crash: what a decision had written may be taken back from here on.
	 * @returns the check, for when the next session has started.
	 */
	crash(): (outcomes: readonly Outcome[]) => void {
		const cut = [...this.#asked];
		this.#asked.clear();
		const recoveries = cut.map(({ permit, ...asked }) => {
			this.world.oracle.revoke(permit);
			const recovery = permit instanceof DecidePermit ? permit.toRecover() : new RecoveryPermit(permit.standing);
			if (asked.kind === 'decide') this.world.oracle.permit(recovery);
			return { ...asked, permit: recovery };
		});
		return (outcomes) => {
			for (const asked of recoveries) this.#checkRecovery(asked, outcomes);
		};
	}

	async #decide(count: number): Promise<void> {
		const { random, session } = this.world;
		const { pending } = session.runner.state;
		const offered = selectProposals(session.store.snapshot).filter(({ key }) => !pending.has(key));
		const chosen = random.some(offered, count);
		if (chosen.length === 0) return;
		const isConfirm = random.chance(0.5);
		const decision: Decision = isConfirm ? 'confirm' : session.store.snapshot.conventions.dismissBy === 'delete' ? 'delete' : 'dismiss';
		this.world.count(count === 1 ? 'decisions' : 'bulk decisions');
		this.world.count('lines decided', chosen.length);
		const stop = count > 1 && random.chance(0.1) ? this.world.clock.wait(random.below(300)).then(() => { session.runner.stop(); }) : null;
		await this.#ask({ kind: 'decide', permit: this.#permitToDecide(chosen, decision), decision: null, lines: chosen.length }, chosen.map(({ path }) => path), () => session.runner.run(choose(isConfirm ? confirmAction : dismissAction, chosen)));
		await stop;
	}

	#permitToDecide(chosen: readonly Proposal[], decision: Decision): Permit {
		const requests = chosen.flatMap((proposal): [number, Request][] => this.#identify(proposal, decision) ?? []);
		return new DecidePermit(new Map(requests));
	}

	/** The lines that a proposal may be, as the index knew its note. */
	#identify({ path, raw, copy }: Proposal, decision: Decision): [number, Request][] {
		const { oracle, session } = this.world;
		const mtime = session.store.snapshot.notes.get(path)?.mtime ?? 0;
		const version = oracle.version(path, mtime);
		const equal = version?.cells.filter(({ text }) => text === raw) ?? [];
		const cell = equal.length === copy.count ? equal[copy.ordinal] : undefined;
		if (cell && version) return [[cell.id, { raw, decision, seen: version.step }]];
		// The index was ahead of the file's time, or its version is too old: any line that ever read so and can't be told from it.
		return oracle.lines.idsOf(raw).map((id) => [id, { raw, decision, seen: 0 }]);
	}

	async #return(kind: 'undo' | 'redo', id: number | undefined): Promise<void> {
		const { session } = this.world;
		const all = session.runner.state.journal.decisions;
		const decision = all.find((each) => each.id === id);
		const lines = decision ? (kind === 'undo' ? decision.back : decision.again).length : -1;
		this.world.count(kind === 'undo' ? 'undos' : 'redos');
		const permit = new ReturnPermit(() => (kind === 'undo' ? reverse(this.#changesOf(id)) : this.#changesOf(id)));
		await this.#ask({ kind, permit, decision: id ?? null, lines }, decision?.back.map(({ path }) => path) ?? [], () => session.runner[kind](id));
	}

	/** Which decision is meant is the plugin's to say where none is named: any of them then. */
	#changesOf(id: number | undefined): readonly Change[] {
		return id === undefined ? [...this.#decisions.values()].flat() : (this.#decisions.get(id) ?? []);
	}

	#anyDecision(probability: number): number | undefined {
		return this.world.random.chance(probability) ? this.world.random.pick(this.world.session.runner.state.journal.decisions)?.id : undefined;
	}

	async #answerConflict(): Promise<void> {
		const { random, session } = this.world;
		const { conflicts } = session.runner.state;
		const open = random.pick(conflicts);
		if (!open) return;
		this.world.count('conflicts answered');
		if (conflicts.length > MOST_CONFLICTS) session.runner.skip(conflicts.slice(MOST_CONFLICTS).map(({ id }) => id));
		const permit = this.#permitForNewText(open);
		await this.#ask({ kind: 'decide', permit, decision: null, lines: -1 }, [open.conflict.edit.path], () => session.runner.applyToNewText(open));
	}

	/** Any line that reads so now may be meant. A dismissal deletes or cancels, as the settings say by then. */
	#permitForNewText({ conflict: { now }, action }: OpenConflict): Permit {
		const decision: Decision = action?.id === confirmAction.id ? 'confirm' : 'delete';
		const ids = now === null || !action ? [] : this.world.oracle.lines.idsOf(now);
		return new DecidePermit(new Map(ids.map((id) => [id, { raw: now ?? '', decision, seen: 0 }])));
	}

	#chooseSettings(): Promise<void> {
		this.world.session.choose({ dismissBy: this.world.random.chance(0.5) ? 'delete' : 'cancel' });
		return Promise.resolve();
	}

	async #ask(request: Omit<Asked, 'excusedWrites'>, paths: readonly string[], work: () => Promise<Outcome | null>): Promise<void> {
		const asked = { ...request, excusedWrites: this.world.excusedWrites };
		this.#asked.add(asked);
		this.world.hotPaths = paths;
		this.world.oracle.permit(asked.permit);
		const outcome = await work();
		this.#asked.delete(asked);
		this.#check(asked, outcome);
	}

	/** Compares what was said with what was done. */
	#check(asked: Asked, outcome: Outcome | null): void {
		const { oracle } = this.world;
		const unsaved = outcome?.unsaved ?? [];
		// What stands in an editor that could not be saved may still come to the disk, at any time.
		if (unsaved.length === 0) oracle.revoke(asked.permit);
		else {
			oracle.leave(asked.permit);
			this.world.count('editors that could not save, as reported', unsaved.length);
		}
		this.#remember(asked, outcome);
		const isExcused = unsaved.length > 0 || asked.excusedWrites !== this.world.excusedWrites;
		if (isExcused) return;
		const told = (outcome?.made ?? []).filter(({ before, after }) => !oracle.lines.isDebris(before ?? after ?? '')).map(({ before, after }) => `${before ?? ''} -> ${after ?? ''}`);
		const done = asked.permit.standing.map(({ from, to }) => `${from ?? ''} -> ${to ?? ''}`);
		if (!isSameBag(told, done)) oracle.report('not reported', `${asked.kind}: told ${JSON.stringify(told)}, done ${JSON.stringify(done)}, ${describe(outcome)}`);
		this.#checkCount(asked, outcome);
	}

	/** Every line that was asked for is made, in conflict, or in a note that failed. */
	#checkCount({ lines, kind }: Asked, outcome: Outcome | null): void {
		if (!outcome || lines < 0 || outcome.isStopped) return;
		const failed = outcome.failures.reduce((sum, { edits }) => sum + edits.length, 0);
		this.world.count('lines in conflict', outcome.conflicts.length);
		this.world.count('lines in notes that failed', failed);
		if (kind === 'decide' && outcome.failures.length > 0) return;
		const told = outcome.made.length + outcome.conflicts.length + failed;
		if (told !== lines) this.world.oracle.report('not reported', `${kind}: of ${lines} lines ${told} were told of, ${describe(outcome)}`);
	}

	#remember({ permit, decision, kind, excusedWrites }: Asked, outcome: Outcome | null): void {
		const id = outcome?.decision ?? decision;
		// What the app garbled can't be followed line by line: then the plugin's word is taken.
		const done = excusedWrites === this.world.excusedWrites ? permit.standing : (outcome?.made ?? []).flatMap((edit) => this.#toChanges(edit));
		if (id === null || done.length === 0) return;
		this.#decisions.set(id, [...(this.#decisions.get(id) ?? []), ...(kind === 'undo' ? reverse(done) : done)]);
	}

	#toChanges({ before, after }: LineEdit): Change[] {
		const { oracle } = this.world;
		return oracle.lines.idsOf(after ?? before ?? '').map((id) => ({ id, from: before, to: after, ending: '', step: oracle.step }));
	}

	/** Decisions in the journal that would take such changes back: the crash came before the plugin could say their names. */
	#decisionsOf(changes: readonly Change[]): number[] {
		const { decisions } = this.world.session.runner.state.journal;
		return decisions.filter(({ back }) => back.some(({ before, after }) => changes.some(({ from, to }) => before === to && after === from))).map(({ id }) => id);
	}

	/** What a crash left standing must have been told; what was taken back needs no word. */
	#checkRecovery({ permit, kind, decision }: Omit<Asked, 'lines' | 'excusedWrites'>, outcomes: readonly Outcome[]): void {
		const { oracle } = this.world;
		oracle.revoke(permit);
		const stands = permit.standing.filter(({ to, id }) => oracle.textOfId(id) === (to ?? undefined));
		const told = outcomes.flatMap(({ made, conflicts, failures }) => [...made, ...conflicts.map(({ edit }) => edit), ...failures.flatMap(({ edits }) => edits)]);
		const isTold = ({ from, to }: Change): boolean => told.some(({ before, after }) => (before === from && after === to) || (before === to && after === from));
		for (const change of stands) {
			if (!isTold(change)) oracle.report('not reported', `after a crash, ${kind} of a line stands and nobody says so: ${JSON.stringify(change)}`);
		}
		this.world.count('lines that stood after a crash, as reported', stands.length);
		const ids = decision === null ? this.#decisionsOf(permit.standing) : [decision];
		for (const id of ids) this.#decisions.set(id, [...(this.#decisions.get(id) ?? []), ...(kind === 'undo' ? reverse(permit.standing) : permit.standing)]);
	}
}

function isSameBag(one: readonly string[], other: readonly string[]): boolean {
	return one.length === other.length && [...one].sort().join('\n') === [...other].sort().join('\n');
}

function describe(outcome: Outcome | null): string {
	if (!outcome) return 'nothing said';
	const { conflicts, failures, unsaved, isStopped } = outcome;
	return JSON.stringify({ conflicts: conflicts.map(({ cause, edit, now }) => `${cause}: ${edit.before ?? ''} | ${now ?? ''}`), failures: failures.map(({ path, reason }) => `${path}: ${reason}`), unsaved, isStopped });
}
