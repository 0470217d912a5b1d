import { SandboxGap } from '../gap';
import { request, requestUrl } from './requests';

test('no request leaves the sandbox: each is refused, by name', async () => {
	await expect(requestUrl('https://example.com')).rejects.toThrow(new SandboxGap('requestUrl', 'reaches the network in Obsidian, and this sandbox has none'));
	await expect(requestUrl({ url: 'https://example.com' }).json).rejects.toThrow(SandboxGap);
	await expect(request('https://example.com')).rejects.toThrow('this sandbox has none');
});
