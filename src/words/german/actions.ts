import type { Words } from '../english';
import { counted, number } from './writing';

/** What can be said of a decision. @param name as on a button @param done as reported afterwards @param verb as it ends a sentence */
function action(name: string, done: string, verb: string): Words['actions']['confirm'] {
	return {
		name,
		done,
		one: `Vorschlag ${verb}`,
		some: ({ count }) => `${counted(count, 'Vorschlag', 'Vorschläge')} ${verb}`,
		inNote: `Alle Vorschläge in dieser Notiz ${verb}`,
		picked: `Welchen Vorschlag ${verb}?`,
		all: `Alle ${verb}`,
		allOf: ({ title }) => `Alle aus ${title} ${verb}`,
		task: ({ task }) => `${name}: ${task}`,
		count: ({ count }) => (count === 1 ? name : `${number(count)} ${verb}`),
		rest: ({ count }) => (count === 1 ? `Den anderen ${verb}` : `Die anderen ${number(count)} ${verb}`),
		ask: ({ count }) => (count === 1 ? `Diesen Vorschlag ${verb}?` : `${number(count)} Vorschläge ${verb}?`),
	};
}

export const actions: Words['actions'] = {
	'confirm': action('Bestätigen', 'Bestätigt', 'bestätigen'),
	'dismiss': action('Verwerfen', 'Verworfen', 'verwerfen'),
	'put-away': action('Aussortieren', 'Aussortiert', 'aussortieren'),
	'keep': action('Ändern', 'Geändert', 'ändern'),
	'hide': action('Ausblenden', 'Ausgeblendet', 'ausblenden'),
};

export const consent: Words['consent'] = {
	back: 'Du kannst das in einem Schritt rückgängig machen.',
	putAway: ({ duplicates, count }) =>
		`${counted(duplicates, 'Duplikat wird', 'Duplikate werden')} ${count === 1 ? 'dabei' : 'mit ihnen'} aussortiert.`,
};

export const changes: Words['changes'] = {
	menu: {
		owner: 'Zuständigkeit ändern…',
		due: 'Fälligkeit ändern…',
		priority: 'Priorität ändern…',
		hidden: 'Ausblenden bis…',
	},
	command: {
		owner: 'Zuständigkeit des Vorschlags ändern',
		due: 'Fälligkeit des Vorschlags ändern',
		priority: 'Priorität des Vorschlags ändern',
		hidden: 'Vorschlag bis zu einem Tag ausblenden',
	},
	assigned: 'Zugewiesen',
	ownerRemoved: 'Zuständigkeit entfernt',
	due: ({ day }) => `Fällig am ${day}`,
	dueRemoved: 'Fälligkeit entfernt',
	priority: ({ priority }) => `Priorität: ${priority.toLowerCase()}`,
	priorityRemoved: 'Priorität entfernt',
	hidden: ({ day }) => `Ausgeblendet bis ${day}`,
	textChanged: 'Text geändert',
	nameDoesNotFit: 'Dieser Name lässt sich nicht so in die Zeile schreiben, dass er als zuständige Person gelesen würde.',
	valueDoesNotFit: 'Das lässt sich nicht so in die Zeile schreiben, dass der Rest von ihr gleich bleibt.',
	dayDoesNotFit: 'Der Tag lässt sich nicht so in die Zeile schreiben, dass der Rest von ihr gleich bleibt.',
};
