import type * as Api from 'obsidian-api';
import { fixedPace } from '../pace';
import { MemoryAdapter } from '../vault/adapter';
import { Component } from '../component';
import { emulateDevice } from '../platform';
import { evaluatePlugin } from './plugin-code';
import { PluginLoader, type LoadedPlugin } from './plugin-loader';
import { Vault } from '../vault/vault';

class Plugin extends Component implements LoadedPlugin {
	constructor(readonly app: { readonly log: string[] }, readonly manifest: Api.PluginManifest) {
		super();
	}
}

function manifest(id: string, minAppVersion = '1.0.0'): string {
	return JSON.stringify({ id, name: id, version: '1.0.0', minAppVersion, author: 'a', description: 'd' });
}

function code(body: string): string {
	return `const { Plugin } = require('obsidian'); exports.default = class extends Plugin { ${body} };`;
}

function setUp(plugins: Record<string, string>, enabled: readonly string[] = Object.keys(plugins)): { loader: PluginLoader; log: string[]; vault: Vault } {
	const log: string[] = [];
	const files: Record<string, string> = { '.obsidian/community-plugins.json': JSON.stringify(enabled) };
	for (const [id, main] of Object.entries(plugins)) {
		Object.assign(files, { [`.obsidian/plugins/${id}/manifest.json`]: manifest(id), [`.obsidian/plugins/${id}/main.js`]: main });
		files[`.obsidian/plugins/${id}/styles.css`] = `.${id} {}`;
	}
	const vault = new Vault(new MemoryAdapter(files, { pace: fixedPace() }));
	const loader = new PluginLoader({
		vault,
		app: { log },
		modules: { obsidian: { Plugin } },
		pluginClass: Plugin,
		addStyles: (id) => {
			log.push(`styles ${id}`);
			return () => { log.push(`no styles ${id}`); };
		},
		notify: (message) => { log.push(message); },
		userDisabled: (plugin) => { log.push(`views of ${plugin.manifest.id} go`); },
	});
	return { loader, log, vault };
}

const logging = code(`
	async onload() { this.app.log.push('start ' + this.manifest.id); await new Promise((go) => setTimeout(go, 1)); this.app.log.push('end ' + this.manifest.id); }
	onUserEnable() { this.app.log.push('user enabled ' + this.manifest.id); }
	onunload() { this.app.log.push('unload ' + this.manifest.id); }
`);

test('enabled plugins load one after another, each style sheet after its onload', async () => {
	const { loader, log } = setUp({ b: logging, a: logging });
	await loader.initialize();
	expect(log).toEqual(['start b', 'end b', 'styles b', 'start a', 'end a', 'styles a']);
	expect(loader.getPlugin('a')?.manifest.dir).toBe('.obsidian/plugins/a');
});

test('a plugin that fails is reported, stays half loaded, and the next one loads', async () => {
	const error = jest.spyOn(console, 'error').mockImplementation(() => undefined);
	const { loader, log } = setUp({ bad: code('onload() { throw new Error("no"); }'), good: logging });
	await loader.initialize();
	expect(error).toHaveBeenCalledWith('Plugin failure: bad', expect.objectContaining({ message: 'no' }));
	expect(log).toEqual(['Failed to load plugin bad', 'start good', 'end good', 'styles good']);
	expect(loader.plugins).toHaveProperty('bad');
	error.mockRestore();
});

test('the user\'s switch tells the plugin, keeps the list, and takes styles and views away', async () => {
	const { loader, log, vault } = setUp({ a: logging }, []);
	await loader.initialize();
	expect(log).toEqual([]);
	await loader.enablePluginAndSave('a');
	expect(log.splice(0)).toEqual(['start a', 'end a', 'styles a', 'user enabled a']);
	expect(JSON.parse(await vault.adapter.read('.obsidian/community-plugins.json'))).toEqual(['a']);
	await loader.disablePluginAndSave('a');
	expect(log).toEqual(['unload a', 'no styles a', 'views of a go']);
	expect(loader.getPlugin('a')).toBeNull();
});

test('a plugin under development is installed and enabled without files in the vault', async () => {
	const { loader, log } = setUp({});
	loader.provide({ manifest: JSON.parse(manifest('dev')) as Api.PluginManifest, main: logging, styles: null });
	await loader.initialize();
	expect(log).toEqual(['start dev', 'end dev']);
	expect(loader.manifests['dev']?.dir).toBe('.obsidian/plugins/dev');
});

test('a plugin for a newer app is refused', async () => {
	const error = jest.spyOn(console, 'error').mockImplementation(() => undefined);
	const { loader } = setUp({});
	loader.provide({ manifest: JSON.parse(manifest('new', '9.0.0')) as Api.PluginManifest, main: logging, styles: null });
	await loader.initialize();
	expect(loader.getPlugin('new')).toBeNull();
	error.mockRestore();
});

describe('main.js', () => {
	test('may export its class as default or as the module', () => {
		expect(new (evaluatePlugin('module.exports = class A {}', 'a', {}))(null, null).constructor.name).toBe('A');
		expect(new (evaluatePlugin('exports.default = class B {}', 'b', {}))(null, null).constructor.name).toBe('B');
	});

	test('may name modules of Node, as on the desktop, and gets an error that names what it uses of them', () => {
		const main = (use: string): string => `const { promises: { readFile } } = require('node:fs'); module.exports = class A { constructor() { ${use} } }`;
		expect(new (evaluatePlugin(main(''), 'a', {}))(null, null)).toBeDefined();
		expect(() => new (evaluatePlugin(main('readFile("x");'), 'a', {}))(null, null)).toThrow("require('node:fs').promises.readFile exists in Obsidian, but this sandbox does not have it.");
	});

	test('finds no module of Node on a phone', () => {
		emulateDevice('phone');
		expect(() => evaluatePlugin('require("fs")', 'a', {})).toThrow("Cannot find module 'fs'");
		emulateDevice('desktop');
	});

	test('cannot require what the app does not offer', () => {
		expect(() => evaluatePlugin('require("@codemirror/merge")', 'a', {})).toThrow('Cannot find module \'@codemirror/merge\'');
	});
});
