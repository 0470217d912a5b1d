import { spawnSync } from 'node:child_process';
import path from 'node:path';

const ROOT = path.join(__dirname, '../..');

/** What a script printed, and its exit code. */
export interface ScriptResult {
	readonly code: number | null;
	readonly out: string;
	readonly err: string;
}

/** Runs one of the project's scripts to its end, as if called from a folder. */
export function runScript(name: string, args: readonly string[], folder = ROOT): ScriptResult {
	const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(ROOT, 'scripts', name), ...args], {
		cwd: ROOT,
		encoding: 'utf8',
		env: { ...process.env, INIT_CWD: folder },
		timeout: 60_000,
	});
	return { code: status, out: stdout, err: stderr };
}
