import { syntaxTree } from '@codemirror/language';
import { Prec, RangeSetBuilder, type EditorState, type Extension, type Line } from '@codemirror/state';
import { Decoration, EditorView, ViewPlugin, type DecorationSet, type ViewUpdate } from '@codemirror/view';
import { editorInfoField } from 'obsidian';
import { findFrontmatterNames } from '../../core/frontmatter-names';
import type { SnapshotSource } from '../../core/index-store';
import { findNameSpans, type NameSpan } from '../../core/name-spans';
import type { PeopleRules } from '../../core/people-rules';
import { selectPeople } from '../../core/selectors';
import { NAME_CLASS, type NameFinder } from '../name-ref';

/** Token names of what is no prose. */
const NOT_PROSE = /codeblock|inline-code|comment|math/u;
const MARK = Decoration.mark({ class: NAME_CLASS });

/** Marks the names that an editor shows, so that cards can be shown on them; what they look like stays as it is. */
export function nameMarks(store: SnapshotSource): Extension {
	// The lowest come outermost, so that a tag or link of several parts is one name.
	return Prec.lowest(ViewPlugin.fromClass(
		class {
			decorations: DecorationSet;

			constructor(view: EditorView) {
				this.decorations = decorate(view, store);
			}

			update(update: ViewUpdate): void {
				const isParsedOn = syntaxTree(update.startState) !== syntaxTree(update.state);
				if (update.docChanged || update.viewportChanged || isParsedOn) this.decorations = decorate(update.view, store);
			}
		},
		{ decorations: ({ decorations }) => decorations },
	));
}

/** Finds the name that an element of an editor shows, as its text reads now. */
export function editorNames(store: SnapshotSource): NameFinder {
	return (target) => {
		const el = target.closest<HTMLElement>(`.cm-content .${NAME_CLASS}`);
		const view = el && EditorView.findFromDOM(el);
		const path = view?.state.field(editorInfoField, false)?.file?.path;
		if (!el || !view || path === undefined) return null;
		const at = view.posAtDOM(el);
		const line = view.state.doc.lineAt(at);
		const span = namesIn(view.state, line, store).find(({ start, end }) => start <= at - line.from && at - line.from < end);
		return span ? { ref: { kind: span.kind, name: span.name, path }, el } : null;
	};
}

function decorate({ state, visibleRanges }: EditorView, store: SnapshotSource): DecorationSet {
	const builder = new RangeSetBuilder<Decoration>();
	let last = 0;
	for (const { from, to } of visibleRanges) {
		for (let number = Math.max(last + 1, state.doc.lineAt(from).number); number <= state.doc.lineAt(to).number; number++) {
			const line = state.doc.line(number);
			for (const { start, end } of namesIn(state, line, store)) builder.add(line.from + start, line.from + end, MARK);
			last = number;
		}
	}
	return builder.finish();
}

/** Who is named in a line, as the editor's text reads. */
function namesIn(state: EditorState, line: Line, store: SnapshotSource): readonly NameSpan[] {
	const inFields = fieldNames(state, store.snapshot.settings)[line.number - 1];
	if (inFields) return inFields;
	const people = selectPeople(store.snapshot);
	return findNameSpans(line.text, (name) => people.isKnownName(name)).filter(({ start }) => !NOT_PROSE.test(syntaxTree(state).resolveInner(line.from + start, 1).name));
}

/** The same for as long as the text and the settings are. */
const fieldsOf = new WeakMap<EditorState['doc'], { readonly rules: PeopleRules; readonly names: readonly (readonly NameSpan[])[] }>();

function fieldNames({ doc }: EditorState, rules: PeopleRules): readonly (readonly NameSpan[])[] {
	const former = fieldsOf.get(doc);
	if (former?.rules === rules) return former.names;
	const names = findFrontmatterNames((at) => (at < doc.lines ? doc.line(at + 1).text : null), rules);
	fieldsOf.set(doc, { rules, names });
	return names;
}
