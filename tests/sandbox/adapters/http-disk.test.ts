import { HttpDisk } from './http-disk';
import type { ServedChange, ServedEntry } from '../server/vault-protocol';

const file = (path: string, mtime: number): ServedEntry => ({ path, type: 'file', ctime: 1, mtime, size: 1 });

/** A stand-in for the page's stream of events: `tell` is the server's. */
class FakeEvents {
	static last: FakeEvents | null = null;
	onopen: () => void = () => undefined;
	onmessage: (message: { data: string }) => void = () => undefined;

	constructor() {
		FakeEvents.last = this;
	}

	close(): void {}

	static tell(change: ServedChange): void {
		FakeEvents.last?.onmessage({ data: JSON.stringify(change) });
	}
}

const globals = globalThis as { EventSource: unknown; fetch: unknown };
const { EventSource: realEvents, fetch: realFetch } = globals;

beforeEach(() => { globals.EventSource = FakeEvents; });

afterEach(() => {
	globals.EventSource = realEvents;
	globals.fetch = realFetch;
});

function opened(entries: ServedEntry[]): { disk: HttpDisk; heard: string[] } {
	const disk = new HttpDisk('', { name: 'V', hasTrash: false, revision: 1, entries });
	const heard: string[] = [];
	disk.watch((path) => { heard.push(path); });
	return { disk, heard };
}

test('an event that an answer has overtaken does not bring the older state back', async () => {
	const { disk } = opened([file('a.md', 1)]);
	FakeEvents.tell({ path: 'a.md', revision: 3, entries: [file('a.md', 30)] });
	FakeEvents.tell({ path: 'a.md', revision: 2, entries: [file('a.md', 20)] });
	expect((await disk.stat('a.md'))?.mtime).toBe(30);
	FakeEvents.tell({ path: 'a.md', revision: 5, entries: [] });
	FakeEvents.tell({ path: '/', revision: 4, entries: [file('a.md', 20), file('b.md', 1)] });
	expect(await disk.list('/')).toEqual(['b.md']);
});

test('what changed before the stream of events was open is told once it is', async () => {
	const { disk, heard } = opened([file('same.md', 1), file('changed.md', 1), file('gone.md', 1)]);
	globals.fetch = (): Promise<Response> => Promise.resolve(Response.json({ name: 'V', hasTrash: false, revision: 2, entries: [file('same.md', 1), file('changed.md', 2), file('new.md', 1)] }));
	FakeEvents.last?.onopen();
	await new Promise((resolve) => { setTimeout(resolve); });
	expect(heard.sort()).toEqual(['changed.md', 'gone.md', 'new.md']);
	expect((await disk.list('/')).sort()).toEqual(['changed.md', 'new.md', 'same.md']);
});
