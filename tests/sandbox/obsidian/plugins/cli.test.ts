import { CommandLine } from './cli';

const cli = new CommandLine('Team notes');
cli.register('notes:add', '[Notes]: Adds.', { text: { value: '<text>', description: 'What', required: true }, loud: { description: 'Shout' } }, params => JSON.stringify(params));
cli.register('notes:fail', '[Notes]: Fails.', null, () => { throw new Error('no vault'); });

test('a line runs its command, with or without the program\'s name', async () => {
	expect(await cli.run('notes:add text=a=b\\nc loud')).toBe('{"text":"a=b\\nc","loud":"true"}');
	expect(await cli.run('obsidian notes:add text="a b"')).toBe('{"text":"a b"}');
});

test('the vault stands first, and must be this one', async () => {
	expect(await cli.run('obsidian vault="Team notes" notes:add text=x')).toBe('{"text":"x"}');
	expect(await cli.run('vault=Other notes:add text=x')).toBe('Error: Vault not found: Other');
	expect(await cli.run('notes:add text=x vault=Other')).toBe('{"text":"x","vault":"Other"}');
});

test('a missing parameter is told, with the usage', async () => {
	expect(await cli.run('notes:add loud')).toBe('Error: Missing required parameter: text\nUsage: notes:add text=<text> [loud]');
});

test('a handler that throws or rejects is told as text', async () => {
	expect(await cli.run('notes:fail')).toBe('Error: no vault');
	cli.register('notes:reject', '', null, () => Promise.reject(new Error('later')));
	expect(await cli.run('notes:reject')).toBe('Error: later');
});

test('what is no command is told', async () => {
	expect(await cli.run('nothing')).toBe('Error: Unknown command: nothing');
	expect(await cli.run('constructor')).toBe('Error: Unknown command: constructor');
	expect(await cli.run('notes:add text="open')).toBe('Error: A quote is not closed.');
	expect(await cli.run('  ')).toBe('');
});

test('a name can be taken once, until it is given back', () => {
	expect(() => { cli.register('notes:add', '', null, () => ''); }).toThrow('CLI command "notes:add" is already registered');
	cli.register('notes:gone', '', null, () => '');
	cli.unregister('notes:gone');
	expect(() => { cli.register('notes:gone', '', null, () => ''); }).not.toThrow();
});

test('help lists commands with the plugin\'s name, and one command with its flags', async () => {
	expect(cli.help()).toContain('notes:add     [Notes]: Adds.');
	expect(await cli.run('notes:add --help')).toBe('[Notes]: Adds.\nUsage: notes:add text=<text> [loud]\n  text=<text>  What (required)\n  loud         Shout');
});

test('a command waits until the workspace is there', async () => {
	let open: () => void = () => undefined;
	const waiting = new CommandLine('V', new Promise<void>(resolve => { open = resolve; }));
	let ran = false;
	waiting.register('now', '', null, () => { ran = true; return 'done'; });
	const answer = waiting.run('now');
	await Promise.resolve();
	expect(ran).toBe(false);
	open();
	expect(await answer).toBe('done');
});
