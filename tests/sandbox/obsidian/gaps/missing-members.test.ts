import * as obsidian from '../index';
import { SandboxGap } from '../gap';
import { addGaps, type Lacks } from './add-gaps';
import { missingMembers, owners } from './missing-members';

function findMember(prototype: object, member: string): PropertyDescriptor | undefined {
	for (let at: object | null = prototype; at !== null; at = Object.getPrototypeOf(at) as object | null) {
		const found = Object.getOwnPropertyDescriptor(at, member);
		if (found) return found;
	}
	return undefined;
}

const listed = (Object.keys(owners) as (keyof typeof owners)[]).flatMap((owner) => {
	const lacks: Lacks = missingMembers[owner];
	return [...lacks.methods ?? [], ...lacks.parts ?? [], ...lacks.values ?? []].map((member) => ({ owner, member, descriptor: findMember(owners[owner].prototype, member) }));
});

test('what is listed as missing is nowhere implemented', () => {
	expect(obsidian.App).toBe(owners.app);
	expect(listed.length).toBeGreaterThan(700);
	expect(listed.filter(({ descriptor }) => descriptor?.get === undefined || descriptor.set === undefined).map(({ owner, member }) => `${owner}.${member}`)).toEqual([]);
});

describe('a class with gaps', () => {
	class Host {
		known = 1;
		own(): string { return 'own'; }
	}
	addGaps(Host.prototype, 'app.host', { methods: ['run', 'own'], parts: ['engine'], values: ['speed'] });
	const host = new Host() as Host & { run(): void; engine: { start(): void }; speed: number; other?: unknown };

	test('can be asked for a method or a part, and says what is missing once it is used', () => {
		expect(typeof host.run).toBe('function');
		expect(() => { host.run(); }).toThrow(new SandboxGap('app.host.run'));
		expect(Boolean(host.engine)).toBe(true);
		expect(() => { host.engine.start(); }).toThrow(new SandboxGap('app.host.engine.start'));
	});

	test('says that a plain value is missing when it is read', () => {
		expect(() => host.speed).toThrow(new SandboxGap('app.host.speed'));
	});

	test('keeps what it has, and leaves undefined what nobody has', () => {
		expect(host.own()).toBe('own');
		expect(host.other).toBeUndefined();
		expect(Object.keys(host)).toEqual(['known']);
	});

	test('can be patched: an assigned member replaces the gap, on one object or on all', () => {
		const patched = new Host() as typeof host;
		patched.run = () => undefined;
		expect(() => { patched.run(); }).not.toThrow();
		expect(() => { host.run(); }).toThrow(SandboxGap);
		(Host.prototype as typeof host).run = () => undefined;
		expect(() => { host.run(); }).not.toThrow();
	});
});
