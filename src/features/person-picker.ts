import { SuggestModal, type App } from 'obsidian';
import type { Snapshot } from '../core/index-store';
import type { Person } from '../core/person';
import { selectNearPeople } from '../core/recent-people';
import { selectPeople } from '../core/selectors';
import { shorten } from '../core/shorten';
import { words } from '../words/words';
import { describePrompt } from './heard-prompt';
import { searchPeople, type FoundPerson } from './person-search';

/** Something else to pick than a person. */
export interface OtherChoice {
	readonly title: string;
	/** What finds it by its first letters, beside the title. */
	readonly words?: readonly string[];
	readonly choose: () => void;
}

/** What the picker works with. */
export interface PersonPickerParts {
	readonly snapshot: Snapshot;
	/** Of a note: whom it names comes first. */
	readonly path: string;
	readonly placeholder: string;
	/** Offered before all people. */
	readonly others?: readonly OtherChoice[];
	readonly choose: (person: Person) => void;
}

type Item = OtherChoice | FoundPerson;

const MOST_SHOWN = 50;
const MOST_NAMED = 200;

/** Lets the user pick a person by a few letters of name, alias or address. */
export class PersonPicker extends SuggestModal<Item> {
	constructor(app: App, private readonly parts: PersonPickerParts) {
		super(app);
		this.setPlaceholder(parts.placeholder);
		describePrompt(this, parts.placeholder);
		this.emptyStateText = words.controls.noSuchPerson;
	}

	override getSuggestions(letters: string): Item[] {
		const { snapshot, path, others = [] } = this.parts;
		const found = searchPeople(selectPeople(snapshot).persons, letters, selectNearPeople(snapshot, path), MOST_SHOWN);
		return [...others.filter((other) => hasLetters(other, letters)), ...found];
	}

	override renderSuggestion(item: Item, el: HTMLElement): void {
		el.addClass('ratify-picker-item');
		el.createDiv({ text: shorten('person' in item ? item.person.name : item.title, MOST_NAMED), attr: { dir: 'auto' } });
		const note = 'person' in item ? describeFound(item) : '';
		if (note !== '') el.createDiv({ cls: 'ratify-picker-note', text: note, attr: { dir: 'auto' } });
	}

	override onChooseSuggestion(item: Item): void {
		if ('person' in item) this.parts.choose(item.person);
		else item.choose();
	}
}

/** What tells a found person from others of the name: what was found, role and company. */
export function describeFound({ person, by }: FoundPerson): string {
	return shorten([by, person.role, person.company].filter((part) => part !== null).join(' · '), MOST_NAMED);
}

function hasLetters({ title, words: others = [] }: OtherChoice, letters: string): boolean {
	const typed = letters.trim().toLowerCase();
	return [title, ...others].some((word) => word.toLowerCase().startsWith(typed));
}
