import type { Page } from 'playwright-core';
import { behaviour } from './behaviour';
import { testBehaviours } from './test-behaviours';

/** A plugin that hands its modules to the page and registers what `onload` says. */
function probe(onload: string): string {
	return `const obsidian = require('obsidian');
		const language = require('@codemirror/language');
		class Suggest extends obsidian.EditorSuggest {
			constructor(app, pattern, items) { super(app); this.pattern = pattern; this.items = items; this.calls = 0; }
			onTrigger(cursor, editor) {
				this.calls += 1;
				const found = this.pattern.exec(editor.getLine(cursor.line).slice(0, cursor.ch));
				return found === null ? null : { start: { line: cursor.line, ch: found.index }, end: cursor, query: found[0] };
			}
			getSuggestions() { return this.items; }
			renderSuggestion(value, el) { el.setText(value); }
			selectSuggestion() {}
		}
		module.exports = class extends obsidian.Plugin {
			onload() {
				window.editorProbe = { plugin: this, language };
				${onload}
			}
		};`;
}

declare global {
	interface Window {
		editorProbe: {
			language: typeof import('@codemirror/language');
			first: { calls: number };
		};
	}
}

const open = (page: Page, mode: 'live' | 'source' = 'live'): Promise<void> => page.evaluate((how) => window.sandbox.openFile('Note.md', { mode: how }), mode);

/** Names of the nodes that hold an offset, from the innermost. */
async function namesAt(page: Page, offset: number): Promise<string[]> {
	await open(page);
	return page.evaluate((at) => {
		const { cm } = window.sandbox.app.workspace.activeEditor?.editor ?? {};
		const names: string[] = [];
		const tree = cm === undefined ? null : window.editorProbe.language.ensureSyntaxTree(cm.state, cm.state.doc.length, 5000);
		for (let node = tree?.resolveInner(at, 1) ?? null; node !== null; node = node.parent) names.push(node.name);
		return names;
	}, offset);
}

/** Focuses the editor and lets a change or a cursor movement happen; then waits longer than a suggest takes to open. */
async function suggestionsAfter(page: Page, text: string, how: 'typed' | 'moved'): Promise<string[]> {
	await open(page, 'source');
	await page.evaluate(([insert, cause]) => {
		const editor = window.sandbox.app.workspace.activeEditor?.editor;
		editor?.focus();
		if (cause === 'moved') editor?.setCursor({ line: 0, ch: 2 });
		else editor?.cm.dispatch({ changes: { from: 0, insert }, selection: { anchor: insert.length }, userEvent: 'input.type' });
	}, [text, how] as const);
	// The timer of the suggests was set before this one and is due earlier.
	await page.evaluate(() => new Promise((resolve) => { window.setTimeout(resolve, 120); }));
	return page.locator('.suggestion-container .suggestion-item').allInnerTexts();
}

/** Source mode, Live Preview and suggestions: rows 8 and 9. */
testBehaviours([
	behaviour({
		row: 8,
		says: 'a node of the syntax tree is named by all classes of its token, in a node that is named by those of its line',
		naive: [{ file: 'obsidian/editor/line-language.ts', from: 'name: sorted.join(\'_\')', to: 'name: sorted[0] ?? \'\'' }],
		files: { 'Note.md': '- [?] a' },
		plugin: probe(''),
		observe: (page) => namesAt(page, 3),
		faithful: ['formatting_formatting-task_property', 'HyperMD-list-line_HyperMD-list-line-1_HyperMD-task-line', 'Document'],
		naively: ['formatting', 'HyperMD-list-line', 'Document'],
	}),
	behaviour({
		row: 8,
		says: 'a tag is two tokens that carry its name',
		naive: [{ file: 'obsidian/editor/inline-tokens.ts', from: '`tag-${name.replace(/[^A-Za-z0-9_-]/g, \'\')}`', to: '\'tag\'' }],
		files: { 'Note.md': '#a/b' },
		plugin: probe(''),
		observe: async (page) => [...await namesAt(page, 0), ...await namesAt(page, 1)],
		faithful: ['formatting_formatting-hashtag_hashtag_hashtag-begin_meta_tag-ab', 'Document', 'hashtag_hashtag-end_meta_tag-ab', 'Document'],
		naively: ['formatting_formatting-hashtag_hashtag_hashtag-begin_meta_tag', 'Document', 'hashtag_hashtag-end_meta_tag', 'Document'],
	}),
	behaviour({
		row: 8,
		says: 'the syntax tree ends below what is visible, until a plugin asks for more',
		naive: [{ file: 'obsidian/editor/line-language.ts', from: 'context?.viewport.to ?? parseEnd', to: 'parseEnd' }],
		files: { 'Note.md': '- [ ] A task of many\n'.repeat(3000) },
		plugin: probe(''),
		observe: async (page) => {
			await open(page);
			return page.evaluate(async () => {
				const { syntaxTree, ensureSyntaxTree, syntaxTreeAvailable } = window.editorProbe.language;
				const { cm } = window.sandbox.app.workspace.activeEditor?.editor ?? {};
				if (cm === undefined) return null;
				while (!syntaxTreeAvailable(cm.state, cm.viewport.to)) await new Promise((resolve) => { window.setTimeout(resolve, 20); });
				const all = cm.state.doc.length;
				// A tree that knows no end is given the time to reach it.
				for (let turn = 0; turn < 100 && syntaxTree(cm.state).length < all; turn++) await new Promise((resolve) => { window.setTimeout(resolve, 20); });
				return { short: syntaxTree(cm.state).length < all, ensured: ensureSyntaxTree(cm.state, all, 20_000)?.length === all };
			});
		},
		faithful: { short: true, ensured: true },
		naively: { short: false, ensured: true },
	}),
	behaviour({
		row: 8,
		says: 'the language module lends plugins the classes of a node',
		naive: [{ file: 'app/plugin-modules.ts', from: '{ ...language, lineClassNodeProp, StreamLanguage: AppStreamLanguage, tokenClassNodeProp }', to: 'language' }],
		files: { 'Note.md': '# A' },
		plugin: probe(''),
		observe: (page) => page.evaluate(() => ['tokenClassNodeProp', 'lineClassNodeProp'].filter((name) => name in window.editorProbe.language)),
		faithful: ['tokenClassNodeProp', 'lineClassNodeProp'],
		naively: [],
	}),
	behaviour({
		row: 8,
		says: 'a task in Live Preview is a line with its status, and a labelled box with its status',
		naive: [{ file: 'obsidian/editor/line-highlighter.ts', from: '{ \'data-task\': task.status }', to: '{}' }, { file: 'obsidian/editor/live-preview-widgets.ts', from: 'attr: { \'data-task\': this.status }', to: 'attr: {}' }],
		files: { 'Note.md': 'First\n\n- [ ] Do it\n' },
		observe: async (page) => {
			await open(page);
			const line = page.locator('.cm-line', { hasText: 'Do it' });
			return line.evaluate((el: HTMLElement) => ({ classes: el.getAttribute('class'), task: el.dataset['task'] ?? null, box: el.querySelector('label > input')?.outerHTML }));
		},
		faithful: { classes: 'HyperMD-list-line HyperMD-list-line-1 HyperMD-task-line cm-line', task: ' ', box: '<input class="task-list-item-checkbox" data-task=" " type="checkbox">' },
		naively: { classes: 'HyperMD-list-line HyperMD-list-line-1 HyperMD-task-line cm-line', task: null, box: '<input class="task-list-item-checkbox" type="checkbox">' },
	}),
	behaviour({
		row: 8,
		says: 'a click on any box that is not open makes it open',
		naive: [{ file: 'obsidian/editor/task-toggle.ts', from: 'status === \' \' ? \'x\' : \' \'', to: 'status === \'x\' ? \' \' : \'x\'' }],
		files: { 'Note.md': 'First\n\n- [?] a\n- [/] b\n- [ ] c\n' },
		observe: async (page) => {
			await open(page);
			for (const name of ['a', 'b', 'c']) await page.locator('.cm-line.HyperMD-task-line', { hasText: new RegExp(`${name}$`) }).locator('input').click();
			return page.evaluate(() => window.sandbox.app.workspace.activeEditor?.editor?.getValue());
		},
		faithful: 'First\n\n- [ ] a\n- [ ] b\n- [x] c\n',
		naively: 'First\n\n- [x] a\n- [x] b\n- [x] c\n',
	}),
	behaviour({
		row: 8,
		says: 'a click that a plugin has caught and prevented changes nothing',
		naive: [{ file: 'obsidian/editor/live-preview-widgets.ts', from: 'input.addEventListener(\'change\'', to: 'input.addEventListener(\'click\'' }],
		files: { 'Note.md': 'First\n\n- [ ] a\n' },
		observe: async (page) => {
			await open(page);
			await page.evaluate(() => { window.sandbox.app.workspace.activeEditor?.editor?.cm.dom.addEventListener('click', (event) => { event.preventDefault(); }); });
			await page.locator('.task-list-label input').click();
			return page.evaluate(() => window.sandbox.app.workspace.activeEditor?.editor?.getLine(2));
		},
		faithful: '- [ ] a',
		naively: '- [x] a',
	}),
	behaviour({
		row: 8,
		says: 'marks hide in Live Preview until the selection touches what they mark',
		naive: [{ file: 'obsidian/editor/live-preview-touch.ts', from: 'range.from <= to && range.to >= from', to: 'range.from < from && range.to > to' }],
		files: { 'Note.md': 'First\n\n**bold** and [[Other|text]]\n' },
		observe: async (page) => {
			await open(page);
			const seen: string[] = [];
			for (const ch of [12, 3, 20]) {
				await page.evaluate((at) => { window.sandbox.app.workspace.activeEditor?.editor?.setCursor({ line: 2, ch: at }); }, ch);
				seen.push(await page.locator('.cm-line').nth(2).innerText());
			}
			return seen;
		},
		faithful: ['bold and text', '**bold** and text', 'bold and [[Other|text]]'],
		naively: ['bold and text', 'bold and text', 'bold and text'],
	}),
	behaviour({
		row: 8,
		says: 'a post processor that runs in Live Preview is not told where it is',
		naive: [{ file: 'obsidian/preview/markdown-renderer.ts', from: 'getSectionInfo: () => null', to: 'getSectionInfo: () => ({ text: markdown, lineStart: 0, lineEnd: 0 })' }],
		files: { 'Note.md': 'First\n\n> [!note] Mind\n> the step\n' },
		plugin: probe('window.sections = []; this.registerMarkdownPostProcessor((el, ctx) => { window.sections.push(ctx.getSectionInfo(el) === null); });'),
		observe: async (page) => {
			await open(page);
			await page.locator('.cm-callout .callout', { hasText: 'the step' }).waitFor();
			await page.waitForFunction(() => (window as unknown as { sections: boolean[] }).sections.length > 0);
			return page.evaluate(() => (window as unknown as { sections: boolean[] }).sections.every(Boolean));
		},
		faithful: true,
		naively: false,
	}),
	behaviour({
		row: 9,
		says: 'the first suggest that is triggered wins, also where it has nothing to offer',
		naive: [{ file: 'obsidian/editor/editor-suggest.ts', from: 'if (info === null) continue;', to: 'if (info === null || suggest.getSuggestions({ ...info, editor, file }).length === 0) continue;' }],
		files: { 'Note.md': '' },
		plugin: probe('this.registerEditorSuggest(new Suggest(this.app, /@\\w*$/, [])); this.registerEditorSuggest(new Suggest(this.app, /@\\w*$/, [\'second\']));'),
		observe: (page) => suggestionsAfter(page, '@a', 'typed'),
		faithful: [],
		naively: ['second'],
	}),
	behaviour({
		row: 9,
		says: 'the app\'s own suggests come before those of plugins',
		naive: [{ file: 'obsidian/editor/editor-suggest.ts', from: 'this.suggests.push(suggest);', to: 'this.suggests.unshift(suggest);' }],
		files: { 'Note.md': '' },
		plugin: probe('this.registerEditorSuggest(new Suggest(this.app, /\\[\\[\\w*$/, [\'from the plugin\']));'),
		observe: (page) => suggestionsAfter(page, '[[No', 'typed'),
		faithful: ['Note'],
		naively: ['from the plugin'],
	}),
	behaviour({
		row: 9,
		says: 'suggestions open from typing, not from moving the cursor',
		naive: [{ file: 'obsidian/editor/editor-suggest.ts', from: 'this.typed ||= typed;', to: 'this.typed = true;' }],
		files: { 'Note.md': '@a' },
		plugin: probe('this.registerEditorSuggest(new Suggest(this.app, /@\\w*$/, [\'one\']));'),
		observe: (page) => suggestionsAfter(page, '', 'moved'),
		faithful: [],
		naively: ['one'],
	}),
	behaviour({
		row: 9,
		says: 'a suggest is asked once typing has rested for 50 ms',
		naive: [{ file: 'obsidian/editor/editor-suggest.ts', from: '}, 50, true)', to: '}, 0, true)' }],
		files: { 'Note.md': '' },
		plugin: probe('window.editorProbe.first = new Suggest(this.app, /@\\w*$/, [\'one\']); this.registerEditorSuggest(window.editorProbe.first);'),
		observe: async (page) => {
			await open(page, 'source');
			return page.evaluate(async () => {
				const editor = window.sandbox.app.workspace.activeEditor?.editor;
				const after = (ms: number): Promise<void> => new Promise((resolve) => { window.setTimeout(resolve, ms); });
				editor?.focus();
				await after(120);
				const before = window.editorProbe.first.calls;
				for (const insert of ['@', 'a']) editor?.cm.dispatch({ changes: { from: editor.cm.state.doc.length, insert }, selection: { anchor: editor.cm.state.doc.length + 1 }, userEvent: 'input.type' });
				await after(20);
				const early = window.editorProbe.first.calls - before;
				await after(100);
				return { early, calls: window.editorProbe.first.calls - before };
			});
		},
		faithful: { early: 0, calls: 1 },
		naively: { early: 1, calls: 1 },
	}),
]);
