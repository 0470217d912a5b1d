import { DiskError, type DiskOperation } from './disk';

/** Which operations of the disk a fault strikes. Plain data, so that a test can send it into a page. */
export interface FaultTarget {
	/** Any, where left out. */
	readonly operation?: DiskOperation;
	/** A path in which `*` stands for any characters, slashes too; every path where left out. A rename is met by either of its two. */
	readonly path?: string;
	/** How many operations it strikes before it is over; one where left out. */
	readonly times?: number | 'always';
}

/** An operation that is refused. */
export interface FailureTarget extends FaultTarget {
	/** As the platform names it; `EIO` where left out. */
	readonly code?: FailureCode;
}

export type FailureCode = keyof typeof reasons;

/** How much of the operation at which a page is killed reaches the disk: nothing, all, or the first half of the bytes of a write. */
export type CrashMoment = 'before' | 'after' | 'torn';

/** The operation at which everything stops. */
export interface CrashTarget {
	/** Any that changes the disk, where left out. */
	readonly operation?: DiskOperation;
	/** As in `FaultTarget`. */
	readonly path?: string;
	/** Counts the operations that fit, from 1, which is meant where left out. */
	readonly nth?: number;
	/** `before` where left out. What is no write can't be torn: then nothing of it happens. */
	readonly moment?: CrashMoment;
}

/** Where a crash happened. */
export interface Crash {
	readonly operation: DiskOperation;
	readonly path: string;
	readonly moment: CrashMoment;
}

/** Operations that wait for a test. */
export interface Held {
	/** Resolves when the first of them waits. */
	readonly reached: Promise<void>;
	/** Lets those go on that wait, and no more of them wait. */
	release(): void;
}

/** An operation that is about to happen. A rename has two paths, the old one first. */
export interface DiskCall {
	readonly operation: DiskOperation;
	readonly paths: readonly [string, ...string[]];
}

type Hook = (call: DiskCall) => unknown;

interface Rule {
	readonly fits: (call: DiskCall) => boolean;
	readonly hook: Hook;
	left: number;
}

interface PlannedCrash {
	readonly fits: (call: DiskCall) => boolean;
	readonly moment: CrashMoment;
	left: number;
}

const reasons = {
	EACCES: 'permission denied',
	EBUSY: 'resource busy or locked',
	EIO: 'i/o error',
	ENOENT: 'no such file or directory',
	ENOSPC: 'no space left on device',
	EPERM: 'operation not permitted',
	EROFS: 'read-only file system',
} as const;

const systemCalls: Readonly<Record<DiskOperation, string>> = { stat: 'stat', list: 'scandir', read: 'open', write: 'open', mkdir: 'mkdir', remove: 'rm', rename: 'rename' };

const changing: readonly DiskOperation[] = ['write', 'mkdir', 'remove', 'rename'];

/** Resolves never. */
const never = new Promise<never>(() => undefined);

/** What goes wrong on a disk: operations that fail, that hang, and a crash, all on demand of a test. */
export class Faults {
	private readonly rules: Rule[] = [];
	private readonly crashes: PlannedCrash[] = [];
	private happened: Crash | null = null;
	private tell: (crash: Crash) => void = () => undefined;
	/** Resolves at the crash. From then on no operation of the disk comes to an end. */
	readonly crashed = new Promise<Crash>((resolve) => { this.tell = resolve; });

	/** Operations fail with the platform's error. */
	fail({ code = 'EIO', ...target }: FailureTarget): void {
		this.intercept(target, ({ operation, paths: [path] }) => {
			throw new DiskError(code, reasons[code], systemCalls[operation], path);
		});
	}

	/** Operations wait before they begin, until they are released. */
	hang(target: FaultTarget): Held {
		let reach: () => void = () => undefined;
		let release: () => void = () => undefined;
		const reached = new Promise<void>((resolve) => { reach = resolve; });
		const released = new Promise<void>((resolve) => { release = resolve; });
		this.intercept(target, () => {
			reach();
			return released;
		});
		return { reached, release };
	}

	/** Stops everything at an operation, as when the app is killed there. */
	crash({ nth = 1, moment = 'before', ...target }: CrashTarget): void {
		const fits = matcher(target);
		this.crashes.push({ moment, left: nth, fits: (call) => fits(call) && (target.operation !== undefined || changing.includes(call.operation)) });
	}

	/** Runs a hook before operations begin. What it throws is their failure. */
	intercept({ times = 1, ...target }: FaultTarget, hook: Hook): void {
		this.rules.push({ fits: matcher(target), hook, left: times === 'always' ? Infinity : times });
	}

	/** Takes back every fault that has not struck. What hangs goes on hanging until it is released. */
	clear(): void {
		this.rules.length = 0;
		this.crashes.length = 0;
	}

	/** Whether everything has stopped. */
	get isCrashed(): boolean {
		return this.happened !== null;
	}

	/** Resolves never after a crash. Called by the disk. */
	async whileAlive(): Promise<void> {
		if (this.isCrashed) await never;
	}

	/** Applies the first fault that fits. Called by the disk before an operation. @throws what the fault throws */
	async strike(call: DiskCall): Promise<void> {
		await this.whileAlive();
		const rule = this.rules.find(({ fits, left }) => left > 0 && fits(call));
		if (rule) {
			rule.left--;
			await rule.hook(call);
		}
		await this.whileAlive();
	}

	/** The crash that this operation is the moment of, or null. Called by the disk, which then does of it what the moment says. */
	beginCrash(call: DiskCall): Crash | null {
		const due = this.crashes.filter(({ fits }) => fits(call)).filter((planned) => --planned.left === 0)[0];
		if (!due) return null;
		this.happened = { operation: call.operation, path: call.paths[0], moment: due.moment };
		return this.happened;
	}

	/** Tells that the crash is over the disk, and resolves never. Called by the disk. */
	endCrash(crash: Crash): Promise<never> {
		this.tell(crash);
		return never;
	}
}

function matcher({ operation, path }: FaultTarget): (call: DiskCall) => boolean {
	const pattern = path === undefined ? /^/ : new RegExp(`^${path.split('*').map(escapePattern).join('[^]*')}$`);
	return (call) => (operation === undefined || operation === call.operation) && call.paths.some((one) => pattern.test(one));
}

function escapePattern(text: string): string {
	return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
