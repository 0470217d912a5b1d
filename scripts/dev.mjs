import { once } from 'node:events';
import { unwatchFile, watchFile } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from './command.mjs';
import { parseOptions } from './options.mjs';
import { copyInto, pluginFolder } from './plugin-folder.mjs';
import { inProject } from './project.mjs';
import { ensureDependencies } from './setup.mjs';

const usage = 'Usage: npm run dev -- VAULT [--config-dir NAME]\n\nBuilds Ratify into the vault\'s plugin folder at every change of its sources.';

/** What is copied as it is. */
const plainFiles = ['manifest.json', 'styles.css'];

/** @type {import('esbuild').Plugin} */
const tellAfterBuild = {
	name: 'tell',
	setup(build) {
		build.onEnd(({ errors }) => {
			if (errors.length === 0) console.log('Built main.js. Turn Ratify off and on in Obsidian to load it.');
		});
	},
};

await runCommand(async (argv) => {
	if (argv.includes('--help')) return console.log(usage);
	const { options, rest } = parseOptions(argv, { 'config-dir': 'text' });
	const folder = pluginFolder(rest, options['config-dir'], usage);
	await ensureDependencies();
	await copyInto(folder, plainFiles);
	const context = await watchSources(folder);
	for (const file of plainFiles) watchFile(inProject(file), { interval: 500 }, () => void copyChanged(folder, file));
	console.log(`Watching. Each build goes to ${folder}. Press Ctrl+C to stop.`);
	await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
	for (const file of plainFiles) unwatchFile(inProject(file));
	await context.dispose();
});

/** @param {string} folder */
async function watchSources(folder) {
	const { default: esbuild } = await import('esbuild');
	const { pluginOptions } = await import('../esbuild.config.mjs');
	const options = pluginOptions({ minify: false, outfile: join(folder, 'main.js') });
	const context = await esbuild.context({ ...options, plugins: [tellAfterBuild] });
	await context.watch();
	return context;
}

/**
 * @param {string} folder
 * @param {string} file
 */
async function copyChanged(folder, file) {
	try {
		await copyInto(folder, [file]);
		console.log(`Copied ${file}.`);
	} catch (error) {
		console.error(error);
	}
}
