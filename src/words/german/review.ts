import type { Words } from '../english';
import { counted, every, number } from './writing';

const decisions: Words['review']['decisions'] = ({ count }) => counted(count, 'Entscheidung', 'Entscheidungen');

const decidedToday: Words['empty']['decidedToday'] = ({ confirmed, dismissed, putAway }) => {
	const decided = [...(confirmed > 0 ? [{ did: 'bestätigt', count: confirmed }] : []), ...(dismissed > 0 ? [{ did: 'verworfen', count: dismissed }] : [])];
	const parts = decided.map(({ did, count }, at) => `${at === 0 ? counted(count, 'Vorschlag', 'Vorschläge') : number(count)} ${did}`);
	const away = putAway > 0 ? [`${counted(putAway, 'Duplikat', 'Duplikate')} weggelegt`] : [];
	return `Heute hast du ${every([...parts, ...away]) || 'nichts entschieden'}.`;
};

export const review: Words['review'] = {
	title: 'Durchsicht',
	open: 'Durchsicht öffnen',
	openInTab: 'Durchsicht in einem Tab öffnen',
	moveToTab: 'In neuem Tab öffnen',
	ribbon: 'Vorgeschlagene Aufgaben durchsehen',
	statusBar: ({ count }) => `${number(count)} zu entscheiden`,
	reading: 'Deine Notizen werden gelesen…',
	decisions,
	shownOf: ({ shown, count }) => `${number(shown)} von ${counted(count, 'Entscheidung', 'Entscheidungen')}`,
	fromProposals: ({ count }) => `aus ${counted(count, 'Vorschlag', 'Vorschlägen')}`,
	mine: ({ count }) => `${number(count)} für mich`,
	decidedCount: ({ count }) => `${number(count)} heute entschieden`,
	decidedToday: ({ decided, total }) => `${number(decided)} von ${number(total)} heute entschieden`,
	arrangement: ({ grouping, sorting }) => `Gruppiert ${grouping}, ${sorting}. Ändern`,
	history: 'Verlauf',
	historyHint: 'Verlauf (Shift+H)',
	closeHistory: 'Verlauf schließen',
};

export const announcements: Words['announcements'] = {
	atWork: ({ notes }) => `${counted(notes, 'Notiz wird', 'Notizen werden')} bearbeitet…`,
	selected: ({ count }) => (count === 0 ? 'Nichts ausgewählt.' : `${number(count)} ausgewählt.`),
	left: ({ text }) => `${text} übrig.`,
};

export const groupings: Words['groupings'] = {
	person: { name: 'Person', within: 'nach Person' },
	owner: { name: 'Zuständigkeit', within: 'nach Zuständigkeit' },
	source: { name: 'Quelle', within: 'nach Quelle' },
	note: { name: 'Notiz', within: 'nach Notiz' },
	folder: { name: 'Ordner', within: 'nach Ordner' },
	due: { name: 'Fälligkeit', within: 'nach Fälligkeit' },
	none: { name: 'Nicht gruppiert', within: 'in einer Liste' },
};

export const sortings: Words['sortings'] = {
	newest: { name: 'Neueste Notiz zuerst', within: 'neueste Notiz zuerst' },
	due: { name: 'Fälliges zuerst', within: 'Fälliges zuerst' },
	priority: { name: 'Dringendes zuerst', within: 'Dringendes zuerst' },
	size: { name: 'Meiste Duplikate zuerst', within: 'meiste Duplikate zuerst' },
};

export const sections: Words['sections'] = {
	mine: 'Ich',
	nobody: 'Niemand zuständig',
	overdue: 'Überfällig',
	today: 'Heute fällig',
	week: 'In einer Woche fällig',
	later: 'Später fällig',
	undated: 'Ohne Fälligkeit',
	root: 'Oberster Ordner',
	all: 'Alle',
	other: 'Andere Notizen',
	repeated: 'Schon einmal entschieden',
};

export const empty: Words['empty'] = {
	noMatch: 'Kein Vorschlag passt zu diesem Filter.',
	without: ({ words, count }) => `Ohne „${words}“: ${decisions({ count })}`,
	clearFilter: 'Filter leeren',
	allDecided: 'Alles entschieden.',
	decidedToday,
	writing: 'Deine Notizen werden geschrieben…',
	nothing: 'Keine vorgeschlagenen Aufgaben.',
	howTo: 'Eine Aufgabe wartet hier auf deine Entscheidung, wenn sie so in einer Notiz steht, wer auch immer sie geschrieben hat:',
	guide: ({ command }) => `Lass das, was Notizen in deinen Vault schreibt, solche Zeilen schreiben, oder führe den Befehl ${command} in einer eigenen Zeile aus.`,
};

export const row: Words['row'] = {
	selected: 'Ausgewählt',
	due: ({ day }) => `Fällig am ${day}`,
	alsoInArchive: 'auch im Archiv',
	inArchive: ({ count }) => `${number(count)} im Archiv`,
	duplicates: ({ count }) => counted(count, 'Duplikat', 'Duplikate'),
	before: 'Davor: ',
	after: 'Danach: ',
	openSource: ({ title }) => `Quelle öffnen: ${title}`,
	headingIn: ({ heading, note }) => `${heading} in ${note}`,
	editText: 'Text bearbeiten',
	openInTab: 'Notiz in neuem Tab öffnen',
	text: 'Text der Aufgabe',
	saveAndConfirm: 'Speichern und bestätigen',
};

export const verdicts: Words['verdicts'] = {
	open: { said: 'Du hast diese Aufgabe', since: ({ day }) => `Du hast diese Aufgabe seit ${day}` },
	confirmed: { said: 'Du hast das bestätigt', since: ({ day }) => `Du hast das bestätigt: ${day}` },
	dismissed: { said: 'Du hast das verworfen', since: ({ day }) => `Du hast das verworfen: ${day}` },
	done: { said: 'Du hast das erledigt', since: ({ day }) => `Du hast das erledigt: ${day}` },
	deleted: { said: 'Du hast das gelöscht', since: ({ day }) => `Du hast das gelöscht: ${day}` },
};

export const group: Words['group'] = {
	compareBoth: 'Beide vergleichen',
	compare: 'Vergleichen',
	sameWords: 'Im selben Wortlaut',
	more: ({ count, notes }) => `und ${counted(count, 'weiterer', 'weitere')} in ${counted(notes, 'Notiz', 'Notizen')}`,
	moreInSameWords: ({ count, notes }) => `${counted(count, 'weiterer', 'weitere')} mit diesem Wortlaut in ${counted(notes, 'Notiz', 'Notizen')}`,
	sameAs: 'Dasselbe wie',
	keepOneOf: ({ count }) => `Einen von ${number(count)} behalten`,
	archived: ({ place }) => `Im Archiv: ${place}`,
	notTheSame: 'Nicht dasselbe',
	maybeTheSame: 'Vielleicht dasselbe',
	same: 'Dasselbe',
	forOwner: ({ name }) => `für ${name}`,
	pickSame: 'Dieselbe Aufgabe wie…',
	takenOut: 'Herausgenommen',
	isAnother: 'es ist eine andere Aufgabe',
	putTogether: 'Zusammengelegt',
	isOne: 'ab jetzt eine Entscheidung',
	cannotTellApart: 'Die anderen haben denselben Wortlaut und dieselbe zuständige Person. Nichts würde sie unterscheiden.',
};

export const draft: Words['draft'] = {
	noWords: 'Eine Aufgabe braucht Worte. Wenn du sie nicht willst, verwirf sie.',
	doesNotFit: 'Mit diesen Worten würde der Rest der Zeile etwas anderes bedeuten. Vielleicht ist eine Klammer, ein Backtick oder ein Kommentar noch offen.',
	lineChanged: ({ text }) => `Die Aufgabe wurde anderswo geändert, während du „${text}“ geschrieben hast.`,
	notSaved: ({ text }) => `Nicht gespeichert: „${text}“.`,
};

export const conflicts: Words['conflicts'] = {
	title: 'Seither geändert',
	leftAlone: ({ count }) => (count === 1 ? '1 Zeile blieb, wie sie ist' : `${number(count)} Zeilen blieben, wie sie sind`),
	skipAll: 'Alle überspringen',
	then: 'Vorher',
	now: 'Jetzt',
	wanted: { decided: 'Entscheiden', undone: 'Rückgängig', redone: 'Wiederholen' },
};

export const history: Words['history'] = {
	nothing: 'Noch nichts entschieden.',
	about: ({ count }) => `Hier stehen deine letzten ${number(count)} Entscheidungen auf diesem Gerät. Jede lässt sich rückgängig machen.`,
	takenBack: 'Rückgängig gemacht',
	undoRest: 'Rest rückgängig',
	notesAndMore: ({ notes, count }) => `${notes} und ${number(count)} weitere`,
};

export const keys: Words['keys'] = {
	title: 'Tasten in der Durchsicht',
	next: 'Nächste Zeile',
	previous: 'Vorige Zeile',
	heading: 'Zur Überschrift; dort: schließen, öffnen, zurück zu den Zeilen',
	select: 'Auswählen',
	extend: 'Auswahl erweitern',
	selectAll: 'Alle gezeigten auswählen; noch einmal: nur, was unter dieser Überschrift steht',
	group: 'Duplikate auf- oder zuklappen',
	takeOut: 'Unter Duplikaten: dieses herausnehmen, es ist eine andere Aufgabe',
	same: 'Duplikat einer anderen Zeile, die du aussuchst',
	edit: 'Text bearbeiten',
	owner: 'Zuständigkeit: eine Person aussuchen',
	due: 'Fälligkeit, mit englischen Worten wie „friday“',
	priority: 'Priorität',
	hide: 'Bis zu einem Tag ausblenden',
	nextValue: 'Unter Duplikaten: nächste Fälligkeit, Priorität, Zuständigkeit',
	openNote: 'Notiz an der Zeile öffnen',
	openNoteInTab: 'Notiz in neuem Tab öffnen',
	openSource: 'Zur Stelle in der Quelle gehen',
	openSourceInTab: 'Dasselbe in einem neuen Tab',
	back: 'In der Quelle: zurückkommen',
	person: 'Person zeigen',
	dismissRepeats: 'Alles verwerfen, was du schon einmal entschieden hast',
	history: 'Verlauf: was entschieden wurde, auch zum Rückgängigmachen',
	apply: 'Eine Zeile hat sich geändert: auf den neuen Text anwenden',
	skip: 'Eine Zeile hat sich geändert: überspringen',
	filter: 'Filtern',
	escape: 'Zurück: anhalten, oder die Auswahl beenden, dann den Filter',
	list: 'Diese Liste',
};
