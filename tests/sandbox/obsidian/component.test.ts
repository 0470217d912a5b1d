import { Component } from './component';
import { Events } from './events';

class Logging extends Component {
	constructor(private readonly name: string, readonly log: string[]) {
		super();
	}

	override onload(): void {
		this.log.push(`load ${this.name}`);
	}

	override onunload(): void {
		this.log.push(`unload ${this.name}`);
	}
}

test('unloading runs children first, then clean-ups last first, then onunload', () => {
	const log: string[] = [];
	const parent = new Logging('parent', log);
	parent.addChild(new Logging('early', log));
	void parent.load();
	parent.addChild(new Logging('late', log));
	parent.register(() => log.push('first'));
	parent.register(() => log.push('second'));
	parent.unload();
	parent.unload();
	expect(log).toEqual(['load parent', 'load early', 'load late', 'unload late', 'unload early', 'second', 'first', 'unload parent']);
});

test('an event registered with a component is detached with it', () => {
	const events = new Events();
	const component = new Component();
	let calls = 0;
	void component.load();
	component.registerEvent(events.on('x', () => { calls++; }));
	events.trigger('x');
	component.unload();
	events.trigger('x');
	expect(calls).toBe(1);
});

test('children wait for an asynchronous onload', async () => {
	const log: string[] = [];
	class Slow extends Component {
		override async onload(): Promise<void> {
			await Promise.resolve();
			log.push('parent');
		}
	}
	const slow = new Slow();
	slow.addChild(new Logging('child', log));
	await slow.load();
	expect(log).toEqual(['parent', 'load child']);
});

test('an heir may call its own fields as it likes', () => {
	class Folder extends Component {
		readonly children = ['a', 'b'];
		loaded = false;
		listeners = 2;
		override onload(): void { this.loaded = true; }
	}
	const folder = new Folder();
	folder.addChild(new Component());
	void folder.load();
	folder.unload();
	expect(folder).toMatchObject({ children: ['a', 'b'], loaded: true, listeners: 2 });
});
