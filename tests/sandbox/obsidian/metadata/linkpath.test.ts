import { TFile } from '../vault/files';
import { getLinkpath, linkpathTo, LinkpathResolver, parseLinktext, stripHeading } from './linkpath';
import { MemoryAdapter } from '../vault/adapter';
import { Vault } from '../vault/vault';

const vault = new Vault(new MemoryAdapter());

function resolve(paths: readonly string[], linkpath: string, source = 'Notes/source.md'): string | null {
	const files = [...paths, source].map((path) => new TFile(vault, path));
	const resolver = new LinkpathResolver();
	for (const file of files) resolver.add(file);
	return resolver.resolve(linkpath, source, files.at(-1) ?? null)?.path ?? null;
}

describe('a linkpath', () => {
	test('that is empty means the source', () => {
		expect(resolve([], '')).toBe('Notes/source.md');
	});

	test('finds a name anywhere, whatever its case, with or without .md', () => {
		expect(resolve(['Deep/Er/Ana Ruiz.md'], 'ana ruiz')).toBe('Deep/Er/Ana Ruiz.md');
		expect(resolve(['Deep/Er/Ana Ruiz.md'], 'Ana Ruiz.md')).toBe('Deep/Er/Ana Ruiz.md');
		expect(resolve(['Deep/plan.png'], 'plan')).toBeNull();
	});

	test('with a dot is tried as it is, then as a note', () => {
		expect(resolve(['v1.2.md'], 'v1.2')).toBe('v1.2.md');
		expect(resolve(['a.png', 'a.png.md'], 'a.png')).toBe('a.png');
	});

	test('with folders must match the end of the path, even where the name is unique', () => {
		expect(resolve(['A/B/x.md'], 'B/x')).toBe('A/B/x.md');
		expect(resolve(['A/B/x.md'], 'C/x')).toBeNull();
	});

	test('prefers the exact path, then the source\'s folder, then the shortest path', () => {
		expect(resolve(['x.md', 'Notes/x.md'], 'x')).toBe('x.md');
		expect(resolve(['Notes/In/x.md', 'A/x.md'], 'x')).toBe('Notes/In/x.md');
		expect(resolve(['Long/Folder/x.md', 'A/x.md'], 'x')).toBe('A/x.md');
	});

	test('that begins with a slash is exact', () => {
		expect(resolve(['A/x.md', 'B/A/x.md'], '/A/x')).toBe('A/x.md');
		expect(resolve(['B/A/x.md', 'C/A/x.md'], '/A/x')).toBeNull();
	});

	test('that begins with dots counts from the source\'s folder and nowhere else', () => {
		expect(resolve(['Notes/x.md', 'x.md'], './x')).toBe('Notes/x.md');
		expect(resolve(['Notes/x.md', 'x.md'], '../x')).toBe('x.md');
		expect(resolve(['Other/x.md'], './x')).toBeNull();
	});
});

test('a link splits at its first #', () => {
	expect(parseLinktext('Note#A#B')).toEqual({ path: 'Note', subpath: '#A#B' });
	expect(getLinkpath('#A')).toBe('');
});

test('a linkpath is written short, relative or whole', () => {
	const file = new TFile(vault, 'A/B/x.md');
	expect(linkpathTo(file, 'A/C/s.md', 'shortest', true, true)).toBe('x');
	expect(linkpathTo(file, 'A/C/s.md', 'shortest', false, true)).toBe('A/B/x');
	expect(linkpathTo(file, 'A/C/s.md', 'relative', true, true)).toBe('../B/x');
	expect(linkpathTo(file, 's.md', 'absolute', true, false)).toBe('A/B/x.md');
});

test('a heading is compared without punctuation', () => {
	expect(stripHeading('What: now?  (again)')).toBe('What now again');
});
