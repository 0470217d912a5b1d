import { SuggestModal, type App } from 'obsidian';
import type { Snapshot } from '../../core/index-store';
import type { Person } from '../../core/person';
import { selectNearPeople } from '../../core/recent-people';
import { selectPeople } from '../../core/selectors';
import { shorten } from '../../core/shorten';
import { searchPeople, type FoundPerson } from '../person-search';

/** Whom a proposal can be for. */
export type OwnerChoice = { readonly kind: 'me' } | { readonly kind: 'nobody' } | { readonly kind: 'person'; readonly person: Person };

/** What the picker works with. */
export interface OwnerPickerParts {
	readonly snapshot: Snapshot;
	/** Of the note that the proposal stands in: whom it names comes first. */
	readonly path: string;
	readonly choose: (choice: OwnerChoice) => void;
}

type Item = { readonly kind: 'me' | 'nobody' } | ({ readonly kind: 'person' } & FoundPerson);

const MOST_SHOWN = 50;
const MOST_NAMED = 200;

/** Lets the user pick whom a proposal is for. */
export class OwnerPicker extends SuggestModal<Item> {
	constructor(app: App, private readonly parts: OwnerPickerParts) {
		super(app);
		this.setPlaceholder('Whom is it for?');
		this.emptyStateText = 'Nobody has these letters.';
	}

	override getSuggestions(letters: string): Item[] {
		const { snapshot, path } = this.parts;
		const fixed: Item[] = [];
		if (isMe(snapshot, letters)) fixed.push({ kind: 'me' });
		if ('no owner'.startsWith(letters.trim().toLowerCase())) fixed.push({ kind: 'nobody' });
		const found = searchPeople(selectPeople(snapshot).persons, letters, selectNearPeople(snapshot, path), MOST_SHOWN);
		return [...fixed, ...found.map((each): Item => ({ kind: 'person', ...each }))];
	}

	override renderSuggestion(item: Item, el: HTMLElement): void {
		el.addClass('ratify-picker-item');
		el.createDiv({ text: titleOf(item), attr: { dir: 'auto' } });
		if (item.kind !== 'person') return;
		const { person, by } = item;
		const note = [by, person.role, person.company].filter((part) => part !== null).join(' · ');
		if (note !== '') el.createDiv({ cls: 'ratify-picker-note', text: shorten(note, MOST_NAMED), attr: { dir: 'auto' } });
	}

	override onChooseSuggestion(item: Item): void {
		this.parts.choose(item);
	}
}

function isMe(snapshot: Snapshot, letters: string): boolean {
	const typed = letters.trim().toLowerCase();
	return ['me', ...snapshot.settings.ownerNames].some((name) => name.toLowerCase().startsWith(typed));
}

function titleOf(item: Item): string {
	switch (item.kind) {
		case 'me': return 'Me';
		case 'nobody': return 'No owner';
		case 'person': return shorten(item.person.name, MOST_NAMED);
	}
}
