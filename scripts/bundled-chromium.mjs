import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Failure } from './command.mjs';
import { inProject } from './project.mjs';

/** Makes the package unpack its libraries too, which it does only where it sees this variable. */
const wantsLibraries = { AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' };

const unpackScript = 'import("@sparticuz/chromium").then((chromium) => chromium.default.executablePath())';

/**
 * Unpacks the Chromium that comes as a development dependency into build/, once, and tells how to
 * start it. For Linux on x64; several processes may ask at once.
 *
 * @returns {Promise<import('./browser.mjs').Browser>}
 * @throws {Failure} When it can't run on this machine.
 */
export async function bundledChromium() {
	if (process.platform !== 'linux' || process.arch !== 'x64') throw new Failure(noBrowser);
	const folder = inProject('build', `chromium-${bundledVersion()}`);
	if (!existsSync(folder)) await unpack(folder);
	const fonts = { FONTCONFIG_FILE: join(folder, fontsFile) };
	const libraries = { ...fonts, LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') };
	return firstThatStarts(join(folder, 'chromium'), [fonts, libraries]);
}

/** What to do where no browser is installed and none comes along. */
export const noBrowser = 'No browser was found. Install Chrome or Chromium, or set CHROME_PATH to its program.';

const fontsFile = 'ratify-fonts.conf';

function bundledVersion() {
	const main = createRequire(import.meta.url).resolve('@sparticuz/chromium');
	return JSON.parse(readFileSync(join(dirname(main), '..', '..', 'package.json'), 'utf8')).version;
}

/**
 * Under another name first, so that nobody starts half a browser.
 *
 * @param {string} folder
 */
async function unpack(folder) {
	const draft = `${folder}.${process.pid}`;
	await mkdir(draft, { recursive: true });
	const { code, output } = await run(process.execPath, ['-e', unpackScript], { ...wantsLibraries, TMPDIR: draft });
	if (code !== 0) throw new Failure(`The Chromium in node_modules could not be unpacked:\n${output}`);
	await writeFile(join(draft, fontsFile), fontsConfiguration(folder));
	await rename(draft, folder).catch(async (error) => {
		await rm(draft, { recursive: true });
		if (!existsSync(folder)) throw error;
	});
}

/**
 * The system's fonts, if it has any, and the ones that come with Chromium.
 *
 * @param {string} folder
 */
function fontsConfiguration(folder) {
	return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
	<include ignore_missing="yes">/etc/fonts/fonts.conf</include>
	<dir>${join(folder, 'fonts')}</dir>
	<cachedir>${join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`;
}

/**
 * The bundled libraries (libnss3 and its like) are for systems that lack them; where they are
 * there, the system's own fit better.
 *
 * @param {string} executablePath
 * @param {Record<string, string>[]} environments
 */
async function firstThatStarts(executablePath, environments) {
	let reason = '';
	for (const environment of environments) {
		const { code, output } = await run(executablePath, ['--version'], environment);
		if (code === 0) return { executablePath, environment };
		reason = output.trim();
	}
	throw new Failure(`${noBrowser}\nThe one in node_modules doesn't start here: ${reason}`);
}

/**
 * @param {string} program
 * @param {string[]} args
 * @param {Record<string, string>} environment Added to this process's own.
 * @returns {Promise<{code: number | null, output: string}>}
 */
function run(program, args, environment) {
	const child = spawn(program, args, { cwd: inProject(), env: { ...process.env, ...environment }, stdio: ['ignore', 'pipe', 'pipe'] });
	let output = '';
	for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += text));
	return new Promise((resolve) => {
		child.on('error', (error) => resolve({ code: 1, output: error.message }));
		child.on('close', (code) => resolve({ code, output }));
	});
}
