import type { Row } from '../../../src/core/rows';
import { resolveOwner, selectPeople } from '../../../src/core/selectors';
import { ReviewController } from '../../../src/features/review/review-controller';
import { handleKey } from '../../../src/features/review/review-keys';
import type { Owner } from '../../../src/features/value-changes';
import { SourceOpener } from '../../../src/features/source-opener';
import type { ActionRunner } from '../../../src/obsidian/action-runner';
import { DuplicateKeeper } from '../../../src/obsidian/duplicate-keeper';
import { EvidenceKeeper } from '../../../src/obsidian/evidence-keeper';
import { MarkedPassage } from '../../../src/obsidian/marked-passage';
import { openIndexed, runnerOver, type IndexedVault } from '../../obsidian/indexed-vault';

const FILES = {
	'1.md': '- [?] Send the pricing comparison to the storage team before the architecture review. #task #proposed',
	'2.md': '- [?] Send the storage team the pricing comparison before the architecture review. #task #proposed',
	'3.md': '- [?] Please send the storage team the pricing comparison before the architecture review. #task #proposed',
	'4.md': '- [?] Water the plants. #task #proposed',
	'5.md': '- [?] Book a room. #task #proposed',
};

let vault: IndexedVault;
let runner: ActionRunner;
let controller: ReviewController;
let stops: readonly (() => void)[];

beforeEach(async () => {
	vault = await openIndexed(FILES);
	runner = runnerOver(vault);
	const defer = (work: () => void): (() => void) => {
		const timer = setTimeout(work);
		return () => clearTimeout(timer);
	};
	const keeper = new DuplicateKeeper({ store: vault.store, now: () => performance.now(), defer });
	const stopKeeper = keeper.start();
	const evidence = new EvidenceKeeper({ app: vault.app, store: vault.store, now: () => performance.now(), defer });
	controller = new ReviewController({ app: vault.app, now: () => Date.now(), store: vault.store, runner, changeSettings: () => Promise.resolve(), neighboursOf: (key) => keeper.neighboursOf(key), showPerson: () => false, evidence, sources: new SourceOpener({ app: vault.app, evidence, marked: new MarkedPassage() }) }, { comeBack: () => undefined, preview: () => undefined });
	stops = [controller.start(), stopKeeper];
	await settle();
});

afterEach(() => {
	for (const stop of stops) stop();
	vault.close();
	expect(vault.errors).toEqual([]);
});

/** Resolves when all that was asked for is done and known. */
async function settle(): Promise<void> {
	for (let quiet = 0; quiet < 3; quiet++) {
		await vault.settle();
		await new Promise((resolve) => setTimeout(resolve, 20));
	}
}

/** Presses keys in one go, as fast as a hand types ahead. Capitals are typed with Shift. */
function press(...keys: readonly string[]): void {
	for (const key of keys) {
		const event = { key, shiftKey: /^[A-Z]$/u.test(key), ctrlKey: false, metaKey: false, altKey: false, repeat: false };
		handleKey(controller, event as KeyboardEvent, { focusFilter: () => undefined, showKeys: () => undefined });
	}
}

function rowWith(path: string): Row {
	const row = controller.model.list.sections.flatMap(({ rows }) => rows).find(({ byAge }) => byAge.some((proposal) => proposal.path === path));
	if (!row) throw new Error(`No row holds ${path}`);
	return row;
}

const rows = (): string[] => controller.model.list.sections.flatMap((section) => section.rows.map(({ byAge }) => byAge.map(({ path }) => path[0]).sort().join(''))).sort();
const marks = (): string[] => runner.state.journal.decisions.map(({ done, isUndone }) => `${done}${isUndone ? ', taken back' : ''}`);

async function changed(): Promise<string[]> {
	const texts = await Promise.all(Object.entries(FILES).map(async ([path, text]) => ((await vault.read(path)) === text ? [] : [path])));
	return texts.flat();
}

/** Opens the row of three and goes to its second proposal. */
function openGroup(): void {
	controller.focus(rowWith('1.md').proposal.key);
	press('g', 'j');
}

describe('keys that are typed ahead of what was said of duplicates', () => {
	test('mean the rows that come of it', async () => {
		openGroup();
		press('t', 'Enter');
		await settle();
		expect([rows().length, (await changed()).length, marks()]).toEqual([3, 2, ['Taken out', 'Confirmed']]);
	});

	test('mean what they do where the keys before them lead', async () => {
		openGroup();
		press('t', 'H', 'Enter', 'H');
		await settle();
		expect([rows(), await changed(), marks(), controller.model.state.history]).toEqual([['123', '4', '5'], [], ['Taken out, taken back'], null]);
	});

	test('wait also while several steps are taken back, one of which is such a word', async () => {
		controller.join(rowWith('4.md'), rowWith('5.md'));
		await settle();
		controller.focus(rowWith('1.md').proposal.key);
		press('x');
		await settle();
		controller.focus(rowWith('4.md').proposal.key);
		press('u', 'u', 'Enter');
		await settle();
		// One of the two, for they are two tasks again.
		expect([(await changed()).length, marks()]).toEqual([1, ['Put together, taken back', 'Dismissed, taken back', 'Confirmed']]);
	});

	test('are forgotten at Escape, and when the review closes', async () => {
		openGroup();
		press('t', 'Enter', 'Escape');
		await settle();
		expect([await changed(), marks()]).toEqual([[], ['Taken out']]);
		press('u', 'Enter');
		stops[0]?.();
		await settle();
		expect(await changed()).toEqual([]);
	});

	test('come in turn with what the mouse does', async () => {
		openGroup();
		press('t', 'Enter');
		controller.inTurn(() => controller.focus(rowWith('5.md').proposal.key));
		await settle();
		expect(await changed()).not.toContain('5.md');
		expect(controller.model.state.focus).toBe(rowWith('5.md').proposal.key);
	});
});

test('what is said twice is said once', async () => {
	openGroup();
	const member = controller.model.state.group?.member ?? '';
	controller.inTurn(() => controller.takeOut(member));
	controller.inTurn(() => controller.takeOut(member));
	await settle();
	expect([rows().length, marks()]).toEqual([4, ['Taken out']]);
});

describe('whom a row is for', () => {
	const assign = (path: string, owner: Owner): Promise<void> => controller.assign([rowWith(path).proposal.key], owner);

	test('is written on all its lines, which stay one row that has the focus', async () => {
		controller.focus(rowWith('1.md').proposal.key);
		await assign('1.md', 'me');
		await settle();
		expect(rows()).toEqual(['123', '4', '5']);
		expect(rowWith('1.md').byAge.map(({ owner }) => owner)).toEqual(['Myself', 'Myself', 'Myself']);
		expect(controller.model.state.focus).toBe(rowWith('1.md').proposal.key);
		expect(marks()).toEqual(['Assigned']);
		await controller.undo();
		await settle();
		expect(await changed()).toEqual([]);
	});

	test('is known before the keys that are typed ahead are served', async () => {
		controller.focus(rowWith('1.md').proposal.key);
		void assign('1.md', 'me');
		press('Enter');
		await settle();
		expect(rows()).toEqual(['4', '5']);
		const texts = await Promise.all(['1.md', '2.md', '3.md'].map((path) => vault.read(path)));
		expect(texts.filter((text) => text.startsWith('- [ ]'))).toHaveLength(1);
		expect(texts.filter((text) => text.startsWith('- [-]'))).toHaveLength(2);
		expect(texts.every((text) => text.includes('@Myself'))).toBe(true);
	});

	test.each(['Ana Ruiz', 'ben okafor', 'Ruiz, Ana', 'Ana Ruiz 2'])('can be %s, as a link where the name alone would not be read', async (name) => {
		await vault.host.outside.mkdir('People');
		await vault.writeOutside(`People/${name}.md`, '---\ntype: people\n---\n');
		await settle();
		const { snapshot } = vault.store;
		const person = selectPeople(snapshot).persons.find((each) => each.path === `People/${name}.md`);
		await assign('4.md', person ?? 'me');
		await settle();
		const { proposal } = rowWith('4.md');
		expect(resolveOwner(vault.store.snapshot, proposal)).toMatchObject({ kind: 'person', person: { path: `People/${name}.md` } });
	});

	test('changes nothing where it is so already', async () => {
		await assign('4.md', 'nobody');
		await settle();
		expect(marks()).toEqual([]);
		expect(await changed()).toEqual([]);
	});
});
