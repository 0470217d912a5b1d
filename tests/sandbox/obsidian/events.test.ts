import { Events } from './events';

test('listeners run in their order with their context, and one that throws stops no other', () => {
	const error = jest.spyOn(console, 'error').mockImplementation(() => undefined);
	const events = new Events();
	const log: unknown[] = [];
	events.on('x', () => { throw new Error('mine'); });
	events.on('x', function (this: unknown, ...data: unknown[]) { log.push(this, ...data); }, 'context');
	events.trigger('x', 1, 2);
	expect(log).toEqual(['context', 1, 2]);
	expect(error).toHaveBeenCalledWith(expect.objectContaining({ message: 'mine' }));
	error.mockRestore();
});

test('off removes a callback, offref one registration of it', () => {
	const events = new Events();
	let calls = 0;
	const count = (): void => { calls++; };
	const ref = events.on('x', count);
	events.on('x', count);
	events.offref(ref);
	events.trigger('x');
	expect(calls).toBe(1);
	events.off('x', count);
	events.trigger('x');
	expect(calls).toBe(1);
});
