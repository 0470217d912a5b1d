import type { Snapshot } from './index-store';
import { memoize } from './memoize';
import type { RowIndex } from './row-index';
import { isHidden, newestWith, withoutProposals, type Row } from './rows';
import { isMine, selectPeople, selectRowIndex } from './selectors';

/** How much there is to decide now. */
export interface Tally {
	readonly rows: number;
	/** The proposals that these are about. */
	readonly proposals: number;
	/** How many of the rows are for the vault's owner. */
	readonly mine: number;
}

/** How much there is to decide: counted once, then kept in step with the rows that change. */
export const selectTally = memoize(
	(snapshot: Snapshot) => [selectRowIndex(snapshot), snapshot.today, selectPeople(snapshot).naming] as const,
	(snapshot, former: Tally | undefined): Tally => {
		const rows = selectRowIndex(snapshot);
		const counted = former && countedOf.get(former);
		const { today } = snapshot;
		const { naming } = selectPeople(snapshot);
		const changes = counted && counted.today === today && counted.naming === naming ? rows.changesSince(counted.rows) : null;
		const shares = (changes && counted?.shares) ?? new Map<Row, Tally>();
		let tally = (changes && former) ?? NOTHING;
		for (const row of changes?.gone ?? []) {
			tally = add(tally, shares.get(row) ?? NOTHING, -1);
			shares.delete(row);
		}
		for (const row of changes?.come ?? rows.list) {
			const share = shareOf(snapshot, row);
			if (share.rows === 0) continue;
			shares.set(row, share);
			tally = add(tally, share, 1);
		}
		const next = { ...tally };
		countedOf.set(next, { rows, today, naming, shares });
		return next;
	},
);

/** The same without some proposals, such as those that are being written: takes time with these. */
export function tallyWithout(snapshot: Snapshot, gone: ReadonlySet<string>): Tally {
	const rows = selectRowIndex(snapshot);
	const concerned = new Set([...gone].flatMap((key) => rows.get(key) ?? []));
	return [...concerned].reduce((tally, row) => {
		const left = withoutProposals(row, gone);
		return add(add(tally, shareOf(snapshot, row), -1), left ? shareOf(snapshot, left) : NOTHING, 1);
	}, selectTally(snapshot));
}

/** What a tally was counted from, and what each row has in it. */
const countedOf = new WeakMap<Tally, { readonly rows: RowIndex; readonly today: string | null; readonly naming: object; readonly shares: Map<Row, Tally> }>();

const NOTHING: Tally = { rows: 0, proposals: 0, mine: 0 };

function shareOf(snapshot: Snapshot, row: Row): Tally {
	if (isHidden(row, snapshot.today)) return NOTHING;
	return { rows: 1, proposals: row.byAge.length, mine: isMine(snapshot, newestWith(row, 'owner')) ? 1 : 0 };
}

function add(tally: Tally, share: Tally, sign: 1 | -1): Tally {
	return { rows: tally.rows + sign * share.rows, proposals: tally.proposals + sign * share.proposals, mine: tally.mine + sign * share.mine };
}
