import type * as Api from 'obsidian-api';
import { syntaxTree } from '@codemirror/language';
import { prepareFuzzySearch, renderResults } from '../interface/search';
import { parseFrontMatterAliases } from '../metadata/frontmatter';
import { parseLinktext, stripHeadingForLink } from '../metadata/linkpath';
import type { Editor } from './editor';
import { EditorSuggest, type EditorSuggestContext } from './editor-suggest';

interface Found {
	/** What is searched and shown. */
	readonly title: string;
	readonly note: string;
	/** What is written. */
	readonly insert: string;
}

type Match = Found & { readonly match: Api.SearchResult };

function inCode(editor: Editor): boolean {
	const { head } = editor.cm.state.selection.main;
	return /inline-code|hmd-codeblock/.test(syntaxTree(editor.cm.state).resolveInner(head, -1).name);
}

/** One of the app's own suggests: a fuzzy search in what it can write. */
abstract class CoreSuggest extends EditorSuggest<Match> {
	protected abstract readonly pattern: RegExp;

	/** Triggered also where it has nothing to offer: the suggests of plugins come after it. */
	onTrigger(cursor: Api.EditorPosition, editor: Editor): Api.EditorSuggestTriggerInfo | null {
		const query = this.pattern.exec(editor.getLine(cursor.line).slice(0, cursor.ch))?.[1];
		if (query === undefined || inCode(editor)) return null;
		return { start: { line: cursor.line, ch: cursor.ch - query.length }, end: cursor, query };
	}

	getSuggestions(context: EditorSuggestContext): Match[] {
		const search = prepareFuzzySearch(this.searched(context.query));
		const found = this.candidates(context).flatMap(one => {
			const match = search(one.title);
			return match === null ? [] : [{ ...one, match }];
		});
		return found.sort((a, b) => b.match.score - a.match.score);
	}

	renderSuggestion(value: Match, el: HTMLElement): void {
		el.addClass('mod-complex');
		const content = el.createDiv('suggestion-content');
		renderResults(content.createDiv('suggestion-title'), value.title, value.match);
		if (value.note !== '') content.createDiv({ cls: 'suggestion-note', text: value.note });
	}

	selectSuggestion(value: Match): void {
		if (this.context === null) return;
		const { editor, start, end } = this.context;
		const closing = this.closing(editor, end);
		editor.replaceRange(value.insert + closing.insert, start, { line: end.line, ch: end.ch + closing.replaced });
		editor.setCursor({ line: start.line, ch: start.ch + value.insert.length + closing.insert.length });
		this.close();
	}

	protected searched(query: string): string {
		return query;
	}

	/** What is written after the chosen text, and how many characters it replaces. */
	protected closing(_editor: Editor, _end: Api.EditorPosition): { insert: string; replaced: number } {
		return { insert: '', replaced: 0 };
	}

	protected abstract candidates(context: EditorSuggestContext): Found[];
}

/** Notes and their headings after `[[`. */
export class LinkSuggest extends CoreSuggest {
	protected readonly pattern = /\[\[([^[\]|\n]*)$/;

	protected override searched(query: string): string {
		return query.slice(query.indexOf('#') + 1);
	}

	protected override closing(editor: Editor, end: Api.EditorPosition): { insert: string; replaced: number } {
		return { insert: ']]', replaced: editor.getLine(end.line).slice(end.ch).startsWith(']]') ? 2 : 0 };
	}

	protected candidates({ query, file }: EditorSuggestContext): Found[] {
		const sourcePath = (file as Api.TFile | null)?.path ?? '';
		return query.includes('#') ? this.headings(query, sourcePath) : this.notes(sourcePath);
	}

	private notes(sourcePath: string): Found[] {
		const { vault, metadataCache } = this.app;
		return vault.getFiles().flatMap(file => {
			const link = metadataCache.fileToLinktext(file, sourcePath);
			const note = file.parent?.path === '/' ? '' : file.parent?.path ?? '';
			const aliases = parseFrontMatterAliases(metadataCache.getFileCache(file)?.frontmatter) ?? [];
			return [{ title: link, note, insert: link }, ...aliases.map(alias => ({ title: alias, note: file.path, insert: `${link}|${alias}` }))];
		});
	}

	private headings(query: string, sourcePath: string): Found[] {
		const { path } = parseLinktext(query);
		const file = this.app.metadataCache.getFirstLinkpathDest(path, sourcePath);
		const headings = file === null ? [] : this.app.metadataCache.getFileCache(file)?.headings ?? [];
		return headings.map(({ heading }) => ({ title: heading, note: '', insert: `${path}#${stripHeadingForLink(heading)}` }));
	}
}

/** Tags of the vault after `#`. */
export class TagSuggest extends CoreSuggest {
	protected readonly pattern = /(?:^|[\s([>])#([^\s#[\]()]*)$/;

	protected candidates(): Found[] {
		return Object.keys(this.app.metadataCache.getTags()).map(tag => ({ title: tag.slice(1), note: '', insert: tag.slice(1) }));
	}
}
