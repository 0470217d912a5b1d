import { createHash } from 'node:crypto';
import { copyFile, mkdir, readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));

/**
 * Bundles the sandbox's page: `index.html`, `main.js`, `metadata-worker.js` and `theme.css`.
 *
 * @param {string} outDir Created where it does not exist.
 * @param {import('esbuild').Plugin[]} [plugins] What else is to be done to the sources.
 */
export async function buildHost(outDir, plugins = []) {
	await mkdir(outDir, { recursive: true });
	await build({
		entryPoints: [join(here, 'main.ts'), join(here, 'metadata-worker.ts'), join(here, 'theme.css')],
		define: { METADATA_VERSION: JSON.stringify(await metadataVersion()) },
		outdir: outDir,
		bundle: true,
		format: 'esm',
		target: 'chrome120',
		// The workspace's tsconfig names no module paths that a bundle needs.
		tsconfigRaw: { compilerOptions: { target: 'ES2022', useDefineForClassFields: true } },
		// A host that is rewritten lives for one look.
		sourcemap: plugins.length === 0 && 'linked',
		// Hundreds of tests read it anew. Names stay, since errors tell them.
		minifyWhitespace: plugins.length === 0,
		minifySyntax: plugins.length === 0,
		logLevel: 'warning',
		plugins,
	});
	await copyFile(join(here, 'index.html'), join(outDir, 'index.html'));
}

/** A name for what the metadata parser makes of a text: it changes with the parser's sources. */
async function metadataVersion() {
	const folder = join(here, '../obsidian/metadata');
	const hash = createHash('sha256');
	for (const name of (await readdir(folder)).sort()) hash.update(await readFile(join(folder, name)));
	return hash.digest('hex').slice(0, 16);
}
