import { missing, missingMethod, missingModule, SandboxGap } from './gap';

test('a missing part can be held, awaited and printed; using a member of it names the member', async () => {
	const part = missing<Record<string, unknown>>('app.foldManager');
	expect(await Promise.resolve(part)).toBe(part);
	expect(Boolean(part)).toBe(true);
	expect(() => part['save']).toThrow(new SandboxGap('app.foldManager.save'));
	expect(() => { part['save'] = 1; }).toThrow('app.foldManager exists in Obsidian, but this sandbox does not have it.');
	expect(() => Object.keys(part)).toThrow(SandboxGap);
	expect(() => [...part as unknown as string[]]).toThrow(SandboxGap);
	expect(() => `${part as unknown as string}`).toThrow(SandboxGap);
});

test('a missing method can be bound and wrapped; calling it names it', () => {
	const method = missingMethod('app.vault.readJson');
	const bound = method.bind({});
	expect(() => bound()).toThrow(new SandboxGap('app.vault.readJson'));
});

test('of a missing module members can be taken and inherited from; calling them names them', () => {
	const { promises, EventEmitter } = missingModule("require('fs')") as { promises: { readFile(): void }; EventEmitter: new () => object };
	class Mine extends EventEmitter {}
	expect(() => new Mine()).toThrow("require('fs').EventEmitter");
	expect(() => promises.readFile()).toThrow(new SandboxGap("require('fs').promises.readFile"));
});
