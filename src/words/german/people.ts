import type { Words } from '../english';
import { counted, number } from './writing';

const times = (count: number): string => (count === 1 ? 'einmal' : `${number(count)}-mal`);
const where: Words['unknownPeople']['where'] = ({ count, notes }) => `${times(count)} in ${counted(notes, 'Notiz', 'Notizen')}`;

export const card: Words['card'] = {
	perhaps: ({ name }) => `Vielleicht ist das die Person, die mit „${name}“ gemeint ist.`,
	oneWord: 'Ein Wort reicht nicht, um sicher zu sein.',
	onlyFirstName: 'Sonst ist niemand mit diesem Vornamen bekannt.',
	several: ({ count }) => `${number(count)} Personen könnten gemeint sein.`,
	group: 'Mehrere Personen, von denen diese bekannt sind.',
	nobodyYet: 'Bisher niemand mit diesem Namen: Die Notizen werden noch gelesen.',
	slip: 'So heißt niemand. Vielleicht ein Tippfehler für:',
	nobody: 'Zu niemandem mit diesem Namen gibt es eine Notiz.',
	toDecide: 'Zu entscheiden',
	open: 'Offen',
	keyFacts: 'Wichtiges',
	notesTogether: 'Gemeinsame Notizen',
	lastContact: ({ day }) => `Letzter Kontakt ${day}`,
	done: ({ count }) => `${number(count)} erledigt`,
	review: ({ count }) => `${number(count)} durchsehen`,
	copyEmail: 'E-Mail kopieren',
	reading: 'Notizen werden gelesen…',
	createNote: 'Notiz anlegen',
	sameAs: ({ name }) => `Dasselbe wie ${name}`,
	sameAsOther: 'Dasselbe wie…',
	you: 'Du',
};

export const unknownPeople: Words['unknownPeople'] = {
	title: 'Personen ohne Notiz',
	none: 'Alle, die deine Notizen nennen, haben eine Notiz.',
	about: ({ count }) => `${count === 1 ? '1 Name gehört' : `${number(count)} Namen gehören`} niemandem mit einer Notiz. Leg eine an, oder sag, wer noch so heißt.`,
	filter: 'Namen filtern',
	filterHint: 'Filtern…',
	noneFound: 'Kein Name hat diese Buchstaben.',
	rarer: ({ count }) => `und ${number(count)} weitere, die seltener vorkommen`,
	where,
	nameSameAs: ({ name }) => `${name} ist dieselbe Person wie…`,
	createNoteFor: ({ name }) => `Notiz anlegen für ${name}`,
	notMade: ({ name, reason }) => `Für ${name} wurde keine Notiz angelegt. ${reason}`,
	there: ({ path }) => `Es gibt schon eine Notiz: ${path}`,
	made: ({ path }) => `${path} angelegt.`,
	unmade: ({ path }) => `${path} ist im Papierkorb.`,
	changedSince: 'Die Notiz wurde seither geändert, darum bleibt sie.',
	aliasAdded: 'Alias hinzugefügt',
	aliasDoesNotFit: ({ person, name }) => `Die Aliasse von ${person} sind so geschrieben, dass Ratify keinen hinzufügen kann. Bitte trag „${name}“ dort selbst ein.`,
};

export const linkNames: Words['linkNames'] = {
	title: 'Namen mit Personen verlinken',
	about: 'Diese Links führen nirgendwohin und sind Namen von Personen mit einer Notiz. Sie lesen sich danach wie jetzt. Du kannst das in einem Schritt rückgängig machen.',
	link: 'Link',
	leadsTo: 'Führt zu',
	where: 'Wo',
	go: ({ count }) => `${counted(count, 'Namen', 'Namen')} verlinken`,
	linkThis: ({ name }) => `${name} verlinken`,
	inNote: ({ count, note }) => `${times(count)} in ${note}`,
	inNotes: where,
	unsure: ({ names }) => `Bleiben, wie sie sind, weil nicht sicher ist, wessen Namen es sind: ${names}.`,
	unsureAndMore: ({ names, count }) => `Bleiben, wie sie sind, weil nicht sicher ist, wessen Namen es sind: ${names} und ${number(count)} weitere.`,
	none: 'Kein Link, der nirgendwohin führt, ist der Name einer Person.',
	onlyUnsure: ({ names, count }) => `Nichts zu verlinken: Es ist nicht sicher, wessen ${count === 1 ? 'Name das ist' : 'Namen das sind'}: ${names}.`,
	linked: 'Namen verlinkt',
};
