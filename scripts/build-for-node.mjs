import { join } from 'node:path';
import esbuild from 'esbuild';
import { inProject, projectRoot } from './project.mjs';
import { replaceFiles } from './replace-files.mjs';

/**
 * Bundles a TypeScript module of this project so that Node can run it: packages stay outside, and
 * what the plugin imports from the app comes from the sandbox.
 *
 * @param {string} entry Its path in the project.
 * @param {string} name What the bundle is called in `build`.
 * @returns {Promise<string>} The bundle's absolute path.
 */
export async function buildForNode(entry, name) {
	await replaceFiles(inProject('build'), (draft) => bundle(entry, join(draft, name)));
	return inProject('build', name);
}

/**
 * @param {string} entry
 * @param {string} outfile
 */
async function bundle(entry, outfile) {
	await esbuild.build({
		absWorkingDir: projectRoot,
		entryPoints: [entry],
		outfile,
		bundle: true,
		platform: 'node',
		format: 'esm',
		target: 'node20',
		packages: 'external',
		alias: { obsidian: inProject('tests/sandbox/obsidian/index.ts') },
		logLevel: 'warning',
	});
}
