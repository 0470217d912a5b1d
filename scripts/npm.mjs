import { spawn } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { basename, delimiter, dirname, join } from 'node:path';
import { Failure } from './command.mjs';

/**
 * Runs npm without a shell, so that it works the same on every system.
 *
 * @param {string[]} args
 * @param {string} folder Where it runs.
 * @returns {Promise<{code: number, output: string}>} All that it printed, in order.
 */
export function runNpm(args, folder) {
	const child = spawn(process.execPath, [npmScript(), ...args], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
	let output = '';
	for (const stream of [child.stdout, child.stderr]) {
		stream.setEncoding('utf8').on('data', (text) => {
			output += text;
		});
	}
	return new Promise((resolve, reject) => {
		child.on('error', reject);
		child.on('close', (code) => resolve({ code: code ?? 1, output }));
	});
}

/** The npm that runs this script, else the one beside Node, else the one on the PATH. */
function npmScript() {
	const running = process.env.npm_execpath;
	if (running !== undefined && basename(running) === 'npm-cli.js' && existsSync(running)) return running;
	const folders = [dirname(process.execPath), ...(process.env.PATH ?? '').split(delimiter)];
	const found = folders.flatMap(npmScriptsNear).find((path) => existsSync(path));
	if (found === undefined) throw new Failure('npm was not found. It comes with Node: install Node again, then try once more.');
	return found;
}

/** @param {string} folder */
function npmScriptsNear(folder) {
	const inModules = join('node_modules', 'npm', 'bin', 'npm-cli.js');
	const link = join(folder, 'npm');
	const linked = existsSync(link) ? [realpathSync(link)].filter((path) => basename(path) === 'npm-cli.js') : [];
	return [join(folder, inModules), join(folder, '..', 'lib', inModules), ...linked];
}
