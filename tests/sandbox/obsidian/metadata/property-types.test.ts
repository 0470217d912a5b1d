import { fixedPace } from '../pace';
import { MemoryAdapter } from '../vault/adapter';
import { Vault } from '../vault/vault';
import { MetadataCache } from './metadata-cache';
import { PropertyTypes } from './property-types';

async function setUp(files: Record<string, string>): Promise<{ types: PropertyTypes; vault: Vault }> {
	const vault = new Vault(new MemoryAdapter(files, { pace: fixedPace() }));
	await vault.load();
	const cache = new MetadataCache(vault, fixedPace());
	await cache.warm();
	const types = new PropertyTypes(vault, cache);
	await types.load();
	return { types, vault };
}

test('a property has the type that was assigned, else that of its first value', async () => {
	const { types } = await setUp({ 'a.md': '---\nDue: 2026-01-02\ncount: 3\ndone: true\nnames: [x]\nkind: 7\n---\n', 'b.md': '---\ndue: later\n---\n', '.obsidian/types.json': '{"types":{"kind":"text"}}' });
	expect(types.getAllProperties()).toMatchObject({
		due: { name: 'Due', widget: 'date', occurrences: 2 },
		count: { widget: 'number' }, done: { widget: 'checkbox' }, names: { widget: 'multitext' }, kind: { widget: 'text' }, tags: { widget: 'tags', occurrences: 0 },
	});
});

test('an assigned type is kept in types.json and told', async () => {
	const { types, vault } = await setUp({ 'a.md': 'text' });
	const changed: unknown[] = [];
	types.on('changed', (name) => changed.push(name));
	await types.setType('effort', 'number');
	expect(types.getPropertyInfo('effort')).toEqual({ name: 'effort', widget: 'number', occurrences: 0 });
	expect(JSON.parse(await vault.adapter.read('.obsidian/types.json'))).toEqual({ types: { effort: 'number' } });
	await types.unsetType('effort');
	expect(types.getAssignedWidget('effort')).toBeNull();
	expect(changed).toEqual(['effort', 'effort']);
});
