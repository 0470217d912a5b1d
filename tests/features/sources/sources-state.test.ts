import type { LogicalSource, SourceList } from '../../../src/core/source-list';
import { focusedEntry, INITIAL_SOURCES, moveInSources, reviewFilter, shownEntries, toggleNotes, type SourcesState } from '../../../src/features/sources/sources-state';

const source = (title: string, date: string | null = '2026-11-12'): LogicalSource => ({ key: title, title, date, paths: [`Sources/${title}.md`], notes: [], rows: [], decided: 0 });
const LIST: SourceList = {
	used: [source('Hall'), source('Yard'), source('Ámbar')],
	unused: [source('Cellar')],
	open: [{ key: 'x', reference: 'C:/elsewhere/Lost.md', candidates: [], notes: [] }],
};
const at = (change: Partial<SourcesState>): SourcesState => ({ ...INITIAL_SOURCES, ...change });
const titles = (state: SourcesState): string[] => shownEntries(LIST, state).map(({ title }) => title);

test('each tab lists its own, as far as the filter finds it', () => {
	expect(titles(at({}))).toEqual(['Hall', 'Yard', 'Ámbar']);
	expect(titles(at({ filter: 'ambar 2026' }))).toEqual(['Ámbar']);
	expect(titles(at({ tab: 'unused' }))).toEqual(['Cellar']);
	expect(titles(at({ tab: 'open' }))).toEqual(['Lost.md']);
	expect(titles(at({ tab: 'open', filter: 'elsewhere' }))).toEqual(['Lost.md']);
});

test('the focus moves as far as there are entries, and is on the first where its own is gone', () => {
	const shown = shownEntries(LIST, at({}));
	expect([1, 2, 5, -1].map((step) => moveInSources(at({ focus: 'Yard' }), shown, step).focus)).toEqual(['Ámbar', 'Ámbar', 'Ámbar', 'Hall']);
	expect(focusedEntry(shown, at({ focus: 'gone' }))?.key).toBe('Hall');
	expect(focusedEntry([], at({}))).toBeNull();
	expect(moveInSources(at({}), [], 1).focus).toBeNull();
});

test('notes are shown and hidden again', () => {
	const opened = toggleNotes(at({}), 'Hall');
	expect([...opened.opened]).toEqual(['Hall']);
	expect(opened.focus).toBe('Hall');
	expect([...toggleNotes(opened, 'Hall').opened]).toEqual([]);
});

test.each([
	['Hall', '2026-11-12', 'source:"Hall · 2026-11-12"'],
	['Hall', null, 'source:"Hall"'],
	['The "big" hall for all', null, 'source:"hall for all"'],
])('the review of %j, %j is filtered by %s', (title, date, expected) => {
	expect(reviewFilter(source(title, date))).toBe(expected);
});
