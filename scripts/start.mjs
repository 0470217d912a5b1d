import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { errorCode, runCommand, UsageError } from './command.mjs';
import { parseOptions } from './options.mjs';
import { fromCaller, inProject, projectRoot } from './project.mjs';
import { ensureDependencies } from './setup.mjs';

const usage = `Usage: npm start -- [options]

Opens the plugin in the sandbox, on a demo vault of an invented company.

  --vault DIR   another folder of notes
  --write       let the sandbox change the files in that folder (else it works on a copy in memory)
  --plugin DIR  another built plugin to run beside Ratify: a folder with its main.js, manifest.json and,
                where it has one, styles.css; can be given more than once
  --port N      the port, 4173 or the next free one when left out
  --open        open the page in the default browser`;

const usualPort = 4173;
const portsToTry = 20;

/** The command that opens an address, by system. @type {Map<string, string[]>} */
const openers = new Map([
	['darwin', ['open']],
	['win32', ['cmd', '/c', 'start', '']],
]);

await runCommand(async (argv) => {
	if (argv.includes('--help')) return console.log(usage);
	const { vaultDir, peerDirs, write, port, open } = readOptions(argv);
	await ensureDependencies();
	const { buildSandbox } = await import('./build-sandbox.mjs');
	const { hostDir, serverModule } = await buildSandbox();
	const { startServer } = await import(pathToFileURL(serverModule).href);
	const server = await listen(startServer, { vaultDir, write, peerDirs, pluginDir: projectRoot, hostDir }, port);
	console.log(`Ratify sandbox: ${server.url}`);
	console.log(write ? `Files in ${vaultDir} are changed as you decide.` : 'No file on disk is changed. Press Ctrl+C to stop.');
	if (open) openInBrowser(server.url);
	await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
	await server.close();
});

/** @param {string[]} argv */
function readOptions(argv) {
	const { options, rest } = parseOptions(argv, { vault: 'text', plugin: 'texts', write: 'flag', port: 'text', open: 'flag' });
	if (rest.length > 0) throw new UsageError(`What is meant by "${rest.join(' ')}"?\n\n${usage}`);
	const vaultDir = options.vault === undefined ? inProject('tests', 'fixtures', 'demo-vault') : fromCaller(options.vault);
	requireFolder(vaultDir, '--vault takes a folder of notes.');
	const peerDirs = (options.plugin ?? []).map(fromCaller);
	peerDirs.forEach(requirePlugin);
	return { vaultDir, peerDirs, write: options.write === true, open: options.open === true, port: options.port === undefined ? null : readPort(options.port) };
}

/**
 * @param {string} path
 * @param {string} expected
 */
function requireFolder(path, expected) {
	const found = statSync(path, { throwIfNoEntry: false });
	if (!found) throw new UsageError(`There is no folder ${path}.`);
	if (!found.isDirectory()) throw new UsageError(`${path} is a file. ${expected}`);
}

/** @param {string} path */
function requirePlugin(path) {
	requireFolder(path, '--plugin takes the folder of a built plugin.');
	const lacking = ['manifest.json', 'main.js'].find((name) => !existsSync(join(path, name)));
	if (lacking !== undefined) throw new UsageError(`${path} has no ${lacking}. --plugin takes the folder of a built plugin.`);
}

/** @param {string} text */
function readPort(text) {
	const port = Number(text);
	if (!/^\d+$/.test(text) || port < 1 || port > 65535) throw new UsageError(`--port takes a number from 1 to 65535, not "${text}".`);
	return port;
}

/**
 * Starts the server at the port that was asked for, else at the first free one from the usual one on.
 *
 * @param {(options: object) => Promise<{url: string, close: () => Promise<void>}>} startServer
 * @param {object} options
 * @param {number | null} port
 */
async function listen(startServer, options, port) {
	for (let at = port ?? usualPort; ; at++) {
		try {
			return await startServer({ ...options, port: at });
		} catch (error) {
			if (errorCode(error) !== 'EADDRINUSE') throw error;
			if (port !== null) throw new UsageError(`Port ${port} is in use. Choose another with --port, or leave it out.`);
			if (at === usualPort + portsToTry) throw new UsageError(`The ports ${usualPort} to ${at} are all in use. Choose another with --port.`);
		}
	}
}

/** @param {string} url */
function openInBrowser(url) {
	const [program = '', ...args] = openers.get(process.platform) ?? ['xdg-open'];
	const child = spawn(program, [...args, url], { stdio: 'ignore', detached: true });
	child.on('error', () => console.log('No browser could be opened. Open the address above yourself.'));
	child.unref();
}
