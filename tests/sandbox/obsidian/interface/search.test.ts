import { prepareFuzzySearch, prepareSimpleSearch, sortSearchResults } from './search';

test('a fuzzy search finds letters in order and says where', () => {
	expect(prepareFuzzySearch('cp')('Command palette')?.matches).toEqual([[0, 1], [8, 9]]);
});

test('a fuzzy search finds nothing where a letter is missing', () => {
	expect(prepareFuzzySearch('xyz')('Command palette')).toBeNull();
});

test('a run of letters scores higher than scattered ones', () => {
	const search = prepareFuzzySearch('open');
	const found = ['Operate on entry', 'Ratify: Open review'].map(name => ({ name, match: search(name) ?? { score: -99, matches: [] } }));
	sortSearchResults(found);
	expect(found.map(({ name }) => name)).toEqual(['Ratify: Open review', 'Operate on entry']);
});

test('a simple search wants every word, in any order', () => {
	const search = prepareSimpleSearch('plan storage');
	expect(search('Storage plan')).not.toBeNull();
	expect(search('Storage')).toBeNull();
});

test('an empty query matches everything', () => {
	expect(prepareFuzzySearch('')('anything')).toEqual({ score: 0, matches: [] });
});
