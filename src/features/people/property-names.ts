import type { App } from 'obsidian';
import type { SnapshotSource } from '../../core/index-store';
import { PERSON_TAG } from '../../core/name-spans';
import { isNameField, type PeopleRules } from '../../core/people-rules';
import type { NameFinder } from '../name-ref';

/** One value of a property, as the app draws it. */
const VALUE = '.multi-select-pill, .metadata-input-longtext, .metadata-link, .metadata-property-value';

/** Finds names among a note's properties, which the app draws by itself. */
export function propertyNames(app: App, store: SnapshotSource): NameFinder {
	return (target) => {
		const value = target.closest<HTMLElement>(VALUE);
		const property = value?.closest<HTMLElement>('.metadata-property');
		if (!value || !property) return null;
		// The smallest part of a property that holds one value: a list's value holds several.
		if (value.matches('.metadata-property-value') && value.querySelector('.multi-select-pill')) return null;
		const ref = readValue(property.dataset['propertyKey']?.toLowerCase() ?? '', value.textContent.trim(), store.snapshot.settings);
		const path = ref && pathOf(app, value);
		return ref && path !== null ? { ref: { ...ref, path }, el: value } : null;
	};
}

function readValue(key: string, text: string, rules: PeopleRules): { readonly kind: 'field' | 'tag'; readonly name: string } | null {
	if (isNameField(key, rules)) return text === '' ? null : { kind: 'field', name: text };
	const tag = text.replace(/^#/u, '');
	return key === 'tags' && tag.toLowerCase().startsWith(PERSON_TAG) ? { kind: 'tag', name: tag.slice(PERSON_TAG.length) } : null;
}

function pathOf(app: App, el: HTMLElement): string | null {
	let path: string | null = null;
	app.workspace.iterateAllLeaves(({ view }) => {
		const { file } = view as { readonly file?: { readonly path: string } | null };
		if (file && view.containerEl.contains(el)) path = file.path;
	});
	return path;
}
