import { CommandLine } from './cli';

const cli = new CommandLine();
cli.register('notes:add', 'Adds.', { text: { value: '<text>', description: 'What', required: true }, loud: { description: 'Shout' } }, params => JSON.stringify(params));
cli.register('notes:fail', 'Fails.', null, () => { throw new Error('no vault'); });

test('values come as text, bare flags as true', async () => {
	expect(await cli.run('notes:add', ['text=a=b\\nc', 'loud'])).toBe('{"text":"a=b\\nc","loud":"true"}');
});

test('a missing parameter is told, with the usage', async () => {
	expect(await cli.run('notes:add')).toBe('Error: Missing required parameter: text\nUsage: notes:add text=<text> [loud]');
});

test('a handler that throws is told as text', async () => {
	expect(await cli.run('notes:fail')).toBe('Error: no vault');
});

test('a name can be taken once', () => {
	expect(() => { cli.register('notes:add', '', null, () => ''); }).toThrow('already registered');
});
