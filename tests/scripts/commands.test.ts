import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runScript } from './run-script';

let folder: string;

beforeEach(() => {
	folder = mkdtempSync(path.join(tmpdir(), 'ratify-scripts-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

describe('npm start', () => {
	test.each([
		['a vault that is not there', ['--vault', 'nowhere'], 'There is no folder'],
		['a file as a vault', ['--vault', 'file.txt'], 'is a file. --vault takes a folder'],
		['a plugin that is not built', ['--plugin', '.'], 'has no manifest.json. --plugin takes the folder of a built plugin.'],
		['a port that is no number', ['--port', 'many'], '--port takes a number from 1 to 65535, not "many"'],
		['a port beyond the last', ['--port', '65536'], '--port takes a number'],
		['an option without its value', ['--vault'], '--vault needs a value'],
		['an unknown option', ['--colour'], 'There is no option --colour'],
		['a stray word', ['vault'], 'What is meant by "vault"?'],
	])('refuses %s with a clear message', (_what, args, message) => {
		writeFileSync(path.join(folder, 'file.txt'), '');
		const { code, out, err } = runScript('start.mjs', args, folder);
		expect({ code, out }).toEqual({ code: 2, out: '' });
		expect(err).toContain(message);
		expect(err).not.toContain('    at ');
	});

	test('refuses a port that is in use', async () => {
		const server = createServer();
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		const { port } = server.address() as { port: number };
		const { code, err } = runScript('start.mjs', ['--port', String(port)]);
		server.close();
		expect(code).toBe(2);
		expect(err).toContain(`Port ${port} is in use.`);
	});

	test('explains itself', () => {
		expect(runScript('start.mjs', ['--help']).out).toContain('--vault DIR');
	});
});

describe('npm run install-plugin', () => {
	test('copies the three files into the vault’s plugin folder, says how to go on, and leaves settings alone', () => {
		const plugin = path.join(folder, '.obsidian/plugins/ratify');
		mkdirSync(plugin, { recursive: true });
		writeFileSync(path.join(plugin, 'data.json'), '{"groupBy":"note"}');
		const { code, out } = runScript('install-plugin.mjs', ['.'], folder);
		expect(code).toBe(0);
		expect(out).toContain('Community plugins');
		expect(readdirSync(plugin).sort()).toEqual(['data.json', 'main.js', 'manifest.json', 'styles.css']);
		expect(readFileSync(path.join(plugin, 'data.json'), 'utf8')).toBe('{"groupBy":"note"}');
		expect(readdirSync(path.join(folder, '.obsidian'))).toEqual(['plugins']);
	});

	test('takes another configuration folder', () => {
		mkdirSync(path.join(folder, '.mobile'));
		expect(runScript('install-plugin.mjs', [folder, '--config-dir', '.mobile']).code).toBe(0);
		expect(existsSync(path.join(folder, '.mobile/plugins/ratify/main.js'))).toBe(true);
	});

	test.each([['no vault', [], 'Usage'], ['a folder that is not there', ['nowhere'], 'There is no folder'], ['a folder that is no vault', ['.'], 'is no vault: it has no folder .obsidian']])('refuses %s', (_what, args, message) => {
		const { code, err } = runScript('install-plugin.mjs', args, folder);
		expect(code).toBe(2);
		expect(err).toContain(message);
		expect(readdirSync(folder)).toEqual([]);
	});
});

describe('npm run report', () => {
	test('prints one JSON object and nothing else with --json', () => {
		writeFileSync(path.join(folder, 'Plan.md'), '---\nperson: Ana Ruiz\n---\n\n- [?] Send the list. @Me 📅 2026-11-27 ⏫ #task #proposed\n');
		const { code, out } = runScript('report.mjs', ['.', '--json'], folder);
		expect(code).toBe(0);
		expect(JSON.parse(out)).toEqual({
			notes: 1,
			proposals: [{ path: 'Plan.md', line: 5, text: 'Send the list.', status: '?', owner: { text: 'Me', kind: 'owner', person: null }, due: '2026-11-27', priority: 'high', tags: ['#task', '#proposed'], group: expect.stringMatching(/^g/u) as string }],
			groups: [{ id: expect.stringMatching(/^g/u) as string, members: [0], representative: 0 }],
			maybe: [],
			people: [],
			names: [{ path: 'Plan.md', name: 'Ana Ruiz', kind: 'unknown', person: null }],
			sources: [],
			timings: expect.any(Object) as object,
		});
	});

	test('prints a summary that a person can read', () => {
		const { out } = runScript('report.mjs', [path.join(__dirname, '../fixtures/demo-vault')]);
		expect(out).toContain('84 notes, 218 proposed tasks');
		expect(out).toMatch(/^ +77 {2}me$/mu);
	});

	test('changes nothing in the folder', () => {
		writeFileSync(path.join(folder, 'Plan.md'), '- [?] a #task');
		runScript('report.mjs', [folder]);
		expect(readdirSync(folder)).toEqual(['Plan.md']);
	});

	test.each([['no folder', [], 'Usage'], ['a folder that is not there', ['nowhere'], 'There is no folder'], ['an unknown option', ['.', '--xml'], 'Unknown option --xml']])('refuses %s', (_what, args, message) => {
		const { code, out, err } = runScript('report.mjs', args, folder);
		expect({ code, out }).toEqual({ code: 2, out: '' });
		expect(err).toContain(message);
	});
});
