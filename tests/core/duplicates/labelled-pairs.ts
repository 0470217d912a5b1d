/** Two proposals, as complete lines, and whether whoever has decided one would not want to be asked the other. */
export interface LabelledPair {
	readonly kind: string;
	readonly same: boolean;
	readonly one: string;
	readonly other: string;
}

/** The one thing in which the lines of a minimal pair differ. */
export type MinimalKind = 'verb' | 'number' | 'date' | 'time' | 'person' | 'owner' | 'vendor' | 'id' | 'negation' | 'antonym';

/** Two proposals that differ in one thing only, and are different tasks for that. */
export interface MinimalPair {
	readonly kind: MinimalKind;
	readonly one: string;
	readonly other: string;
}
