import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { compareDump, DumpVault } from '../../scripts/sandbox-metadata/compare';
import { readDumps } from '../../scripts/sandbox-metadata/dump';

const folder = join(__dirname, '../../../shared/metadata-dumps');
const dumps = existsSync(folder) ? readDumps(folder).dumps : [];
const vault = new DumpVault(dumps);
const links = dumps.flatMap(({ filePath, resolveLinkToPath = {} }) => Object.entries(resolveLinkToPath).map(([link, target]) => ({ link, source: filePath, target })));

(dumps.length > 0 ? describe : describe.skip)('metadata taken from the app', () => {
	const names = dumps.map(({ name }) => name);

	test.each(names.length > 0 ? names : ['no dumps here'])('%s is what the parser makes of its note', (name) => {
		const dump = dumps.find((one) => one.name === name);
		expect(dump && compareDump(dump, vault)).toEqual([]);
	});

	test.each(links.length > 0 ? links : [{ link: 'no links here', source: '', target: null }])('the link "$link" in $source means $target', ({ link, source, target }) => {
		expect(vault.resolve(link, source)).toBe(target);
	});

	test('the links are more than a handful', () => {
		expect(links.length).toBeGreaterThan(30);
	});
});
