import { getFrontMatterInfo, parseYaml } from '../../tests/sandbox/obsidian/metadata/frontmatter';
import type { Difference } from './difference';
import type { Dump } from './dump';

const knownKeys = new Set([
	'links', 'embeds', 'tags', 'headings', 'sections', 'listItems', 'frontmatter', 'frontmatterPosition', 'frontmatterLinks',
	'blocks', 'footnotes', 'footnoteRefs', 'referenceLinks',
]);

const emptyLink = /^!?(?:\[\[\s*\]\]|\[[^\]]*\]\(\s*\))$/;

/** Why the sandbox differs from the app, where that is known; else null. */
export function explain({ path, app, sandbox }: Difference, dump: Dump): string | null {
	const [part = '', key = ''] = path;
	if (part === 'resolveLinkToPath') return explainLink(app, sandbox);
	if (part !== 'cachedMetadata') return null;
	if (!knownKeys.has(key)) return 'the typings know no such member, and the sandbox does not make it';
	if (key.startsWith('frontmatter')) return yamlError(dump.fileContents);
	if (key === 'links' && isEmptyLink(app ?? sandbox)) return 'whether the app keeps a link that names nothing is known for some forms only';
	return null;
}

function explainLink(app: unknown, sandbox: unknown): string | null {
	if (typeof app === 'string' && typeof sandbox === 'string') return 'a vault may hold namesakes that no dump tells of';
	return app === null ? 'the link names a file that another dump tells of, and the app may have dumped before it was there' : null;
}

function yamlError(text: string): string | null {
	try {
		parseYaml(getFrontMatterInfo(text).frontmatter);
		return null;
	} catch (error) {
		return `the sandbox cannot read this YAML: ${String((error as Error).message).split('\n', 1)[0] ?? ''}`;
	}
}

function isEmptyLink(value: unknown): boolean {
	return typeof value === 'object' && value !== null && 'original' in value && typeof value.original === 'string' && emptyLink.test(value.original);
}
