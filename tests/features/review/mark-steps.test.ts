import type { StoredMark } from '../../../src/core/stored-marks';
import { makeStep, stepToUndo } from '../../../src/features/review/mark-steps';

const MARK: StoredMark = { kind: 'apart', one: { text: 'a', owner: null }, other: { text: 'b', owner: null } };

test('a step takes back what it said', () => {
	expect(makeStep('Taken out.', [], { add: [MARK], remove: [] }, 0)).toEqual({ done: 'Taken out.', back: { add: [], remove: [MARK] }, after: 0 });
});

test('steps and decisions are taken back in their order, the latest first', () => {
	const steps = [makeStep('first', [], { add: [MARK], remove: [] }, 4), makeStep('second', [], { add: [MARK], remove: [] }, 6)];
	expect(stepToUndo(steps, 7)).toBeNull();
	expect(stepToUndo(steps, 6)?.done).toBe('second');
	expect(stepToUndo(steps.slice(0, 1), 6)).toBeNull();
	expect(stepToUndo(steps.slice(0, 1), 4)?.done).toBe('first');
	expect(stepToUndo([], 0)).toBeNull();
});
