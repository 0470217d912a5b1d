import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { bundledChromium } from './bundled-chromium.mjs';
import { Failure } from './command.mjs';

/**
 * @typedef {object} Browser
 * @property {string} executablePath
 * @property {Record<string, string>} environment What it needs beside this process's own variables.
 */

/** Quiet, without a graphics card, as root, in a container, and with no way to the network. */
const quietArguments = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	'--no-first-run',
	'--no-proxy-server',
	'--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
];

/**
 * The browser to test with: the program that CHROME_PATH names, else an installed Chrome, Chromium
 * or Edge, else the Chromium among the development dependencies (Linux on x64).
 *
 * @returns {Promise<Browser>}
 * @throws {Failure} When there is none, with what to do.
 */
export async function findBrowser() {
	const named = process.env.CHROME_PATH;
	if (named !== undefined && named !== '') {
		if (!existsSync(named)) throw new Failure(`CHROME_PATH names a file that doesn't exist: ${named}`);
		return { executablePath: named, environment: {} };
	}
	const executablePath = installedBrowser(process.platform, process.env);
	return executablePath === undefined ? bundledChromium() : { executablePath, environment: {} };
}

/**
 * How Playwright starts the browser that `findBrowser` finds, without a window. It reaches this
 * machine only. Plain data, so that it can be handed to another process.
 */
export async function launchOptions() {
	const { executablePath, environment } = await findBrowser();
	// Where the system names no language, the browser reports one that dates cannot be written in.
	return { executablePath, args: quietArguments, env: { ...process.env, LC_ALL: 'en_US.UTF-8', ...environment } };
}

/**
 * Starts the browser.
 *
 * @returns {Promise<import('playwright-core').Browser>} The caller closes it.
 */
export async function launchBrowser() {
	const { chromium } = await import('playwright-core');
	return chromium.launch(await launchOptions());
}

/**
 * The first program that exists, of those where each system usually has them.
 *
 * @param {NodeJS.Platform} platform
 * @param {NodeJS.ProcessEnv} environment
 */
function installedBrowser(platform, environment) {
	if (platform === 'darwin') return macPrograms(environment).find((path) => existsSync(path));
	if (platform === 'win32') return windowsPrograms(environment).find((path) => existsSync(path));
	return linuxPrograms(environment).find((path) => existsSync(path));
}

/** @param {NodeJS.ProcessEnv} environment */
function macPrograms(environment) {
	const folders = ['/Applications', join(environment.HOME ?? '', 'Applications')];
	const names = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
	return folders.flatMap((folder) => names.map((name) => join(folder, `${name}.app`, 'Contents', 'MacOS', name)));
}

/** @param {NodeJS.ProcessEnv} environment */
function windowsPrograms(environment) {
	const { LOCALAPPDATA, PROGRAMFILES, 'PROGRAMFILES(X86)': programFiles32 } = environment;
	const folders = [PROGRAMFILES, programFiles32, LOCALAPPDATA].filter((folder) => folder !== undefined);
	const programs = ['Google/Chrome/Application/chrome.exe', 'Chromium/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'];
	return programs.flatMap((program) => folders.map((folder) => join(folder, program)));
}

/** @param {NodeJS.ProcessEnv} environment */
function linuxPrograms(environment) {
	const folders = [...(environment.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin', '/snap/bin', '/opt/google/chrome'];
	const names = ['google-chrome-stable', 'google-chrome', 'chrome', 'chromium', 'chromium-browser', 'microsoft-edge'];
	return names.flatMap((name) => folders.filter((folder) => folder !== '').map((folder) => join(folder, name)));
}
