import type { Words } from '../english';
import { counted, either, number } from './writing';

export const filter: Words['filter'] = {
	name: 'Filtern',
	placeholder: 'Filter: Wörter, owner:me, due:<friday',
	terms: 'Wonach gefiltert werden kann',
	hints: {
		owner: 'wer zuständig ist',
		person: 'wer zuständig ist oder genannt wird',
		due: 'wann es fällig ist',
		priority: 'wie dringend es ist',
		source: 'die Mail oder das Treffen, woraus es stammt',
		note: 'die Notiz, in der es steht',
		path: 'Ordner oder Pfad der Notiz',
		tag: 'seine Tags',
		has: 'was es dazu gibt',
		created: 'der Tag seiner Notiz',
		overdue: 'vor heute fällig',
		hidden: 'bis zu einem Tag ausgeblendet',
	},
	noField: ({ value, near }) => `„${value}:“ gibt es nicht. Meinst du „${near}:“?`,
	noDay: ({ value }) => `„${value}“ ist kein Tag. Versuch es mit „friday“, „2026-01-10“ oder „none“.`,
	noPriority: ({ value, terms }) => `„${value}“ ist keine Priorität. Versuch es mit ${either(terms.map(quoted))}.`,
	noTrait: ({ value, terms }) => `Nach „${value}“ lässt sich nicht filtern. Versuch es mit ${either(terms.map(quoted))}.`,
};

export const embed: Words['embed'] = {
	shown: ({ count }) => `${number(count)} gezeigt`,
	open: 'In der Durchsicht öffnen',
	notUnderstood: ({ line }) => `„${line}“ ist nicht verständlich.`,
};

export const lines: Words['lines'] = {
	show: 'In der Durchsicht zeigen',
	review: ({ count }) => `${counted(count, 'Vorschlag', 'Vorschläge')} durchsehen`,
	duplicates: ({ count }) => (count === 1 ? 'Eine andere Zeile verlangt dasselbe' : `${number(count)} andere Zeilen verlangen dasselbe`),
};

function quoted(term: string): string {
	return `„${term}“`;
}
