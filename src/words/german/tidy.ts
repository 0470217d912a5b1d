import type { Words } from '../english';
import { counted, number } from './writing';

export const tidy: Words['tidy'] = {
	title: 'Übrige Tags aufräumen',
	nothingHere: 'In dieser Notiz ist kein Tag übrig.',
	nothing: 'Es ist kein Tag übrig.',
	done: 'Aufgeräumt',
	finding: 'Übrige Tags werden gesucht…',
	findingOf: ({ done, total }) => `Übrige Tags werden gesucht: ${number(done)} von ${number(total)} Notizen.`,
	tidying: 'Wird aufgeräumt…',
	tidyingOf: ({ done, total }) => `Wird aufgeräumt: ${number(done)} von ${number(total)} Notizen.`,
	about: 'Diese Aufgaben sind erledigt oder abgebrochen und tragen noch #proposed. Nur dieser Tag geht weg; jedes andere Byte bleibt. Du kannst das in einem Schritt zurücknehmen.',
	note: 'Notiz',
	asItIs: 'Wie es ist',
	tidied: 'Aufgeräumt',
	go: ({ lines }) => `${counted(lines, 'Zeile', 'Zeilen')} aufräumen`,
	tidyLine: ({ lineNumber, note }) => `Zeile ${number(lineNumber)} von ${note} aufräumen`,
};
