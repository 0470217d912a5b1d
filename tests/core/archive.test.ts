import { isArchived } from '../../src/core/archive';

test.each([
	['_archive/A.md', true],
	['Work/_Archive/2025/A.md', true],
	['Work/_archive.md', false],
	['_archived/A.md', false],
	['Work/Old/A.md', true],
	['work/old/deep/A.md', true],
	['Other/Work/Old/A.md', false],
	['Work/Older/A.md', false],
	['Mu\u0308ll/A.md', true],
	['A.md', false],
])('%s is in an archive: %s', (path, expected) => {
	expect(isArchived(path, ['_archive', '/Work/Old/', 'M\u00fcll', '', ' / '])).toBe(expected);
});
