import { toggleTask } from './task-toggle';

test.each([
	['- [ ] open', '- [x] open'],
	['- [x] done', '- [ ] done'],
	['- [?] proposed', '- [ ] proposed'],
	['  * [/] nested', '  * [ ] nested'],
	['> - [-] in a callout', '> - [ ] in a callout'],
	['1. [ ] numbered', '1. [x] numbered'],
	['- [🙂] beyond the basic plane', '- [ ] beyond the basic plane'],
])('a click makes %j into %j', (before, after) => {
	expect(toggleTask(before)).toBe(after);
});

test('a line that is no task stays none', () => {
	expect(toggleTask('- [link](x)')).toBeNull();
	expect(toggleTask('text [ ] in the middle')).toBeNull();
});
