import { once } from 'node:events';
import { watch } from 'node:fs';
import { runCommand } from './command.mjs';
import { parseOptions } from './options.mjs';
import { copyPlugin, pluginFolder } from './plugin-folder.mjs';
import { inProject } from './project.mjs';
import { ensureDependencies } from './setup.mjs';

const usage = 'Usage: npm run dev -- VAULT [--config-dir NAME]\n\nBuilds Ratify into the vault\'s plugin folder at every change of its sources.';

await runCommand(async (argv) => {
	if (argv.includes('--help')) return console.log(usage);
	const { options, rest } = parseOptions(argv, { 'config-dir': 'text' });
	const folder = pluginFolder(rest, options['config-dir'], usage);
	await ensureDependencies();
	const { default: esbuild } = await import('esbuild');
	const { pluginOptions } = await import('../esbuild.config.mjs');
	const context = await esbuild.context({ ...pluginOptions({ minify: false }), plugins: [copyAfterBuild(folder)] });
	await context.watch();
	const watchers = ['manifest.json', 'styles.css'].map((file) => watch(inProject(file), () => void copy(folder)));
	console.log(`Watching. Each build goes to ${folder}. Press Ctrl+C to stop.`);
	await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
	for (const watcher of watchers) watcher.close();
	await context.dispose();
});

/** @param {string} folder */
function copyAfterBuild(folder) {
	return {
		name: 'copy',
		/** @param {import('esbuild').PluginBuild} build */
		setup(build) {
			build.onEnd(({ errors }) => (errors.length === 0 ? copy(folder) : undefined));
		},
	};
}

/** @param {string} folder */
async function copy(folder) {
	await copyPlugin(folder);
	console.log('Copied. Turn Ratify off and on in Obsidian to load it.');
}
