import { parseMetadata } from './metadata-parser';
import { resolveSubpath } from './subpath';

const cache = parseMetadata('# One\n## Same\n# Two: *b*\n## Same\n\ntext ^id\n');

test('a heading is found by its words, one below another by its path', () => {
	expect(resolveSubpath(cache, '#two b')).toMatchObject({ type: 'heading', start: { line: 2 }, next: null });
	expect(resolveSubpath(cache, '#Two: *b*#Same')).toMatchObject({ start: { line: 3 } });
	expect(resolveSubpath(cache, '#Same')).toMatchObject({ start: { line: 1 }, end: { line: 2 } });
	expect(resolveSubpath(cache, '#None')).toBeNull();
});

test('a block is found by its id in any case', () => {
	expect(resolveSubpath(cache, '#^ID')).toMatchObject({ type: 'block', block: { id: 'id' }, start: { line: 5 } });
	expect(resolveSubpath(cache, '#^none')).toBeNull();
});
