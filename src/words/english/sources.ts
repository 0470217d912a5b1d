import type { LinkRefusal } from '../../core/source-link';
import type { SourceRule } from '../../core/sources';
import { counted, number } from './writing';

/** The words in a source that support a task. */
export const evidence = {
	title: 'Source passage',
	reading: 'Reading the source…',
	unreadable: ({ name }: { name: string }) => `${name} can’t be read as text.`,
	missing: ({ name }: { name: string }) => `Source not found: ${name}`,
	maybeThisFile: 'This file may be the source:',
	maybeOneOf: 'The source may be one of these:',
	noPassage: 'No passage in the source says this.',
	unclear: 'No clear passage. The nearest:',
	likely: 'This may be the passage:',
	openPassage: 'Open this passage',
	summary: 'Summary in the source',
	pick: 'Which file is the source?',
	notFound: 'The source of this note was not found in your vault.',
	notNamed: 'This note names no source.',
};

/** The list of sources. */
export const sources = {
	title: 'Sources',
	filter: 'Filter sources',
	tabs: {
		used: { name: 'Sources', empty: 'No note names the file that it was made from.' },
		unused: { name: 'No notes', empty: 'Each source has a note.' },
		open: { name: 'No file', empty: 'Each note’s source is found.' },
	},
	reading: 'The vault is being read…',
	noneFound: 'No source has these words.',
	left: ({ count }: { count: number }) => `${number(count)} left`,
	decided: ({ count }: { count: number }) => `${number(count)} decided`,
	noFile: 'no file found',
	maybeFiles: ({ count }: { count: number }) => `${counted(count, 'file', 'files')} may be it`,
	notes: ({ count }: { count: number }) => counted(count, 'note', 'notes'),
	otherExport: ({ name }: { name: string }) => `Another export: ${name}`,
	review: ({ count }: { count: number }) => `Review ${number(count)}`,
	choose: 'Choose source…',
};

/** Linking notes with their sources. */
export const linkSources = {
	title: ({ notes }: { notes: number }) => (notes === 1 ? 'Link source' : 'Link sources'),
	menu: ({ notes }: { notes: number }) => (notes === 1 ? 'Link source' : `Link sources of ${number(notes)} notes`),
	done: ({ notes }: { notes: number }) => (notes === 1 ? 'Source linked' : `Sources of ${number(notes)} notes linked`),
	noReference: 'No note names the file that it was made from.',
	finding: 'Looking for the sources…',
	findingOf: ({ done, total }: { done: number; total: number }) => `Looking for the sources: ${number(done)} of ${number(total)} notes.`,
	linking: 'Linking…',
	linkingOf: ({ done, total }: { done: number; total: number }) => `Linking: ${number(done)} of ${number(total)} notes.`,
	about: 'Each note gets a link to the file that it was made from. What the pipeline wrote, such as source_ref, and every other byte stay. You can take this back in one step.',
	note: 'Note',
	madeFrom: 'Made from',
	foundBy: 'Found by',
	whatChanges: 'What changes',
	whatItSays: 'What it says',
	unsure: ({ notes }: { notes: number }) => `Not certain: ${counted(notes, 'note', 'notes')}`,
	go: ({ notes }: { notes: number }) => `Link ${counted(notes, 'note', 'notes')}`,
	linkThis: ({ note }: { note: string }) => `Link ${note}`,
	chooseFor: ({ note }: { note: string }) => `Choose source of ${note}`,
	noSource: 'names no source',
	notFound: 'not found',
	linked: ({ notes }: { notes: number }) => (notes === 1 ? '1 note links its source already.' : `${number(notes)} notes link their sources already.`),
	refused: ({ notes }: { notes: number }) => (notes === 1 ? '1 note is left as it is' : `${number(notes)} notes are left as they are`),
	rules: {
		'path': 'this very path',
		'suffix': 'the end of its path',
		'basename': 'its file name',
		'normalised basename': 'its file name, written otherwise',
		'stamp and subject': 'its time and subject',
		'chosen': 'chosen by you',
	} satisfies Record<SourceRule | 'chosen', string>,
	refusals: {
		unclear: 'its properties are not written in a way that is surely understood',
		taken: 'the property holds something else',
		twice: 'the property is there twice',
		name: 'the file’s name has signs that no link can hold',
	} satisfies Record<LinkRefusal | 'name', string>,
	property: {
		added: ({ property }: { property: string }) => `${property} added`,
		changed: ({ property }: { property: string }) => `${property} changed`,
	},
	line: { added: 'source line added', repaired: 'source line repaired' },
};
