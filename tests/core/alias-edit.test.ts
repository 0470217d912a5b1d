import fc from 'fast-check';
import { addAlias } from '../../src/core/alias-edit';
import { applyEdits } from '../../src/core/edit';
import { readStrings } from '../../src/core/frontmatter';
import { parseYaml } from '../sandbox/obsidian/metadata/frontmatter';

function withAlias(text: string, alias: string): string | null {
	const edit = addAlias('A.md', text, alias);
	return edit && applyEdits(text, [edit]).text;
}

function fieldsOf(text: string): Record<string, unknown> {
	return parseYaml(text.replace(/\r/gu, '').split('\n---')[0]?.replace('---\n', '') ?? '') as Record<string, unknown>;
}

describe('an alias is added', () => {
	test.each([
		['aliases: []', 'aliases: [Ana R]'],
		['aliases:', 'aliases: [Ana R]'],
		['aliases: ""', 'aliases: [Ana R]'],
		['aliases: [Annie]', 'aliases: [Annie, Ana R]'],
		['aliases: [ Annie, "A, R" ]  # short', 'aliases: [ Annie, "A, R", Ana R]  # short'],
		['aliases: Annie', 'aliases: [Annie, Ana R]'],
		['alias: \'Annie\'', 'alias: [\'Annie\', Ana R]'],
		['aliases:\n  - Annie\n  - Ann', 'aliases:\n  - Annie\n  - Ann\n  - Ana R'],
		['aliases:\n- Annie', 'aliases:\n- Annie\n- Ana R'],
		['email: a@example.com', 'email: a@example.com\naliases: [Ana R]'],
	])('to %j', (before, after) => {
		const text = (inner: string): string => `---\ntype: people\n${inner}\ncompany: x\n---\n# Ana\n`;
		const expected = before.startsWith('email') ? '---\ntype: people\nemail: a@example.com\ncompany: x\naliases: [Ana R]\n---\n# Ana\n' : text(after);
		expect(withAlias(text(before), 'Ana R')).toBe(expected);
	});

	test.each([
		['no frontmatter', '# Ana\n'],
		['frontmatter without an end', '---\ntype: people\n'],
		['a list in brackets over several lines', '---\naliases: [Annie,\n  Ann]\n---\n'],
		['a text over several lines', '---\naliases: Annie\n  Ann\n---\n'],
		['a map', '---\naliases:\n  a: b\n---\n'],
		['an anchor', '---\naliases: *names\n---\n'],
		['text with signs of its own', '---\naliases: a, b: c\n---\n'],
	])('not where there is %s', (_what, text) => {
		expect(withAlias(text, 'Ana R')).toBeNull();
	});

	test('so that it is read as it was meant, everything else stays, and it can be taken back', () => {
		const name = fc.oneof(fc.constantFrom('Ana R', 'O\'Brien', '"Ana"', 'a: b', '[x]', 'yes', '# no', 'Ána', '- x', '{', '1'), fc.string({ minLength: 1, maxLength: 12 }).filter((text) => text.trim() === text && text !== '' && !/[\p{Cc}\u2028\u2029\ufeff]/u.test(text) && !text.includes('{{')));
		const aliases = fc.constantFrom('aliases: []', 'aliases:', 'aliases: [Annie]', 'aliases: ["A, R", Ann]', 'aliases: Annie', 'aliases:\n  - Annie\n  - "A: R"', 'aliases:\n- Annie', 'role: lead', 'Aliases: "Annie"', 'alias: null');
		const ending = fc.constantFrom('\n', '\r\n');
		fc.assert(fc.property(name, aliases, ending, fc.constantFrom('', 'text'), (alias, written, eol, body) => {
			const text = ['---', 'type: people', ...written.split('\n'), 'company: x', '---', body].join(eol);
			const edit = addAlias('A.md', text, alias);
			expect(edit).not.toBeNull();
			const { text: after, inverse } = applyEdits(text, edit ? [edit] : []);
			const [before, now] = [fieldsOf(text), fieldsOf(after)];
			const read = (fields: Record<string, unknown>): readonly string[] => [...readStrings(fields, 'aliases'), ...readStrings(fields, 'alias')];
			const added = Object.entries(now).find(([key]) => /^alias(?:es)?$/iu.test(key))?.[1] as unknown[];
			expect(added.at(-1)).toBe(alias);
			expect(read(now).slice(0, read(before).length)).toEqual(read(before));
			const withoutAliases = (fields: Record<string, unknown>): object => Object.fromEntries(Object.entries(fields).filter(([key]) => !/^alias(?:es)?$/iu.test(key)));
			expect(withoutAliases(now)).toEqual(withoutAliases(before));
			expect(applyEdits(after, inverse).text).toBe(text);
		}));
	});
});

test.each([
	['a blank line below the key', 'aliases:\n\n  - Ana\n', ['Ana']],
	['a comment below the key', 'aliases:\n# names\n- Ana\n', ['Ana']],
	['an empty entry', 'aliases:\n- \ntags: x\n', []],
	['a key in quotes', '"aliases": [Ana]\n', ['Ana']],
	['a key twice', 'aliases: [Ana]\nalias: Ben\n', null],
	['several names in one text', 'aliases: "Ana, Ben"\n', ['Ana', 'Ben']],
	['a bracket in quotes', 'aliases: [Ana, "B] #y"]\n', ['Ana', 'B] #y']],
	['a list that a text spells', 'aliases: \'["Ana"]\'\n', null],
	['a comment behind an empty list', 'aliases: [] # none yet\n', []],
	['a map', 'aliases: {a: b}\n', null],
])('where there is %s, all that was there is still read, or nothing is changed', (_, frontmatter, before) => {
	const text = `---\ntype: people\n${frontmatter}---\n`;
	const after = withAlias(text, 'Zed');
	if (after === null || before === null) expect(after).toBeNull();
	else expect(readStrings(fieldsOf(after), 'aliases')).toEqual([...before, 'Zed']);
});
