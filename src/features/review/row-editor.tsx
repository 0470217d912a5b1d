import type { VNode } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { words as texts } from '../../words/words';

/** What the user does with the words that are being written. */
export interface EditorEvents {
	readonly writeDraft: (words: string) => void;
	/** @param isConfirmed whether the task is confirmed with them. */
	readonly saveDraft: (isConfirmed: boolean) => void;
	readonly dropDraft: () => void;
}

/** The field in which a row's words are written, in the place of the words. Its keys are the review's. */
export function RowEditor({ words, on }: { readonly words: string; readonly on: EditorEvents }): VNode {
	const field = useRef<HTMLTextAreaElement>(null);
	useLayoutEffect(() => {
		const { current } = field;
		if (!current) return;
		fitHeight(current);
		current.focus({ preventScroll: true });
		current.setSelectionRange(current.value.length, current.value.length);
		current.scrollIntoView({ block: 'nearest' });
	}, []);
	const write = (written: HTMLTextAreaElement): void => {
		fitHeight(written);
		on.writeDraft(written.value);
	};
	return (
		<>
			<textarea
				ref={field}
				class="ratify-words"
				dir="auto"
				rows={1}
				aria-label={texts.row.text}
				enterkeyhint="done"
				defaultValue={words}
				onInput={(event) => write(event.currentTarget)}
			/>
			<div class="ratify-buttons is-open">
				<Button sign="⏎" name={texts.controls.save} isFirst act={() => on.saveDraft(false)} />
				<Button sign="⇧⏎" name={texts.row.saveAndConfirm} act={() => on.saveDraft(true)} />
				<Button sign="Esc" name={texts.controls.cancel} act={on.dropDraft} />
			</div>
		</>
	);
}

interface ButtonProps {
	/** Of its key. */
	readonly sign: string;
	readonly name: string;
	readonly isFirst?: boolean;
	readonly act: () => void;
}

function Button({ sign, name, isFirst = false, act }: ButtonProps): VNode {
	const press = (event: MouseEvent): void => {
		event.stopPropagation();
		act();
	};
	return <button class={`ratify-button ${isFirst ? 'mod-cta' : ''}`} onClick={press}><span>{name}</span><kbd aria-hidden="true">{sign}</kbd></button>;
}

/** As high as its lines. */
function fitHeight(field: HTMLTextAreaElement): void {
	field.setCssStyles({ height: 'auto' });
	field.setCssStyles({ height: `${field.scrollHeight + field.offsetHeight - field.clientHeight}px` });
}

/** Does what a key means while words are written; false where it is one of theirs. What an input method is composing is not over with its Enter. */
export function handleEditorKey(event: KeyboardEvent, on: EditorEvents): boolean {
	if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return false;
	if (event.key === 'Enter') on.saveDraft(event.shiftKey);
	else if (event.key === 'Escape') on.dropDraft();
	else return false;
	return true;
}
