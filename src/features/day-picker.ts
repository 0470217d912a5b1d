import { SuggestModal, type App } from 'obsidian';
import { addDays, readDay } from '../core/day-words';
import { words } from '../words/words';
import { awayLabel, longDayLabel } from './due-label';
import { describePrompt } from './heard-prompt';

/** What the picker works with. */
export interface DayPickerParts {
	/** `YYYY-MM-DD` */
	readonly today: string;
	/** What the day is for: "When is it due?" */
	readonly question: string;
	/** Only days after today will do. */
	readonly isAhead: boolean;
	/** Offered where there is a day that can be taken away: "No due date". */
	readonly none: string | null;
	readonly choose: (day: string | null) => void;
}

interface DayItem {
	readonly title: string;
	readonly note: string;
	readonly day: string | null;
}

/** What is offered before anything is typed, as `readDay` reads it. */
const OFFERED = ['today', 'tomorrow', 'monday', 'in a week', 'in two weeks', 'in a month'] as const;

/** Lets the user say a day in words, and shows which day that is. */
export class DayPicker extends SuggestModal<DayItem> {
	constructor(app: App, private readonly parts: DayPickerParts) {
		super(app);
		this.setPlaceholder(words.dayPicker.hint({ question: parts.question }));
		describePrompt(this, parts.question);
		this.emptyStateText = parts.isAhead ? words.dayPicker.noneAhead : words.dayPicker.none;
	}

	override getSuggestions(letters: string): DayItem[] {
		const { none, today } = this.parts;
		const typed = readDay(letters, today);
		if (typed !== null) return this.#fits(typed) ? [{ title: longDayLabel(typed, startOf(today)), note: awayLabel(typed, startOf(today)), day: typed }] : [];
		const offered = OFFERED.flatMap((said) => this.#offer(said));
		const all = none === null ? offered : [...offered, { title: none, note: '', day: null }];
		return all.filter(({ title }) => title.toLowerCase().includes(letters.trim().toLowerCase()));
	}

	override renderSuggestion({ title, note }: DayItem, el: HTMLElement): void {
		el.addClass('ratify-picker-item', 'mod-beside');
		el.createDiv({ text: title });
		if (note !== '') el.createDiv({ cls: 'ratify-picker-note', text: note });
	}

	override onChooseSuggestion({ day }: DayItem): void {
		this.parts.choose(day);
	}

	#offer(said: (typeof OFFERED)[number]): DayItem[] {
		const day = this.#ahead(readDay(said, this.parts.today));
		return day !== null && this.#fits(day) ? [{ title: words.dayPicker.offered[said], note: longDayLabel(day, startOf(this.parts.today)), day }] : [];
	}

	/** On a Monday, the next one is meant. */
	#ahead(day: string | null): string | null {
		return day === this.parts.today && this.parts.isAhead ? addDays(day, 7) : day;
	}

	#fits(day: string): boolean {
		return !this.parts.isAhead || day > this.parts.today;
	}
}

/** Milliseconds since the epoch. */
function startOf(day: string): number {
	return new Date(`${day}T00:00`).getTime();
}
