import fc from 'fast-check';
import { applyEdits } from '../../src/core/edit';
import { editLinks, findFieldLinks } from '../../src/core/link-change';

describe('links in the text of a note', () => {
	test('are replaced line by line, the other bytes stay', () => {
		const text = 'See [[Ana]] and [[Ben|B]].\r\n\r\n- [[Ana]]';
		const edits = editLinks('A.md', text, [
			{ line: 0, start: 4, original: '[[Ana]]', replacement: '[[P/Ana|Ana]]' },
			{ line: 0, start: 16, original: '[[Ben|B]]', replacement: '[[P/Ben|B]]' },
			{ line: 2, start: 2, original: '[[Ana]]', replacement: '[[P/Ana|Ana]]' },
		]);
		expect(edits).toHaveLength(2);
		expect(applyEdits(text, edits).text).toBe('See [[P/Ana|Ana]] and [[P/Ben|B]].\r\n\r\n- [[P/Ana|Ana]]');
	});

	test('stay as they are where they do not stand where they were said to', () => {
		expect(editLinks('A.md', 'See [[Ana]].', [{ line: 0, start: 5, original: '[[Ana]]', replacement: 'x' }, { line: 9, start: 0, original: 'a', replacement: 'b' }])).toEqual([]);
	});

	test('in equal lines are told apart, also once lines were put above them', () => {
		const text = '# One\n- [[Ana]]\n# Two\n- [[Ana]]\n';
		const edits = editLinks('A.md', text, [{ line: 3, start: 2, original: '[[Ana]]', replacement: '[[P/Ana|Ana]]' }]);
		expect(applyEdits(`New\n\n${text}`, edits).text).toBe('New\n\n# One\n- [[Ana]]\n# Two\n- [[P/Ana|Ana]]\n');
	});

	test('come back byte for byte, wherever they stand', () => {
		const piece = fc.constantFrom('[[Ana]]', '[[Ben|B]]', ' and ', '- ', '\n', '\r\n', '', 'text');
		fc.assert(fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
			const text = pieces.join('');
			const changes = text.split('\n').flatMap((line, at) => [...line.matchAll(/\[\[[^\]]*\]\]/gu)].map(({ 0: original, index }) => ({ line: at, start: index, original, replacement: original.replace('[[', '[[P/') })));
			const { text: changed, inverse } = applyEdits(text, editLinks('A.md', text, changes));
			expect(changed).toBe(text.replaceAll('[[', '[[P/'));
			expect(applyEdits(changed, inverse).text).toBe(text);
		}));
	});
});

describe('links that are whole values of fields', () => {
	test.each([
		['person: "[[Ana Ruiz]]"', '[[Ana Ruiz]]'],
		['person: \'[[Ana Ruiz|Ana]]\'  # who', '[[Ana Ruiz|Ana]]'],
		['  - "[[Ana Ruiz]]"', '[[Ana Ruiz]]'],
		['  - \'[[Ben O\'\'Hara]]\'', '[[Ben O\'Hara]]'],
		['with: ["[[Ana Ruiz]]", \'[[Ben Okafor]]\']', '[[Ana Ruiz]] [[Ben Okafor]]'],
	])('are found in %s', (line, expected) => {
		const text = `---\ntype: rob\n${line}\n---\n"[[Not Here]]"`;
		const found = findFieldLinks(text);
		expect(found.map(({ link }) => link).join(' ')).toBe(expected);
		for (const { line: at, start, written } of found) expect(text.split('\n')[at]?.startsWith(written, start)).toBe(true);
	});

	test.each([
		'person: [[Ana Ruiz]]',
		'summary: He wrote "[[Ana Ruiz]]" twice',
		'summary: "He met [[Ana Ruiz]]"',
		'# "[[Ana Ruiz]]"',
	])('are not found in %s', (line) => {
		expect(findFieldLinks(`---\n${line}\n---\n`)).toEqual([]);
	});

	test('are not looked for where the frontmatter has no end', () => {
		expect(findFieldLinks('---\nperson: "[[Ana Ruiz]]"\n')).toEqual([]);
	});
});
