import { encodeText } from './text-encoding';
import { MemoryDisk } from './memory-disk';
import { TreeIndex } from './tree-index';

let disk: MemoryDisk;
let index: TreeIndex;
let log: string[];

beforeEach(async () => {
	disk = new MemoryDisk({ 'a.md': 'text', 'F/b.md': 'text' });
	index = new TreeIndex(disk, ({ type, path }) => { log.push(`${type} ${path}`); });
	log = [];
	await index.scan();
	log = [];
});

test('a note in a folder that was a note, told of before the folder is: the note is gone first', async () => {
	await disk.remove('a.md');
	await disk.mkdir('a.md');
	await disk.write('a.md/inner.md', encodeText(''));
	await index.reconcile('a.md/inner.md');
	expect(log).toEqual(['removed a.md', 'created a.md', 'created a.md/inner.md']);
});

test('a note in a folder that is not known yet: the folders first', async () => {
	await disk.mkdir('N/M');
	await disk.write('N/M/c.md', encodeText(''));
	await index.reconcile('N/M/c.md');
	expect(log).toEqual(['created N', 'created N/M', 'created N/M/c.md']);
});

test('a note whose folder goes while it is looked at: it was never there', async () => {
	await disk.mkdir('N');
	await disk.write('N/c.md', encodeText(''));
	const stat = disk.stat.bind(disk);
	disk.stat = async (path) => {
		const found = await stat(path);
		if (path === 'N/c.md') await disk.remove('N');
		return found;
	};
	await index.reconcile('N/c.md');
	expect(log).toEqual([]);
});
