import { pathToFileURL } from 'node:url';
import { runCommand } from './command.mjs';
import { ensureDependencies } from './setup.mjs';

await runCommand(async (argv) => {
	await ensureDependencies();
	const { buildForNode } = await import('./build-for-node.mjs');
	const built = await buildForNode('scripts/report/report.ts', 'report.mjs');
	const { main } = await import(pathToFileURL(built).href);
	return main(argv);
});
