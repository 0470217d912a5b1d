import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type * as Api from 'obsidian-api';
import { getAllTags, parseFrontMatterTags } from './obsidian/metadata/frontmatter';
import { parseMetadata } from './obsidian/metadata/metadata-parser';

interface Dump {
	readonly fileContents: string;
	readonly cachedMetadata: Api.CachedMetadata;
	readonly getAllTags: string[] | null;
	readonly parseFrontMatterTags: string[] | null;
}

const folder = join(__dirname, '../../../shared/metadata-dumps');
const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : [];

(names.length > 0 ? describe : describe.skip)('metadata taken from the app', () => {
	test.each(names.length > 0 ? names : ['no dumps here'])('%s is what the parser makes of its note', (name) => {
		const dump = JSON.parse(readFileSync(join(folder, name), 'utf8')) as Dump;
		const metadata = parseMetadata(dump.fileContents);
		expect(metadata).toEqual(dump.cachedMetadata);
		expect(getAllTags(metadata)).toEqual(dump.getAllTags);
		expect(parseFrontMatterTags(metadata.frontmatter)).toEqual(dump.parseFrontMatterTags);
	});
});
