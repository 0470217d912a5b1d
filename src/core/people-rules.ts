import { normalize } from './normalize';

/** By what people are known in the vault. */
export interface PeopleRules {
	/** Folders that hold people: names, at any depth, or whole paths. Where there are none, people may be in any. */
	readonly peopleFolders: readonly string[];
	/** The type of a person's note, by its `type` or its tag `type/…`. */
	readonly personType: string;
	/** Fields of notes whose values are names. */
	readonly nameFields: readonly string[];
}

export const DEFAULT_PEOPLE_RULES: PeopleRules = { peopleFolders: ['People'], personType: 'people', nameFields: ['person', 'participants'] };

/** Whether a folder holds people. @param folder its path; case does not matter. */
export function holdsPeople(folder: string, { peopleFolders }: PeopleRules): boolean {
	const wanted = peopleFolders.map(foldPath).filter((path) => path !== '');
	if (wanted.length === 0) return true;
	const path = foldPath(folder);
	return wanted.some((each) => (each.includes('/') ? path === each : path.slice(path.lastIndexOf('/') + 1) === each));
}

/** Whether a field's values are names. */
export function isNameField(field: string, { nameFields }: PeopleRules): boolean {
	return nameFields.some((each) => each.trim().toLowerCase() === field.toLowerCase());
}

function foldPath(path: string): string {
	return normalize(path, 'NFC').toLowerCase().split('/').map((part) => part.trim()).filter((part) => part !== '').join('/');
}
