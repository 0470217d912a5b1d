import { lettersOf, shownLetters } from '../../src/core/visible-text';

test.each([
	['- [?] Send the list. @Me 📅 2026-12-01 #task', 'Send the list. @Me 📅 2026-12-01 #task'],
	['> - [?] **Send** [[Lists/A|the list]] `now` ^abc', 'Send the list now'],
	['- [?] Send %%secret%% it <!-- or not --> [there](https://example.com)', 'Send it there'],
	['- [?] Grüße an Ána', 'Grüße an Ána'.normalize('NFD')],
])('“%s” is found by what is seen of it', (line, seen) => {
	expect(shownLetters(line)).toBe(lettersOf(seen));
});

test('what is no task shows nothing', () => {
	expect(shownLetters('Send the list')).toBe('');
});

test('other words are other letters', () => {
	expect(shownLetters('- [?] Send the list')).not.toBe(shownLetters('- [?] Send the lists'));
});
