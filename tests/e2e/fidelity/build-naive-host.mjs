import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildHost } from '../../sandbox/app/build-host.mjs';

/** @typedef {import('./behaviour').Rewrite} Rewrite */

const sandbox = join(dirname(fileURLToPath(import.meta.url)), '../../sandbox');

/**
 * Replaces texts of the host's sources as they are read. A text that does not stand there exactly
 * once is an error: the host has changed, and the rewrite has to follow.
 *
 * @param {Rewrite[]} rewrites
 * @returns {import('esbuild').Plugin}
 */
function rewriteSources(rewrites) {
	return {
		name: 'rewrite-sources',
		setup(build) {
			for (const file of new Set(rewrites.map((rewrite) => join(sandbox, rewrite.file)))) {
				build.onLoad({ filter: new RegExp(`^${file.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}$`) }, async () => {
					const own = rewrites.filter((rewrite) => join(sandbox, rewrite.file) === file);
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

const [outDir = '', rewrites = '[]'] = process.argv.slice(2);
await buildHost(outDir, [rewriteSources(JSON.parse(rewrites))]);
