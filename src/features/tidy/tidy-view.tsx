import type { VNode } from 'preact';
import { noteName } from '../../core/note';
import { shorten } from '../../core/shorten';
import type { Leftover } from '../../core/tidy';
import type { Progress } from '../../obsidian/work';
import { words } from '../../words/words';
import { PreviewTable, unseen } from '../preview-table';
import { WorkWaiting } from '../work-waiting';

/** What the window shows: one stage after the other. */
export type TidyViewState =
	/** In notes. */
	| { readonly stage: 'finding'; readonly done: number; readonly total: number }
	/** `left` are those that the user wants to leave as they are. */
	| { readonly stage: 'choosing'; readonly leftovers: readonly Leftover[]; readonly left: ReadonlySet<Leftover> }
	| { readonly stage: 'writing'; readonly progress: Progress | null }
	| { readonly stage: 'done' };

interface TidyEvents {
	readonly tidy: () => void;
	readonly toggle: (leftover: Leftover) => void;
	readonly stop: () => void;
	readonly close: () => void;
}

interface TidyProps {
	readonly view: TidyViewState;
	readonly on: TidyEvents;
}

/** Characters of a name, and of each stretch of a line; longer ones are cut. */
const MOST_SHOWN = 300;

/** Shows which lines would be tidied, as they are and as they would be. */
export function TidyView({ view, on }: TidyProps): VNode | null {
	switch (view.stage) {
		case 'finding': return <WorkWaiting says={{ some: words.tidy.finding, of: words.tidy.findingOf }} {...view} button={words.controls.cancel} onClick={on.close} />;
		case 'writing': return <WorkWaiting says={{ some: words.tidy.tidying, of: words.tidy.tidyingOf }} done={view.progress?.done ?? 0} total={view.progress?.total ?? 0} button={words.controls.stop} onClick={on.stop} />;
		case 'choosing': return <Choosing leftovers={view.leftovers} left={view.left} on={on} />;
		case 'done': return null;
	}
}

interface ChoosingProps {
	readonly leftovers: readonly Leftover[];
	readonly left: ReadonlySet<Leftover>;
	readonly on: TidyEvents;
}

function Choosing({ leftovers, left, on }: ChoosingProps): VNode {
	const count = leftovers.length - left.size;
	return (
		<>
			<p class="ratify-links-says">{words.tidy.about}</p>
			<PreviewTable heads={[unseen(words.controls.wanted), words.tidy.note, words.tidy.asItIs, words.tidy.tidied]} items={leftovers} draw={(leftover) => <LeftoverRow key={keyOf(leftover)} leftover={leftover} isWanted={!left.has(leftover)} toggle={() => on.toggle(leftover)} />} />
			<div class="modal-button-container">
				<button class="mod-cta" disabled={count === 0} onClick={on.tidy}>{words.tidy.go({ lines: count })}</button>
				<button class="ratify-cancel" onClick={on.close}>{words.controls.cancel}</button>
			</div>
		</>
	);
}

function keyOf({ edit: { path, line } }: Leftover): string {
	return `${path}\n${line}`;
}

interface LeftoverRowProps {
	readonly leftover: Leftover;
	readonly isWanted: boolean;
	readonly toggle: () => void;
}

function LeftoverRow({ leftover: { spans, edit: { path, line } }, isWanted, toggle }: LeftoverRowProps): VNode {
	const name = shorten(noteName(path), MOST_SHOWN);
	return (
		<tr class={isWanted ? '' : 'is-left'}>
			<td><label class="ratify-check"><input type="checkbox" checked={isWanted} aria-label={words.tidy.tidyLine({ lineNumber: line + 1, note: name })} onChange={toggle} /></label></td>
			<td dir="auto" title={shorten(path, MOST_SHOWN)}>{name}</td>
			<td dir="auto" class="ratify-tidy-line">{spans.map(({ text, isLeftover }, at) => (isLeftover ? <Marked key={at} text={text} /> : <span key={at}>{shorten(text, MOST_SHOWN)}</span>))}</td>
			<td dir="auto" class="ratify-tidy-line">{spans.map(({ text, isLeftover }, at) => !isLeftover && <span key={at}>{shorten(text, MOST_SHOWN)}</span>)}</td>
		</tr>
	);
}

/** A tag that goes. The blank that goes with it is not struck through, since it may be where the line wraps. */
function Marked({ text }: { readonly text: string }): VNode {
	const tag = text.trim();
	const at = text.indexOf(tag);
	return <>{text.slice(0, at)}<del>{tag}</del>{text.slice(at + tag.length)}</>;
}
