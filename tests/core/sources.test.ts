import fc from 'fast-check';
import { buildSources, logicalSource, type HasSameBody, type SourceResolution } from '../../src/core/sources';

const NOTE = 'People/Ana Ruiz/2025-12-12 - Plan update.md';

function say(resolution: SourceResolution): string {
	if (resolution.kind === 'resolved') return `${resolution.path} by ${resolution.rule}`;
	return resolution.kind === 'candidates' ? `maybe ${resolution.paths.join(' | ')}` : 'missing';
}

function find(files: readonly string[], texts: string | readonly string[], hasSameBody?: HasSameBody): string {
	const refs = [texts].flat().map((text) => ({ field: 'source_ref' as const, text }));
	return say(buildSources([NOTE, ...files]).resolve({ refs }, NOTE, hasSameBody));
}

const MAIL = 'Sources/Email/2025/2025-12-12_160426_5605_Re-Plan.md';
const CALL = 'Sources/Transcripts/2025-11-04 - Weekly sync on the storage plan for the north.md';
const FILES = [MAIL, CALL, 'Sources/Email/Fwd “Costs” – draft .md', 'Notes/Budget.md', 'Top.md'];

test('of two files whose paths differ in their normal form only, each is found by its own spelling', () => {
	const files = ['Sources/Caf\u00e9 plan.md', 'Sources/Cafe\u0301 plan.md'];
	for (const file of files) expect(find(files, file)).toBe(`${file} by path`);
});

test.each([
	['the very path', MAIL, `${MAIL} by path`],
	['the path without its ending', MAIL.slice(0, -3), `${MAIL} by path`],
	['a path of another machine', `/Users/someone/Documents/Notes/${MAIL}`, `${MAIL} by suffix`],
	['a Windows path', `C:\\Notes\\${MAIL.replaceAll('/', '\\')}`, `${MAIL} by suffix`],
	['an encoded path', `file:///home/ana/${encodeURI(CALL)}`, `${CALL} by suffix`],
	['a path folded over two lines', `/home/ana/${CALL.replace('storage ', 'storage\n    ')}`, `${CALL} by suffix`],
	['a relative path', `../../${MAIL}`, `${MAIL} by path`],
	['a link to the name', '2025-12-12_160426_5605_Re-Plan', `${MAIL} by basename`],
	['a path from which the file has moved', 'Inbox/_archive/2025-12-12_160426_5605_Re-Plan.md', `${MAIL} by basename`],
	['other quotes, dashes and blanks', '/home/ana/Mail/FWD "Costs" - draft.md', 'Sources/Email/Fwd “Costs” – draft .md by normalised basename'],
	['another export of the mail', '/home/ana/Mail/2025-12-12_160426_9999_Re_ Plan.md', `${MAIL} by stamp and subject`],
	['a file of the top folder', 'Top.md', 'Top.md by path'],
	['a path that only ends like a file of the top folder', '/home/ana/Top.md', 'Top.md by basename'],
	['the cut title of the same day', 'Calls/2025-11-04 - Weekly sync on the storage plan for the northern sites.md', `maybe ${CALL}`],
	['a similar title without a date', 'Calls/Weekly storage plan sync.md', `maybe ${CALL}`],
	['a mail of the same subject at another time', 'Mail/2025-12-12_170000_1111_Re-Plan.md', 'missing'],
	['a web address', 'https://example.com/Notes/Budget.md', 'missing'],
	['nothing like any file', 'Mail/Something else.md', 'missing'],
	['only dots', '../..', 'missing'],
])('%s', (_, text, expected) => {
	expect(find(FILES, text)).toBe(expected);
});

test('a decomposed name is the composed one', () => {
	expect(find(['Sources/Jose\u0301.md'], '/home/ana/Sources/José.md')).toBe('Sources/Jose\u0301.md by suffix');
});

test('the note itself is never its source', () => {
	expect(find([], NOTE)).toBe('missing');
	expect(find([], '2025-12-12 - Plan update')).toBe('missing');
});

describe('among several files of one name', () => {
	test('one outside archives comes first', () => {
		expect(find(['_archive/Sources/Costs.md', 'Notes/Costs.md'], 'old/Costs.md')).toBe('Notes/Costs.md by basename');
	});

	test('then one in a folder for sources', () => {
		expect(find(['Notes/Costs.md', 'Work/01 Sources/Costs.md'], 'old/Costs.md')).toBe('Work/01 Sources/Costs.md by basename');
	});

	test('then one of the same type', () => {
		expect(find(['Sources/Costs (May).md', 'Sources/Costs [May].pdf'], 'old/Costs – May.pdf')).toBe('Sources/Costs [May].pdf by normalised basename');
	});

	test('an archive is better than nothing', () => {
		expect(find(['Archive/Costs.md'], 'old/Costs.md')).toBe('Archive/Costs.md by basename');
	});

	test('equals are candidates, unless their texts are the same', () => {
		const files = ['Sources/A/Costs.md', 'Sources/B/Costs.md'];
		expect(find(files, 'old/Costs.md')).toBe('maybe Sources/A/Costs.md | Sources/B/Costs.md');
		expect(find(files, 'old/Costs.md', () => true)).toBe('Sources/A/Costs.md by basename');
	});

	test('two exports of one mail are one', () => {
		const files = ['Sources/A/2025-12-12_160426_1111_Re-Plan.md', 'Sources/B/2025-12-12_160426_2222_Re Plan.md'];
		expect(find(files, '2025-12-12_160426_3333_Re-Plan.md')).toBe(`${files[0] ?? ''} by stamp and subject`);
	});
});

test.each(['README.md', 'transcript.md', '2025-12-12.md'])('a path that ends in %s does not mean another folder\'s', (name) => {
	expect(find([`Sources/Other/${name}`], `/home/ana/Project/${name}`)).toBe(`maybe Sources/Other/${name}`);
});

test('references to different sources are candidates, in order of certainty', () => {
	expect(find(FILES, ['2025-12-12_160426_5605_Re-Plan', 'Notes/Budget.md'])).toBe(`maybe Notes/Budget.md | ${MAIL}`);
});

test('references to one source are answered by the surest', () => {
	expect(find(FILES, ['2025-12-12_160426_5605_Re-Plan', `/home/ana/${MAIL}`])).toBe(`${MAIL} by suffix`);
	expect(find(FILES, ['Gone/Gone.md', MAIL])).toBe(`${MAIL} by path`);
});

test('a file made from a source is found by its path, not by its name', () => {
	const derived = 'Acme/2025-11-04 - Storage plan.md';
	const sources = buildSources([derived], (path) => path === derived);
	const ask = (text: string): string => say(sources.resolve({ refs: [{ field: 'source_ref', text }] }, NOTE));
	expect(ask(`/home/ana/${derived}`)).toBe(`${derived} by suffix`);
	expect(ask('Calls/2025-11-04 - Storage plan.md')).toBe('missing');
});

test.each([
	['two exports of one mail', 'A/2025-12-12_160426_5605_Re-Plan.md', 'B/2025-12-12_160426_1234_RE_ Plan.md', true],
	['an archived transcript', 'A/2025-11-04 - Weekly storage sync.md', 'Archive/2025-11-04 - Weekly storage sync.md', true],
	['mails of different times', 'A/2025-12-12_160426_5605_Re-Plan.md', 'A/2025-12-12_160427_5605_Re-Plan.md', false],
	['mails of different subjects', 'A/2025-12-12_160426_5605_Re-Plan.md', 'A/2025-12-12_160426_5605_Re-Costs.md', false],
	['mails without a subject', 'A/2025-12-12_160426_5605_.md', 'A/2025-12-12_160426_1234_.md', false],
	['short titles of one day', 'A/2025-11-04 - Sync.md', 'B/2025-11-04 - Sync.md', false],
	['undated files of one name', 'A/Costs of the north.md', 'B/Costs of the north.md', false],
])('%s: %s and %s', (_, path, other, isOne) => {
	expect(logicalSource(path) === logicalSource(other)).toBe(isOne);
});

const PART = fc.constantFrom('Sources', 'Email', 'Archive', 'Notes', 'Costs.md', 'Costs', 'a b.md', '2025-12-12_160426_5605_Re-Plan.md', '2025-12-12 - Plan.md', '..', '%20', '');
const PATH = fc.oneof(fc.array(PART, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/')), fc.string());

test('an answer is a file of the vault, never the note, whatever the order of the files', () => {
	fc.assert(fc.property(fc.uniqueArray(PATH), fc.array(PATH), PATH, (files, texts, from) => {
		const reference = { refs: texts.map((text) => ({ field: 'source' as const, text })) };
		const found = buildSources(files).resolve(reference, from);
		const paths = found.kind === 'resolved' ? [found.path] : found.kind === 'candidates' ? found.paths : [];
		expect(paths.every((path) => files.includes(path) && path !== from)).toBe(true);
		expect(buildSources([...files].reverse()).resolve(reference, from)).toEqual(found);
	}));
});
