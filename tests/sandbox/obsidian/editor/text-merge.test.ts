import fc from 'fast-check';
import { mergeTexts } from './text-merge';

const text = fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 12 }).map(lines => lines.join('\n'));

test('what both sides changed in different places is kept', () => {
	expect(mergeTexts('a\nb\nc\nd\ne\n', 'A\nb\nc\nd\ne\n', 'a\nb\nc\nd\nE\n')).toBe('A\nb\nc\nd\nE\n');
});

test('two changes within one line are both kept', () => {
	expect(mergeTexts('- [?] Send the report to Ana\n', '- [ ] Send the report to Ana\n', '- [?] Send the report to Ana today\n')).toBe('- [ ] Send the report to Ana today\n');
});

test('a change behind emoji and other scripts finds its place where the disk has moved it', () => {
	const base = '- Bring ❤️ and 👩‍💻\n- שלום\n- Prüfe\nend\n';
	expect(mergeTexts(base, base.replace('- שלום\n', ''), base.replace('end', 'the end'))).toBe('- Bring ❤️ and 👩‍💻\n- Prüfe\nthe end\n');
});

test('a line that both sides added stands there twice', () => {
	expect(mergeTexts('one\n', 'one\ntwo\n', 'one\ntwo\n')).toBe('one\ntwo\ntwo\n');
});

test('a change whose place is gone from the disk is dropped without a word', () => {
	const disk = 'Completely other words, nothing in common 12345 67890 xyz.\n';
	expect(mergeTexts('Some text that is there for a while.\n', disk, 'Some text that is there for a long while.\n')).toBe(disk);
});

test('a change in a line that the disk lost may end up in another', () => {
	const base = '# T\n\n- [?] Send it #task to somebody far away\n\nEnd of the note.\n';
	expect(mergeTexts(base, '# T\n\nEnd of the note.\n', base.replace('away', 'away now'))).toBe('# T now\n\nEnd of the note.\n');
});

test('a merge with an unchanged disk is the buffer, and with an unchanged buffer the disk', () => {
	fc.assert(fc.property(text, text, (base, changed) => {
		expect(mergeTexts(base, base, changed)).toBe(changed);
		expect(mergeTexts(base, changed, base)).toBe(changed);
	}));
});
