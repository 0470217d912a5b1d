import fc from 'fast-check';
import { parseInline } from '../../src/core/inline-text';

function show(text: string): string {
	return parseInline(text).map((span) => (span.kind === 'text' ? span.text : `<${span.kind} ${span.text}>`)).join('');
}

describe('inline formatting', () => {
	test.each([
		['Send **the list** now', 'Send <strong the list> now'],
		['a *quick* reply', 'a <emphasis quick> reply'],
		['2*3*4 and 5 * 6', '2*3*4 and 5 * 6'],
		['run `npm test`', 'run <code npm test>'],
		['==this== and ~~that~~', '<highlight this> and <strikethrough that>'],
		['ask [[Ana Ruiz]] and [[People/Ben|Ben]]', 'ask <link Ana Ruiz> and <link Ben>'],
		['see [the page](https://example.com/a_b)', 'see <link the page>'],
		['<img src=x onerror=alert(1)> & [x](javascript:alert(1))', '<img src=x onerror=alert(1)> & [x](javascript:alert(1))'],
	])('is told apart from plain text: %s', (text, shown) => {
		expect(show(text)).toBe(shown);
	});

	test('of a very long sentence is cut for display', () => {
		expect(parseInline('a'.repeat(5_000_000)).map((span) => span.text.length)).toEqual([2001]);
	});

	test('never invents text', () => {
		fc.assert(fc.property(fc.string(), (text) => {
			for (const span of parseInline(text)) expect(text).toContain(span.text);
		}));
	});
});
