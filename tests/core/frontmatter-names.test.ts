import fc from 'fast-check';
import { findFrontmatterNames } from '../../src/core/frontmatter-names';
import { DEFAULT_PEOPLE_RULES } from '../../src/core/people-rules';

/** What the frontmatter of a text names, as `line kind name` with the text that it covers. */
function named(text: string, rules = DEFAULT_PEOPLE_RULES): string[] {
	const lines = text.split('\n');
	return findFrontmatterNames((at) => lines[at] ?? null, rules).flatMap((spans, at) => spans.map(({ kind, name, start, end }) => {
		expect(lines[at]?.slice(start, end)).toContain(kind === 'field' ? name : `person/${name}`);
		return `${at} ${kind} ${name}`;
	}));
}

test('a note’s person, participants and person tags are found as they are written, in lists of either kind', () => {
	expect(named('---\nperson: "Ana Ruiz"\nparticipants:\n  - Ben Okafor\n- [[Ana Ruiz]]\ntags: [type/people, person/ana-ruiz]\n---\nperson: no')).toEqual([
		'1 field Ana Ruiz', '3 field Ben Okafor', '4 field [[Ana Ruiz]]', '5 tag ana-ruiz',
	]);
	expect(named('---\nParticipants: [Ana Ruiz, \'Ben Okafor\']\nperson: Ana Ruiz, Ben Okafor\ntags:\n  - person/ben-okafor\n---')).toEqual([
		'1 field Ana Ruiz', '1 field Ben Okafor', '2 field Ana Ruiz', '2 field Ben Okafor', '4 tag ben-okafor',
	]);
});

test('other fields name people where the user says so', () => {
	expect(named('---\nperson: Ana Ruiz\nAttendees: Ben Okafor\n---', { ...DEFAULT_PEOPLE_RULES, nameFields: ['attendees'] })).toEqual(['2 field Ben Okafor']);
});

test.each(['', 'person: Ana Ruiz', '---\nperson: Ana Ruiz', '\n---\nperson: Ana\n---', '---\ntitle: Ana Ruiz\nperson:\n---'])('nothing is found in %j', (text) => {
	expect(named(text)).toEqual([]);
});

test('no frontmatter throws, and what is found lies in its line', () => {
	const part = fc.constantFrom('person:', 'tags:', '- ', '[', ']', '"', '\'', ', ', 'Ana', 'person/ana', '\n', ' ');
	fc.assert(fc.property(fc.array(part, { maxLength: 25 }).map((parts) => `---\n${parts.join('')}\n---`), (text) => {
		expect(() => named(text)).not.toThrow();
	}));
});
