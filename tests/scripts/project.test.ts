import { readFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.join(__dirname, '../..');

function readText(file: string): string {
	return readFileSync(path.join(ROOT, file), 'utf8');
}

function readJson(file: string): Record<string, unknown> {
	return JSON.parse(readText(file)) as Record<string, unknown>;
}

describe('the manifest is one that the plugin directory accepts', () => {
	const manifest = readJson('manifest.json');
	const { id, name, version, description } = manifest as Record<string, string>;

	test('has the required fields and no unknown ones', () => {
		expect(Object.keys(manifest).sort()).toEqual(['author', 'description', 'id', 'isDesktopOnly', 'minAppVersion', 'name', 'version']);
		expect(manifest['isDesktopOnly']).toBe(false);
	});

	test('has an id of lower-case letters that is the folder’s name', () => {
		expect(id).toMatch(/^(?!.*obsidian)[a-z]+(?:-[a-z]+)*(?<!plugin)$/u);
	});

	test('has a plain name', () => {
		expect(name).toMatch(/^(?!.*(?:Obsidian|Plugin))[A-Za-z0-9 +()-]+$/u);
	});

	test('has a description that begins with a capital, ends with a full stop and has only common characters', () => {
		expect(description).toMatch(/^[A-Z][A-Za-z0-9\s.,!?'"-]{8,248}\.$/u);
		expect(description).not.toMatch(/obsidian|plugin/iu);
	});

	test('has a version that package.json and versions.json agree with', () => {
		expect(version).toMatch(/^\d+\.\d+\.\d+$/u);
		expect(readJson('package.json')['version']).toBe(version);
		expect(readJson('versions.json')[version ?? '']).toBe(manifest['minAppVersion']);
	});
});

test('the licence is MIT, of this year', () => {
	expect(readText('LICENSE')).toMatch(/^MIT License\n\nCopyright \(c\) 2026 /u);
});

test('the lock file holds no download address', () => {
	expect(readText('package-lock.json')).not.toMatch(/"resolved"|\.tgz/u);
});

test('the lock file names every optional package, so that npm ci works on every system', () => {
	const { packages } = readJson('package-lock.json') as { packages: Record<string, { optionalDependencies?: Record<string, string> }> };
	const named = new Set(Object.keys(packages).map((place) => place.replace(/^.*node_modules\//u, '')));
	const wanted = Object.values(packages).flatMap(({ optionalDependencies }) => Object.keys(optionalDependencies ?? {}));
	expect(wanted.filter((name) => !named.has(name))).toEqual([]);
});

test('the colours, sizes and radii of the styles are the app’s variables', () => {
	const styles = readText('styles.css').replace(/\/\*[^]*?\*\//gu, '');
	expect(styles).not.toMatch(/#[0-9a-f]{3,8}\b|\brgba?\(|\bhsla?\(|!important/iu);
});

test('the plugin has no code that reaches the network, evaluates text or writes markup', () => {
	const code = readText('main.js');
	for (const forbidden of ['fetch(', 'XMLHttpRequest', 'WebSocket', 'requestUrl', 'sendBeacon', 'EventSource', 'new Function', 'eval(', 'insertAdjacentHTML', 'document.write']) {
		expect(code.includes(forbidden) ? forbidden : '').toBe('');
	}
});
