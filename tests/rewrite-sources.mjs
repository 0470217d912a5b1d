import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** @typedef {{readonly file: string, readonly from: string, readonly to: string}} Rewrite `file` is a path in the folder given. */

/**
 * Replaces texts of sources as they are read by the bundler. A text that does not stand there exactly
 * once is an error: the source has changed, and the rewrite has to follow.
 *
 * @param {string} folder Absolute.
 * @param {readonly Rewrite[]} rewrites
 * @returns {import('esbuild').Plugin}
 */
export function rewriteSources(folder, rewrites) {
	return {
		name: 'rewrite-sources',
		setup(build) {
			for (const file of new Set(rewrites.map((rewrite) => join(folder, rewrite.file)))) {
				build.onLoad({ filter: new RegExp(`^${file.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}$`) }, async () => {
					const own = rewrites.filter((rewrite) => join(folder, rewrite.file) === file);
					return { contents: own.reduce(rewriteOnce, await readFile(file, 'utf8')), loader: 'ts' };
				});
			}
		},
	};
}

/**
 * @param {string} source
 * @param {Rewrite} rewrite
 */
function rewriteOnce(source, { file, from, to }) {
	const parts = source.split(from);
	if (parts.length !== 2) throw new Error(`${file} has ${parts.length - 1} places that read: ${from}`);
	return parts.join(to);
}
