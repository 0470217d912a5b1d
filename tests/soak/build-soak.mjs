import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '../..');

/** The plugin's sources, as an absolute path. */
export const sources = join(root, 'src');

/**
 * Bundles the page in which a soak runs: the sandbox and the plugin's own parts in one script.
 *
 * @param {import('esbuild').Plugin} plugin What else is to be done to the sources.
 * @returns {Promise<string>} The script.
 */
export async function buildSoak(plugin) {
	const { outputFiles } = await build({
		absWorkingDir: root,
		entryPoints: [join(here, 'page.ts')],
		bundle: true,
		write: false,
		format: 'iife',
		target: 'chrome120',
		alias: { obsidian: join(root, 'tests/sandbox/obsidian/index.ts') },
		tsconfigRaw: { compilerOptions: { target: 'ES2022', useDefineForClassFields: true } },
		logLevel: 'warning',
		plugins: [plugin],
	});
	return outputFiles[0]?.text ?? '';
}
