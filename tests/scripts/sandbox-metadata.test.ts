import { useTemporaryFolder } from './temporary-folder';
import { runScript } from './run-script';

const folder = useTemporaryFolder();

interface FakeDump {
	readonly text: string;
	readonly path?: string;
	readonly metadata: object;
	readonly links?: Record<string, string | null>;
	readonly tags?: readonly string[] | null;
}

function dump({ text, path, metadata, links, tags }: FakeDump): string {
	return JSON.stringify({ fileContents: text, filePath: path, cachedMetadata: metadata, resolveLinkToPath: links, getAllTags: tags });
}

function compare(...args: string[]): { code: number | null; lines: string[]; err: string } {
	const { code, out, err } = runScript('sandbox-metadata.mjs', args.length > 0 ? args : ['.'], folder.path());
	return { code, lines: out.trimEnd().split('\n'), err };
}

const at = (line: number, from: number, to: number, offset = 0): object => ({ start: { line, col: from, offset: offset + from }, end: { line, col: to, offset: offset + to } });
const plain = { sections: [{ type: 'paragraph', position: at(0, 0, 1) }] };

test('dumps that agree are counted, and nothing else is said', () => {
	folder.write({ 'a.json': dump({ text: 'a', metadata: plain }), 'b.json': dump({ text: '', metadata: {} }), 'c.txt': 'no dump' });
	expect(compare()).toEqual({ code: 0, lines: ['2 of 2 match'], err: '' });
});

test('each difference is a line with the file, the place and both sides', () => {
	const metadata = { sections: [{ type: 'paragraph', position: at(0, 0, 5) }], tags: [{ tag: '#b', position: at(0, 0, 2) }], v: 1 };
	folder.write({ 'a.json': dump({ text: '#a \\#b', metadata, tags: ['#b'] }), 'b.json': dump({ text: 'a', metadata: plain }) });
	expect(compare()).toEqual({
		code: 1,
		lines: [
			'a.json: cachedMetadata.sections.0.position.end.col: the app has 5, the sandbox 6',
			'a.json: cachedMetadata.sections.0.position.end.offset: the app has 5, the sandbox 6',
			'a.json: cachedMetadata.tags.0.tag: the app has "#b", the sandbox "#a"',
			'a.json: cachedMetadata.v: the app has 1, the sandbox nothing (the typings know no such member, and the sandbox does not make it)',
			'a.json: getAllTags.0: the app has "#b", the sandbox "#a"',
			'1 of 2 match',
		],
		err: '',
	});
});

test('links are resolved over all dumps as one vault, with the files that they name', () => {
	const note = (path: string, links: Record<string, string | null>): string => dump({ text: '', path, metadata: {}, links });
	folder.write({
		'a.json': note('A/one.md', { 'two#h': 'B/two.md', '#here': 'A/one.md', three: 'C/three.md', none: null }),
		'b.json': note('B/two.md', { one: 'A/one.md', three: null }),
	});
	const { code, lines } = compare();
	expect(code).toBe(1);
	expect(lines).toEqual([expect.stringMatching(/^b\.json: resolveLinkToPath\.three: the app has null, the sandbox "C\/three\.md" \(/) as string, '1 of 2 match']);
});

test('YAML that cannot be read is given as the cause', () => {
	folder.write({ 'a.json': dump({ text: '---\na: 1\na: 2\n---', metadata: { sections: [{ type: 'yaml', position: { start: { line: 0, col: 0, offset: 0 }, end: { line: 3, col: 3, offset: 17 } } }], frontmatter: { a: 2 } } }) });
	expect(compare().lines[0]).toBe('a.json: cachedMetadata.frontmatter: the app has {"a":2}, the sandbox nothing (the sandbox cannot read this YAML: Map keys must be unique at line 2, column 1:)');
});

test.each([
	['no folder', [], 'Usage: npm run sandbox:metadata -- DIR'],
	['two folders', ['.', '.'], 'Usage: npm run sandbox:metadata -- DIR'],
	['a folder that is not there', ['nowhere'], 'There is no folder'],
	['a file', ['file.txt'], 'is a file. DIR is a folder of dumps.'],
	['a folder without dumps', ['.'], 'has no *.json files'],
	['an unknown option', ['.', '--json'], 'There is no option --json'],
])('refuses %s', (_what, args, message) => {
	folder.write({ 'file.txt': '' });
	const { code, out, err } = runScript('sandbox-metadata.mjs', args, folder.path());
	expect({ code, out }).toEqual({ code: 2, out: '' });
	expect(err).toContain(message);
	expect(err).not.toContain('    at ');
});

test.each([
	['invalid JSON', '{', 'bad.json is not valid JSON.'],
	['a list', '[]', 'bad.json is no dump: it is not an object.'],
	['no text', '{"cachedMetadata":{}}', 'bad.json is no dump: it has no text "fileContents".'],
	['no metadata', '{"fileContents":"","cachedMetadata":null}', 'bad.json is no dump: it has no object "cachedMetadata".'],
])('names a file that is %s, and compares the others', (_what, text, message) => {
	folder.write({ 'bad.json': text, 'good.json': dump({ text: 'a', metadata: plain }) });
	expect(compare()).toEqual({ code: 2, lines: ['1 of 1 match'], err: `${message}\n` });
});
