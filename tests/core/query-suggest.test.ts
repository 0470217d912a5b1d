import { readIndexedNote } from '../../src/core/indexed-note';
import { IndexStore } from '../../src/core/index-store';
import { relaxQuery } from '../../src/core/query-relax';
import { suggestTerms, takeSuggestion } from '../../src/core/query-suggest';
import { DEFAULT_STATUSES } from '../../src/core/status';
import { noteFrom } from './note-text';

const store = new IndexStore(() => undefined);
const NOTES: Record<string, readonly [string, Record<string, unknown>?]> = {
	'People/Ana Ruiz/README.md': ['', { type: 'people' }],
	'Work/Plans/A "b" c.md': ['- [?] one @Ana Ruiz #task #auto\n- [?] two @Ben #task\n- [?] three @Ana Ruiz #task'],
	'Loose.md': ['- [?] four @Me #task'],
};
store.update({ today: '2026-11-24', notes: Object.entries(NOTES).map(([path, [text, fields]]) => readIndexedNote(noteFrom(path, text, fields ?? null), DEFAULT_STATUSES)) });
const { snapshot } = store;

/** What is suggested at the place of the `|`. */
function suggested(marked: string): string[] {
	const caret = marked.indexOf('|');
	return suggestTerms(snapshot, marked.replace('|', ''), caret).items.map(({ term }) => term);
}

describe('what can be typed next', () => {
	test.each([
		['ow|', ['owner:']],
		['-OW|', ['-owner:']],
		['x due:n|', ['due:none', 'due:<"next week"', 'due:<"next month"']],
		['priority:hi| x', ['priority:highest', 'priority:high']],
		['owner:|', ['owner:me', 'owner:none', 'owner:"Ana Ruiz"', 'owner:Ben']],
		['owner:RUI|', ['owner:"Ana Ruiz"']],
		['owner:"ana r|', ['owner:"Ana Ruiz"']],
		['path:wo|', ['path:Work/', 'path:Work/Plans/']],
		['note:b|', ['note:"A  b  c"']],
		['tag:au|', ['tag:auto']],
		['has:d|', ['has:duplicates', 'has:due', 'has:evidence']],
		['zebra|', []],
		['"ow|', []],
		['owner:me|', []],
	])('at %s', (marked, expected) => {
		expect(suggested(marked)).toEqual(expected);
	});

	test('is everything where nothing is typed yet', () => {
		expect(suggested('|')).toHaveLength(12);
		expect(suggested('owner:me |')).toHaveLength(12);
	});

	test('takes the place of the term, and makes room for the next where it is whole', () => {
		const at = suggestTerms(snapshot, 'a ow b', 4);
		expect(takeSuggestion('a ow b', at, { term: 'owner:', about: 'owner' })).toEqual({ text: 'a owner: b', caret: 8 });
		expect(takeSuggestion('a ow b', at, { term: 'overdue', about: 'overdue' })).toEqual({ text: 'a overdue b', caret: 9 });
		expect(takeSuggestion('a ow', suggestTerms(snapshot, 'a ow', 4), { term: 'overdue', about: 'overdue' })).toEqual({ text: 'a overdue ', caret: 10 });
	});
});

test('a filter that shows nothing tells without which of its terms it would show something', () => {
	expect(relaxQuery(snapshot, 'owner:ana two')).toEqual([{ without: 'owner:ana', filter: 'two', rows: 1 }, { without: 'two', filter: 'owner:ana', rows: 2 }]);
	expect(relaxQuery(snapshot, 'nothing at all')).toEqual([]);
	expect(relaxQuery(snapshot, 'nothing')).toEqual([]);
});
