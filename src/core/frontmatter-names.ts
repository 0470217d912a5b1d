import { splitList } from './frontmatter';
import { PERSON_TAG, type NameSpan } from './name-spans';
import { isNameField, type PeopleRules } from './people-rules';

const TAG_FIELDS: ReadonlySet<string> = new Set(['tags', 'tag']);

const FIELD = /^([\p{L}\p{N}_-]+)[ \t]*:[ \t]*(.*)$/u;
const ITEM = /^([ \t]*-[ \t]+)(.*)$/u;
/** Nobody's frontmatter is longer. */
const MOST_LINES = 500;

/** Finds who is named in a note's frontmatter, as its lines are written. The first list is of the first line. Empty where there is none. */
export function findFrontmatterNames(lineAt: (line: number) => string | null, rules: PeopleRules): readonly (readonly NameSpan[])[] {
	if (lineAt(0)?.trimEnd() !== '---') return [];
	const found: (readonly NameSpan[])[] = [[]];
	let field = '';
	for (let at = 1; at < MOST_LINES; at++) {
		const line = lineAt(at);
		if (line === null) return [];
		if (line.trimEnd() === '---') return found;
		const [, key = '', value = ''] = FIELD.exec(line) ?? [];
		if (key !== '') field = key.toLowerCase();
		const [, lead = '', item = ''] = key === '' ? (ITEM.exec(line) ?? []) : [];
		found.push(key !== '' ? spansIn(field, value, line.length - value.length, rules) : spansIn(field, item, lead.length, rules));
	}
	return [];
}

function spansIn(field: string, value: string, at: number, rules: PeopleRules): readonly NameSpan[] {
	const isName = isNameField(field, rules);
	if (value === '' || !(isName || TAG_FIELDS.has(field))) return [];
	let from = 0;
	return splitList(value.replace(/^\[(?!\[)|\]$(?<!\]\])/gu, ' ')).flatMap((part) => {
		const start = value.indexOf(part, from);
		if (start < 0) return [];
		from = start + part.length;
		const written = unquote(part);
		const name = isName ? written : nameOfTag(written);
		const inner = start + part.indexOf(written);
		return name === '' ? [] : [{ kind: isName ? 'field' as const : 'tag' as const, start: at + inner, end: at + inner + written.length, name }];
	});
}

function nameOfTag(tag: string): string {
	const bare = tag.replace(/^#/u, '');
	return bare.toLowerCase().startsWith(PERSON_TAG) ? bare.slice(PERSON_TAG.length) : '';
}

function unquote(part: string): string {
	const quote = part.charAt(0);
	return (quote === '"' || quote === '\'') && part.endsWith(quote) && part.length > 1 ? part.slice(1, -1) : part;
}
