import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from './command.mjs';
import { withLock } from './lock.mjs';
import { runNpm } from './npm.mjs';
import { projectRoot } from './project.mjs';

/**
 * @typedef {{version?: string, integrity?: string, optional?: boolean, os?: string[], cpu?: string[]}} LockedPackage
 * @typedef {{packages: Record<string, LockedPackage>}} Lock
 * @typedef {{platform: string, arch: string}} Machine
 */

/**
 * Makes node_modules fit package-lock.json: installs when something is missing or differs, else
 * returns at once. Safe to call from two commands at the same time. Prints to stderr only.
 *
 * @param {string} [root] The project's folder.
 * @throws {Failure} When Node is too old or npm fails, with what to do.
 */
export async function ensureDependencies(root = projectRoot) {
	requireNode(readJson(join(root, 'package.json')).engines.node, process.versions.node);
	if (dependenciesFit(root)) return;
	const install = async () => {
		if (!dependenciesFit(root)) await installDependencies(root);
	};
	await withLock(join(root, 'build', 'setup.lock'), install, () => {
		console.error('Another command is installing the dependencies. Waiting for it…');
	});
}

/**
 * @param {string} range As in package.json: `>=20.11`.
 * @param {string} version The running version: `20.20.2`.
 * @throws {Failure} When the version is older.
 */
export function requireNode(range, version) {
	const [major = 0, minor = 0] = range.replace('>=', '').split('.').map(Number);
	const [runningMajor = 0, runningMinor = 0] = version.split('.').map(Number);
	if (runningMajor > major || (runningMajor === major && runningMinor >= minor)) return;
	throw new Failure(`Ratify needs Node ${major}.${minor} or newer; this is Node ${version}. Install a newer Node, then try once more.`);
}

/**
 * Whether what npm wrote down after the last complete installation is what the lock file asks for,
 * on this kind of machine. Optional packages may be absent: most are for other machines.
 *
 * @param {Lock} lock The project's package-lock.json.
 * @param {Lock} installed npm's own record in node_modules.
 * @param {Machine} machine
 */
export function fitsLock(lock, installed, machine) {
	const known = Object.keys(installed.packages).every((path) => path in lock.packages);
	return known && Object.entries(lock.packages).every(([path, wanted]) => {
		if (path === '') return true;
		const present = installed.packages[path];
		if (present === undefined) return wanted.optional === true;
		return present.version === wanted.version && present.integrity === wanted.integrity && runsOn(wanted, machine);
	});
}

/**
 * @param {LockedPackage} locked
 * @param {Machine} machine
 */
function runsOn(locked, machine) {
	return (locked.os?.includes(machine.platform) ?? true) && (locked.cpu?.includes(machine.arch) ?? true);
}

/** @param {string} root */
function dependenciesFit(root) {
	// npm writes this file last, so it is absent after an installation that was cut short.
	const record = join(root, 'node_modules', '.package-lock.json');
	return existsSync(record) && fitsLock(readJson(join(root, 'package-lock.json')), readJson(record), process);
}

/** @param {string} root */
async function installDependencies(root) {
	console.error('Installing the dependencies. This happens once and takes about a minute…');
	// NODE_ENV=production must not leave out the tools that build and test.
	const { code, output } = await runNpm(['ci', '--ignore-scripts', '--include=dev', '--include=optional', '--loglevel=error'], root);
	if (code !== 0) throw new Failure(describeFailure(output));
}

/**
 * What to tell the user after `npm ci` failed.
 *
 * @param {string} output All that npm printed.
 */
export function describeFailure(output) {
	if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ENETUNREACH|ETIMEDOUT|ENOTCACHED/.test(output)) {
		return 'The dependencies could not be installed: npm can\'t reach its registry. Connect to the network (or check npm\'s proxy settings), then try once more.';
	}
	if (output.includes('EUSAGE')) {
		return 'The dependencies could not be installed: package-lock.json doesn\'t fit package.json. Run "npm install" once to write it anew.';
	}
	return `The dependencies could not be installed. npm says:\n${output.trim()}`;
}

/** @param {string} path */
function readJson(path) {
	return JSON.parse(readFileSync(path, 'utf8'));
}
