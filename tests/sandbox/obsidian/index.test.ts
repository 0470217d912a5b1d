import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as obsidian from './index';

const declarations = readFileSync(path.join(__dirname, '../../../node_modules/obsidian/obsidian.d.ts'), 'utf8');

test('every class, function and value of the interface is there, if only to say that it is missing', () => {
	const names = [...declarations.matchAll(/^export (?:abstract )?(?:class|function|const|let|enum) (\w+)/gm)].map(found => found[1] ?? '');
	expect(names.length).toBeGreaterThan(100);
	expect([...new Set(names)].filter(name => !(name in obsidian))).toEqual([]);
});

test('what the sandbox lacks names itself', () => {
	class Mine extends obsidian.CapacitorAdapter {}
	expect(() => new Mine()).toThrow('CapacitorAdapter exists in Obsidian, but this sandbox does not have it.');
});

test('arrays, strings and numbers have the members that the app adds', () => {
	expect([1, 2, 3].last()).toBe(3);
	expect('abc'.contains('b')).toBe(true);
	expect(Math.clamp(7, 0, 5)).toBe(5);
});
