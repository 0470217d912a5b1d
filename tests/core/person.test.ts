import fc from 'fast-check';
import { parse } from 'yaml';
import type { Note } from '../../src/core/note';
import { cleanName, findEmail, foldName, isPlaceholderName, readNames, readPerson } from '../../src/core/person';

function note(path: string, yaml: string, body = ''): Note {
	const lines = body.split('\n');
	return {
		path,
		text: body,
		frontmatter: parse(yaml) as Note['frontmatter'],
		headings: lines.flatMap((text, line) => {
			const match = /^(#+) (.*)$/.exec(text);
			return match ? [{ line, level: (match[1] ?? '').length, text: match[2] ?? '' }] : [];
		}),
		listItems: lines.flatMap((text, line) => {
			const match = /^\s*[-*] (?:\[(.)\] )?/.exec(text);
			return match ? [{ line, task: match[1] ?? null }] : [];
		}),
		mtime: 0,
		size: body.length,
	};
}

describe('readPerson', () => {
	test.each([
		['Acme/People/Ana Ruiz/README.md', 'type: people', 'Ana Ruiz'],
		['People/Ana Ruiz/readme.md', 'type: People', 'Ana Ruiz'],
		['People/Ana Ruiz.md', 'tags: [type/people]', 'Ana Ruiz'],
		['People/Ana Ruiz.md', 'tags: "#Type/People, crm"', 'Ana Ruiz'],
		['people/J. R. Okafor.md', 'type: [people]', 'J. R. Okafor'],
	])('%s with "%s" is the root of %s', (path, yaml, name) => {
		expect(readPerson(note(path, yaml))).toMatchObject({ name, path });
	});

	test.each([
		['a dated interaction', 'People/Ana Ruiz/2025-12-12 - Plan.md', 'type: people'],
		['a dated note among single notes', 'People/2025-12-12 - Plan.md', 'type: people'],
		['a note beside the root', 'People/Ana Ruiz/Ideas.md', 'type: people'],
		['a note of another type', 'People/Ana Ruiz/README.md', 'type: customer'],
		['a note without frontmatter', 'People/Ana Ruiz.md', ''],
		['the folder\'s own README', 'Acme/People/README.md', 'type: people'],
		['a template', 'People/{{name}}/README.md', 'type: people'],
		['a note outside People', 'Ana Ruiz/README.md', 'type: people'],
	])('%s is no root', (_, path, yaml) => {
		expect(readPerson(note(path, yaml))).toBeNull();
	});

	test('the folder is the name, whatever the title says', () => {
		const person = readPerson(note('People/Ana Ruiz/README.md', 'type: people\ntitle: Head of storage'));
		expect(person?.name).toBe('Ana Ruiz');
	});

	test('every field is read as text, and absent where it is not filled in', () => {
		const yaml = 'type: people\naliases: Ann Ruiz, A. Ruiz\nemail: "Ana <ana@example.com>"\ncompany: "[[Acme]]"\nrole: ""\nphone: 5550123\nlast_contact: "2025-12-12T10:00"';
		expect(readPerson(note('People/Ana Ruiz.md', yaml))).toEqual({
			name: 'Ana Ruiz',
			path: 'People/Ana Ruiz.md',
			aliases: ['Ann Ruiz', 'A. Ruiz'],
			email: 'ana@example.com',
			company: 'Acme',
			role: null,
			phone: '5550123',
			lastContact: '2025-12-12',
			keyFacts: [],
		});
	});

	test('key facts are the bullets of their section, without tasks and templates', () => {
		const body = '# Ana\n- before\n## Key Facts\n- Leads **storage**\n  - since 2024\n- [?] Ask her\n- {{ fact }}\n### Family\n- Has a dog\n## Notes\n- after';
		const person = readPerson(note('People/Ana Ruiz.md', 'type: people', body));
		expect(person?.keyFacts).toEqual(['Leads **storage**', 'since 2024', 'Has a dog']);
	});
});

describe('readNames', () => {
	test('gives person and participants as written, each once', () => {
		const yaml = 'person: Ana Ruiz\nparticipants:\n- Ana Ruiz\n- "[[Ben Okafor]]"\n- TBD';
		expect(readNames(note('a.md', yaml))).toEqual(['Ana Ruiz', '[[Ben Okafor]]', 'TBD']);
	});

	test('takes a comma string apart, but not the remark of a name', () => {
		const yaml = 'participants: "Ana Ruiz (lead, email: ana@example.com), Ben Okafor"';
		expect(readNames(note('a.md', yaml))).toEqual(['Ana Ruiz (lead, email: ana@example.com)', 'Ben Okafor']);
	});

	test('takes two people in one entry apart', () => {
		expect(readNames(note('a.md', 'participants: ["Ana Ruiz, Ben Okafor"]'))).toEqual(['Ana Ruiz', 'Ben Okafor']);
	});
});

test.each([
	['@Ana  Ruiz ', 'Ana Ruiz'],
	['Ana\u00a0Ruiz', 'Ana Ruiz'],
	['[[Ana Ruiz|Ana]]', 'Ana Ruiz'],
	['[[People/Ana Ruiz/README|Ana]]', 'Ana Ruiz'],
	['@[[People/Ana Ruiz.md#Notes]]', 'Ana Ruiz'],
	['Jose\u0301 Diaz', 'José Diaz'],
])('%j is the name %s', (written, name) => {
	expect(cleanName(written)).toBe(name);
});

test.each([
	['José DÍAZ', 'jose diaz'],
	['Ana‑María O’Neil', 'ana maria o\'neil'],
	['J.R. Okafor, Jr.', 'j r okafor jr'],
	['Ana_Ruiz', 'ana ruiz'],
	['Weiß', 'weiss'],
	['नीति', 'नीति'],
])('%s folds to %s', (name, key) => {
	expect(foldName(name)).toBe(key);
});

test('names fold to the same in small letters, capitals and with a capital sharp s', () => {
	expect(new Set(['Jana Groß', 'JANA GROSS', 'JANA GROẞ', 'jana gross'].map(foldName))).toEqual(new Set(['jana gross']));
});

test('folding a folded name changes nothing', () => {
	fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (name) => {
		expect(foldName(foldName(name))).toBe(foldName(name));
	}));
});

test('the first address in a text is found, and a long text without one is read once', () => {
	expect(findEmail('Ana Ruiz (lead, email: ana.ruiz@example.com)')).toBe('ana.ruiz@example.com');
	expect(findEmail('ana@localhost')).toBeNull();
	expect(findEmail('a'.repeat(1_000_000))).toBeNull();
});

test.each(['', '  ', '-', '?', 'TBD', 'tba', 'Unknown', 'Unknown speaker', 'Speaker 2', 'SPEAKER_01', 'N/A', '{{ name }}'])('%j stands for nobody', (name) => {
	expect(isPlaceholderName(name)).toBe(true);
});

test.each(['Ana Ruiz', 'Speaker Jones', '王伟', 'Unknownson Ruiz', 'Nona'])('%j stands for somebody', (name) => {
	expect(isPlaceholderName(name)).toBe(false);
});
