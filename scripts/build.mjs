import { runCommand } from './command.mjs';
import { ensureDependencies } from './setup.mjs';

await runCommand(async () => {
	await ensureDependencies();
	const { buildPlugin } = await import('../esbuild.config.mjs');
	await buildPlugin();
	console.log('Built main.js.');
});
