import { syntaxTree } from '@codemirror/language';
import { RangeSetBuilder, StateEffect, type EditorState, type Extension, type Line } from '@codemirror/state';
import { Decoration, EditorView, ViewPlugin, WidgetType, type DecorationSet, type ViewUpdate } from '@codemirror/view';
import { editorInfoField, editorLivePreviewField } from 'obsidian';
import { confirmAction } from '../../core/actions';
import type { Snapshot, SnapshotSource } from '../../core/index-store';
import { isPlaceholder, isProposed, type Proposal } from '../../core/proposal';
import { parseTaskLine, taskOwner } from '../../core/task-line';
import { drawLineButtons, labelOf, type LineLabel } from '../line-buttons';
import type { LineDecider } from '../line-decider';

/** What the buttons in notes work with. */
export interface ProposalLinesParts {
	readonly store: SnapshotSource;
	readonly lines: LineDecider;
}

/** Names of tokens in which a line is no task. */
const NO_TASK = /codeblock|frontmatter|comment/u;
/** Has an editor draw what stands beside its proposals anew. */
const refresh = StateEffect.define();

/** In Live Preview, sets buttons behind each proposal, shown where the cursor or the mouse is; and has a click on a proposal's box confirm it. */
export function proposalLines(parts: ProposalLinesParts): Extension {
	return ViewPlugin.fromClass(
		class {
			decorations: DecorationSet;
			readonly #stop: () => void;
			readonly #onClick: (event: MouseEvent) => void;

			constructor(private readonly view: EditorView) {
				this.decorations = decorate(view, parts);
				let seen = parts.store.snapshot;
				this.#stop = parts.store.subscribe((snapshot) => {
					if (!concernsLabels(seen, snapshot)) return;
					seen = snapshot;
					if (view.dom.isConnected) view.dispatch({ effects: refresh.of(null) });
				});
				this.#onClick = (event) => confirmByBox(event, view, parts);
				view.dom.addEventListener('click', this.#onClick, { capture: true });
			}

			update(update: ViewUpdate): void {
				const isOther = update.docChanged || update.viewportChanged
					|| syntaxTree(update.startState) !== syntaxTree(update.state)
					|| isLivePreview(update.startState) !== isLivePreview(update.state)
					|| update.transactions.some(({ effects }) => effects.some((effect) => effect.is(refresh)));
				if (isOther) this.decorations = decorate(update.view, parts);
			}

			destroy(): void {
				this.#stop();
				this.view.dom.removeEventListener('click', this.#onClick, { capture: true });
			}
		},
		{ decorations: ({ decorations }) => decorations },
	);
}

function concernsLabels(before: Snapshot, now: Snapshot): boolean {
	return before.groups !== now.groups || before.peopleVersion !== now.peopleVersion || before.settings !== now.settings || before.conventions !== now.conventions;
}

/** Other plugins build editors with the same extensions, but without the app's fields. */
function isLivePreview(state: EditorState): boolean {
	return state.field(editorLivePreviewField, false) === true;
}

function pathOf(state: EditorState): string | null {
	return state.field(editorInfoField, false)?.file?.path ?? null;
}

class LineButtons extends WidgetType {
	constructor(private readonly label: LineLabel, private readonly parts: ProposalLinesParts) {
		super();
	}

	override eq(other: LineButtons): boolean {
		return other.label.owner === this.label.owner && other.label.duplicates === this.label.duplicates;
	}

	override toDOM(view: EditorView): HTMLElement {
		const el = createSpan();
		drawLineButtons(el, this.label, { lines: this.parts.lines, find: () => proposalAt(view, el, this.parts), isInTabOrder: false });
		return el;
	}

	override ignoreEvent(): boolean {
		return true;
	}
}

function decorate(view: EditorView, parts: ProposalLinesParts): DecorationSet {
	const builder = new RangeSetBuilder<Decoration>();
	const path = pathOf(view.state);
	if (path === null || !isLivePreview(view.state)) return builder.finish();
	const { doc } = view.state;
	let last = 0;
	for (const { from, to } of view.visibleRanges) {
		for (let number = Math.max(last + 1, doc.lineAt(from).number); number <= doc.lineAt(to).number; number++) {
			const line = doc.line(number);
			const label = labelAt(view.state, line, path, parts.store.snapshot);
			if (label) builder.add(line.to, line.to, Decoration.widget({ widget: new LineButtons(label, parts), side: 1 }));
			last = number;
		}
	}
	return builder.finish();
}

/** What stands beside a line; null where it is no proposal. Knows the line only, so that typing in a long note costs no more than in a short one. */
function labelAt(state: EditorState, line: Line, path: string, snapshot: Snapshot): LineLabel | null {
	const task = parseTaskLine(line.text);
	if (!task || !isProposed(task, snapshot.conventions.statuses) || isPlaceholder(line.text)) return null;
	if (NO_TASK.test(syntaxTree(state).resolveInner(line.to, -1).name)) return null;
	const known = snapshot.notes.get(path)?.proposals.find(({ raw }) => raw === line.text);
	return labelOf(snapshot, known ?? { key: '', path, owner: taskOwner(task) });
}

/** The proposal on whose line an element of the editor stands now; null where there is none. */
function proposalAt(view: EditorView, el: HTMLElement, { lines }: ProposalLinesParts): Proposal | null {
	const path = pathOf(view.state);
	if (path === null) return null;
	const { doc } = view.state;
	const line = doc.lineAt(view.posAtDOM(el)).number - 1;
	return lines.read(path, doc.toString()).find((proposal) => proposal.line === line) ?? null;
}

/** What is drawn within the editor as it is read, such as a callout, looks after its own boxes. */
function confirmByBox(event: MouseEvent, view: EditorView, parts: ProposalLinesParts): void {
	const box = (event.target as HTMLElement).closest<HTMLInputElement>('.cm-line .task-list-item-checkbox');
	if (!box || box.closest('.cm-embed-block') || !parts.store.snapshot.settings.confirmByBox) return;
	const proposal = proposalAt(view, box, parts);
	if (!proposal) return;
	event.preventDefault();
	event.stopPropagation();
	void parts.lines.decide(confirmAction, [proposal]);
}
