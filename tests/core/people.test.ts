import fc from 'fast-check';
import { buildPeople, type NameContext, type People, type PeopleInput, type Resolution } from '../../src/core/people';
import type { Person } from '../../src/core/person';

function person(name: string, more: Partial<Person> = {}): Person {
	const path = more.path ?? `People/${name}/README.md`;
	return { name, path, aliases: [], email: null, company: null, role: null, phone: null, lastContact: null, keyFacts: [], ...more };
}

function people(persons: readonly Person[], more: Partial<PeopleInput> = {}): People {
	return buildPeople({ persons, names: [], ownerNames: ['Myself', 'Me', 'Jane Owner'], ...more });
}

/** A resolution in one line of text. */
function say(resolution: Resolution): string {
	const list = (persons: readonly Person[]): string => persons.map((one) => one.name).join(', ');
	switch (resolution.kind) {
		case 'person': return `${resolution.person.name} by ${resolution.tier}`;
		case 'weak': return `${resolution.person.name}? ${resolution.why}`;
		case 'ambiguous': return `one of ${list(resolution.candidates)}`;
		case 'unknown': return `unknown, near ${list(resolution.near)}`.replace(/, near $/, '');
		case 'group': return `group ${list(resolution.members)}`.trim();
		default: return resolution.kind;
	}
}

function resolved(index: People, name: string, context?: NameContext): string {
	return say(index.resolve(name, context));
}

const vault = people([
	person('Ana Ruiz', { email: 'Ana.R@example.com', aliases: ['Ann Ruiz-Lopez', 'Annie'], company: 'Acme' }),
	person('Ben Okafor'),
	person('José Díaz'),
	person('Priya Raman'),
	person('Priya Nair'),
	person('Chandra'),
	person('Dana Ann Whitfield'),
	person('Erik Olson Smith'),
]);

test.each([
	['Myself', 'owner'],
	['@me', 'owner'],
	['jane owner', 'owner'],
	['Myself (with Ana Ruiz)', 'owner'],
	['Myself (with ana.r@example.com)', 'owner'],
	['Ana Ruiz', 'Ana Ruiz by name'],
	['@Ana  Ruiz', 'Ana Ruiz by name'],
	['[[Ana Ruiz|Ana]]', 'Ana Ruiz by name'],
	['@[[People/Ana Ruiz/README|Ana]]', 'Ana Ruiz by link'],
	['ana.r@example.com', 'Ana Ruiz by e-mail'],
	['A. Ruiz (lead, email: ana.r@example.com)', 'Ana Ruiz by e-mail'],
	['Ben <ben.okafor@example.org>', 'Ben Okafor by e-mail'],
	['TBD', 'placeholder'],
	['Unknown speaker', 'placeholder'],
	['Speaker 2', 'placeholder'],
	['', 'placeholder'],
	['Ann Ruiz-Lopez', 'Ana Ruiz by alias'],
	['jose diaz', 'José Díaz by spelling'],
	['Ben Ok*afor', 'Ben Okafor by spelling'],
	['Dana: Ann/Whitfield', 'Dana Ann Whitfield by spelling'],
	['Ana Ruiz (storage lead)', 'Ana Ruiz by name'],
	['Ana Ruiz (storage le', 'Ana Ruiz by name'],
	['Ben Okafor Okafor', 'Ben Okafor by name'],
	['Storage team', 'group'],
	['everyone', 'group'],
	['Acme', 'group'],
	['Ana Ruiz & Ben Okafor', 'group Ana Ruiz, Ben Okafor'],
	['Ana Ruiz and Zed Nobody', 'group Ana Ruiz'],
	['Myself/Ben Okafor', 'group Ben Okafor'],
	['Research & Development', 'unknown'],
	['Zed Nobody', 'unknown'],
])('"%s" is %s', (name, expected) => {
	expect(resolved(vault, name)).toBe(expected);
});

test.each([
	['saoirse-omalley', 'Saoirse O\'Malley'],
	['saoirse-o-malley', 'Saoirse O\'Malley'],
	['rene-aubry', 'René Aubry'],
])('the slug %s is %s', (slug, name) => {
	const found = people([person('Saoirse O\'Malley'), person('René Aubry')]).resolveSlug(slug);
	expect(found.kind === 'person' && found.person.name).toBe(name);
});

test('a slug of one word, or of two people, is nobody’s for certain', () => {
	const all = people([person('Ann Amay'), person('Anna May'), person('Ines')]);
	expect([all.resolveSlug('ann-amay').kind, all.resolveSlug('ines').kind, all.resolveSlug('nobody-known').kind]).toEqual(['ambiguous', 'weak', 'unknown']);
});

describe('never automatic', () => {
	test('a bare first name is unknown, with whom it may be', () => {
		expect(resolved(vault, 'Ben')).toBe('unknown, near Ben Okafor');
	});

	test('a first name that two people share is ambiguous', () => {
		expect(resolved(vault, 'Priya')).toBe('one of Priya Nair, Priya Raman');
	});

	test('a root or alias of one word is only probable', () => {
		expect(resolved(vault, 'Chandra')).toBe('Chandra? one-word name');
		expect(resolved(vault, 'chandra (lead)')).toBe('Chandra? one-word name');
		expect(resolved(vault, 'Annie')).toBe('Ana Ruiz? one-word name');
	});

	test.each([
		['Ana Ruis', 'Ana Ruiz'],
		['Anna Ruiz', 'Ana Ruiz'],
		['Ben Okafro', 'Ben Okafor'],
		['Dana Witfeild', 'Dana Ann Whitfield'],
		['Ben O.', 'Ben Okafor'],
		['Erik Smith', 'Erik Olson Smith'],
	])('the near spelling "%s" only suggests %s', (name, near) => {
		expect(resolved(vault, name)).toBe(`unknown, near ${near}`);
	});
});

test.each(['B Okafor', 'B. Okafor', 'Be', 'Anaruiz', 'Ana R Okafor Jones'])('"%s" suggests nobody', (name) => {
	expect(resolved(vault, name)).toBe('unknown');
});

test('two roots of one name are ambiguous, unless a link or an address says which', () => {
	const index = people([
		person('Ana Ruiz', { path: 'A/People/Ana Ruiz/README.md', email: 'ana@a.example' }),
		person('Ana Ruiz', { path: 'B/People/Ana Ruiz.md', email: 'ana@b.example' }),
	]);
	expect(index.resolve('Ana Ruiz (lead, email: ana@b.example)')).toMatchObject({ kind: 'person', tier: 'e-mail', person: { path: 'B/People/Ana Ruiz.md' } });
	expect(resolved(index, 'Ana Ruiz')).toBe('one of Ana Ruiz, Ana Ruiz');
	expect(index.resolve('[[B/People/Ana Ruiz]]')).toMatchObject({ kind: 'person', person: { path: 'B/People/Ana Ruiz.md' } });
});

test('an alias or address that two people share is ambiguous', () => {
	const index = people([person('Ana Ruiz', { aliases: ['The Boss'], email: 'team@example.com' }), person('Ben Okafor', { aliases: ['the boss'], email: 'team@example.com' })]);
	expect(resolved(index, 'The Boss')).toBe('one of Ana Ruiz, Ben Okafor');
	expect(resolved(index, 'team@example.com')).toBe('one of Ana Ruiz, Ben Okafor');
});

test('an address does not overrule another person\'s name beside it', () => {
	expect(resolved(vault, 'Ben Okafor (ana.r@example.com)')).toBe('one of Ana Ruiz, Ben Okafor');
	expect(resolved(vault, 'Zed Nobody <ben.okafor@example.org>')).toBe('unknown, near Ben Okafor');
	expect(resolved(vault, 'Boss (ana.r@example.com)')).toBe('Ana Ruiz by e-mail');
});

describe('a first name in its note', () => {
	test('is the only one there with it', () => {
		expect(resolved(vault, 'Priya', { names: ['Priya Nair (lead)', 'Ben Okafor'] })).toBe('Priya Nair by first name in note');
	});

	test('is ambiguous where two have it', () => {
		expect(resolved(vault, 'Priya', { names: ['Priya Nair', 'Priya Raman'] })).toBe('one of Priya Nair, Priya Raman');
	});

	test('is unknown where another with it has no note', () => {
		expect(resolved(vault, 'Ben', { names: ['Ben Okafor', 'Ben Stranger'] })).toBe('unknown, near Ben Okafor');
		expect(resolved(vault, 'Ben', { names: ['Ben Stranger'] })).toBe('unknown');
	});

	test('is not the owner\'s, of whom only whole names are taken', () => {
		expect(resolved(vault, 'Jane', { names: ['Jane Owner'] })).toBe('unknown');
	});

	test('is one person however often the note names them', () => {
		expect(resolved(vault, 'Ana', { names: ['Ana Ruiz', 'ana ruiz', 'Ana Ruiz (ana.r@example.com)'] })).toBe('Ana Ruiz by first name in note');
	});

	test('is ambiguous beside a root of just that word', () => {
		const index = people([person('Ana'), person('Ana Ruiz')]);
		expect(resolved(index, 'Ana', { names: ['Ana Ruiz'] })).toBe('one of Ana Ruiz, Ana');
	});
});

describe('a first name that nobody else in the vault has', () => {
	const persons = [person('Ana Ruiz'), person('Ben Okafor')];
	const together = { source: 'one', names: ['Ana Ruiz', 'Ben Okafor'] };

	test('is probable when its person was seen with a participant in another source', () => {
		const index = people(persons, { meetings: [together] });
		expect(resolved(index, 'Ana', { names: ['Ben Okafor'], source: 'two' })).toBe('Ana Ruiz? only one with that first name');
	});

	test('is not when they were seen together in this source only', () => {
		const index = people(persons, { meetings: [together, together] });
		expect(resolved(index, 'Ana', { names: ['Ben Okafor'], source: 'one' })).toBe('unknown, near Ana Ruiz');
		expect(resolved(index, 'Ana', { names: ['Ben Okafor'] })).toBe('unknown, near Ana Ruiz');
	});

	test('is not when only the owner was there', () => {
		const index = people(persons, { meetings: [{ source: 'one', names: ['Ana Ruiz', 'Myself', 'Jane Owner'] }] });
		expect(resolved(index, 'Ana', { names: ['Jane Owner'], source: 'two' })).toBe('unknown, near Ana Ruiz');
	});

	test.each([
		['a field', { names: [['Ana Stranger']] }],
		['a task', { mentioned: ['Ana Stranger'] }],
	])('is not when %s names another with it', (_, more) => {
		const index = people(persons, { meetings: [together], ...more });
		expect(resolved(index, 'Ana', { names: ['Ben Okafor'], source: 'two' })).toBe('unknown, near Ana Ruiz');
	});
});

test('known names are owners, roots, aliases and the names of fields, but not those of tasks', () => {
	const index = people([person('Ana Ruiz', { aliases: ['Annie'] })], { names: [['Ben Okafor (lead)', 'TBD']], mentioned: ['Zed Nobody'] });
	const names = ['Ana Ruiz', 'annie', 'Ben Okafor', 'Myself', 'TBD', 'Zed Nobody', 'Ana', ''];
	expect(names.filter((name) => index.isKnownName(name))).toEqual(['Ana Ruiz', 'annie', 'Ben Okafor', 'Myself']);
});

const FIRST = fc.constantFrom('Ana', 'Ben', 'Cleo', 'José', 'Priya');
const LAST = fc.constantFrom('Ruiz', 'Okafor', 'Díaz', 'Nair', 'Smith-Jones');
const FULL = fc.tuple(FIRST, LAST).map((words) => words.join(' '));
const PERSONS = fc.uniqueArray(FULL, { maxLength: 12 }).map((names) => names.map((name) => person(name)));

test('a bare first name is nobody for certain while its note names no full name with it', () => {
	fc.assert(fc.property(PERSONS, FIRST, fc.array(FULL), (persons, first, names) => {
		const others = names.filter((name) => !name.startsWith(`${first} `));
		expect(people(persons, { names: [others] }).resolve(first, { names: others }).kind).not.toBe('person');
	}));
});

test('the order of the vault changes nothing', () => {
	const NAME = fc.oneof(FULL, FIRST, LAST, fc.string());
	fc.assert(fc.property(PERSONS, fc.array(NAME), NAME, (persons, names, name) => {
		const forward = people(persons, { names: [names], meetings: [{ source: 'one', names }] });
		const backward = people([...persons].reverse(), { names: [[...names].reverse()], meetings: [{ source: 'one', names: [...names].reverse() }] });
		const context = { names, source: 'two' };
		expect(resolved(backward, name, context)).toBe(resolved(forward, name, context));
	}));
});

test('what a name means does not depend on what was asked before, and is the same where only its person is asked for', () => {
	const ROOTS = fc.uniqueArray(fc.oneof(FULL, FIRST), { maxLength: 12 }).map((names) => names.map((name) => person(name)));
	const NAME = fc.oneof(FULL, FIRST, fc.tuple(FIRST, FULL).map((both) => both.join(' and ')), FULL.map((name) => `${name} (lead)`));
	fc.assert(fc.property(ROOTS, fc.array(fc.tuple(NAME, fc.array(NAME, { maxLength: 3 })), { maxLength: 8 }), (persons, asked) => {
		const index = people(persons);
		for (const [name, names] of asked) {
			const resolution = people(persons).resolve(name, { names });
			expect(index.resolve(name, { names })).toEqual(resolution);
			expect(index.personNamed(name, names)).toEqual(resolution.kind === 'person' ? resolution.person : null);
		}
	}));
});

describe('names mean what they did', () => {
	const ana = person('Ana Ruiz', { aliases: ['Annie Ruiz'], role: 'Lead' });
	const given = { persons: [ana, person('Ben Okafor')], names: [['Cleo Park']], ownerNames: ['Me'] };
	const before = buildPeople(given);
	const means = (more: Partial<PeopleInput>): boolean => buildPeople({ ...given, ...more }, before).naming === before.naming;

	test('where a root says something else that is no name', () => {
		expect(means({ persons: [{ ...ana, role: 'Buyer', keyFacts: ['Likes tea.'] }, person('Ben Okafor')] })).toBe(true);
	});

	test('where they were seen together elsewhere, or a task mentions one more', () => {
		expect(means({ names: [['Cleo Park'], ['Cleo Park (lead)']], meetings: [{ source: 'one', names: ['Cleo Park'] }], mentioned: ['Dario Unseen'] })).toBe(true);
	});

	test.each<[string, Partial<PeopleInput>]>([
		['a person is new', { persons: [...given.persons, person('Dario Nair')] }],
		['a person is gone', { persons: [ana] }],
		['a root has moved', { persons: [{ ...ana, path: 'People/Ana Ruiz.md' }, person('Ben Okafor')] }],
		['an alias is another', { persons: [{ ...ana, aliases: ['Ann Ruiz'] }, person('Ben Okafor')] }],
		['an address is another', { persons: [{ ...ana, email: 'ana.ruiz@example.com' }, person('Ben Okafor')] }],
		['a company is another, which may be called like somebody', { persons: [{ ...ana, company: 'Okafor' }, person('Ben Okafor')] }],
		['a note names somebody else', { names: [['Cleo Park', 'Dario Unseen']] }],
		['nobody is named so any more', { names: [] }],
		['the owner is called otherwise', { ownerNames: ['Myself'] }],
	])('no longer where %s', (_, more) => {
		expect(means(more)).toBe(false);
	});
});

test('no text makes resolving throw', () => {
	fc.assert(fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.string()), (name, names) => {
		expect(typeof resolved(vault, name, { names })).toBe('string');
		expect(vault.isKnownName(name.repeat(100))).toBe(false);
	}));
});
