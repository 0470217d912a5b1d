import { SuggestModal, type App } from 'obsidian';
import type { Priority } from '../core/task-tokens';
import { describePrompt } from './heard-prompt';
import { PRIORITY_WORDS } from './priority-words';

interface PriorityItem {
	readonly title: string;
	readonly priority: Priority | null;
}

const PRIORITIES = Object.keys(PRIORITY_WORDS) as Priority[];
const ITEMS: readonly PriorityItem[] = [...PRIORITIES.map((priority) => ({ title: PRIORITY_WORDS[priority], priority })), { title: 'Normal', priority: null }];

/** Lets the user pick a priority, by its first letters. */
export class PriorityPicker extends SuggestModal<PriorityItem> {
	constructor(app: App, private readonly choose: (priority: Priority | null) => void) {
		super(app);
		this.setPlaceholder('How urgent is it?');
		describePrompt(this, 'How urgent is it?');
		this.emptyStateText = 'No priority is called that.';
	}

	/** The one whose name begins with the letters, and is the shortest, comes first: `h` is high. */
	override getSuggestions(letters: string): PriorityItem[] {
		const typed = letters.trim().toLowerCase();
		const found = ITEMS.filter(({ title }) => title.toLowerCase().startsWith(typed));
		return typed === '' ? [...found] : found.sort((a, b) => a.title.length - b.title.length);
	}

	override renderSuggestion({ title }: PriorityItem, el: HTMLElement): void {
		el.setText(title);
	}

	override onChooseSuggestion({ priority }: PriorityItem): void {
		this.choose(priority);
	}
}
