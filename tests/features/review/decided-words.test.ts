import { describeDecided } from '../../../src/features/review/decided-words';

test.each([
	[{ confirmed: 8, dismissed: 3, putAway: 2 }, 'Today you confirmed 8 proposals, dismissed 3 and put away 2 duplicates.'],
	[{ confirmed: 1, dismissed: 0, putAway: 1 }, 'Today you confirmed 1 proposal and put away 1 duplicate.'],
	[{ confirmed: 0, dismissed: 1200, putAway: 0 }, 'Today you dismissed 1,200 proposals.'],
])('what was decided today is said in words: %j', (count, words) => {
	expect(describeDecided(count)).toBe(words);
});
