import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Outcome, runModule } from './run-module';
import { useTemporaryFolder } from './temporary-folder';

const SCRIPTS = pathToFileURL(path.join(__dirname, '../../scripts')).href;

const folder = useTemporaryFolder();

/** Notes how it is called, and installs what the lock file says, as the real one. */
const INSTALLING_NPM = `
const fs = require('node:fs');
fs.appendFileSync('calls.txt', process.argv.slice(2).join(' ') + '\\n');
setTimeout(() => {
	fs.mkdirSync('node_modules', { recursive: true });
	fs.copyFileSync('package-lock.json', 'node_modules/.package-lock.json');
}, 300);
`;

interface Package {
	version: string;
	optional?: boolean;
	os?: string[];
}

function lockText(packages: Record<string, Package>): string {
	return JSON.stringify({ packages: { '': { version: '0.1.0' }, ...packages } });
}

function writeProject({ locked, installed, npm = INSTALLING_NPM, node = '>=20.11' }: {
	locked: Record<string, Package>;
	installed?: Record<string, Package>;
	npm?: string;
	node?: string;
}): void {
	folder.write({
		'package.json': JSON.stringify({ engines: { node } }),
		'package-lock.json': lockText(locked),
		'npm/npm-cli.js': npm,
		...(installed === undefined ? {} : { 'node_modules/.package-lock.json': lockText(installed) }),
	});
}

function ensureDependencies(): Promise<Outcome> {
	const text = `
		const { ensureDependencies } = await import('${SCRIPTS}/setup.mjs');
		const { runCommand } = await import('${SCRIPTS}/command.mjs');
		await runCommand(() => ensureDependencies(${JSON.stringify(folder.path())}));
	`;
	return runModule(text, { npm_execpath: path.join(folder.path(), 'npm', 'npm-cli.js') });
}

function callsOfNpm(): string[] {
	const file = path.join(folder.path(), 'calls.txt');
	return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
}

test('where nothing is installed, npm installs what the lock file says, without install scripts', async () => {
	writeProject({ locked: { 'node_modules/left': { version: '1.0.0' } } });
	const { code, stdout, stderr } = await ensureDependencies();
	expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: '', stderr: 'Installing the dependencies. This happens once and takes about a minute…\n' });
	expect(callsOfNpm()).toEqual([expect.stringMatching(/^ci --ignore-scripts /)]);
});

test('where what is installed fits the lock file, npm is not called and nothing is printed', async () => {
	const locked = { 'node_modules/left': { version: '1.0.0' } };
	writeProject({ locked, installed: locked });
	expect(await ensureDependencies()).toEqual({ code: 0, stdout: '', stderr: '' });
	expect(callsOfNpm()).toEqual([]);
});

test.each<[string, Record<string, Package>, Record<string, Package>]>([
	['a package has another version', { 'node_modules/left': { version: '1.0.1' } }, { 'node_modules/left': { version: '1.0.0' } }],
	['a package is missing', { 'node_modules/left': { version: '1.0.0' } }, {}],
	['a package is no longer wanted', {}, { 'node_modules/left': { version: '1.0.0' } }],
	[
		'a package is for another system',
		{ 'node_modules/left': { version: '1.0.0', optional: true, os: ['another'] } },
		{ 'node_modules/left': { version: '1.0.0', optional: true, os: ['another'] } },
	],
])('where %s, it is installed anew', async (_why, locked, installed) => {
	writeProject({ locked, installed });
	await ensureDependencies();
	expect(callsOfNpm()).toHaveLength(1);
});

test('an optional package that is absent, being for another system, is not missed', async () => {
	writeProject({ locked: { 'node_modules/left': { version: '1.0.0', optional: true, os: ['another'] } }, installed: {} });
	await ensureDependencies();
	expect(callsOfNpm()).toEqual([]);
});

test('two commands at once install once, and the second says that it waits', async () => {
	writeProject({ locked: { 'node_modules/left': { version: '1.0.0' } } });
	const outcomes = await Promise.all([ensureDependencies(), ensureDependencies()]);
	expect(outcomes.map(({ code }) => code)).toEqual([0, 0]);
	expect(callsOfNpm()).toHaveLength(1);
	expect(outcomes.map(({ stderr }) => stderr)).toContain('Another command is installing the dependencies. Waiting for it…\n');
});

test('a lock that a killed command left behind is taken over', async () => {
	writeProject({ locked: { 'node_modules/left': { version: '1.0.0' } } });
	folder.write({ 'build/setup.lock': 'of a process that is gone' });
	expect((await ensureDependencies()).code).toBe(0);
	expect(callsOfNpm()).toHaveLength(1);
	expect(existsSync(path.join(folder.path(), 'build', 'setup.lock'))).toBe(false);
}, 60_000);

test.each([
	['there is no network', 'npm error code ENOTFOUND', 'npm can\'t reach its registry'],
	['the lock file is out of date', 'npm error code EUSAGE', 'Run "npm install" once'],
	['npm fails otherwise', 'npm error code EACCES', 'npm says:\nnpm error code EACCES'],
])('where %s, it says so without a stack', async (_why, output, message) => {
	writeProject({ locked: { 'node_modules/left': { version: '1.0.0' } }, npm: `console.error('${output}'); process.exit(1);` });
	const { code, stderr } = await ensureDependencies();
	expect(code).toBe(1);
	expect(stderr).toContain(message);
	expect(stderr).not.toMatch(/^ +at /m);
});

test('a Node that is too old is named, with the one that is needed', async () => {
	writeProject({ locked: {}, node: '>=999.1' });
	const { code, stderr } = await ensureDependencies();
	expect(code).toBe(1);
	expect(stderr).toBe(`Ratify needs Node 999.1 or newer; this is Node ${process.versions.node}. Install a newer Node, then try once more.\n`);
});
