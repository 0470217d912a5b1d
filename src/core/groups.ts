import { Moment } from './moment';
import type { Group } from './task-node';

/**
 * The near-duplicates of tasks, by the tasks' keys; those that repeat nothing have none. What
 * is made of one by changes shares its table, so only the latest is to be asked.
 */
export class Groups {
	private constructor(private readonly table: Map<string, Group>, private readonly moment: Moment<readonly string[]>) {}

	static of(groups: Iterable<readonly [string, Group]> = []): Groups {
		return new Groups(new Map(groups), new Moment());
	}

	get(key: string): Group | undefined {
		return this.table.get(key);
	}

	/** Each as often as it has members. */
	values(): Iterable<Group> {
		return this.table.values();
	}

	/** These with some tasks in other groups, or in none where that is null: takes time with these tasks only. */
	with(changes: ReadonlyMap<string, Group | null>): Groups {
		for (const [key, group] of changes) {
			if (group) this.table.set(key, group);
			else this.table.delete(key);
		}
		return new Groups(this.table, this.moment.advance([...changes.keys()]));
	}

	/** The keys of the tasks that have come into another group since; null where that is not known. */
	changesSince(former: Groups): readonly string[] | null {
		return former.moment.changesUntil(this.moment)?.flat() ?? null;
	}
}
