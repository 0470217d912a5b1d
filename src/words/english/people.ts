import { counted, number } from './writing';

const times = (count: number) => (count === 1 ? 'once' : `${number(count)} times`);

/** The card of a person. */
export const card = {
	perhaps: ({ name }: { name: string }) => `Perhaps this is whom “${name}” means.`,
	oneWord: 'One word is not enough to be sure.',
	onlyFirstName: 'Nobody else with that first name is known.',
	several: ({ count }: { count: number }) => `${number(count)} people could be meant.`,
	group: 'Several people, of whom these are known.',
	nobodyYet: 'Nobody with that name yet: the notes are still being read.',
	slip: 'Nobody has that name. It could be a slip for:',
	nobody: 'There is no note about anybody with that name.',
	toDecide: 'To decide',
	open: 'Open',
	keyFacts: 'Key facts',
	notesTogether: 'Notes together',
	lastContact: ({ day }: { day: string }) => `Last contact ${day}`,
	done: ({ count }: { count: number }) => `${number(count)} done`,
	review: ({ count }: { count: number }) => `Review ${number(count)}`,
	copyEmail: 'Copy e-mail',
	reading: 'Reading notes…',
	createNote: 'Create note',
	sameAs: ({ name }: { name: string }) => `Same as ${name}`,
	sameAsOther: 'Same as…',
	you: 'You',
};

/** Names of nobody known, and making them known. */
export const unknownPeople = {
	title: 'People without a note',
	none: 'Everybody whom your notes name has a note.',
	about: ({ count }: { count: number }) => `${counted(count, 'name is', 'names are')} nobody’s who has a note. Make one, or say whose other name it is.`,
	filter: 'Filter names',
	filterHint: 'Filter…',
	noneFound: 'No name has these letters.',
	rarer: ({ count }: { count: number }) => `and ${number(count)} more, which are written less often`,
	where: ({ count, notes }: { count: number; notes: number }) => `${times(count)} in ${counted(notes, 'note', 'notes')}`,
	nameSameAs: ({ name }: { name: string }) => `${name} is the same as…`,
	createNoteFor: ({ name }: { name: string }) => `Create note for ${name}`,
	notMade: ({ name, reason }: { name: string; reason: string }) => `No note was made for ${name}. ${reason}`,
	there: ({ path }: { path: string }) => `There is a note already: ${path}`,
	made: ({ path }: { path: string }) => `Made ${path}.`,
	unmade: ({ path }: { path: string }) => `${path} is in the trash.`,
	changedSince: 'The note has been changed since, so it stays.',
	aliasAdded: 'Alias added',
	aliasDoesNotFit: ({ person, name }: { person: string; name: string }) => `The aliases of ${person} are written in a way that Ratify can’t add to. Please add “${name}” there.`,
};

/** Links that are people's names. */
export const linkNames = {
	title: 'Link names to people',
	about: 'These links lead nowhere, and are names of people who have a note. They will read as they do now. You can take this back in one step.',
	link: 'Link',
	leadsTo: 'Leads to',
	where: 'Where',
	go: ({ count }: { count: number }) => `Link ${counted(count, 'name', 'names')}`,
	linkThis: ({ name }: { name: string }) => `Link ${name}`,
	inNote: ({ count, note }: { count: number; note: string }) => `${times(count)} in ${note}`,
	inNotes: ({ count, notes }: { count: number; notes: number }) => `${times(count)} in ${counted(notes, 'note', 'notes')}`,
	unsure: ({ names }: { names: string }) => `Left as they are, since it is not certain whose names they are: ${names}.`,
	unsureAndMore: ({ names, count }: { names: string; count: number }) => `Left as they are, since it is not certain whose names they are: ${names} and ${number(count)} more.`,
	none: 'No link that leads nowhere is a person’s name.',
	onlyUnsure: ({ names, count }: { names: string; count: number }) => `Nothing to link: it is not certain whose ${count === 1 ? 'name this is' : 'names these are'}: ${names}.`,
	linked: 'Names linked',
};
