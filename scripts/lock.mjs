import { randomUUID } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { mkdir, readFile, rename, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { errorCode } from './command.mjs';

/** How often the owner shows that it lives, and how often others look, in milliseconds. */
const beatInterval = 1000;
const pollInterval = 200;

/** Looks without a sign of life after which the owner counts as gone: ten seconds. */
const patience = 50;

/**
 * Runs `work` while no other process runs work under the same lock file, and returns its result.
 * The owner touches the file every second; one that was killed loses it ten seconds later.
 *
 * @template T
 * @param {string} path The lock file; its folder is made.
 * @param {() => Promise<T>} work
 * @param {() => void} [onWait] Called once when another process holds the lock.
 * @returns {Promise<T>}
 */
export async function withLock(path, work, onWait) {
	const token = randomUUID();
	await mkdir(dirname(path), { recursive: true });
	await acquire(path, token, onWait);
	const letGo = keep(path, token);
	try {
		return await work();
	} finally {
		letGo();
	}
}

/**
 * @param {string} path
 * @param {string} token
 * @param {(() => void) | undefined} onWait
 */
async function acquire(path, token, onWait) {
	let lastBeat;
	let looks = 0;
	while (!(await create(path, token))) {
		if (lastBeat === undefined) onWait?.();
		// The file's time is only compared with itself: clocks of two machines may differ.
		const beat = await timeOf(path);
		looks = beat === lastBeat ? looks + 1 : 0;
		lastBeat = beat;
		if (looks >= patience && (await takeOver(path, token))) return;
		await delay(pollInterval);
	}
}

/**
 * @param {string} path
 * @param {string} token
 */
async function create(path, token) {
	try {
		await writeFile(path, token, { flag: 'wx' });
		return true;
	} catch (error) {
		if (errorCode(error) === 'EEXIST') return false;
		throw error;
	}
}

/** @param {string} path */
async function timeOf(path) {
	try {
		return (await stat(path)).mtimeMs;
	} catch {
		return 0;
	}
}

/**
 * Two processes may take over at once: the last one to rename its file has the lock, and both see
 * that after a moment.
 *
 * @param {string} path
 * @param {string} token
 */
async function takeOver(path, token) {
	await writeFile(`${path}.${token}`, token);
	await rename(`${path}.${token}`, path);
	await delay(2 * pollInterval);
	return (await readFile(path, 'utf8')) === token;
}

/**
 * Keeps the lock alive; the function returned gives it back, and so does the end of the process.
 *
 * @param {string} path
 * @param {string} token
 */
function keep(path, token) {
	const beating = setInterval(() => {
		const now = new Date();
		utimes(path, now, now).catch(() => undefined);
	}, beatInterval);
	const release = () => remove(path, token);
	/** @param {NodeJS.Signals} signal */
	const interrupt = (signal) => {
		letGo();
		process.kill(process.pid, signal);
	};
	const letGo = () => {
		clearInterval(beating);
		process.off('exit', release).off('SIGINT', interrupt).off('SIGTERM', interrupt);
		release();
	};
	process.on('exit', release).on('SIGINT', interrupt).on('SIGTERM', interrupt);
	return letGo;
}

/**
 * @param {string} path
 * @param {string} token
 */
function remove(path, token) {
	try {
		if (readFileSync(path, 'utf8') === token) rmSync(path);
	} catch (error) {
		if (errorCode(error) !== 'ENOENT') throw error;
	}
}
