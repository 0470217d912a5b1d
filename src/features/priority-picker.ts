import { SuggestModal, type App } from 'obsidian';
import type { Priority } from '../core/task-tokens';
import { words } from '../words/words';
import { describePrompt } from './heard-prompt';

interface PriorityItem {
	readonly title: string;
	readonly priority: Priority | null;
}

const PRIORITIES = Object.keys(words.priorities.names) as Priority[];
const ITEMS: readonly PriorityItem[] = [...PRIORITIES.map((priority) => ({ title: words.priorities.names[priority], priority })), { title: words.priorities.normal, priority: null }];

/** Lets the user pick a priority, by its first letters. */
export class PriorityPicker extends SuggestModal<PriorityItem> {
	constructor(app: App, private readonly choose: (priority: Priority | null) => void) {
		super(app);
		this.setPlaceholder(words.priorities.ask);
		describePrompt(this, words.priorities.ask);
		this.emptyStateText = words.priorities.none;
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
