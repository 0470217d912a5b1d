import type { DecidedTask } from '../../../src/core/decided';
import { describeVerdict, mostTelling } from '../../../src/features/review/verdict-text';

const TODAY = new Date(2026, 10, 22).getTime();
const task = (verdict: DecidedTask['verdict'], day: string | null): DecidedTask => ({ key: `${verdict} ${day ?? ''}`, verdict, day, place: null });

test.each([
	[task('confirmed', '2026-11-12'), 'You confirmed this on 12 Nov'],
	[task('open', '2025-11-12'), 'You have this task since 12 Nov 2025'],
	[task('dismissed', null), 'You dismissed this'],
	[task('deleted', '2026-11-12'), 'You deleted this on 12 Nov'],
	[task('done', null), 'You did this'],
])('what was decided is told with its day, where there is one', (decided, words) => {
	expect(describeVerdict(decided, TODAY)).toBe(words);
});

test('of several decisions that is told which kept the task, the latest of such', () => {
	const [done, dismissed, open] = [task('done', '2026-11-01'), task('dismissed', '2026-11-09'), task('open', null)];
	expect([mostTelling([open, done, dismissed]), mostTelling([dismissed, open]), mostTelling([])]).toEqual([done, open, null]);
	expect(mostTelling([task('deleted', '2026-11-01'), dismissed])).toBe(dismissed);
});
