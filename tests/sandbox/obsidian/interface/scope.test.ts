import { Keymap } from './keymap';
import { Scope } from './scope';

function press(key: string, modifiers: Partial<Pick<KeyboardEvent, 'ctrlKey' | 'shiftKey'>> = {}): KeyboardEvent & { prevented: boolean } {
	const event = { key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, prevented: false, ...modifiers, preventDefault() { event.prevented = true; }, stopPropagation() {} };
	return event as unknown as KeyboardEvent & { prevented: boolean };
}

test('a handler that returns false keeps the key from doing anything else', () => {
	const root = new Scope();
	root.register([], 'x', () => false);
	const event = press('x');
	new Keymap(root).handle(event);
	expect(event.prevented).toBe(true);
});

test('a handler that returns nothing leaves the default alone', () => {
	const root = new Scope();
	root.register([], 'x', () => undefined);
	const event = press('x');
	new Keymap(root).handle(event);
	expect(event.prevented).toBe(false);
});

test('what the top scope does not handle goes to its parent, not to the scope below', () => {
	const heard: string[] = [];
	const root = new Scope();
	root.register([], 'x', () => { heard.push('root'); });
	const parent = new Scope();
	parent.register([], 'x', () => { heard.push('parent'); });
	const keymap = new Keymap(root);
	keymap.pushScope(new Scope(parent));
	keymap.handle(press('x'));
	keymap.pushScope(new Scope());
	keymap.handle(press('x'));
	expect(heard).toEqual(['parent']);
});

test('modifiers must match exactly, unless any will do', () => {
	const heard: string[] = [];
	const root = new Scope();
	root.register(['Shift'], 'x', () => { heard.push('shift'); });
	root.register(null, 'y', () => { heard.push('any'); });
	const keymap = new Keymap(root);
	keymap.handle(press('x'));
	keymap.handle(press('X', { shiftKey: true }));
	keymap.handle(press('y', { ctrlKey: true }));
	expect(heard).toEqual(['shift', 'any']);
});
