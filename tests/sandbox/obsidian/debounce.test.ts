import { debounce } from './debounce';

beforeEach(() => { jest.useFakeTimers(); });
afterEach(() => { jest.useRealTimers(); });

test('by default further calls replace the arguments and do not put off the call', () => {
	const calls: number[] = [];
	const debounced = debounce((value: number) => calls.push(value), 100);
	debounced(1);
	jest.advanceTimersByTime(60);
	debounced(2);
	jest.advanceTimersByTime(40);
	expect(calls).toEqual([2]);
});

test('with resetTimer each call starts the wait anew', () => {
	const calls: number[] = [];
	const debounced = debounce((value: number) => calls.push(value), 100, true);
	debounced(1);
	jest.advanceTimersByTime(60);
	debounced(2);
	jest.advanceTimersByTime(60);
	expect(calls).toEqual([]);
	jest.advanceTimersByTime(40);
	expect(calls).toEqual([2]);
});

test('run calls at once what is pending and nothing else, cancel forgets it', () => {
	const calls: number[] = [];
	const debounced = debounce((value: number) => calls.push(value), 100);
	expect(debounced.run()).toBeUndefined();
	debounced(1);
	expect(debounced.run()).toBe(1);
	debounced(2).cancel();
	jest.advanceTimersByTime(200);
	expect(calls).toEqual([1]);
});
