import type { Words } from '../english';
import { number } from './writing';

export const settings: Words['settings'] = {
	ownerNames: {
		name: 'Deine Namen',
		desc: 'Wie Notizen dich nennen, in Erwähnungen und Listen von Teilnehmenden. Trenne Namen mit Kommas.',
		aliases: 'zuständig, ich, selbst',
	},
	guess: {
		name: ({ name }) => `Bist du ${name}?`,
		desc: ({ notes, total, name }) => `${number(notes)} von ${number(total)} Notizen mit mehreren Personen nennen ${name}, woraus auch immer sie entstanden sind.`,
		add: 'Zu deinen Namen hinzufügen',
	},
	groupBy: {
		name: 'Durchsicht gruppieren nach',
		options: { person: 'Person', owner: 'Zuständigkeit', source: 'Quelle', note: 'Notiz', folder: 'Ordner', due: 'Fälligkeit', none: 'Nicht gruppiert' },
	},
	sortBy: {
		name: 'Durchsicht sortieren nach',
		options: { newest: 'Neuester Notiz', due: 'Fälligkeit', priority: 'Priorität', size: 'Zahl der Duplikate' },
	},
	archives: {
		name: 'Archive',
		desc: 'Ordner, in denen nichts zu entscheiden ist: Namen, in jeder Tiefe, oder Pfade. Trenne sie mit Kommas.',
		aliases: 'archiv, vorlagen, ignorieren, ausschließen',
	},
	confirmByBox: {
		name: 'Mit dem Kästchen bestätigen',
		desc: 'Ein Klick auf das Kästchen einer vorgeschlagenen Aufgabe in einer Notiz bestätigt sie, wie der Knopf daneben. Ausgeschaltet ändert die App das Kästchen und lässt den Rest der Zeile.',
	},
	statusBar: 'Anzahl in der Statusleiste zeigen',
	people: 'Personen',
	peopleFolders: {
		name: 'Ordner mit Personen',
		desc: 'Wo Personen ihre Notizen haben: Namen von Ordnern, in jeder Tiefe, oder Pfade. Trenne sie mit Kommas. Gibt es keine, können Personen in jedem Ordner sein.',
	},
	personType: {
		name: 'Typ der Notiz einer Person',
		desc: 'Wie ihn die Eigenschaft „type“ nennt, oder ein Tag wie type/people.',
		invalid: 'Gib den Typ ein, etwa people.',
	},
	nameFields: {
		name: 'Eigenschaften, die Personen nennen',
		desc: 'Trenne sie mit Kommas.',
		aliases: 'teilnehmer, anwesende',
	},
	mentionAs: {
		name: 'Personen schreiben als',
		desc: 'Was für eine Person geschrieben wird, die du nach einem @ auswählst.',
		aliases: 'erwähnung, verlinken, vorschlagen, @',
		options: { mention: '@Name', link: 'Link auf ihre Notiz' },
	},
	personFolder: {
		name: 'Ordner für neue Personen',
		desc: 'Wo die Notiz einer neuen Person angelegt wird.',
	},
	personTemplate: {
		name: 'Vorlage für neue Personen',
		desc: 'Eine Notiz mit {{name}} und {{date}} darin. Ohne Vorlage wird eine kurze Notiz angelegt.',
	},
	sources: 'Quellen',
	sourceProperty: {
		name: 'Eigenschaft für den Link auf die Quelle',
		desc: 'Wohin „Quelle verlinken“ seinen Link schreibt. Was die Pipeline schreibt (source_ref, source_file, source), wird nie geändert.',
		aliases: 'source_link, source_ref, metadaten',
		invalid: 'Gib einen einfachen Namen ein, aber nicht source_ref, source_file oder source.',
	},
	sourceLine: {
		name: 'Quellenzeile im Text',
		desc: 'Was „Quelle verlinken“ mit der Zeile *Source: [[…]]* tut.',
		options: { add: 'Reparieren oder hinzufügen', repair: 'Reparieren, wo sie nirgendwohin führt', leave: 'Lassen, wie sie ist' },
	},
	decisions: 'Entscheidungen',
	dismissBy: {
		name: 'Verworfene Aufgaben',
		desc: 'Eine abgebrochene Aufgabe bleibt in ihrer Notiz. Eine gelöschte Zeile lässt sich auf diesem Gerät mit „Rückgängig“ zurückholen.',
		options: { cancel: 'Als abgebrochen markieren', delete: 'Zeile löschen' },
	},
	createdDate: 'Beim Bestätigen Erstelldatum hinzufügen',
	cancelledDate: 'Beim Verwerfen Abbruchdatum hinzufügen',
	dateStamp: { tasks: 'Wie im Tasks-Plugin eingestellt', always: 'Immer', never: 'Nie' },
	withoutTasks: 'Ohne das Tasks-Plugin',
	confirmedStatus: {
		name: 'Kästchen bestätigter Aufgaben',
		desc: 'Ein Zeichen; ein Leerzeichen ist ein leeres Kästchen. Wo das Tasks-Plugin installiert ist, gelten dessen Status.',
	},
	dismissedStatus: {
		name: 'Kästchen verworfener Aufgaben',
		desc: 'Ein Zeichen, etwa - für abgebrochen.',
	},
	invalidStatus: 'Gib genau ein Zeichen ein, aber nicht das Fragezeichen.',
};
