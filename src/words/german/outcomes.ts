import type { Words } from '../english';
import { counted, number } from './writing';

const countOf: Words['outcomes']['countOf'] = ({ what, count }) => (what === 'tasks' ? counted(count, 'Aufgabe', 'Aufgaben') : counted(count, 'Zeile', 'Zeilen'));

export const outcomes: Words['outcomes'] = {
	countOf,
	doneTo: ({ done, what, count }) => `${done}: ${countOf({ what, count })}`,
	putAway: ({ duplicates }) => `${counted(duplicates, 'Duplikat', 'Duplikate')} aussortiert.`,
	takenBack: 'Rückgängig gemacht',
	doneAgain: 'Wiederholt',
	nothing: 'Nichts wurde geändert.',
	stoppedBefore: 'Angehalten. Nichts wurde geändert.',
	stoppedWithin: 'Vor dem Rest angehalten.',
	stoppedInPart: ({ what, count }) => `Angehalten, und ${countOf({ what, count })} ${count === 1 ? 'ließ' : 'ließen'} sich nicht wiederherstellen.`,
	failedInPart: ({ what, count }) => `Es ist fehlgeschlagen, und ${countOf({ what, count })} ${count === 1 ? 'ließ' : 'ließen'} sich nicht wiederherstellen.`,
	saidBefore: 'Das hast du schon gesagt.',
	takenBackBefore: 'Das wurde schon rückgängig gemacht.',
	altered: 'In dieser Notiz hat sich seither noch etwas anderes geändert, oder sie wurde beim Schreiben abgeschnitten. Bitte sieh sie durch.',
	unsaved: ({ reason }) => `im Editor geändert, aber noch nicht gespeichert: ${reason}`,
	lineGone: 'Die Zeile ist nicht mehr da.',
	noteGone: 'Die Notiz ist nicht mehr da.',
	noPlace: ({ line }) => `Der Platz für die Zeile „${line}“ wurde nicht gefunden.`,
	lineChanged: ({ line }) => `Die Zeile hat sich seither geändert. Sie lautet jetzt „${line}“.`,
	severalLines: 'Andere Zeilen lauten oder lauteten genauso, und es ist nicht sicher, welche gemeint ist.',
	unsettled: ({ line }) => `Es ist nicht sicher, ob „${line}“ geändert wurde, darum bleibt die Zeile, wie sie ist.`,
	linksFollowed: 'Links auf verschobene Quellen angepasst',
};

export const recovery: Words['recovery'] = {
	undoCut: ({ done, what, count }) =>
		`Die App wurde geschlossen, während eine Entscheidung („${done}“) rückgängig gemacht wurde. So weit kam es: ${countOf({ what, count })}. Den Rest kannst du noch einmal versuchen.`,
	redoCut: ({ done, what, count }) =>
		`Die App wurde geschlossen, während eine Entscheidung („${done}“) wiederholt wurde. So weit kam es: ${countOf({ what, count })}. Den Rest kannst du noch einmal versuchen.`,
	cut: ({ done }) => `Die App wurde mitten in einer Entscheidung geschlossen („${done}“).`,
	notPutBack: 'Sie konnte nicht überall zurückgenommen werden.',
	partPutBack: ({ what, count }) => `Was sicher war, wurde zurückgenommen; ${countOf({ what, count })} ${count === 1 ? 'blieb' : 'blieben'} geändert.`,
	linesAsBefore: 'Ihre Zeilen sind wieder wie davor.',
	notesAsBefore: 'Alle Notizen sind wieder wie davor.',
};

export const work: Words['work'] = {
	'read': { name: 'Notizen werden gelesen', progress: ({ done, total }) => `${number(done)} von ${number(total)} Notizen gelesen…` },
	'write': { name: 'Notizen werden geschrieben', progress: ({ done, total }) => `${number(done)} von ${number(total)} Notizen geschrieben…` },
	'put back': { name: 'Notizen werden wiederhergestellt', progress: ({ done, total }) => `${number(done)} von ${number(total)} Notizen wiederhergestellt…` },
};

export const problems: Words['problems'] = {
	settingsKept: 'Die Einstellungen von Ratify konnten nicht gelesen werden, darum bleiben sie, wie sie waren.',
	settingsDefault: 'Die Einstellungen von Ratify konnten nicht gelesen werden, darum gelten die Standardwerte.',
	settingsInvalid: ({ keys }) => `Die Einstellungen von Ratify enthalten ungültige Werte, darum gelten Standardwerte für: ${keys}.`,
	keptAs: ({ path }) => `Die Datei wurde aufgehoben als ${path}.`,
	notKept: 'Die Datei konnte nicht kopiert werden, darum werden Änderungen an den Einstellungen nicht gespeichert.',
	journalLost: ({ count }) => (count === 1
		? 'Eine Entscheidung in Ratifys Verlauf ist nicht mehr lesbar und lässt sich darum nicht rückgängig machen. Alle anderen schon.'
		: `${number(count)} Entscheidungen in Ratifys Verlauf sind nicht mehr lesbar und lassen sich darum nicht rückgängig machen. Alle anderen schon.`),
	journalUnstored: ({ reason }) =>
		`Ratifys Verlauf lässt sich auf diesem Gerät nicht speichern, darum sind Entscheidungen nur rückgängig zu machen, bis die App geschlossen wird. ${reason}`,
	marksUnsaved: ({ reason }) => `Was du über Duplikate gesagt hast, gilt, bis die App geschlossen wird, konnte aber nicht gespeichert werden. ${reason}`,
	noAnswer: 'Er antwortet nicht.',
	damagedNote: 'Die Notiz enthält Bytes, die kein gültiges UTF-8 sind und beim Schreiben verloren gingen.',
	noFileName: 'So kann keine Datei heißen.',
	noTemplate: ({ path }) => `Die Vorlage ist nicht da: ${path}`,
};
