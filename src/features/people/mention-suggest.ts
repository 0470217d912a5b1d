import { EditorSuggest, type App, type Editor, type EditorPosition, type EditorSuggestContext, type EditorSuggestTriggerInfo, type TFile } from 'obsidian';
import type { Snapshot, SnapshotSource } from '../../core/index-store';
import { findMentions } from '../../core/mention';
import { isProse, readMentionQuery, type MentionQuery } from '../../core/mention-query';
import type { Person } from '../../core/person';
import { selectNearPeople, type NearPeople } from '../../core/recent-people';
import { selectPeople } from '../../core/selectors';
import { shorten } from '../../core/shorten';
import { parseTaskLine } from '../../core/task-line';
import { words } from '../../words/words';
import { mentionOf } from '../person-mention';
import { describeFound } from '../person-picker';
import { searchPeople, type FoundPerson } from '../person-search';

const MOST_SHOWN = 20;
const MOST_NAMED = 200;
/** Where a bar that is not escaped ends a cell. */
const TABLE_ROW = /^[\s>]*\|/u;

/** What is suggested: a person, or the vault's owner. */
type Suggestion = FoundPerson | { readonly person: null; readonly name: string };

/** Whom one has at hand where the `@` stands; it holds for as long as that is the same. */
interface Occasion {
	readonly place: string;
	readonly isProse: boolean;
	readonly near: NearPeople;
}

/** Suggests people after an `@`. It steps in only where somebody fits, so that it stands in no other plugin's way. */
export class MentionSuggest extends EditorSuggest<Suggestion> {
	#occasion: Occasion | null = null;
	#found: readonly Suggestion[] = [];

	constructor(app: App, private readonly store: SnapshotSource) {
		super(app);
		this.limit = MOST_SHOWN;
	}

	override onTrigger({ line, ch }: EditorPosition, editor: Editor, file: TFile | null): EditorSuggestTriggerInfo | null {
		const query = readMentionQuery(editor.getLine(line).slice(0, ch));
		if (!query || !file) return null;
		const occasion = this.#occasionAt(editor, file.path, line, query);
		this.#found = occasion.isProse ? this.#find(query.text, occasion.near) : [];
		if (this.#found.length === 0) return null;
		return { start: { line, ch: query.start }, end: { line, ch }, query: query.text };
	}

	override getSuggestions(): Suggestion[] {
		return [...this.#found];
	}

	override renderSuggestion(suggestion: Suggestion, el: HTMLElement): void {
		el.addClass('mod-complex');
		const content = el.createDiv('suggestion-content');
		const [title, note] = suggestion.person ? [suggestion.person.name, describeFound(suggestion)] : [suggestion.name, words.card.you];
		content.createDiv({ cls: 'suggestion-title', text: shorten(title, MOST_NAMED), attr: { dir: 'auto' } });
		if (note !== '') content.createDiv({ cls: 'suggestion-note', text: note, attr: { dir: 'auto' } });
	}

	override selectSuggestion(suggestion: Suggestion): void {
		const context = this.context && catchUp(this.context);
		if (!context) return;
		const chosen = this.#upToDate(suggestion, context);
		if (chosen) insert(context, chosen.person ? this.#write(chosen.person, context) : `@${chosen.name}`);
		this.close();
	}

	/** What was picked, or, where letters were typed so fast that they were not looked at yet and no longer fit it, the first that they fit. */
	#upToDate(picked: Suggestion, { query }: EditorSuggestContext): Suggestion | null {
		if (query === this.context?.query) return picked;
		const found = this.#find(query, this.#occasion?.near ?? NOBODY);
		return found.find(({ person }) => person === picked.person) ?? found[0] ?? null;
	}

	#occasionAt(editor: Editor, path: string, line: number, { start, text }: MentionQuery): Occasion {
		const place = [path, line, start].join();
		// With the sign alone it may be another occasion at the same place.
		if (text !== '' && this.#occasion?.place === place) return this.#occasion;
		const lines = Array.from({ length: line + 1 }, (_, at) => editor.getLine(at));
		this.#occasion = { place, isProse: isProse(lines), near: selectNearPeople(this.store.snapshot, path) };
		return this.#occasion;
	}

	#find(letters: string, near: NearPeople): Suggestion[] {
		const { snapshot } = this.store;
		const people = selectPeople(snapshot);
		// Once the name is whole, what follows is prose.
		if (letters.endsWith(' ') && people.isKnownName(letters.trim())) return [];
		const owner = letters === '' ? undefined : snapshot.settings.ownerNames.find((name) => name.toLowerCase().startsWith(letters.toLowerCase()));
		const found = searchPeople(people.persons, letters, near, MOST_SHOWN);
		return owner === undefined ? found : [{ person: null, name: owner }, ...found];
	}

	#write(person: Person, { editor, file, start, end }: EditorSuggestContext): string {
		const { snapshot } = this.store;
		const line = editor.getLine(start.line);
		const rest = line.slice(end.ch);
		const mention = mentionOf(this.app, snapshot, person, file.path);
		if (TABLE_ROW.test(line)) return `@${mention.replaceAll('|', '\\|')}`;
		const isLink = mention !== person.name;
		if (!isLink && isReadWhole(snapshot, mention, `${line.slice(0, start.ch)}@${mention}${gapBefore(rest)}${rest}`, start.ch)) return `@${mention}`;
		// On a task's line the @ says whose the task is, and a link after it is read only as a wikilink.
		const root = this.app.vault.getFileByPath(person.path);
		return !root || parseTaskLine(line) ? `@${mention}` : this.app.fileManager.generateMarkdownLink(root, file.path, '', person.name);
	}
}

/** Whether a mention is read as it is meant where it would stand, and not as a part of what is around it. */
function isReadWhole(snapshot: Snapshot, name: string, line: string, at: number): boolean {
	const people = selectPeople(snapshot);
	return findMentions(line, (known) => people.isKnownName(known)).some((mention) => mention.start === at && mention.name === name);
}

const NOBODY: NearPeople = { inNote: new Set(), recent: new Set() };

/** The app looks at what is typed a little later, so that the place it tells may end before the cursor. */
function catchUp(context: EditorSuggestContext): EditorSuggestContext {
	const { editor, start } = context;
	const end = editor.getCursor();
	const query = end.line === start.line ? readMentionQuery(editor.getLine(end.line).slice(0, end.ch)) : null;
	return query?.start === start.ch ? { ...context, end, query: query.text } : context;
}

/** Leaves the cursor behind the name and one space. */
function insert({ editor, start, end }: EditorSuggestContext, written: string): void {
	const rest = editor.getLine(end.line).slice(end.ch);
	const gap = gapBefore(rest);
	editor.replaceRange(written + gap, start, end);
	editor.setCursor({ line: start.line, ch: start.ch + written.length + (gap === '' && rest.startsWith(' ') ? 1 : gap.length) });
}

/** A space before a word, or before what will be typed next. */
function gapBefore(rest: string): string {
	return rest === '' || /^[\p{L}\p{N}]/u.test(rest) ? ' ' : '';
}
