import fc from 'fast-check';

const WORDS = ['Ana Ruiz', 'it\'s', 'a#b', 'tab\there', 'Ünal', '2025-12-12', '42', 'yes'];
const word = fc.constantFrom(...WORDS);
const key = fc.constantFrom('title', 'person', 'tags', '"date of it"', '\'type\'', 'source_ref', 'a-b', 'Ä ö');
const comment = fc.constantFrom('', '', ' # note', '  ');

const value: fc.Arbitrary<readonly string[]> = fc.oneof(
	fc.tuple(fc.constantFrom(' ', '\t', ' \t '), word).map(([gap, text]) => [`${gap}${text}`]),
	fc.constantFrom([''], [' ""'], [' []'], [' null'], [' {{title}}'], [' { { DATE } }'], [' [[Ana Ruiz]]'], [' "[[Ana Ruiz]]"']),
	fc.tuple(word, word).map(([one, two]) => [` ${one}`, `  ${two}`]),
	fc.tuple(fc.constantFrom('|', '>', '|-', '>+'), word, word).map(([head, one, two]) => [` ${head}`, `  ${one}: "`, '', `    ${two} [`]),
	fc.array(word, { maxLength: 3 }).map((entries) => ['', ...entries.map((entry) => `- ${entry}`)]),
	fc.array(word, { minLength: 1, maxLength: 3 }).map((entries) => ['', ...entries.map((entry) => `  - "${entry}" # x`)]),
	fc.array(word, { maxLength: 3 }).map((entries) => [` [${entries.join(', ')}]`]),
	fc.array(word, { minLength: 1, maxLength: 3 }).map((entries) => [' [', ...entries.map((entry) => `  \t"${entry}",\t`), ' ]']),
	fc.tuple(word, word).map(([one, two]) => [` "${one}`, `  ${two}"`]),
	fc.tuple(word, word).map(([one, two]) => ['', `  a: ${one}`, '  b:', `    - ${two}`]),
);
const field = fc.tuple(key, value, comment).map(([name, [first = '', ...more], behind]) => [`${name}:${first}${more.length === 0 ? behind : ''}`, ...more]);
const between = fc.constantFrom<readonly string[]>(['# a comment'], [''], ['  # another']);

/** Frontmatter as people and generators write it, without its fences: comments, quotes, folded texts, lists, tabs, keys that stand there twice; in LF or CRLF. */
export const frontmatterText = fc.tuple(fc.array(fc.oneof({ weight: 6, arbitrary: field }, { weight: 1, arbitrary: between }), { maxLength: 7 }), fc.constantFrom('\n', '\r\n'))
	.map(([parts, ending]) => parts.flat().join(ending));
