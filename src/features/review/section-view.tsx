import type { VNode } from 'preact';
import { memo } from 'preact/compat';
import { ACTIONS, type Action } from '../../core/actions';
import type { LineEdit } from '../../core/edit';
import type { Snapshot } from '../../core/index-store';
import type { NeighbouringLines } from '../../core/neighbouring-lines';
import { noteName } from '../../core/note';
import { isAlone, valuesOf, type Row as RowData } from '../../core/rows';
import type { Section } from '../../core/sections';
import { selectPeople, sourcePathOf } from '../../core/selectors';
import type { GroupBy } from '../../core/settings';
import { shorten } from '../../core/shorten';
import type { TaskEvidence } from '../../obsidian/evidence-keeper';
import type { Outcome } from '../../obsidian/outcome';
import { words } from '../../words/words';
import { Icon } from '../icon';
import { NAME_CLASS, noting, type NameRef } from '../name-ref';
import { describeConflict } from '../outcome-text';
import type { DrawnRow, DrawnSection } from './drawn-rows';
import { viewGroup, viewNeighbours, type Neighbour } from './group-view';
import { namesIn } from './named-text';
import { ownerOf } from '../owner-label';
import type { GroupState } from './review-state';
import type { NeighbourRow } from './review-controller';
import { Row, type RowEvents } from './row';
import { useUniqueId } from './unique-id';

/** What a section shows. It is drawn anew only when one of these changes, so focus and selection are those within it. */
interface SectionViewProps {
	/** Those of its rows that are drawn. */
	readonly drawn: DrawnSection;
	readonly snapshot: Snapshot;
	readonly groupBy: GroupBy;
	readonly neighbours: (row: RowData) => readonly NeighbourRow[];
	readonly isClosed: boolean;
	/** The key of the focused row, where it is one of this section's. */
	readonly focus: string | null;
	/** Where the user is in the focused row's group; null where that is closed, or another section's. */
	readonly group: GroupState | null;
	/** What supports the focused proposal; null where that is another section's, or names no source. */
	readonly evidence: TaskEvidence | null;
	/** What the focused proposal stands among; null where that is another section's, or not known yet. */
	readonly surroundings: NeighbouringLines | null;
	/** The words of the focused row as they were when the user began to write others; null where none are being written. */
	readonly draft: string | null;
	readonly selection: ReadonlySet<string>;
	/** What the latest decision could not do; null where it did all. */
	readonly failed: Outcome | null;
	/** Milliseconds since the epoch, the start of the day. */
	readonly today: number;
	readonly toggle: (key: string) => void;
	readonly on: SectionEvents;
}

/** What a section tells the review. */
export interface SectionEvents extends RowEvents {
	readonly putAwayRepeats: () => void;
	/** Decides all rows of a section. */
	readonly decideSection: (action: Action, key: string) => void;
}

const NONE: readonly Neighbour[] = [];
/** Characters of a title; longer ones are cut. */
const MOST_NAMED = 300;

/** A heading and, while it is open, those of its rows that are drawn. */
export const SectionView = memo(function SectionView(props: SectionViewProps): VNode {
	const { drawn: { gap, rows }, isClosed } = props;
	const titleId = useUniqueId();
	return (
		<section class={`ratify-section ${isClosed ? 'is-closed' : ''}`} style={gap > 0 ? { marginTop: `${gap}px` } : undefined}>
			<Heading {...props} titleId={titleId} />
			{!isClosed && <ul class="ratify-rows" aria-labelledby={titleId}>{rows.map((row) => renderRow(row, props))}</ul>}
		</section>
	);
}, isSameSection);

/** The name of a section, which opens and closes it. A list that is not parted has one for those who can't see it only. */
function Heading({ drawn: { section }, isClosed, snapshot, groupBy, focus, toggle, on, titleId }: SectionViewProps & { readonly titleId: string }): VNode {
	const title = shorten(section.title ?? (section.kind === 'named' ? '' : words.sections[section.kind]), MOST_NAMED);
	const named = section.title === null ? null : personNamed(snapshot, section.title);
	if (section.kind === 'all') return <h3 id={titleId} class="ratify-unseen" aria-level={2}>{title}</h3>;
	return (
		<h3 class="ratify-section-heading" aria-level={2}>
			<button class="ratify-section-toggle" tabIndex={focus === null ? -1 : 0} aria-expanded={!isClosed} onClick={() => toggle(section.key)}>
				<Icon name={isClosed ? 'chevron-right' : 'chevron-down'} />
				<span ref={noting(named)} id={titleId} class={`ratify-section-title ${named ? NAME_CLASS : ''}`} dir="auto">{title}</span>
				<span class="ratify-section-count">{section.rows.length}</span>
			</button>
			{section.kind === 'repeated' && !isClosed && (
				<button class="ratify-link ratify-repeats" tabIndex={focus === null ? -1 : 0} onClick={on.putAwayRepeats}>
					<span>{words.actions.dismiss.all}</span>
					<kbd aria-hidden="true">⇧X</kbd>
				</button>
			)}
			{section.title !== null && isOneThing(groupBy) && <SectionActions section={section} isFocused={focus !== null} on={on} />}
		</h3>
	);
}

/** What is left of one note or source can be decided in one go; the tasks of a person, a folder or a week are of many kinds. */
function isOneThing(groupBy: GroupBy): boolean {
	return groupBy === 'note' || groupBy === 'source';
}

function SectionActions({ section: { key, title }, isFocused, on }: { readonly section: Section; readonly isFocused: boolean; readonly on: SectionEvents }): VNode {
	return (
		<span class="ratify-section-actions">
			{ACTIONS.map((action) => (
				<button key={action.id} class="ratify-link" tabIndex={isFocused ? 0 : -1} aria-label={words.actions[action.id].allOf({ title: shorten(title ?? '', MOST_NAMED) })} onClick={() => on.decideSection(action, key)}>
					<Icon name={action.icon} />
					<span>{words.actions[action.id].all}</span>
				</button>
			))}
		</span>
	);
}

/** A heading that is a person's name, which says more where the mouse rests on it. */
function personNamed(snapshot: Snapshot, title: string): NameRef | null {
	return selectPeople(snapshot).resolve(title).kind === 'person' ? { kind: 'field', name: title, path: '' } : null;
}

/** A snapshot of other notes changes nothing here: what rows show of notes and people has a version of its own. */
function isSameSection(former: SectionViewProps, next: SectionViewProps): boolean {
	const keys = Object.keys(next) as (keyof SectionViewProps)[];
	return keys.every((key) => {
		if (key === 'snapshot') return isSameContext(former.snapshot, next.snapshot);
		return key === 'drawn' ? isSameDrawn(former.drawn, next.drawn) : former[key] === next[key];
	});
}

function isSameDrawn(former: DrawnSection, next: DrawnSection): boolean {
	const isSame = ({ row, gap, place }: DrawnRow, at: number): boolean => row === former.rows[at]?.row && gap === former.rows[at].gap && place === former.rows[at].place;
	return former.section === next.section && former.gap === next.gap && former.rows.length === next.rows.length && next.rows.every(isSame);
}

function isSameContext(former: Snapshot, next: Snapshot): boolean {
	return former.peopleVersion === next.peopleVersion && former.settings === next.settings && former.groups === next.groups;
}

function renderRow({ row, gap, place }: DrawnRow, { drawn: { section }, snapshot, groupBy, neighbours, focus, group, evidence, surroundings, draft, selection, failed, today, on }: SectionViewProps): VNode {
	const { key } = row.proposal;
	const isFocused = focus === key;
	const view = isFocused && !isAlone(row) ? viewGroup(snapshot, row, group, today) : null;
	const proposal = view?.kept ?? row.proposal;
	const values = view?.values ?? valuesOf(row);
	const source = sourcePathOf(snapshot, proposal.path);
	return (
		<Row
			key={key}
			row={row}
			gap={gap}
			place={place + 1}
			count={section.rows.length}
			proposal={proposal}
			due={values.due}
			priority={values.priority}
			owner={ownerOf(snapshot, row.byAge.find(({ owner }) => owner === values.owner) ?? proposal)}
			group={view}
			neighbours={isFocused ? viewNeighbours(snapshot, neighbours(row), today) : NONE}
			noteTitle={groupBy === 'note' ? null : (snapshot.notes.get(proposal.path)?.title ?? noteName(proposal.path))}
			source={source}
			evidence={isFocused ? evidence : null}
			surroundings={isFocused ? surroundings : null}
			names={namesIn(snapshot, proposal)}
			isFocused={isFocused}
			isSelected={selection.has(key)}
			draft={isFocused ? draft : null}
			problem={failed && problemOf(failed, row)}
			today={today}
			on={on}
		/>
	);
}

/** Why the latest decision left a proposal of the row as it is. */
function problemOf({ conflicts, failures }: Outcome, { byAge }: RowData): string | null {
	const isThis = (edit: LineEdit): boolean => byAge.some(({ path, raw }) => edit.path === path && edit.before === raw);
	const conflict = conflicts.find(({ edit }) => isThis(edit));
	return conflict ? describeConflict(conflict) : (failures.find(({ edits }) => edits.some(isThis))?.reason ?? null);
}
