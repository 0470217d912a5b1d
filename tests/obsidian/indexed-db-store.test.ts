import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import type { App } from 'obsidian';
import { EMPTY_JOURNAL, JOURNAL_LIMIT, putDecision, type Decision } from '../../src/core/journal';
import { beginDecision } from '../../src/core/open-work';
import { IndexedDbStore } from '../../src/obsidian/indexed-db-store';
import { StoredJournal } from '../../src/obsidian/stored-journal';
import 'fake-indexeddb/auto';

const kept = new Map<string, unknown>();
/** What an app keeps on this device for a vault. */
function appOf(vault: string): App {
	return {
		vault: { getName: () => vault },
		loadLocalStorage: (key: string) => kept.get(`${vault} ${key}`) ?? null,
		saveLocalStorage: (key: string, value: unknown) => kept.set(`${vault} ${key}`, value),
	} as unknown as App;
}

function decision(id: number): Decision {
	const edit = { path: 'A.md', line: id, before: 'a', after: 'b', copy: { ordinal: 0, count: 1 } };
	return { ...beginDecision(EMPTY_JOURNAL, { done: `Confirmed ${id}` }, 0, [{ path: 'A.md', edits: [edit], inverse: [edit], before: 'x', after: 'y', isWritten: false }]), id, step: id };
}

/** A decision of which nothing is open. */
function closed(id: number): Decision {
	return { ...decision(id), open: null };
}

const problems: string[] = [];

async function journalOver(store: IndexedDbStore): Promise<StoredJournal> {
	const journal = new StoredJournal(store, () => undefined, (message) => problems.push(message));
	await journal.load();
	return journal;
}

beforeEach(() => {
	Object.defineProperty(globalThis, 'window', { value: globalThis, configurable: true, writable: true });
	globalThis.indexedDB = new IDBFactory();
	kept.clear();
	problems.length = 0;
});

/** Puts something else in place of a record, as a fault of the device does. */
async function damage(vault: string, id: number): Promise<void> {
	const database = await openDB(String(kept.get(`${vault} ratify-journal`)));
	await database.put('decisions', { id, done: 7 }, id);
	database.close();
}

describe('the journal on this device', () => {
	test('is there in the next session, in the order of the decisions', async () => {
		const store = new IndexedDbStore(appOf('Home'));
		for (const id of [2, 10, 1]) await store.put(decision(id));
		await store.put({ ...decision(10), done: 'changed' });
		await store.remove([2]);
		await store.close();
		expect(await new IndexedDbStore(appOf('Home')).load()).toEqual({ decisions: [decision(1), { ...decision(10), done: 'changed' }], damaged: [] });
	});

	test('is of one vault only', async () => {
		await new IndexedDbStore(appOf('Home')).put(decision(1));
		expect(await new IndexedDbStore(appOf('Work')).load()).toEqual({ decisions: [], damaged: [] });
	});

	test('passes over a damaged record, says so once, and keeps all others', async () => {
		const store = new IndexedDbStore(appOf('Home'));
		for (const id of [1, 2, 3]) await store.put(closed(id));
		await damage('Home', 2);
		const journal = await journalOver(store);
		expect(journal.journal).toEqual({ decisions: [closed(1), closed(3)], damaged: [2] });
		expect(problems).toEqual([expect.stringContaining('One decision')]);
	});

	test('holds no more than its bound; a damaged record goes when it is the oldest', async () => {
		const store = new IndexedDbStore(appOf('Home'));
		for (let id = 1; id <= JOURNAL_LIMIT; id++) await store.put(closed(id));
		await damage('Home', 1);
		const journal = await journalOver(store);
		await journal.put(closed(JOURNAL_LIMIT + 1));
		const { decisions, damaged } = await store.load();
		expect([decisions.length, decisions[0]?.id, damaged]).toEqual([JOURNAL_LIMIT, 2, []]);
	});

	test('follows a note that was moved before it was loaded', async () => {
		await new IndexedDbStore(appOf('Home')).put(decision(1));
		const journal = new StoredJournal(new IndexedDbStore(appOf('Home')), () => undefined, (message) => problems.push(message));
		const moved = journal.rename('A.md', 'B.md');
		await Promise.all([moved, journal.load()]);
		expect(journal.journal.decisions[0]?.open?.notes[0]?.path).toBe('B.md');
		expect((await new IndexedDbStore(appOf('Home')).load()).decisions).toEqual(journal.journal.decisions);
	});

	test('that can not be opened is done without, and the user is told once', async () => {
		globalThis.indexedDB = { open: () => { throw new Error('not allowed'); }, deleteDatabase: () => undefined } as unknown as IDBFactory;
		const journal = await journalOver(new IndexedDbStore(appOf('Home')));
		await journal.put(closed(1));
		expect(journal.journal.decisions).toEqual([closed(1)]);
		expect(problems).toEqual([expect.stringMatching(/only until the app is closed\. not allowed/u)]);
	});

	test('that fails in the middle leaves nothing behind that a later session would act on', async () => {
		const store = new IndexedDbStore(appOf('Home'));
		const journal = await journalOver(store);
		await journal.put(decision(1));
		store.put = () => Promise.reject(new Error('quota'));
		await journal.put(closed(1));
		expect(await new IndexedDbStore(appOf('Home')).load()).toEqual({ decisions: [], damaged: [] });
		expect(journal.journal).toEqual(putDecision(EMPTY_JOURNAL, closed(1)));
	});

	test('that does not answer is given up after a while', async () => {
		jest.useFakeTimers({ doNotFake: ['setImmediate', 'queueMicrotask', 'nextTick'] });
		const store = new IndexedDbStore(appOf('Home'));
		store.load = () => new Promise(() => undefined);
		const loading = journalOver(store);
		await jest.advanceTimersByTimeAsync(6000);
		jest.useRealTimers();
		await loading;
		expect(problems).toEqual([expect.stringContaining('It does not answer.')]);
	});
});
