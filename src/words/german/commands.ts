import type { Words } from '../english';
import { number } from './writing';

export const commands: Words['commands'] = {
	showHistory: 'Verlauf der Durchsicht zeigen',
	undo: 'Letzte Aktion der Durchsicht rückgängig machen',
	redo: 'Letzte Aktion der Durchsicht wiederholen',
	next: 'Zum nächsten Vorschlag gehen',
	previous: 'Zum vorigen Vorschlag gehen',
	propose: 'Aufgabe vorschlagen',
	showPerson: 'Person zeigen',
	showUnknownPeople: 'Personen ohne Notiz zeigen',
	linkNamesInNote: 'Namen in dieser Notiz verlinken',
	linkNamesInAll: 'Namen in allen Notizen verlinken',
	showPassage: 'Stelle in der Quelle zeigen',
	openSources: 'Quellen öffnen',
	linkSource: 'Quelle verlinken',
	linkSourcesOfAll: 'Quellen aller Notizen verlinken',
	tidyNote: 'Übrige Tags in dieser Notiz aufräumen',
	tidyAll: 'Übrige Tags in allen Notizen aufräumen',
};

export const nothingDone: Words['nothingDone'] = {
	noProposalHere: 'In dieser Zeile ist kein Vorschlag.',
	noProposalBelow: 'Unter dem Cursor ist kein Vorschlag.',
	noProposalAbove: 'Über dem Cursor ist kein Vorschlag.',
	noProposals: 'Es warten keine Vorschläge.',
	nothingToPropose: 'Hier ist nichts, was sich vorschlagen lässt: Schreib zuerst in eine Zeile, was zu tun ist.',
	nothingToUndo: 'Nichts rückgängig zu machen.',
	nothingToRedo: 'Nichts zu wiederholen.',
	noTask: 'Diese Zeile ist keine Aufgabe.',
	noPerson: 'Hier ist keine Person genannt.',
	stillReading: 'Der Vault wird noch gelesen. Bitte versuch es gleich noch einmal.',
};

export const controls: Words['controls'] = {
	undo: 'Rückgängig',
	redo: 'Wiederholen',
	cancel: 'Abbrechen',
	close: 'Schließen',
	copy: 'Kopieren',
	more: 'Mehr',
	save: 'Speichern',
	skip: 'Überspringen',
	stop: 'Anhalten',
	wanted: 'Gewünscht',
	applyToNew: 'Auf neuen Text anwenden',
	openNote: 'Notiz öffnen',
	openSource: 'Quelle öffnen',
	andMore: ({ count }) => `und ${number(count)} weitere`,
	showMore: ({ count }) => `Mehr zeigen (${number(count)})`,
	copied: ({ text }) => `Kopiert: ${text}`,
	notCopied: 'In die Zwischenablage konnte nicht geschrieben werden.',
	notThere: ({ path }) => `${path} ist nicht mehr da.`,
	noSuchProposal: 'Kein Vorschlag hat diese Buchstaben.',
	noSuchPerson: 'Niemand hat diese Buchstaben.',
	noSuchFile: 'Keine Datei hat diese Buchstaben.',
};
