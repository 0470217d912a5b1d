import { pretendApiVersion, requireApiVersion } from './api-version';

afterEach(() => { pretendApiVersion('1.13.1'); });

test('versions compare by number, part by part', () => {
	expect(requireApiVersion('1.13.1')).toBe(true);
	expect(requireApiVersion('1.9.14')).toBe(true);
	expect(requireApiVersion('1.13.2')).toBe(false);
	expect(requireApiVersion('2')).toBe(false);
});

test('the host can pass for an older app', () => {
	pretendApiVersion('1.12.7');
	expect(requireApiVersion('1.13.0')).toBe(false);
});
