import type * as Api from 'obsidian-api';
import type { App } from '../app';
import { debounce } from '../debounce';
import type { Editor } from './editor';
import type { TFile } from '../vault/files';
import { PopoverSuggest } from '../interface/popover-suggest';

/** What a suggest was triggered by, and where. */
export interface EditorSuggestContext extends Api.EditorSuggestTriggerInfo {
	editor: Editor;
	file: TFile;
}

/** Suggestions while typing in a note. */
export abstract class EditorSuggest<T> extends PopoverSuggest<T> implements Omit<Api.EditorSuggest<T>, 'app' | 'scope' | 'context' | 'onTrigger' | 'getSuggestions'> {
	context: EditorSuggestContext | null = null;
	limit = 100;

	constructor(app: App) {
		super(app);
	}

	abstract onTrigger(cursor: Api.EditorPosition, editor: Editor, file: TFile | null): Api.EditorSuggestTriggerInfo | null;
	abstract getSuggestions(context: EditorSuggestContext): T[] | Promise<T[]>;

	override close(): void {
		super.close();
		this.context = null;
	}

	/** Asks for suggestions and shows them at the place that triggered. Later askings win. */
	async showSuggestions(context: EditorSuggestContext): Promise<void> {
		this.context = context;
		const answer = this.getSuggestions(context);
		const values = answer instanceof Promise ? await answer : answer;
		if (this.context !== context) return;
		const rect = context.editor.cm.coordsAtPos(context.editor.posToOffset(context.start));
		if (rect === null || values.length === 0) super.close();
		else this.showAt(rect, this.limit > 0 ? values.slice(0, this.limit) : values);
	}
}

/**
 * Asks the suggests in order after typing has rested for 50 ms; the first that is triggered
 * wins, also with nothing to show. A cursor that moves can end a suggestion and starts none.
 */
export class EditorSuggestHub {
	readonly suggests: EditorSuggest<unknown>[] = [];
	currentSuggest: EditorSuggest<unknown> | null = null;
	private typed = false;
	private readonly update = debounce((editor: Editor, file: TFile | null) => { this.trigger(editor, file); }, 50, true);

	addSuggest(suggest: EditorSuggest<unknown>): void {
		this.suggests.push(suggest);
	}

	removeSuggest(suggest: EditorSuggest<unknown>): void {
		if (this.currentSuggest === suggest) this.close();
		suggest.close();
		const at = this.suggests.indexOf(suggest);
		if (at >= 0) this.suggests.splice(at, 1);
	}

	/** The text or the selection of an editor changed. */
	onEditorUpdate(editor: Editor, file: TFile | null, typed: boolean): void {
		this.typed ||= typed;
		if (this.typed || this.currentSuggest !== null) this.update(editor, file);
	}

	/** Ends what is suggested: the editor lost the keyboard, or was scrolled. */
	close(): void {
		this.update.cancel();
		this.typed = false;
		this.use(null);
	}

	private trigger(editor: Editor, file: TFile | null): void {
		const asked = this.typed ? this.suggests : this.suggests.filter(suggest => suggest === this.currentSuggest);
		this.typed = false;
		if (!editor.hasFocus()) return;
		for (const suggest of [...asked]) {
			const info = this.ask(suggest, editor, file);
			if (info === null) continue;
			this.use(suggest);
			// A note that is not on the disk is typed as if it were; the app's own type has no null here.
			void suggest.showSuggestions({ ...info, editor, file: file as TFile });
			return;
		}
		this.use(null);
	}

	/** A suggest that fails is reported and does not keep the others from being asked. */
	private ask(suggest: EditorSuggest<unknown>, editor: Editor, file: TFile | null): Api.EditorSuggestTriggerInfo | null {
		try {
			return suggest.onTrigger(editor.getCursor(), editor, file);
		} catch (error) {
			console.error(error);
			return null;
		}
	}

	private use(suggest: EditorSuggest<unknown> | null): void {
		if (this.currentSuggest !== suggest) this.currentSuggest?.close();
		this.currentSuggest = suggest;
	}
}
