import type { VNode } from 'preact';
import { memo } from 'preact/compat';
import type { LineEdit } from '../../core/edit';
import type { Snapshot } from '../../core/index-store';
import { noteName } from '../../core/note';
import type { Proposal } from '../../core/proposal';
import type { Section } from '../../core/selectors';
import { shorten } from '../../core/shorten';
import { sourcePath } from '../../obsidian/open-source';
import type { Outcome } from '../../obsidian/outcome';
import { describeConflict } from '../outcome-text';
import { Icon } from './icon';
import { ownerOf } from './owner-label';
import { Row, type RowEvents } from './row';
import { RowChunk } from './row-chunk';

/** What a section shows. It is drawn anew only when one of these changes, so focus and selection are those within it. */
interface SectionViewProps {
	readonly section: Section;
	readonly snapshot: Snapshot;
	readonly isClosed: boolean;
	/** The key of the focused row, where it is one of this section's. */
	readonly focus: string | null;
	readonly selection: ReadonlySet<string>;
	/** What the latest decision could not do; null where it did all. */
	readonly failed: Outcome | null;
	/** Milliseconds since the epoch, the start of the day. */
	readonly today: number;
	readonly toggle: (key: string) => void;
	readonly on: RowEvents;
}

const UNTITLED = 'Other notes';
/** Characters of a title; longer ones are cut. */
const MOST_NAMED = 300;
/** How many rows are drawn, or left undrawn, together. */
const CHUNK = 40;

/** A heading and, while it is open, its rows. */
export const SectionView = memo(function SectionView(props: SectionViewProps): VNode {
	const { section, isClosed } = props;
	const title = shorten(section.title ?? UNTITLED, MOST_NAMED);
	return (
		<section class={`ratify-section ${isClosed ? 'is-closed' : ''}`}>
			<h3 class="ratify-section-heading">
				<button class="ratify-section-toggle" aria-expanded={!isClosed} onClick={() => props.toggle(section.key)}>
					<Icon name={isClosed ? 'chevron-right' : 'chevron-down'} />
					<span class="ratify-section-title" dir="auto">{title}</span>
					<span class="ratify-section-count">{section.proposals.length}</span>
				</button>
			</h3>
			{!isClosed && inChunks(section.proposals).map((proposals, at) => (
				<RowChunk
					key={at}
					label={title}
					count={proposals.length}
					isNeeded={props.focus !== null && proposals.some(({ key }) => key === props.focus)}
					renderRows={() => proposals.map((proposal) => renderRow(proposal, props))}
				/>
			))}
		</section>
	);
}, isSameSection);

/** A snapshot of other notes changes nothing here: what rows show of notes and people has a version of its own. */
function isSameSection(former: SectionViewProps, next: SectionViewProps): boolean {
	const keys = Object.keys(next) as (keyof SectionViewProps)[];
	return keys.every((key) => (key === 'snapshot' ? isSameContext(former.snapshot, next.snapshot) : former[key] === next[key]));
}

function isSameContext(former: Snapshot, next: Snapshot): boolean {
	return former.peopleVersion === next.peopleVersion && former.settings === next.settings;
}

function inChunks(proposals: readonly Proposal[]): (readonly Proposal[])[] {
	return Array.from({ length: Math.ceil(proposals.length / CHUNK) }, (_, at) => proposals.slice(at * CHUNK, (at + 1) * CHUNK));
}

function renderRow(proposal: Proposal, { snapshot, focus, selection, failed, today, on }: SectionViewProps): VNode {
	const isFocused = focus === proposal.key;
	const source = isFocused ? sourcePath(snapshot, proposal) : null;
	return (
		<Row
			key={proposal.key}
			proposal={proposal}
			owner={ownerOf(snapshot, proposal)}
			noteTitle={snapshot.settings.groupBy === 'note' ? null : (snapshot.notes.get(proposal.path)?.title ?? noteName(proposal.path))}
			sourceName={source === null ? null : noteName(source)}
			isFocused={isFocused}
			isSelected={selection.has(proposal.key)}
			problem={failed && problemOf(failed, proposal)}
			today={today}
			on={on}
		/>
	);
}

/** Why the latest decision left a proposal as it is. */
function problemOf({ conflicts, failures }: Outcome, { path, raw }: Proposal): string | null {
	const isThis = (edit: LineEdit): boolean => edit.path === path && edit.before === raw;
	const conflict = conflicts.find(({ edit }) => isThis(edit));
	return conflict ? describeConflict(conflict) : (failures.find(({ edits }) => edits.some(isThis))?.reason ?? null);
}
