import type { Proposal } from '../../src/core/proposal';
import { selectProposals } from '../../src/core/selectors';
import { EvidenceKeeper, type TaskEvidence } from '../../src/obsidian/evidence-keeper';
import { openIndexed, type IndexedVault } from './indexed-vault';

const MAIL = 'Sources/Email/2026-11-17_093012_1234_The-list.md';
const NOTE = 'Notes/List.md';
const text = (body: string): string => `# The list\n\n## 2026-11-17 09:30:12 — Ana Ruiz <ana@example.com>\n\n${body}\n`;
const FILES = {
	[MAIL]: text('The hall is cold. Please send the floor plan to the caterer. See you on Monday.'),
	[NOTE]: `---\nsource_ref: /home/pipeline/${MAIL}\n---\n- [?] Send the caterer the floor plan. @Ben Okafor #task #proposed\n`,
};

let vault: IndexedVault;
let keeper: EvidenceKeeper;
let stop: () => void;
let told: jest.Mock;
/** How often the keeper has given others their turn. */
let slices: number;

async function open(files: Record<string, string>, now = () => performance.now()): Promise<void> {
	slices = 0;
	vault = await openIndexed(files);
	const defer = (work: () => void): (() => void) => {
		slices++;
		const timer = setTimeout(work);
		return () => clearTimeout(timer);
	};
	keeper = new EvidenceKeeper({ app: vault.app, store: vault.store, now, defer });
	stop = keeper.start();
	told = jest.fn();
	keeper.subscribe(told);
}

afterEach(() => {
	stop();
	vault.close();
	expect(vault.errors).toEqual([]);
});

function task(): Proposal {
	const [first] = selectProposals(vault.store.snapshot);
	if (!first) throw new Error('No proposal');
	return first;
}

/** The best passage's words. */
function best(known: TaskEvidence | null): string {
	if (known?.kind !== 'found') return `nothing found: ${known?.kind ?? 'no source'}`;
	const { source, evidence: { passages: [passage] } } = known;
	return source.text.slice(source.units[passage?.words.from ?? -1]?.start ?? 0, source.units[(passage?.words.to ?? 0) - 1]?.end ?? 0);
}

test('a source is read when it is first asked for, and those who listen are told when it was', async () => {
	await open(FILES);
	expect(keeper.evidenceOf(task())).toEqual({ kind: 'reading', path: MAIL });
	expect(best(await keeper.findEvidence(task()))).toBe('Please send the floor plan to the caterer.');
	expect(told).toHaveBeenCalledTimes(1);
	expect(keeper.evidenceOf(task())).toBe(keeper.evidenceOf(task()));
});

test('a source that changes is read anew, and those who listen are told at once that it changed', async () => {
	await open(FILES);
	await keeper.findEvidence(task());
	await vault.writeOutside(MAIL, text('Never mind. The caterer needs the floor plan from us by noon.'));
	await vault.settle();
	expect(told).toHaveBeenCalledTimes(2);
	expect(best(await keeper.findEvidence(task()))).toBe('The caterer needs the floor plan from us by noon.');
});

test('a source that is renamed is found at its new place, and one that is gone is not', async () => {
	await open(FILES);
	await keeper.findEvidence(task());
	const file = vault.app.vault.getFileByPath(MAIL);
	if (!file) throw new Error('No mail');
	await vault.app.vault.rename(file, MAIL.replace('Sources/Email', 'Sources'));
	await vault.settle();
	expect(best(await keeper.findEvidence(task()))).toBe('Please send the floor plan to the caterer.');
	await vault.app.vault.delete(file);
	await vault.settle();
	expect(await keeper.findEvidence(task())).toEqual({ kind: 'missing', reference: `/home/pipeline/${MAIL}` });
});

test('files with the same text are taken apart once', async () => {
	const copy = 'Sources/Email/2026-11-17_093012_9999_The-list.md';
	await open({ ...FILES, [copy]: FILES[MAIL] ?? '', 'Notes/Other.md': `---\nsource_ref: ${copy}\n---\n- [?] Send the caterer the floor plan. #task #proposed\n` });
	const found = await Promise.all(selectProposals(vault.store.snapshot).map((proposal) => keeper.findEvidence(proposal)));
	await Promise.all(selectProposals(vault.store.snapshot).map((proposal) => keeper.findEvidence(proposal)));
	expect(found.map((each) => each?.kind)).toEqual(['found', 'found']);
	expect(new Set(selectProposals(vault.store.snapshot).map((proposal) => { const each = keeper.evidenceOf(proposal); return each?.kind === 'found' ? each.source : null; })).size).toBe(1);
});

describe('where several files may be the source', () => {
	const PLAN = '---\nsource_ref: /elsewhere/Plan of the hall.md\n---\n- [?] Send the plan. #task #proposed\n';
	const PATHS = ['A/Sources/Plan of the hall.md', 'B/Sources/Plan of the hall.md'] as const;

	test('they are listed', async () => {
		await open({ [PATHS[0]]: 'One.', [PATHS[1]]: 'Two.', [NOTE]: PLAN });
		expect(await keeper.findEvidence(task())).toEqual({ kind: 'uncertain', paths: PATHS });
		expect(told).toHaveBeenCalledTimes(1);
	});

	test('and all have the same text, they are one, until one of them changes', async () => {
		await open({ [PATHS[0]]: 'Send the plan of the hall.', [PATHS[1]]: 'Send the plan of the hall.', [NOTE]: PLAN });
		expect(best(await keeper.findEvidence(task()))).toBe('Send the plan of the hall.');
		await vault.writeOutside(PATHS[1], 'Two.');
		await vault.settle();
		expect(await keeper.findEvidence(task())).toEqual({ kind: 'uncertain', paths: PATHS });
	});
});

test('a note that names no source has no evidence', async () => {
	await open({ [NOTE]: '- [?] Send it. #task #proposed\n' });
	expect(keeper.evidenceOf(task())).toBeNull();
});

test('a long source is taken apart in slices, between which others have their turn', async () => {
	let time = 0;
	// Each look at the clock takes a millisecond.
	await open({ ...FILES, [MAIL]: text('The hall is cold and the floor is wet. '.repeat(20_000)) }, () => time++);
	await keeper.findEvidence(task());
	expect(slices).toBeGreaterThan(5);
	expect(time / slices).toBeLessThan(12);
});
