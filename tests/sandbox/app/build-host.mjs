import { copyFile, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));

/**
 * Bundles the sandbox's page: `index.html`, `main.js` and `theme.css`.
 *
 * @param {string} outDir Created where it does not exist.
 * @param {import('esbuild').Plugin[]} [plugins] What else is to be done to the sources.
 */
export async function buildHost(outDir, plugins = []) {
	await mkdir(outDir, { recursive: true });
	await build({
		entryPoints: [join(here, 'main.ts'), join(here, 'theme.css')],
		outdir: outDir,
		bundle: true,
		format: 'esm',
		target: 'chrome120',
		// The workspace's tsconfig names no module paths that a bundle needs.
		tsconfigRaw: { compilerOptions: { target: 'ES2022', useDefineForClassFields: true } },
		sourcemap: 'linked',
		logLevel: 'warning',
		plugins,
	});
	await copyFile(join(here, 'index.html'), join(outDir, 'index.html'));
}
