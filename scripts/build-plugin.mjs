import { join } from 'node:path';
import { buildPlugin } from '../esbuild.config.mjs';
import { projectRoot } from './project.mjs';
import { replaceFiles } from './replace-files.mjs';

/** Builds the `main.js` that is shipped, in the project's folder, beside the manifest and the styles. */
export async function buildShippedPlugin() {
	await replaceFiles(projectRoot, (draft) => buildPlugin({ outfile: join(draft, 'main.js') }));
}
