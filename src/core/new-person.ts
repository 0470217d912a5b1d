import { writeScalar } from './frontmatter';
import type { Person } from './person';
import { cutText } from './shorten';

/** What a new person's note says where the user has no template. @param type of a person's note */
export function usualTemplate(type: string): string {
	return `---
type: ${writeScalar(type)}
title: {{name}}
created: {{date}}
aliases: []
email:
company:
role:
---

# {{name}}

## Key Facts
`;
}

/** A file can't be called with these, and a link to it can't hold them. */
const FORBIDDEN = /[\\/:*?"<>|#^[\]\p{Cc}]/gu;
const MOST_OF_NAME = 100;
const PLACEHOLDER = /\{\{\s*(name|title|date|time)(?::([^{}\n]*))?\s*\}\}/giu;
const FRONTMATTER = /^---[ \t]*\r?\n(?:.*?\n)?---[ \t]*(?=\r?\n|$)/su;

/** What the placeholders of a template stand for. */
export interface TemplateValues {
	readonly name: string;
	/** A date in a pattern of the user's, or in the usual one of a kind. */
	readonly format: (kind: 'date' | 'time', pattern: string | null) => string;
}

/** Where the note of a new person goes, in the way in which the others are kept: a folder with a README, or a single note. Null where no file can be called so. */
export function personNotePath(folder: string, name: string, persons: readonly Person[]): string | null {
	const file = cutText(name.replace(FORBIDDEN, ' ').replace(/\s+/gu, ' '), MOST_OF_NAME).replace(/^[.\s]+|[.\s]+$/gu, '');
	if (file === '') return null;
	const root = folder.replace(/^\/+|\/+$/gu, '');
	const roots = persons.filter(({ path }) => /\/README\.md$/iu.test(path)).length;
	const path = roots * 2 >= persons.length ? `${file}/README.md` : `${file}.md`;
	return root === '' ? path : `${root}/${path}`;
}

/** The text of a new note: the template with its placeholders filled, so that its frontmatter can still be read whatever the name is. */
export function fillTemplate(template: string, values: TemplateValues): string {
	const frontmatter = FRONTMATTER.exec(template)?.[0] ?? '';
	const filled = frontmatter.split('\n').map((line) => fillField(line, values)).join('\n');
	return filled + fill(template.slice(frontmatter.length), values, values.name);
}

/** A name that is a whole value is quoted where it has to be; within a text or quotes it loses what would end them. */
function fillField(line: string, values: TemplateValues): string {
	const [, key = '', cr = ''] = /^([^:]*:[ \t]+|[ \t]*-[ \t]+)\{\{\s*(?:name|title)\s*\}\}[ \t]*(\r?)$/iu.exec(line) ?? [];
	if (key !== '') return `${key}${writeScalar(values.name)}${cr}`;
	return fill(line, values, values.name.replace(/["'\\:#[\]{},&*!|>%@`]/gu, ' ').replace(/\s+/gu, ' ').trim());
}

function fill(text: string, { format }: TemplateValues, name: string): string {
	return text.replace(PLACEHOLDER, (_, kind: string, pattern?: string) => {
		const what = kind.toLowerCase();
		return what === 'date' || what === 'time' ? format(what, pattern ?? null) : name;
	});
}
