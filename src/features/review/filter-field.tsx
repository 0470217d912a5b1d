import type { RefObject, VNode } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { QueryProblem } from '../../core/query';
import { takeSuggestion, type Suggestion, type Suggestions } from '../../core/query-suggest';
import { words } from '../../words/words';
import { describeProblem, hintOf } from './filter-words';
import { useUniqueId } from './unique-id';

interface FilterFieldProps {
	readonly filter: string;
	readonly input: RefObject<HTMLInputElement | null>;
	/** What of the filter is not understood. */
	readonly problems: readonly QueryProblem[];
	/** What may be meant by the term at the caret. */
	readonly suggest: (text: string, caret: number) => Suggestions;
	readonly change: (text: string) => void;
}

/** Nothing is picked until the user goes down into the list, so that Enter ends the typing as ever. */
const NOTHING = -1;

/** The filter, with what can be typed next below it. Tab takes the first of that, the arrows and Enter any. */
export function FilterField({ filter, input, problems, suggest, change }: FilterFieldProps): VNode {
	/** Where the caret is while the field has the keyboard; null while not. */
	const [caret, setCaret] = useState<number | null>(null);
	const [picked, setPicked] = useState(NOTHING);
	const wanted = useRef<number | null>(null);
	const listId = useUniqueId();
	useLayoutEffect(() => {
		if (wanted.current !== null) input.current?.setSelectionRange(wanted.current, wanted.current);
		wanted.current = null;
	});
	const suggestions = caret === null ? null : suggest(filter, Math.min(caret, filter.length));
	const items = suggestions?.items ?? [];
	const follow = (field: HTMLInputElement): void => {
		setCaret(field.selectionStart ?? field.value.length);
		setPicked(NOTHING);
	};
	const take = (item: Suggestion | undefined): boolean => {
		if (!suggestions || !item) return false;
		const taken = takeSuggestion(filter, suggestions, item);
		wanted.current = taken.caret;
		setCaret(taken.caret);
		setPicked(NOTHING);
		change(taken.text);
		return true;
	};
	const onKey = (event: KeyboardEvent): void => {
		const isTyping = suggestions !== null && suggestions.from < suggestions.to;
		if (event.isComposing || !handleKey(event, { items, picked, setPicked, take, isTyping })) return;
		event.preventDefault();
		event.stopPropagation();
	};
	const isOpen = items.length > 0;
	return (
		<div class="ratify-filter-field">
			<div class="search-input-container ratify-filter">
				<input
					ref={input}
					type="search"
					role="combobox"
					list={undefined}
					aria-autocomplete="list"
					aria-expanded={isOpen}
					aria-controls={listId}
					{...(picked === NOTHING ? {} : { 'aria-activedescendant': `${listId}-${picked}` })}
					placeholder={words.filter.placeholder}
					aria-label={words.filter.name}
					enterkeyhint="search"
					spellcheck={false}
					value={filter}
					onInput={(event) => {
						follow(event.currentTarget);
						change(event.currentTarget.value);
					}}
					onFocus={(event) => follow(event.currentTarget)}
					onClick={(event) => follow(event.currentTarget)}
					onKeyUp={(event) => event.key.startsWith('Arrow') && (event.key === 'ArrowLeft' || event.key === 'ArrowRight') && follow(event.currentTarget)}
					onBlur={() => setCaret(null)}
					onKeyDown={onKey}
				/>
			</div>
			<ul id={listId} role="listbox" aria-label={words.filter.terms} class="ratify-suggestions" hidden={!isOpen}>
				{items.map((item, at) => (
					<li
						key={item.term}
						id={`${listId}-${at}`}
						role="option"
						aria-selected={at === picked}
						class={`ratify-suggestion ${at === picked ? 'is-selected' : ''}`}
						onMouseDown={(event) => event.preventDefault()}
						onClick={() => take(item)}
					>
						<span class="ratify-suggestion-term" dir="auto">{item.term}</span>
						{!isValue(item) && <span class="ratify-suggestion-hint">{hintOf(item)}</span>}
					</li>
				))}
			</ul>
			{problems.filter(({ from, to }) => caret === null || caret < from || caret > to).map((problem) => (
				<p key={problem.from} class="ratify-filter-problem" role="alert">{describeProblem(problem)}</p>
			))}
		</div>
	);
}

/** A value stands behind its field, which needs no words any more. */
function isValue({ term }: Suggestion): boolean {
	return /:./u.test(term);
}

interface KeyParts {
	readonly items: readonly Suggestion[];
	readonly picked: number;
	readonly setPicked: (at: number) => void;
	readonly take: (item: Suggestion | undefined) => boolean;
	/** Whether the caret is in a term. Where it is not, Tab leads on, as anywhere. */
	readonly isTyping: boolean;
}

/** Answers whether a key was for the list; all others lead back to the rows, or are text. */
function handleKey({ key, shiftKey }: KeyboardEvent, { items, picked, setPicked, take, isTyping }: KeyParts): boolean {
	if (items.length === 0) return false;
	switch (key) {
		case 'ArrowDown':
			setPicked(Math.min(items.length - 1, picked + 1));
			return true;
		case 'ArrowUp':
			setPicked(Math.max(NOTHING, picked - 1));
			return true;
		case 'Tab': return !shiftKey && (isTyping || picked !== NOTHING) && take(items[Math.max(0, picked)]);
		case 'Enter': return picked !== NOTHING && take(items[picked]);
		case 'Escape':
			if (picked === NOTHING) return false;
			setPicked(NOTHING);
			return true;
		default: return false;
	}
}
