import type * as Api from 'obsidian-api';
import { pretendApiVersion } from '../api-version';
import { ProtocolHandlers, readUri } from './protocol';

describe('an address', () => {
	test.each([
		['obsidian://notes-add?text=Hello%20there&loud', { action: 'notes-add', text: 'Hello there', loud: 'true' }],
		['obsidian://notes-add/?a=1=2&b=', { action: 'notes-add', a: '1=2', b: '' }],
		['obsidian://notes-add?a=one+two&b=%26%3D%23', { action: 'notes-add', a: 'one+two', b: '&=#' }],
		['obsidian://notes-add?a=1&a=2#part', { action: 'notes-add', a: '2', hash: 'part' }],
		['obsidian://notes-add?action=other', { action: 'notes-add' }],
		['obsidian://notes-add?a=%E0%A4%A', { action: 'notes-add', a: '%E0%A4%A' }],
		['obsidian://vault/Team%20notes/Plans/This%20week', { action: 'open', file: 'Plans/This week' }],
		['obsidian:///srv/notes/Plan.md', { action: 'open', path: '/srv/notes/Plan.md' }],
	])('%s', (uri, params) => {
		expect(readUri(uri).params).toEqual(params);
	});

	test('of another kind is refused', () => {
		expect(() => readUri('https://example.com')).toThrow('Not an obsidian:// address: https://example.com');
		expect(() => readUri('obsidian://?text=x')).toThrow('The address names no action: obsidian://?text=x');
	});

	test('keeps hostile names as plain values', () => {
		const { params } = readUri('obsidian://a?__proto__=x&constructor=y&toString');
		expect(Object.getPrototypeOf(params)).toBe(Object.prototype);
		expect(Object.entries(params)).toEqual(expect.arrayContaining([['__proto__', 'x'], ['constructor', 'y'], ['toString', 'true']]));
	});

	test('names a vault, which the handler does not see', () => {
		expect(readUri('obsidian://a?vault=Team%20notes&b=1')).toEqual({ vault: 'Team notes', params: { action: 'a', b: '1' } });
	});
});

describe('the handlers', () => {
	const asked: string[] = [];
	let answer = true;
	function handlers(): { protocol: ProtocolHandlers; heard: Api.ObsidianProtocolData[] } {
		asked.length = 0;
		const heard: Api.ObsidianProtocolData[] = [];
		const protocol = new ProtocolHandlers('Team notes', uri => { asked.push(uri); return Promise.resolve(answer); });
		protocol.register('notes-add', params => { heard.push(params); });
		return { protocol, heard };
	}

	afterEach(() => { pretendApiVersion('1.13.1'); });

	test('hear their own action, from 1.13.6 on without a question', async () => {
		pretendApiVersion('1.13.6');
		const { protocol, heard } = handlers();
		await protocol.open('obsidian://notes-add?vault=Team%20notes&text=x');
		expect(heard).toEqual([{ action: 'notes-add', text: 'x' }]);
		expect(asked).toEqual([]);
	});

	test.each(['1.13.0', '1.13.5'])('in %s run when the user agrees', async version => {
		pretendApiVersion(version);
		const { protocol, heard } = handlers();
		answer = false;
		await protocol.open('obsidian://notes-add');
		expect(heard).toEqual([]);
		answer = true;
		await protocol.open('obsidian://notes-add');
		expect(heard).toHaveLength(1);
		expect(asked).toEqual(['obsidian://notes-add', 'obsidian://notes-add']);
	});

	test('do not hear of another vault or action', async () => {
		const { protocol, heard } = handlers();
		await expect(protocol.open('obsidian://notes-add?vault=Other')).rejects.toThrow('Vault not found: Other');
		await expect(protocol.open('obsidian://toString')).rejects.toThrow('Nothing handles obsidian://toString');
		expect(heard).toEqual([]);
	});

	test('are one for each action', () => {
		const { protocol } = handlers();
		expect(() => { protocol.register('notes-add', () => undefined); }).toThrow('already');
	});
});
