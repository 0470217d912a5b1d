import { runCommand } from './command.mjs';
import { ensureDependencies } from './setup.mjs';

await runCommand(async () => {
	await ensureDependencies();
	const { buildShippedPlugin } = await import('./build-plugin.mjs');
	await buildShippedPlugin();
	console.log('Built main.js.');
});
