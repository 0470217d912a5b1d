import { Keymap } from './keymap';
import { Scope } from './scope';

function press(key: string, modifiers: Partial<Pick<KeyboardEvent, 'ctrlKey' | 'shiftKey' | 'code'>> = {}): KeyboardEvent & { prevented: boolean } {
	const event = { key, code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, prevented: false, ...modifiers, preventDefault() { event.prevented = true; }, stopPropagation() {} };
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

test('a handler of every key that answers nothing lets the others hear it', () => {
	const heard: string[] = [];
	const root = new Scope();
	root.register(null, null, () => { heard.push('every'); });
	root.register([], 'x', () => { heard.push('x'); });
	new Keymap(root).handle(press('x'));
	expect(heard).toEqual(['every', 'x']);
});

test('a key is known by what is printed on it, too', () => {
	const heard: string[] = [];
	const root = new Scope();
	root.register(['Shift'], '1', () => { heard.push('1'); });
	new Keymap(root).handle(press('!', { shiftKey: true, code: 'Digit1' }));
	expect(heard).toEqual(['1']);
});
