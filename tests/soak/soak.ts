import type { CrashMoment } from '../sandbox/obsidian/vault/faults';
import { Decider } from './decider';
import type { Violation } from './oracle';
import { Outside } from './outside';
import { User } from './user';
import type { VirtualTime } from './virtual-time';
import { World } from './world';

export interface SoakOptions {
	/** Counts everything that anybody does. */
	readonly ops: number;
	readonly seed: number;
	/** After how many findings it ends. */
	readonly most: number;
	/** Is told now and then how far it is. */
	readonly progress?: (done: number) => void;
}

export interface SoakResult {
	readonly ops: number;
	readonly violations: readonly Violation[];
	/** How often what was done and seen, in the order in which it first was. */
	readonly counts: Readonly<Record<string, number>>;
}

const FIRST_NOTES = 12;
/** Operations between two times at which everything comes to rest and is compared with the disk. */
const REST_EVERY = 250;
const MOST_AT_ONCE = 4;
/** Milliseconds within which something happens beside a decision. */
const MEANWHILE_MS = 60;
/** Longer than any timer of the app or the plugin. */
const REST_MS = 6000;
const MOMENTS: readonly CrashMoment[] = ['before', 'after', 'torn'];

/** Lets everybody loose on a vault: deciding, typing, other programs, faults and crashes, until so much was done or something went wrong. */
export class Soak {
	readonly #world: World;
	readonly #outside: Outside;
	readonly #user: User;
	readonly #decider: Decider;
	#done = 0;

	constructor(private readonly clock: VirtualTime, private readonly options: SoakOptions) {
		this.#world = new World(clock, options.seed);
		this.#outside = new Outside(this.#world);
		this.#user = new User(this.#world, this.#outside);
		this.#decider = new Decider(this.#world);
	}

	async run(): Promise<SoakResult> {
		for (let at = 0; at < FIRST_NOTES; at++) await this.#outside.create();
		await this.#world.session.start();
		await this.clock.wait(REST_MS);
		let nextRest = REST_EVERY;
		while (this.#done < this.options.ops && this.#violations.length < this.options.most) {
			await this.#step();
			if (this.#done < nextRest) continue;
			nextRest = this.#done + REST_EVERY;
			await this.#rest();
			this.options.progress?.(this.#done);
		}
		await this.#finish();
		return { ops: this.#done, violations: this.#violations, counts: this.#counts() };
	}

	get #violations(): readonly Violation[] {
		return this.#world.oracle.violations;
	}

	/** One thing of the plugin's, with whatever others do meanwhile. */
	async #step(): Promise<void> {
		const { random } = this.#world;
		const crash = this.#prepareTrouble();
		const others = Array.from({ length: random.below(MOST_AT_ONCE) }, () => this.#meanwhile());
		const work = this.#decider.act();
		this.#done += 1;
		const crashed = crash.then(() => 'crashed' as const);
		const ending = await Promise.race([Promise.all([work, ...others]).then(() => 'done' as const), crashed]);
		if (ending === 'crashed') await this.#restart();
		else this.#world.session.app.vault.adapter.faults.clear();
		if (random.chance(0.3)) await this.clock.wait(random.below(400));
	}

	/** Something that happens while the plugin is at work. */
	async #meanwhile(): Promise<void> {
		const { random } = this.#world;
		const actor = random.chance(0.6) ? this.#outside : this.#user;
		await this.clock.wait(random.below(MEANWHILE_MS));
		this.#done++;
		await actor.act().catch((error: unknown) => { this.#forgive(error); });
	}

	/** What the disk refuses somebody else is not the plugin's trouble. */
	#forgive(error: unknown): void {
		const isExpected = error instanceof Error && /EIO|ENOENT|EEXIST|already exists|no such file/iu.test(error.message);
		if (isExpected) this.#world.count('failures met by others');
		else this.#world.oracle.report('trouble', error instanceof Error ? String(error.stack) : String(error));
	}

	/** Now and then the disk fails, or the app is to be killed at one of its next writes. Resolves when it is. */
	#prepareTrouble(): Promise<unknown> {
		const { random, session, paths } = this.#world;
		const { faults } = session.app.vault.adapter;
		if (random.chance(0.04)) {
			this.#world.count('faults of the disk');
			const path = random.chance(0.5) ? '*.md' : (random.pick(paths) ?? '*.md');
			const operation = random.pick(['read', 'write', 'stat'] as const) ?? 'read';
			this.#world.expectFailures(path === '*.md' ? paths : [path]);
			faults.fail({ operation, path, times: 1 + random.below(3) });
		}
		if (!random.chance(0.02)) return new Promise(() => undefined);
		const moment = random.pick(MOMENTS) ?? 'before';
		this.#world.crashMoment = moment;
		faults.crash({ operation: 'write', path: '*.md', nth: 1 + random.below(6), moment });
		return faults.crashed;
	}

	async #restart(): Promise<void> {
		this.#world.count(`crashes (${this.#world.crashMoment ?? ''})`);
		const check = this.#decider.crash();
		this.#world.count('typed lines that a crash took', this.#world.oracle.typing.forget(() => true).length);
		const outcomes = await this.#world.restart();
		this.#user.restart();
		check(outcomes);
		await this.clock.wait(REST_MS);
	}

	/** Waits until nothing moves, and looks whether all that was typed has come to the disk. */
	async #rest(): Promise<void> {
		await this.clock.wait(REST_MS);
		await this.#world.compare();
		await this.#world.clearDebris();
		this.#world.count('times at rest');
		this.#world.judgeTyped();
	}

	/** Takes everything back at the end, as far as it goes. */
	async #finish(): Promise<void> {
		if (this.#violations.length === 0) await this.#decider.undoAll();
		await this.#rest();
	}

	#counts(): Record<string, number> {
		const { counts, oracle } = this.#world;
		return { ...Object.fromEntries(counts), 'lines changed by the app and judged': oracle.lineChanges, 'lines that the app itself lost or garbled': oracle.excused };
	}
}
