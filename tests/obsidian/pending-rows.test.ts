import { choose, confirmAction } from '../../src/core/actions';
import { IndexStore, type Snapshot } from '../../src/core/index-store';
import { readIndexedNote } from '../../src/core/indexed-note';
import type { Proposal } from '../../src/core/proposal';
import { selectProposals } from '../../src/core/selectors';
import { toUnparsedNote } from '../../src/core/unparsed-note';
import { EMPTY_TALLY } from '../../src/obsidian/outcome';
import { PendingRows } from '../../src/obsidian/pending-rows';

const SAME = '- [?] Same. #task';
const store = new IndexStore((error) => { throw error; });

/** The index once it has read a note. */
function read(text: string, mtime: number): { snapshot: Snapshot; proposals: readonly Proposal[] } {
	const note = readIndexedNote({ ...toUnparsedNote('A.md', text), mtime }, store.snapshot.conventions.statuses);
	store.update({ notes: [note] });
	return { snapshot: store.snapshot, proposals: selectProposals(store.snapshot) };
}

function shown(rows: PendingRows, proposals: readonly Proposal[]): number[] {
	return proposals.filter(({ key }) => !rows.keys.has(key)).map(({ line }) => line);
}

describe('of three equal rows, of which two were decided one after the other', () => {
	test('the second stays away while the index knows of the first only, and the third is still itself', () => {
		const rows = new PendingRows();
		const { proposals } = read(`${SAME}\n\n${SAME}\n\n${SAME}\n`, 1);
		const [one, two] = [rows.add(choose(confirmAction, proposals.slice(0, 1))), rows.add(choose(confirmAction, proposals.slice(1, 2)))];
		rows.awaitIndex(one, EMPTY_TALLY, new Map([['A.md', 2]]));
		rows.awaitIndex(two, EMPTY_TALLY, new Map([['A.md', 3]]));
		const later = read(`- [ ] Same. #task\n\n${SAME}\n\n${SAME}\n`, 2);
		rows.follow(later.snapshot);
		expect(shown(rows, later.proposals)).toEqual([4]);
		const [third] = rows.toDecide(rows.add(choose(confirmAction, later.proposals.slice(1))));
		expect(third?.proposal.copy).toMatchObject({ ordinal: 0, count: 1 });
	});

	test('the second, still waiting, is counted as the index counts it', () => {
		const rows = new PendingRows();
		const { proposals } = read(`${SAME}\n\n${SAME}\n\n${SAME}\n`, 1);
		const [one, two] = [rows.add(choose(confirmAction, proposals.slice(0, 1))), rows.add(choose(confirmAction, proposals.slice(1, 2)))];
		rows.awaitIndex(one, EMPTY_TALLY, new Map([['A.md', 2]]));
		const later = read(`- [ ] Same. #task\n\n${SAME}\n\n${SAME}\n`, 2);
		rows.follow(later.snapshot);
		expect(shown(rows, later.proposals)).toEqual([4]);
		expect(rows.toDecide(two)).toMatchObject([{ proposal: { copy: { ordinal: 0, count: 2 } } }]);
	});
});

test('of two equal rows of which one came back, none can be decided until the index has read the decision on the other', () => {
	const rows = new PendingRows();
	const one = read(`- [ ] Same. #task\n\n# B\n${SAME}\n`, 1);
	const decided = rows.add(choose(confirmAction, one.proposals));
	rows.awaitIndex(decided, EMPTY_TALLY, new Map([['A.md', 3]]));
	const two = read(`${SAME}\n\n# B\n${SAME}\n`, 2);
	rows.follow(two.snapshot);
	expect(shown(rows, two.proposals)).toEqual([]);
	// Asked for all the same, it is none of the lines.
	expect(rows.toDecide([{ choice: { action: confirmAction }, proposal: two.proposals[1] as Proposal, mtime: null }])).toMatchObject([{ proposal: { copy: { count: -1 } } }]);
	const three = read(`${SAME}\n\n# B\n- [ ] Same. #task\n`, 3);
	rows.follow(three.snapshot);
	expect(shown(rows, three.proposals)).toEqual([0]);
});

test('a row that is pending can not be decided a second time', () => {
	const rows = new PendingRows();
	const { proposals } = read(`${SAME}\n\n${SAME}\n`, 1);
	rows.add(choose(confirmAction, proposals.slice(0, 1)));
	expect(rows.add(choose(confirmAction, proposals)).map(({ proposal }) => proposal.line)).toEqual([2]);
});
