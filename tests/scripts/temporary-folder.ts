import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** An empty folder for each test of the file that calls this; it is gone after the test. */
export function useTemporaryFolder(): { path: () => string; write: (files: Record<string, string>) => void } {
	let folder = '';
	beforeEach(() => {
		folder = mkdtempSync(path.join(tmpdir(), 'ratify-'));
	});
	afterEach(() => {
		rmSync(folder, { recursive: true });
	});
	return { path: () => folder, write: (files) => writeFiles(folder, files) };
}

function writeFiles(folder: string, files: Record<string, string>): void {
	for (const [name, text] of Object.entries(files)) {
		const file = path.join(folder, name);
		mkdirSync(path.dirname(file), { recursive: true });
		writeFileSync(file, text);
	}
}
