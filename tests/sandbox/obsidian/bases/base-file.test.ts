import { parseBaseFile } from './base-file';
import { BasesViewConfig } from './bases-view-config';
import { parsePropertyId } from './property-id';

test('an empty file is a base with a table', () => {
	expect(parseBaseFile('')).toEqual({ views: [{ type: 'table', name: 'Table' }] });
});

test('what is no base is refused', () => {
	expect(() => parseBaseFile('- a')).toThrow('names and values');
	expect(() => parseBaseFile('views: []')).toThrow('at least one view');
	expect(() => parseBaseFile('views:\n  - name: x')).toThrow('has a type');
});

test('ids of properties have a source, and a bare name is a note\'s', () => {
	expect(parsePropertyId('file.name')).toEqual({ type: 'file', name: 'name' });
	expect(parsePropertyId('note.a.b')).toEqual({ type: 'note', name: 'a.b' });
	expect(parsePropertyId('status' as never)).toEqual({ type: 'note', name: 'status' });
});

function config(view: Record<string, unknown>, properties?: Record<string, Record<string, unknown>>): { config: BasesViewConfig; view: Record<string, unknown>; changes: () => number } {
	let changes = 0;
	const own = { type: 'table', name: 'Mine', ...view };
	return { config: new BasesViewConfig({ views: [own], ...(properties === undefined ? {} : { properties }) }, own, () => { changes++; }), view: own, changes: () => changes };
}

test('a view\'s options are what the user set, without defaults', () => {
	const { config: options, view, changes } = config({ size: 3, column: 'status' });
	expect([options.name, options.get('size'), options.get('other'), options.get('type')]).toEqual(['Mine', 3, undefined, undefined]);
	expect([options.getAsPropertyId('column'), options.getAsPropertyId('size')]).toEqual(['note.status', null]);
	options.set('size', null);
	options.set('depth', 2);
	expect([view, changes()]).toEqual([{ type: 'table', name: 'Mine', column: 'status', depth: 2 }, 2]);
	expect(() => { options.set('filters', 'x'); }).toThrow('not an option');
});

test('order, sort and names come with full ids, invalid ones left out', () => {
	const { config: shown } = config(
		{ order: ['file.name', 'status', 7], sort: [{ property: 'rank', direction: 'DESC' }, { direction: 'ASC' }, 'x'] },
		{ 'note.status': { displayName: 'State' } },
	);
	expect(shown.getOrder()).toEqual(['file.name', 'note.status']);
	expect(shown.getSort()).toEqual([{ property: 'note.rank', direction: 'DESC' }]);
	expect([shown.getDisplayName('note.status'), shown.getDisplayName('file.name'), shown.getDisplayName('note.rank')]).toEqual(['State', 'file name', 'rank']);
	expect(config({}).config.getOrder()).toEqual(['file.name']);
});
