import { Keymap } from 'obsidian';
import type { VNode } from 'preact';
import { memo } from 'preact/compat';
import type { Action } from '../../core/actions';
import type { DecidedPlace, DecidedTask } from '../../core/decided';
import { parseInline, type Span } from '../../core/inline-text';
import type { NeighbouringLines } from '../../core/neighbouring-lines';
import { noteName } from '../../core/note';
import type { Proposal } from '../../core/proposal';
import type { Row as RowData } from '../../core/rows';
import { shorten } from '../../core/shorten';
import type { Priority } from '../../core/task-tokens';
import type { TaskEvidence } from '../../obsidian/evidence-keeper';
import { words } from '../../words/words';
import { dueLabel } from '../due-label';
import { EvidenceView, type EvidenceEvents } from '../evidence-view';
import { Icon } from '../icon';
import { NAME_CLASS, noting, type NameRef } from '../name-ref';
import { sourceIcon } from '../source-icon';
import type { GroupView, Neighbour } from './group-view';
import { NamedText } from './named-text';
import type { NamedOwnerLabel } from '../owner-label';
import { RowButtons } from './row-buttons';
import { RowEditor, type EditorEvents } from './row-editor';
import { RowGroup, type GroupEvents } from './row-group';
import { RowNeighbours, type NeighbourEvents } from './row-neighbours';
import { RowSurroundings } from './row-surroundings';
import { useUniqueId } from './unique-id';
import { describeVerdict, mostTelling } from './verdict-text';

/** What a row shows. Rows are drawn anew only when one of these changes. */
export interface RowProps {
	readonly row: RowData;
	/** Pixels that are left free above it for rows that are not drawn. */
	readonly gap: number;
	/** Which row of its section it is, from 1, and of how many. */
	readonly place: number;
	readonly count: number;
	/** The proposal that the row shows: the one that stands for the others, or the one that the user is about to keep. */
	readonly proposal: Proposal;
	readonly due: string | null;
	readonly priority: Priority | null;
	readonly owner: NamedOwnerLabel;
	/** Whom its sentence mentions, as written there. */
	readonly names: readonly string[];
	/** The note's title; null where the row stands under it anyway. */
	readonly noteTitle: string | null;
	/** The vault path of the source; null where it is not known. */
	readonly source: string | null;
	/** What supports the proposal; null in all rows but the focused one, and where no source is named. */
	readonly evidence: TaskEvidence | null;
	/** What the proposal stands among in its note; null in all rows but the focused one, and while it is not known. */
	readonly surroundings: NeighbouringLines | null;
	/** What repeats the proposal; null in all rows but the focused one, and where nothing does. */
	readonly group: GroupView | null;
	/** What may be the same, in the focused row. */
	readonly neighbours: readonly Neighbour[];
	readonly isFocused: boolean;
	readonly isSelected: boolean;
	/** Its words as they were when the user began to write others; null where none are being written. */
	readonly draft: string | null;
	/** Why the latest decision about it failed. */
	readonly problem: string | null;
	/** Milliseconds since the epoch, the start of the day. */
	readonly today: number;
	readonly on: RowEvents;
}

/** What a row tells the review. The same object for all rows and renderings. */
export interface RowEvents extends GroupEvents, NeighbourEvents, EvidenceEvents, EditorEvents {
	readonly focus: (key: string) => void;
	readonly select: (key: string) => void;
	readonly decide: (action: Action, key: string) => void;
	readonly open: (key: string, pane: ReturnType<typeof Keymap.isModEvent>) => void;
	readonly openSource: (key: string, pane: ReturnType<typeof Keymap.isModEvent>) => void;
	/** Shows what supports the proposal of a row beside an element on which the mouse has come to rest. */
	readonly previewSource: (key: string, el: HTMLElement) => void;
	readonly openDecided: (place: DecidedPlace, pane: ReturnType<typeof Keymap.isModEvent>) => void;
	readonly more: (key: string, event: MouseEvent) => void;
}

const PRIORITY_ICONS: Readonly<Record<Priority, string>> = {
	highest: 'chevrons-up',
	high: 'chevrons-up',
	medium: 'chevron-up',
	low: 'chevron-down',
	lowest: 'chevrons-down',
};

/** One decision. The focused row opens in place to show where it comes from. */
export const Row = memo(function Row(props: RowProps): VNode {
	const { row, proposal, group, isFocused, isSelected, on } = props;
	const { key } = row.proposal;
	const verdict = mostTelling(row.decided);
	const id = useUniqueId();
	const classes = ['ratify-row', isFocused && 'is-focused', isSelected && 'is-selected'].filter(Boolean).join(' ');
	return (
		<li
			class={classes}
			style={props.gap > 0 ? { marginTop: `${props.gap}px` } : undefined}
			tabIndex={isFocused ? 0 : -1}
			aria-current={isFocused}
			aria-posinset={props.place}
			aria-setsize={props.count}
			aria-labelledby={`${id}-priority ${id}-text ${id}-facts`}
			onClick={(event) => clickRow(event, props)}
			onDblClick={(event) => isOnControl(event) || on.open(key, Keymap.isModEvent(event))}
		>
			<PriorityMark id={`${id}-priority`} priority={props.priority} />
			<div class="ratify-row-main">
				{props.draft === null
					? <p id={`${id}-text`} class="ratify-text" dir="auto">{parseInline(proposal.text).map((span, at) => <Stretch key={at} span={span} path={proposal.path} names={props.names} />)}</p>
					: <RowEditor words={props.draft} on={on} />}
				<Facts {...props} id={`${id}-facts`} />
				{verdict && <VerdictLine verdict={verdict} {...props} />}
				{props.problem !== null && <p class="ratify-problem"><Icon name="triangle-alert" />{props.problem}</p>}
				{isFocused && <Why {...props} />}
				{group && <RowGroup row={key} group={group} on={on} />}
				{props.neighbours.length > 0 && <RowNeighbours row={row} text={proposal.text} neighbours={props.neighbours} on={on} />}
				{props.draft === null && <RowButtons isOpen={isFocused} name={proposal.text} decide={(action) => on.decide(action, key)} more={(event) => on.more(key, event)} />}
			</div>
		</li>
	);
});

function clickRow(event: MouseEvent, { row, on }: RowProps): void {
	if (Keymap.isModEvent(event)) on.select(row.proposal.key);
	else on.focus(row.proposal.key);
}

/** Does what a button in the row does, without what a click on the row does. */
function apart(event: MouseEvent, then: () => void): void {
	event.stopPropagation();
	then();
}

function isOnControl(event: MouseEvent): boolean {
	return (event.target as HTMLElement).closest('button, label, input, textarea') !== null;
}

function PriorityMark({ id, priority }: { readonly id: string; readonly priority: Priority | null }): VNode {
	if (priority === null) return <span class="ratify-priority" />;
	const says = words.priorities.named({ priority: words.priorities.names[priority] });
	return (
		<span id={id} class="ratify-priority" data-priority={priority} title={says}>
			<Icon name={PRIORITY_ICONS[priority]} />
			<span class="ratify-unseen">{says}</span>
		</span>
	);
}

/** @param id names those of the facts that are read out with the row; its note and source are not. */
function Facts({ id, row, due: date, owner, noteTitle, source, today, isSelected, isFocused, on }: RowProps & { readonly id: string }): VNode {
	const due = date === null ? null : dueLabel(date, today);
	return (
		<div class="ratify-facts">
			<span id={id} class="ratify-facts-read">
				{isSelected && <Fact icon="check-square" kind="selected">{words.row.selected}</Fact>}
				<Fact icon={owner.icon} kind="owner" hint={owner.hint} name={owner.ref}>{owner.text}</Fact>
				{due && <Fact icon="calendar" kind={`due-${due.urgency}`} hint={words.row.due({ day: date ?? '' })}>{due.text}</Fact>}
				{row.others.length > 0 && <DuplicateCount count={row.others.length} isFocused={isFocused} toggle={(event) => apart(event, () => on.toggleGroup(row.proposal.key))} />}
				{row.archived.length > 0 && <Fact icon="archive" kind="archived">{row.archived.length === 1 ? words.row.alsoInArchive : words.row.inArchive({ count: row.archived.length })}</Fact>}
			</span>
			{source !== null && !isFocused && <SourceMark row={row} path={source} on={on} />}
			{noteTitle !== null && <Fact icon="file-text" kind="note">{noteTitle}</Fact>}
		</div>
	);
}

/** What the user decided before of the same task, with the way there. */
function VerdictLine({ verdict, today, isFocused, on }: RowProps & { readonly verdict: DecidedTask }): VNode {
	const { place } = verdict;
	const says = describeVerdict(verdict, today);
	return (
		<p class="ratify-verdict">
			<Icon name="history" />
			{place
				? <button class="ratify-link" tabIndex={isFocused ? 0 : -1} onClick={(event) => apart(event, () => on.openDecided(place, Keymap.isModEvent(event)))}>{says}</button>
				: <span>{says}</span>}
		</p>
	);
}

function DuplicateCount({ count, isFocused, toggle }: { readonly count: number; readonly isFocused: boolean; readonly toggle: (event: MouseEvent) => void }): VNode {
	return (
		<button class="ratify-duplicates" tabIndex={isFocused ? 0 : -1} aria-label={words.row.duplicates({ count })} onClick={toggle}>
			+{count}
		</button>
	);
}

/** Says that the words in the source are known, and shows them where the mouse rests on it. */
function SourceMark({ row: { proposal: { key } }, path, on }: Pick<RowProps, 'row' | 'on'> & { readonly path: string }): VNode {
	return (
		<button
			class="ratify-source"
			tabIndex={-1}
			onMouseEnter={(event) => on.previewSource(key, event.currentTarget)}
			onClick={(event) => apart(event, () => on.openSource(key, Keymap.isModEvent(event)))}
		>
			<Icon name="quote" />
			<span class="ratify-unseen">{words.row.openSource({ title: shorten(noteName(path), MOST_NAMED) })}</span>
		</button>
	);
}

interface FactProps {
	readonly icon: string;
	readonly kind: string;
	readonly hint?: string | null;
	/** The name that it shows. */
	readonly name?: NameRef | null;
	readonly children: string;
}

/** Characters of a name, title or heading; longer ones are cut. */
const MOST_NAMED = 300;

function Fact({ icon, kind, hint = null, name = null, children }: FactProps): VNode {
	return (
		<span ref={noting(name)} class={`ratify-fact mod-${kind} ${name ? NAME_CLASS : ''}`} {...(hint === null ? {} : { title: hint })}>
			<Icon name={icon} />
			<span class="ratify-fact-text" dir="auto">{shorten(children, MOST_NAMED)}</span>
		</span>
	);
}

/** Where the proposal stands and what it was made from. */
function Why({ row, proposal, noteTitle, source, evidence, surroundings, on }: RowProps): VNode {
	const { key } = row.proposal;
	return (
		<div class="ratify-why">
			<button class="ratify-link" onClick={(event) => apart(event, () => on.open(key, Keymap.isModEvent(event)))}>
				<Icon name="file-text" />
				<span dir="auto">{namePlace(proposal.heading, noteTitle)}</span>
			</button>
			{surroundings && <RowSurroundings lines={surroundings} />}
			{source !== null && (
				<button class="ratify-link" onClick={(event) => apart(event, () => on.openSource(key, Keymap.isModEvent(event)))}>
					<Icon name={sourceIcon(source)} />
					<span dir="auto">{shorten(noteName(source), MOST_NAMED)}</span>
				</button>
			)}
			{evidence && <EvidenceView evidence={evidence} on={on} />}
		</div>
	);
}

/** Where a proposal stands, as far as that is not said above it. */
function namePlace(heading: string | null, noteTitle: string | null): string {
	const [first, second] = [heading, noteTitle].flatMap((part) => (part ? [shorten(part, MOST_NAMED)] : []));
	if (first === undefined) return words.controls.openNote;
	return second === undefined ? first : words.row.headingIn({ heading: first, note: second });
}

function Stretch({ span, path, names }: { readonly span: Span; readonly path: string; readonly names: readonly string[] }): VNode {
	switch (span.kind) {
		case 'text': return <NamedText text={span.text} path={path} names={names} />;
		case 'strong': return <strong>{span.text}</strong>;
		case 'emphasis': return <em>{span.text}</em>;
		case 'code': return <code>{span.text}</code>;
		case 'highlight': return <mark>{span.text}</mark>;
		case 'strikethrough': return <s>{span.text}</s>;
		case 'link': return <span ref={noting(span.note === undefined ? null : { kind: 'link', name: `[[${span.note}]]`, path })} class="ratify-text-link">{span.text}</span>;
	}
}
