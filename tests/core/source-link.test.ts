import fc from 'fast-check';
import { parse } from 'yaml';
import { applyEdits, type LineEdit } from '../../src/core/edit';
import { canBeLinked, planSourceLink, type SourceLinkRequest, type SourceLinkRules } from '../../src/core/source-link';
import { frontmatterText } from './frontmatter-texts';

const LINK = '[[2025-12-12_160426_5605_Re-Plan]]';
const LINE = `*Source: ${LINK}*`;
const rules = (more: Partial<SourceLinkRules> = {}): SourceLinkRules => ({ sourceProperty: 'source_link', sourceLine: 'leave', ...more });
const request = (text: string, more: Partial<SourceLinkRequest> = {}): SourceLinkRequest => ({ path: 'A.md', text, link: LINK, rules: rules(), leads: () => false, ...more });

/** The note with its link; why not, where it gets none. */
function linked(text: string, more: Partial<SourceLinkRequest> = {}): string {
	const plan = planSourceLink(request(text, more));
	if (typeof plan === 'string') return plan;
	const { text: after, conflicts, inverse } = applyEdits(text, plan.edits);
	expect(conflicts).toEqual([]);
	expect(applyEdits(after, inverse).text).toBe(text);
	return after;
}

describe('the property', () => {
	test.each([
		['is the last of the frontmatter', '---\na: b\n---\nText\n', `---\na: b\nsource_link: "${LINK}"\n---\nText\n`],
		['keeps the line endings', '---\r\na: b\r\n---\r\nText\r\n', `---\r\na: b\r\nsource_link: "${LINK}"\r\n---\r\nText\r\n`],
		['begins the frontmatter of a note without any', 'Text', `---\nsource_link: "${LINK}"\n---\nText`],
		['begins the frontmatter of an empty note', '', `---\nsource_link: "${LINK}"\n---\n`],
		['stands in an empty frontmatter', '---\n---\n', `---\nsource_link: "${LINK}"\n---\n`],
		['stands behind a text of several lines', '---\na: |\n  b\n\n---\n', `---\na: |\n  b\n\nsource_link: "${LINK}"\n---\n`],
		['stands before a rule that closes nothing', '---\nText\n', `---\nsource_link: "${LINK}"\n---\n---\nText\n`],
		['gets its value where it has none', '---\nsource_link:\na: b\n---\n', `---\nsource_link: "${LINK}"\na: b\n---\n`],
		['keeps what stands behind it', '---\nsource_link:   "" # mine\n---\n', `---\nsource_link:   "${LINK}" # mine\n---\n`],
		['gets its value before a comment', '---\nsource_link: # mine\n---\n', `---\nsource_link: "${LINK}" # mine\n---\n`],
		['is found in any case, and in quotes', '---\n"Source_Link": null\n---\n', `---\n"Source_Link": "${LINK}"\n---\n`],
		['leads on from a link that leads nowhere', '---\nsource_link: \'[[Old|x]]\'  # y\n---\n', `---\nsource_link: "${LINK}"  # y\n---\n`],
		['is mended where its quotes are missing', '---\nsource_link: [[Old]]\n---\n', `---\nsource_link: "${LINK}"\n---\n`],
	])('%s', (_, text, expected) => {
		expect(linked(text)).toBe(expected);
	});

	test.each([
		['is another value', '---\nsource_link: https://example.com\n---\n', 'taken'],
		['is a list', '---\nsource_link:\n- "[[A]]"\n---\n', 'taken'],
		['is there twice', '---\nsource_link:\nSource_link: ""\n---\n', 'twice'],
		['can’t be told for certain', '---\na: "b\nsource_link:\n---\n', 'unclear'],
		['would stand behind a byte order mark', '\ufeffText', 'unclear'],
	])('is left alone where it %s', (_, text, expected) => {
		expect(linked(text)).toBe(expected);
	});

	test('stays where its link leads to a source', () => {
		const text = '---\nsource_link: "[[ Old |x]]"\n---\n';
		expect(linked(text, { leads: (target) => target === 'Old' })).toBe(text);
	});

	test('is written in single quotes where the link holds double ones', () => {
		expect(linked('---\n---\n', { link: '[[It\'s "it"]]' })).toBe('---\nsource_link: \'[[It\'\'s "it"]]\'\n---\n');
	});

	test('has the name that the user has set', () => {
		expect(linked('---\n---\n', { rules: rules({ sourceProperty: 'Herkunft' }) })).toBe(`---\nHerkunft: "${LINK}"\n---\n`);
	});
});

describe('the source line', () => {
	const held = `---\nsource_link: "${LINK}"\n---\n`;
	const line = (text: string, sourceLine: SourceLinkRules['sourceLine'] = 'add', leads: string[] = []): string => {
		const after = linked(held + text, { rules: rules({ sourceLine }), leads: (target) => [LINK.slice(2, -2), ...leads].includes(target) });
		expect(after.startsWith(held)).toBe(true);
		return after.slice(held.length);
	};

	test.each([
		['is added at the end, as generators write it', 'Text\n', `Text\n\n---\n\n${LINE}\n`],
		['needs no second blank line', 'Text\n\n\n', `Text\n\n\n---\n\n${LINE}\n`],
		['keeps the line endings', 'Text\r\n', `Text\r\n\r\n---\r\n\r\n${LINE}\r\n`],
		['is repaired, and no other byte of it', 'Text\n  **Source:** [[Old|old one]]** \nMore', `Text\n  **Source:** ${LINK}** \nMore`],
		['is none in code', 'Text\n```\n*Source: [[Old]]*\n```\n', `Text\n\`\`\`\n*Source: [[Old]]*\n\`\`\`\n\n---\n\n${LINE}\n`],
	])('%s', (_, text, expected) => {
		expect(line(text)).toBe(expected);
	});

	test.each([
		['it leads somewhere', '*Source: [[Old]]*\n', 'add', ['Old']],
		['there are several', '*Source: [[A]]*\n*Source: [[B]]*\n', 'add', []],
		['the last line does not end', 'Text', 'add', []],
		['there is nothing but code', '```\nText\n```\n', 'add', []],
		['code is not closed', 'Text\n```\nText\n', 'add', []],
		['there is no text', '', 'add', []],
		['there is none and none is wanted', 'Text\n', 'repair', []],
		['it is to be left alone', '*Source: [[Old]]*\n', 'leave', []],
	] as const)('stays as it is where %s', (_, text, rule, leads) => {
		expect(line(text, rule, [...leads])).toBe(text);
	});
});

test('a file whose name holds what ends or divides a link can’t be linked', () => {
	expect(['A/B.md', 'It\'s "it" (2).md', 'A#1.md', 'A|B.md', 'A^B.md', '[A].md', '100%% A.md', 'A '].map(canBeLinked)).toEqual([true, true, false, false, false, false, false, false]);
});

test('whatever the note holds, its frontmatter reads as before but for the link, and every other byte stays', () => {
	const bodies = fc.constantFrom('', 'Text', 'Text\n', '\n\n*Source: [[Old]]*', '# A\n\n- [?] Do it. #task\n\n---\n\n*Source: [[Old]]*\n', '```\nopen\n', '---\n');
	const own = fc.constantFrom<readonly string[]>([], [], ['source_link:'], ['source_link: "[[Old]]" # x'], ['source_link: text'], ['source_link: "[[Old]]"', 'source_link:']);
	let made = 0;
	fc.assert(fc.property(fc.option(frontmatterText, { freq: 6 }), own, bodies, fc.constantFrom('add', 'repair', 'leave'), (yaml, mine, body, sourceLine) => {
		const ending = yaml?.includes('\r') === true ? '\r\n' : '\n';
		const before = yaml === null ? body : ['---', ...(yaml === '' ? [] : [yaml]), ...mine, '---', body].join(ending);
		const plan = planSourceLink(request(before, { rules: rules({ sourceLine }) }));
		if (typeof plan === 'string') return;
		made++;
		const { text: after, inverse } = applyEdits(before, plan.edits);
		expect(applyEdits(after, inverse).text).toBe(before);
		expect(fieldsOf(after)).toEqual({ ...fieldsOf(before), source_link: LINK });
		for (const edit of plan.edits) expect(isSmall(edit)).toBe(true);
	}), { numRuns: 5000 });
	expect(made).toBeGreaterThan(3000);
});

function fieldsOf(text: string): Record<string, unknown> {
	const yaml = /^---\r?\n(?<yaml>[^]*?)^---\r?$/mu.exec(text)?.groups?.['yaml'];
	return yaml === undefined || !text.startsWith('---') ? {} : (parse(yaml, { uniqueKeys: false, logLevel: 'error' }) as Record<string, unknown> | null) ?? {};
}

/** Whether an edit adds one of a link's own lines, or changes nothing of a line but its link. */
function isSmall({ before, after }: LineEdit): boolean {
	if (before === null) return ['', '---', `source_link: "${LINK}"`, LINE].includes(after ?? 'gone');
	const rest = (line: string | null): string | undefined => line?.replace(/^source_link:.*?(?= #|$)/u, '').replace(/\[\[.*\]\]/u, '');
	return rest(before) === rest(after);
}
