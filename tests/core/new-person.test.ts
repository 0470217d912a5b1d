import fc from 'fast-check';
import type { Person } from '../../src/core/person';
import { fillTemplate, personNotePath, usualTemplate } from '../../src/core/new-person';
import { parseYaml } from '../sandbox/obsidian/metadata/frontmatter';

const person = (path: string): Person => ({ name: 'x', path, aliases: [], email: null, company: null, role: null, phone: null, lastContact: null, keyFacts: [] });
const format = (kind: string, pattern: string | null): string => (pattern === null ? (kind === 'date' ? '2026-11-23' : '13:30') : `<${pattern}>`);

describe('the note of a new person', () => {
	test.each([
		['People', 'Ana Ruiz', [], 'People/Ana Ruiz/README.md'],
		['/Work/People/', 'Ana Ruiz', ['P/People/B/README.md', 'People/C.md'], 'Work/People/Ana Ruiz/README.md'],
		['People', 'Ana Ruiz', ['People/B.md', 'People/C.md', 'P/People/D/README.md'], 'People/Ana Ruiz.md'],
		['', 'A/B: "C"', [], 'A B C/README.md'],
		['People', '..', [], null],
		['People', '???', [], null],
		['People', '../../x', [], 'People/x/README.md'],
	])('in %j for %j among %j is %j', (folder, name, others, expected) => {
		expect(personNotePath(folder, name, others.map(person))).toBe(expected);
	});

	test('is made of a template, whose placeholders are filled', () => {
		expect(fillTemplate('---\ntitle: {{title}}\non: {{date:YYYY}}\ntags: [person/{{name}}]\n---\r\n# {{name}}, {{ time }} {{other}}', { name: 'Ana: Ruiz', format })).toBe('---\ntitle: "Ana: Ruiz"\non: <YYYY>\ntags: [person/Ana Ruiz]\n---\r\n# Ana: Ruiz, 13:30 {{other}}');
	});

	test('can be read whatever the name is', () => {
		const signs = fc.constantFrom(...'abc :#[]{}"\'`,&*!|>%@\\-?\t'.split(''));
		fc.assert(fc.property(fc.string({ unit: signs, minLength: 1, maxLength: 20 }), (name) => {
			const text = fillTemplate(usualTemplate('a: b').replace('role:', 'role: "of {{name}}"'), { name, format });
			const fields = parseYaml(text.split('\n---')[0]?.replace('---\n', '') ?? '') as Record<string, unknown>;
			expect(fields).toMatchObject({ type: 'a: b', title: name, created: '2026-11-23' });
		}));
	});
});

test('rules in a template without frontmatter are left alone', () => {
	const text = '# {{name}}\n\nIntro\n\n---\nfacts: {{name}}\n---\nend\n';
	expect(fillTemplate(text, { name: 'Ana: "R"', format: () => '' })).toBe(text.replaceAll('{{name}}', 'Ana: "R"'));
});

test('no half of a sign is left where a name is cut', () => {
	expect(personNotePath('People', `${'a'.repeat(99)}😀b`, [])).not.toMatch(/\p{Surrogate}/u);
});
