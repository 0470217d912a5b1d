import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { noteName } from '../../core/note';
import { shorten } from '../../core/shorten';
import { referenceName } from '../../core/source';
import type { SourceLinkPlan } from '../../core/source-link';
import type { SourceRule } from '../../core/sources';
import type { NoLink, NoteSourceLink, SourceLinkState } from '../../obsidian/source-links';
import type { Progress } from '../../obsidian/work';
import { Icon } from '../icon';
import { sourceIcon } from '../source-icon';

/** What the window shows: one stage after the other. */
export type LinkSourcesView =
	/** In notes. */
	| { readonly stage: 'finding'; readonly done: number; readonly total: number }
	/** `left` are the paths of notes that the user does not want linked. */
	| { readonly stage: 'choosing'; readonly notes: readonly NoteSourceLink[]; readonly left: ReadonlySet<string> }
	| { readonly stage: 'writing'; readonly progress: Progress | null }
	| { readonly stage: 'done' };

interface LinkSourcesEvents {
	readonly link: () => void;
	readonly choose: (note: NoteSourceLink) => void;
	readonly toggle: (path: string) => void;
	readonly stop: () => void;
	readonly close: () => void;
}

interface LinkSourcesProps {
	readonly view: LinkSourcesView;
	/** The property that holds the link. */
	readonly property: string;
	readonly on: LinkSourcesEvents;
}

type LinkState = Extract<SourceLinkState, { readonly kind: 'link' }>;

const MOST_NAMED = 200;
/** So many rows are drawn at a time. */
const CHUNK = 200;

const RULES: Readonly<Record<SourceRule | 'chosen', string>> = {
	path: 'this very path',
	suffix: 'the end of its path',
	basename: 'its file name',
	'normalised basename': 'its file name, written otherwise',
	'stamp and subject': 'its time and subject',
	chosen: 'chosen by you',
};

const REASONS: Readonly<Record<NoLink, string>> = {
	unclear: 'its properties are not written in a way that is surely understood',
	taken: 'the property holds something else',
	twice: 'the property is there twice',
	name: 'the file’s name has signs that no link can hold',
};

/** Shows which note would be linked with which file, why with that, and what would be written. */
export function LinkSources({ view, property, on }: LinkSourcesProps): VNode | null {
	switch (view.stage) {
		case 'finding': return <Waiting says="Looking for the sources" {...view} button="Cancel" onClick={on.close} />;
		case 'writing': return <Waiting says="Linking" done={view.progress?.done ?? 0} total={view.progress?.total ?? 0} button="Stop" onClick={on.stop} />;
		case 'choosing': return <Choosing notes={view.notes} left={view.left} property={property} on={on} />;
		case 'done': return null;
	}
}

interface WaitingProps {
	readonly says: string;
	readonly done: number;
	readonly total: number;
	readonly button: string;
	readonly onClick: () => void;
}

function Waiting({ says, done, total, button, onClick }: WaitingProps): VNode {
	return (
		<>
			<p class="ratify-links-says" role="status">{total > 1 ? `${says}: ${done} of ${total} notes.` : `${says}…`}</p>
			<progress class="ratify-links-progress" value={done} max={Math.max(1, total)} />
			<div class="modal-button-container"><button class="ratify-cancel" onClick={onClick}>{button}</button></div>
		</>
	);
}

interface ChoosingProps {
	readonly notes: readonly NoteSourceLink[];
	readonly left: ReadonlySet<string>;
	readonly property: string;
	readonly on: LinkSourcesEvents;
}

function Choosing({ notes, left, property, on }: ChoosingProps): VNode {
	const linkable = notes.filter(({ state }) => state.kind === 'link');
	const unsure = notes.filter(({ state }) => state.kind === 'candidates' || state.kind === 'missing');
	const count = linkable.filter(({ path }) => !left.has(path)).length;
	return (
		<>
			<p class="ratify-links-says">{`Each note gets a link to the file that it was made from. What the pipeline wrote, such as source_ref, and every other byte stay. You can take this back in one step.`}</p>
			{linkable.length > 0 && (
				<Table heads={[<span key="wanted" class="ratify-unseen">Wanted</span>, 'Note', 'Made from', 'Found by', 'What changes']} notes={linkable} draw={(note) => <LinkRow key={note.path} note={note} property={property} isWanted={!left.has(note.path)} toggle={() => on.toggle(note.path)} />} />
			)}
			{unsure.length > 0 && (
				<>
					<h3 class="ratify-links-title">{`Not certain: ${unsure.length === 1 ? '1 note' : `${unsure.length} notes`}`}</h3>
					<Table heads={['Note', 'What it says', <span key="choose" class="ratify-unseen">Choose</span>]} notes={unsure} draw={(note) => <UnsureRow key={note.path} note={note} choose={() => on.choose(note)} />} />
				</>
			)}
			<Rest notes={notes} />
			<div class="modal-button-container">
				{linkable.length > 0 && <button class="mod-cta" disabled={count === 0} onClick={on.link}>{count === 1 ? 'Link 1 note' : `Link ${count} notes`}</button>}
				<button class="ratify-cancel" onClick={on.close}>{linkable.length > 0 ? 'Cancel' : 'Close'}</button>
			</div>
		</>
	);
}

interface TableProps {
	readonly heads: readonly (string | VNode)[];
	readonly notes: readonly NoteSourceLink[];
	readonly draw: (note: NoteSourceLink) => VNode;
}

/** Draws thousands of rows only as they are asked for. */
function Table({ heads, notes, draw }: TableProps): VNode {
	const [most, setMost] = useState(CHUNK);
	return (
		<div class="ratify-links-list">
			<table class="ratify-links">
				<thead><tr>{heads.map((head, at) => <th key={at}>{head}</th>)}</tr></thead>
				<tbody>{notes.slice(0, most).map(draw)}</tbody>
			</table>
			{notes.length > most && <button class="ratify-link ratify-links-more" onClick={() => setMost(most + CHUNK)}>{`Show more (${notes.length - most})`}</button>}
		</div>
	);
}

interface LinkRowProps {
	readonly note: NoteSourceLink;
	readonly property: string;
	readonly isWanted: boolean;
	readonly toggle: () => void;
}

function LinkRow({ note: { path, reference, state }, property, isWanted, toggle }: LinkRowProps): VNode {
	const { file, rule, plan } = state as LinkState;
	return (
		<tr class={isWanted ? '' : 'is-left'}>
			<td><label class="ratify-check"><input type="checkbox" checked={isWanted} aria-label={`Link ${shorten(noteName(path), MOST_NAMED)}`} onChange={toggle} /></label></td>
			<td dir="auto">{shorten(noteName(path), MOST_NAMED)}{reference !== null && <span class="ratify-links-path" dir="auto" title={shorten(reference, MOST_NAMED)}>{shorten(referenceName(reference), MOST_NAMED)}</span>}</td>
			<td><Icon name={sourceIcon(file)} /><span dir="auto" title={shorten(file, MOST_NAMED)}>{shorten(noteName(file), MOST_NAMED)}</span></td>
			<td>{RULES[rule]}</td>
			<td>{describeChanges(plan, property)}</td>
		</tr>
	);
}

function describeChanges({ property, line }: SourceLinkPlan, name: string): string {
	const parts = [
		property && `${name} ${property}`,
		line && `source line ${line}`,
	].filter((part) => part !== null);
	return parts.join(', ');
}

function UnsureRow({ note: { path, reference, state }, choose }: { readonly note: NoteSourceLink; readonly choose: () => void }): VNode {
	const says = reference === null ? 'names no source' : shorten(referenceName(reference), MOST_NAMED);
	const found = state.kind !== 'candidates' ? 'not found' : state.paths.length === 1 ? '1 file may be it' : `${state.paths.length} files may be it`;
	return (
		<tr>
			<td dir="auto">{shorten(noteName(path), MOST_NAMED)}</td>
			<td><span dir="auto">{says}</span>{reference !== null && <span class="ratify-links-path">{found}</span>}</td>
			<td><button class="ratify-choose" aria-label={`Choose source of ${shorten(noteName(path), MOST_NAMED)}`} onClick={choose}>Choose source…</button></td>
		</tr>
	);
}

/** What is left as it is, and why. */
function Rest({ notes }: { readonly notes: readonly NoteSourceLink[] }): VNode | null {
	const linked = notes.filter(({ state }) => state.kind === 'linked').length;
	const refused = notes.flatMap(({ path, state }) => (state.kind === 'refused' ? [{ path, reason: state.reason }] : []));
	if (linked + refused.length === 0) return null;
	return (
		<div class="ratify-links-rest">
			{linked > 0 && <p class="ratify-links-unsure"><Icon name="check" /><span>{linked === 1 ? '1 note links its source already.' : `${linked} notes link their sources already.`}</span></p>}
			{refused.length > 0 && (
				<details>
					<summary>{refused.length === 1 ? '1 note is left as it is' : `${refused.length} notes are left as they are`}</summary>
					<ul>
						{refused.slice(0, CHUNK).map(({ path, reason }) => <li key={path} dir="auto">{`${shorten(noteName(path), MOST_NAMED)}: ${REASONS[reason]}.`}</li>)}
						{refused.length > CHUNK && <li>{`and ${refused.length - CHUNK} more`}</li>}
					</ul>
				</details>
			)}
		</div>
	);
}
