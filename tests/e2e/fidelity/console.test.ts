import { behaviour } from './behaviour';
import { testBehaviours } from './test-behaviours';

const HANDLERS = `const { Plugin } = require('obsidian');
globalThis.heard = [];
module.exports = class extends Plugin {
	onload() {
		this.registerCliHandler('probe:add', 'Add', { text: { value: '<text>', description: 'What', required: true }, format: { value: '<json>', description: 'How' } }, params => JSON.stringify(params));
		this.registerCliHandler('probe:fail', 'Fail', null, () => { throw new Error('nothing there'); });
		this.registerObsidianProtocolHandler('probe-add', params => { heard.push(Object.entries(params)); });
	}
};`;

const CLI = 'obsidian/plugins/cli.ts';
const WORDS = 'obsidian/plugins/command-line.ts';
const URIS = 'obsidian/plugins/protocol.ts';

/** Command line and addresses: row 13. */
testBehaviours([
	behaviour({
		row: 13,
		says: 'a handler of the command line that throws is told as text, and nothing rejects',
		naive: [{ file: CLI, from: 'return `Error: ${error instanceof Error ? error.message : String(error)}`;', to: 'throw error;' }],
		plugin: HANDLERS,
		observe: page => page.evaluate(() => window.sandbox.runCli('probe:fail').catch(() => 'rejected')),
		faithful: 'Error: nothing there',
		naively: 'rejected',
	}),
	behaviour({
		row: 13,
		says: 'a command without a required parameter answers with an error and its usage, and does not run',
		naive: [{ file: CLI, from: 'lacking.length > 0', to: 'lacking.length > 9' }],
		plugin: HANDLERS,
		observe: page => page.evaluate(() => window.sandbox.runCli('probe:add')),
		faithful: 'Error: Missing required parameter: text\nUsage: probe:add text=<text> [format=<json>]',
		naively: '{}',
	}),
	behaviour({
		row: 13,
		says: 'a parameter is split at its first equals sign, and its escapes are decoded',
		naive: [{ file: WORDS, from: ".replaceAll('\\\\n', '\\n').replaceAll('\\\\t', '\\t')", to: '' }],
		plugin: HANDLERS,
		observe: page => page.evaluate(() => window.sandbox.runCli('probe:add text="a=b\\nc"')),
		faithful: '{"text":"a=b\\nc"}',
		naively: '{"text":"a=b\\\\nc"}',
	}),
	behaviour({
		row: 13,
		says: 'an option with dashes that nobody declared is dropped, and --json names the format',
		naive: [{ file: WORDS, from: "if (!key.startsWith('--')) return [[key, value]];", to: "if (key !== '') return [[key.replace(/^--/, ''), value]];" }],
		plugin: HANDLERS,
		observe: page => page.evaluate(() => window.sandbox.runCli('probe:add text=x --json --depth=3')),
		faithful: '{"text":"x","format":"json"}',
		naively: '{"text":"x","json":"true","depth":"3"}',
	}),
	behaviour({
		row: 13,
		says: 'a name on the command line can be taken once',
		naive: [{ file: CLI, from: 'if (this.commands.has(name)) throw', to: "if (name === '') throw" }],
		plugin: HANDLERS,
		observe: page => page.evaluate(() => {
			const probe = window.sandbox.app.plugins.getPlugin('probe') as unknown as { registerCliHandler(...of: unknown[]): void };
			try {
				probe.registerCliHandler('probe:add', '', null, () => '');
				return 'taken twice';
			} catch {
				return 'thrown';
			}
		}),
		faithful: 'thrown',
		naively: 'taken twice',
	}),
	behaviour({
		row: 13,
		says: 'a command waits until the workspace is there',
		naive: [{ file: CLI, from: 'await this.ready;', to: '' }],
		plugin: `const { Plugin } = require('obsidian');
			module.exports = class extends Plugin {
				onload() {
					this.registerCliHandler('probe', 'Look', null, () => String(this.app.workspace.layoutReady));
					globalThis.answer = this.app.cli.run('probe');
				}
			};`,
		observe: page => page.evaluate(() => (window as unknown as { answer: Promise<string> }).answer),
		faithful: 'true',
		naively: 'false',
	}),
	behaviour({
		row: 13,
		says: 'the values of an address are decoded as they are, a plus stays a plus, and the app keeps the vault',
		naive: [{ file: URIS, from: 'return [decode(key), decode(value)];', to: "return [...new URLSearchParams(pair)][0] ?? ['', ''];" }],
		query: 'api=1.13.6',
		plugin: HANDLERS,
		observe: page => page.evaluate(async () => {
			await window.sandbox.openUri(`obsidian://probe-add?vault=${encodeURIComponent(window.sandbox.app.vault.getName())}&text=a+b%26%3Cc%3E&bare`);
			return (window as unknown as { heard: unknown[] }).heard[0];
		}),
		faithful: [['text', 'a+b&<c>'], ['bare', 'true'], ['action', 'probe-add']],
		naively: [['text', 'a b&<c>'], ['bare', ''], ['action', 'probe-add']],
	}),
	behaviour({
		row: 13,
		says: 'a value that cannot be decoded, from a hostile page, does not stop the handler',
		naive: [{ file: URIS, from: 'return decodeURIComponent(text);\n	} catch {\n		return text;', to: 'return decodeURIComponent(text);\n	} catch (error) {\n		throw error;' }],
		query: 'api=1.13.6',
		plugin: HANDLERS,
		observe: page => page.evaluate(async () => {
			await window.sandbox.openUri('obsidian://probe-add?text=%E0%A4%A&constructor=x').catch(() => undefined);
			return (window as unknown as { heard: unknown[] }).heard;
		}),
		faithful: [[['text', '%E0%A4%A'], ['constructor', 'x'], ['action', 'probe-add']]],
		naively: [],
	}),
	behaviour({
		row: 13,
		says: 'from 1.13.6 on an address reaches the plugin with no question asked, so it has to ask itself',
		naive: [{ file: URIS, from: "&& !requireApiVersion('1.13.6')", to: '' }],
		query: 'api=1.13.6',
		plugin: HANDLERS,
		observe: page => page.evaluate(async () => {
			void window.sandbox.openUri('obsidian://probe-add');
			await window.sandbox.settle();
			return (window as unknown as { heard: unknown[] }).heard.length;
		}),
		faithful: 1,
		naively: 0,
	}),
]);
