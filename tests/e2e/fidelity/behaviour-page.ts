import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { openVaultPage } from '../vault-page';
import type { Behaviour, Rewrite } from './behaviour';

const ROOT = path.join(__dirname, '../../..');
const FAITHFUL_HOST = path.join(ROOT, 'build/host');

/** What is seen of a behaviour in the sandbox as it is. */
export function observeFaithful(browser: Browser, behaviour: Behaviour): Promise<unknown> {
	return observeIn(browser, behaviour, FAITHFUL_HOST);
}

/** What is seen of it in a host that was built naive for it. */
export async function observeNaive(browser: Browser, behaviour: Behaviour): Promise<unknown> {
	const hostDir = mkdtempSync(path.join(tmpdir(), 'naive-host-'));
	try {
		buildNaiveHost(hostDir, behaviour.naive);
		return await observeIn(browser, behaviour, hostDir);
	} finally {
		rmSync(hostDir, { recursive: true });
	}
}

/** In a process of its own: the bundler's module cannot be loaded by jest. */
function buildNaiveHost(hostDir: string, rewrites: readonly Rewrite[]): void {
	execFileSync(process.execPath, [path.join(__dirname, 'build-naive-host.mjs'), hostDir, JSON.stringify(rewrites)], { stdio: ['ignore', 'ignore', 'pipe'] });
}

async function observeIn(browser: Browser, behaviour: Behaviour, hostDir: string): Promise<unknown> {
	const opened = await openVaultPage(browser, { ...behaviour, hostDir });
	try {
		return await behaviour.observe(opened.page);
	} finally {
		await opened.close();
	}
}
