import type { VNode } from 'preact';
import { noteName } from '../../core/note';
import type { Proposal } from '../../core/proposal';
import type { Section } from '../../core/selectors';
import { sourcePath } from '../../obsidian/open-source';
import { Icon } from './icon';
import { ownerOf } from './owner-label';
import type { ReviewModel } from './review-controller';
import { Row, type RowEvents } from './row';

interface SectionViewProps {
	readonly section: Section;
	readonly model: ReviewModel;
	/** Milliseconds since the epoch, the start of the day. */
	readonly today: number;
	readonly toggle: (key: string) => void;
	readonly on: RowEvents;
}

const UNTITLED = 'Other notes';

/** A heading and, while it is open, its rows. */
export function SectionView({ section, model, today, toggle, on }: SectionViewProps): VNode {
	const isClosed = model.state.closed.has(section.key);
	const title = section.title ?? UNTITLED;
	return (
		<section class={`ratify-section ${isClosed ? 'is-closed' : ''}`}>
			<h3 class="ratify-section-heading">
				<button class="ratify-section-toggle" aria-expanded={!isClosed} onClick={() => toggle(section.key)}>
					<Icon name={isClosed ? 'chevron-right' : 'chevron-down'} />
					<span class="ratify-section-title" dir="auto">{title}</span>
					<span class="ratify-section-count">{section.proposals.length}</span>
				</button>
			</h3>
			{!isClosed && (
				<ul class="ratify-rows" aria-label={title}>
					{section.proposals.map((proposal) => renderRow(proposal, model, today, on))}
				</ul>
			)}
		</section>
	);
}

function renderRow(proposal: Proposal, { snapshot, state, runner }: ReviewModel, today: number, on: RowEvents): VNode {
	const isFocused = state.focus === proposal.key;
	const failure = runner.outcome?.failures.find(({ path, edits }) => path === proposal.path && edits.some((edit) => edit.before === proposal.raw));
	const source = isFocused ? sourcePath(snapshot, proposal) : null;
	return (
		<Row
			key={proposal.key}
			proposal={proposal}
			owner={ownerOf(snapshot, proposal)}
			noteTitle={snapshot.settings.groupBy === 'note' ? null : (snapshot.notes.get(proposal.path)?.title ?? noteName(proposal.path))}
			sourceName={source === null ? null : noteName(source)}
			isFocused={isFocused}
			isSelected={state.selection.has(proposal.key)}
			problem={failure?.reason ?? null}
			today={today}
			on={on}
		/>
	);
}
