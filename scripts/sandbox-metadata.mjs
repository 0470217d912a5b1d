import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { runCommand, UsageError } from './command.mjs';
import { parseOptions } from './options.mjs';
import { ensureDependencies } from './setup.mjs';

const USAGE = `Usage: npm run sandbox:metadata -- DIR

Compares what the sandbox makes of notes with what the app made of them. Each *.json file in DIR is
a dump: {fileContents, cachedMetadata, filePath?, getAllTags?, parseFrontMatterTags?, resolveLinkToPath?}.
Prints a line per difference and, last, how many dumps match. Exit code: 0 all match, 1 not all, 2 bad input.`;

await runCommand(async (argv) => {
	const { options, rest } = parseOptions(argv, { help: 'flag' });
	if (options.help) {
		console.log(USAGE);
		return 0;
	}
	const [folder] = rest;
	if (folder === undefined || rest.length > 1) throw new UsageError(USAGE);
	await ensureDependencies();
	const { buildForNode } = await import('./build-for-node.mjs');
	const built = await buildForNode('scripts/sandbox-metadata/main.ts', 'sandbox-metadata.mjs');
	const { main } = await import(pathToFileURL(built).href);
	// npm runs scripts in the project's folder; a path is meant from where the user stands.
	return main(path.resolve(process.env.INIT_CWD ?? process.cwd(), folder));
});
