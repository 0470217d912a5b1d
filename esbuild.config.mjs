import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import esbuild from 'esbuild';

/** What the app itself provides; a second copy of any of these would not work with its own. */
const PROVIDED = [
	'obsidian',
	...['autocomplete', 'collab', 'commands', 'language', 'lint', 'search', 'state', 'view'].map((name) => `@codemirror/${name}`),
	...['common', 'highlight', 'lr'].map((name) => `@lezer/${name}`),
];

const root = fileURLToPath(new URL('.', import.meta.url));
const { version } = JSON.parse(readFileSync(new URL('manifest.json', import.meta.url), 'utf8'));

/** The options with which `src/main.ts` becomes `main.js`. The output depends on the sources only. */
export function pluginOptions({ minify = true, outfile = 'main.js' } = {}) {
	return {
		absWorkingDir: root,
		entryPoints: ['src/main.ts'],
		bundle: true,
		external: PROVIDED,
		format: 'cjs',
		target: 'es2022',
		platform: 'browser',
		jsx: 'automatic',
		jsxImportSource: 'preact',
		banner: { js: `/* Ratify ${version}. The source is in the repository named in the manifest's listing. */` },
		legalComments: 'inline',
		logLevel: 'warning',
		sourcemap: minify ? false : 'inline',
		minify,
		outfile,
	};
}

/** Builds the plugin once. */
export async function buildPlugin(options) {
	await esbuild.build(pluginOptions(options));
}
