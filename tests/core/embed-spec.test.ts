import { parseEmbed } from '../../src/core/embed-spec';
import { parseQuery } from '../../src/core/query';

test('lines are the filter, but for the options', () => {
	expect(parseEmbed('person:"Ana Ruiz"\r\nlimit: 5\n  due:<friday  \nGroup: due\nsort:priority')).toEqual({ filter: 'person:"Ana Ruiz"   due:<friday', limit: 5, groupBy: 'due', sortBy: 'priority', problems: [] });
	expect(parseEmbed('')).toEqual({ filter: '', limit: 20, groupBy: 'none', sortBy: 'newest', problems: [] });
});

test('options that do not exist are left out, and named', () => {
	expect(parseEmbed('limit: all\ngroup: week\nsort:\nlimit: 0')).toMatchObject({ filter: '', limit: 20, groupBy: 'none', problems: ['limit: all', 'group: week', 'sort:', 'limit: 0'] });
	expect(parseEmbed('limit: 9999').limit).toBe(500);
});

test('note:this is the note that the block stands in, and a name anywhere else', () => {
	expect(parseQuery('note:this', { today: null, here: 'A/B.md' }).clauses[0]?.[0]?.test).toEqual({ field: 'at', path: 'A/B.md' });
	expect(parseQuery('note:this').clauses[0]?.[0]?.test).toEqual({ field: 'note', value: 'this' });
	expect(parseQuery('note:"this"', { today: null, here: 'A/B.md' }).clauses[0]?.[0]?.test).toEqual({ field: 'note', value: 'this' });
});
