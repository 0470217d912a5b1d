import { runCommand } from './command.mjs';
import { parseOptions } from './options.mjs';
import { copyInto, pluginFolder } from './plugin-folder.mjs';
import { ensureDependencies } from './setup.mjs';

const usage = 'Usage: npm run install-plugin -- VAULT [--config-dir NAME]\n\nBuilds Ratify and copies it into the vault\'s plugin folder.';

await runCommand(async (argv) => {
	if (argv.includes('--help')) return console.log(usage);
	const { options, rest } = parseOptions(argv, { 'config-dir': 'text' });
	const folder = pluginFolder(rest, options['config-dir'], usage);
	await ensureDependencies();
	const { buildShippedPlugin } = await import('./build-plugin.mjs');
	await buildShippedPlugin();
	const files = ['main.js', 'manifest.json', 'styles.css'];
	await copyInto(folder, files);
	console.log(`Copied ${files.join(', ')} to ${folder}`);
	console.log('To switch it on: in Obsidian, open Settings, then Community plugins, and turn on Ratify. If it was on already, turn it off and on again.');
});
