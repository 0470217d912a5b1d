import type { VNode } from 'preact';
import { ACTIONS, type Action } from '../../core/actions';
import { cutText } from '../../core/shorten';
import { words } from '../../words/words';
import { Icon } from '../icon';

interface RowButtonsProps {
	/** Whether the row is open: then the buttons have names and show their keys. */
	readonly isOpen: boolean;
	readonly name: string;
	readonly decide: (action: Action) => void;
	readonly more: (event: MouseEvent) => void;
}

const KEY_SIGNS: Readonly<Record<string, string>> = { Enter: '⏎' };

/** A button for each action, full in the focused row, small and on hover in the others. */
export function RowButtons({ isOpen, name, decide, more }: RowButtonsProps): VNode {
	const stop = (event: MouseEvent, then: () => void): void => {
		event.stopPropagation();
		then();
	};
	return (
		<div class={`ratify-buttons ${isOpen ? 'is-open' : ''}`}>
			{ACTIONS.map((action, at) => (
				<button
					key={action.id}
					class={`ratify-button ${isOpen && at === 0 ? 'mod-cta' : ''}`}
					aria-label={isOpen ? undefined : words.actions[action.id].task({ task: cutText(name, 80) })}
					tabIndex={isOpen ? 0 : -1}
					onClick={(event) => stop(event, () => decide(action))}
				>
					<Icon name={action.icon} />
					{isOpen && <span>{words.actions[action.id].name}</span>}
					{isOpen && <kbd aria-hidden="true">{keySign(action)}</kbd>}
				</button>
			))}
			{isOpen && (
				<button class="ratify-button" aria-label={words.controls.more} onClick={(event) => stop(event, () => more(event))}>
					<Icon name="ellipsis" />
				</button>
			)}
		</div>
	);
}

function keySign(action: Action): string {
	const key = action.keys[0] ?? '';
	return KEY_SIGNS[key] ?? key;
}
