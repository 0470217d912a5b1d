import { spawn } from 'node:child_process';

/** How a process ended, and all that it printed. */
export interface Outcome {
	readonly code: number | null;
	readonly stdout: string;
	readonly stderr: string;
}

/** Runs the text of an ES module in a process of its own, with `variables` added to this one's. Several can run at once. */
export function runModule(text: string, variables: Readonly<Record<string, string>> = {}): Promise<Outcome> {
	const child = spawn(process.execPath, ['--input-type=module', '-e', text], { env: { ...process.env, ...variables } });
	const printed = { stdout: '', stderr: '' };
	child.stdout.setEncoding('utf8').on('data', (chunk: string) => (printed.stdout += chunk));
	child.stderr.setEncoding('utf8').on('data', (chunk: string) => (printed.stderr += chunk));
	return new Promise((resolve, reject) => {
		child.on('error', reject);
		child.on('close', (code) => {
			resolve({ code, ...printed });
		});
	});
}
