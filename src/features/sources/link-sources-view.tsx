import type { VNode } from 'preact';
import { noteName } from '../../core/note';
import { shorten } from '../../core/shorten';
import { referenceName } from '../../core/source';
import type { SourceLinkPlan } from '../../core/source-link';
import type { NoteSourceLink, SourceLinkState } from '../../obsidian/source-links';
import type { Progress } from '../../obsidian/work';
import { words } from '../../words/words';
import { Icon } from '../icon';
import { PreviewTable, unseen } from '../preview-table';
import { sourceIcon } from '../source-icon';
import { WorkWaiting } from '../work-waiting';

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
/** So many notes are listed. */
const MOST_LISTED = 200;

/** Shows which note would be linked with which file, why with that, and what would be written. */
export function LinkSources({ view, property, on }: LinkSourcesProps): VNode | null {
	switch (view.stage) {
		case 'finding': return <WorkWaiting says={{ some: words.linkSources.finding, of: words.linkSources.findingOf }} {...view} button={words.controls.cancel} onClick={on.close} />;
		case 'writing': return <WorkWaiting says={{ some: words.linkSources.linking, of: words.linkSources.linkingOf }} done={view.progress?.done ?? 0} total={view.progress?.total ?? 0} button={words.controls.stop} onClick={on.stop} />;
		case 'choosing': return <Choosing notes={view.notes} left={view.left} property={property} on={on} />;
		case 'done': return null;
	}
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
			<p class="ratify-links-says">{words.linkSources.about}</p>
			{linkable.length > 0 && (
				<PreviewTable heads={[unseen(words.controls.wanted), words.linkSources.note, words.linkSources.madeFrom, words.linkSources.foundBy, words.linkSources.whatChanges]} items={linkable} draw={(note) => <LinkRow key={note.path} note={note} property={property} isWanted={!left.has(note.path)} toggle={() => on.toggle(note.path)} />} />
			)}
			{unsure.length > 0 && (
				<>
					<h3 class="ratify-links-title">{words.linkSources.unsure({ notes: unsure.length })}</h3>
					<PreviewTable heads={[words.linkSources.note, words.linkSources.whatItSays, unseen(words.sources.choose)]} items={unsure} draw={(note) => <UnsureRow key={note.path} note={note} choose={() => on.choose(note)} />} />
				</>
			)}
			<Rest notes={notes} />
			<div class="modal-button-container">
				{linkable.length > 0 && <button class="mod-cta" disabled={count === 0} onClick={on.link}>{words.linkSources.go({ notes: count })}</button>}
				<button class="ratify-cancel" onClick={on.close}>{linkable.length > 0 ? words.controls.cancel : words.controls.close}</button>
			</div>
		</>
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
			<td><label class="ratify-check"><input type="checkbox" checked={isWanted} aria-label={words.linkSources.linkThis({ note: shorten(noteName(path), MOST_NAMED) })} onChange={toggle} /></label></td>
			<td dir="auto">{shorten(noteName(path), MOST_NAMED)}{reference !== null && <span class="ratify-links-path" dir="auto" title={shorten(reference, MOST_NAMED)}>{shorten(referenceName(reference), MOST_NAMED)}</span>}</td>
			<td><Icon name={sourceIcon(file)} /><span dir="auto" title={shorten(file, MOST_NAMED)}>{shorten(noteName(file), MOST_NAMED)}</span></td>
			<td>{words.linkSources.rules[rule]}</td>
			<td>{describeChanges(plan, property)}</td>
		</tr>
	);
}

function describeChanges({ property, line }: SourceLinkPlan, name: string): string {
	const parts = [
		property && words.linkSources.property[property]({ property: name }),
		line && words.linkSources.line[line],
	].filter((part) => part !== null);
	return parts.join(', ');
}

function UnsureRow({ note: { path, reference, state }, choose }: { readonly note: NoteSourceLink; readonly choose: () => void }): VNode {
	const says = reference === null ? words.linkSources.noSource : shorten(referenceName(reference), MOST_NAMED);
	const found = state.kind !== 'candidates' ? words.linkSources.notFound : words.sources.maybeFiles({ count: state.paths.length });
	return (
		<tr>
			<td dir="auto">{shorten(noteName(path), MOST_NAMED)}</td>
			<td><span dir="auto">{says}</span>{reference !== null && <span class="ratify-links-path">{found}</span>}</td>
			<td><button class="ratify-choose" aria-label={words.linkSources.chooseFor({ note: shorten(noteName(path), MOST_NAMED) })} onClick={choose}>{words.sources.choose}</button></td>
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
			{linked > 0 && <p class="ratify-links-unsure"><Icon name="check" /><span>{words.linkSources.linked({ notes: linked })}</span></p>}
			{refused.length > 0 && (
				<details>
					<summary>{words.linkSources.refused({ notes: refused.length })}</summary>
					<ul>
						{refused.slice(0, MOST_LISTED).map(({ path, reason }) => <li key={path} dir="auto">{`${shorten(noteName(path), MOST_NAMED)}: ${words.linkSources.refusals[reason]}.`}</li>)}
						{refused.length > MOST_LISTED && <li>{words.controls.andMore({ count: refused.length - MOST_LISTED })}</li>}
					</ul>
				</details>
			)}
		</div>
	);
}
