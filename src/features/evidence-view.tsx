import { Keymap, type PaneType } from 'obsidian';
import type { VNode } from 'preact';
import type { FoundPassage } from '../core/evidence';
import { noteName } from '../core/note';
import { shorten } from '../core/shorten';
import { referenceName } from '../core/source';
import type { SourceIndex } from '../core/source-index';
import type { Unit } from '../core/source-text';
import type { FoundEvidence, TaskEvidence } from '../obsidian/evidence-keeper';
import { words } from '../words/words';
import { Icon } from './icon';

/** What a passage that is shown does. */
export interface EvidenceEvents {
	/** Goes to a passage of a source. */
	readonly openPassage: (found: FoundEvidence, passage: FoundPassage, pane: PaneType | boolean) => void;
	/** Opens one of the files that may be the source. */
	readonly openFile: (path: string, pane: PaneType | boolean) => void;
}

interface EvidenceViewProps {
	readonly evidence: TaskEvidence;
	readonly on: EvidenceEvents;
}

/** Characters that are shown of one sentence. */
const MOST_SHOWN = 600;
/** Characters of a name or file name. */
const MOST_NAMED = 200;
/** Characters of what stands around a passage. */
const MOST_AROUND = 160;

/** The words in the source that support a task; where none clearly do, that and the nearest. */
export function EvidenceView({ evidence, on }: EvidenceViewProps): VNode {
	switch (evidence.kind) {
		case 'reading': return <Says icon="loader">{words.evidence.reading}</Says>;
		case 'unreadable': return <Says icon="file">{words.evidence.unreadable({ name: shorten(noteName(evidence.path), MOST_NAMED) })}</Says>;
		case 'missing': return <Says icon="file-x">{words.evidence.missing({ name: shorten(referenceName(evidence.reference), MOST_NAMED) })}</Says>;
		case 'uncertain': return <Candidates paths={evidence.paths} on={on} />;
		case 'found': return <Passages found={evidence} on={on} />;
	}
}

function Says({ icon, children }: { readonly icon: string; readonly children: string }): VNode {
	return <p class="ratify-evidence-says"><Icon name={icon} /><span dir="auto">{children}</span></p>;
}

function Candidates({ paths, on }: { readonly paths: readonly string[]; readonly on: EvidenceEvents }): VNode {
	return (
		<div class="ratify-evidence">
			<Says icon="circle-help">{paths.length === 1 ? words.evidence.maybeThisFile : words.evidence.maybeOneOf}</Says>
			{paths.map((path) => (
				<button key={path} class="ratify-link" onClick={(event) => apart(event, () => on.openFile(path, Keymap.isModEvent(event)))}>
					<Icon name="file-text" />
					<span dir="auto">{shorten(noteName(path), MOST_NAMED)}</span>
				</button>
			))}
		</div>
	);
}

function Passages({ found, on }: { readonly found: FoundEvidence; readonly on: EvidenceEvents }): VNode {
	const { source, evidence: { sureness, passages } } = found;
	const isSure = sureness !== 'unclear';
	const shown = isSure ? clearest(source, passages) : passages;
	return (
		<div class="ratify-evidence">
			{!isSure && <Says icon="circle-slash">{passages.length === 0 ? words.evidence.noPassage : words.evidence.unclear}</Says>}
			{sureness === 'likely' && <Says icon="circle-help">{words.evidence.likely}</Says>}
			{shown.map((passage) => <Quote key={passage.from} found={found} passage={passage} on={on} />)}
		</div>
	);
}

/** The best passage; where that is the source's own summary, what was said, too. */
function clearest({ units }: SourceIndex, passages: readonly FoundPassage[]): readonly FoundPassage[] {
	const [best] = passages;
	if (!best) return [];
	const said = units[best.from]?.isSummary ? passages.find(({ from }) => units[from]?.isSummary === false) : undefined;
	return said ? [best, said] : [best];
}

interface QuoteProps {
	readonly found: FoundEvidence;
	readonly passage: FoundPassage;
	readonly on: EvidenceEvents;
}

/** A passage, where it is clear with what stands around it. A click goes there, but not the one that ends a selection of its words. */
function Quote({ found, passage, on }: QuoteProps): VNode {
	const turns = turnsOf(found, passage);
	const isTalk = new Set(turns.map(({ by }) => by)).size > 1;
	const open = (event: MouseEvent): void => apart(event, () => on.openPassage(found, passage, Keymap.isModEvent(event)));
	return (
		<blockquote class={`ratify-quote ${found.evidence.sureness === 'unclear' ? 'is-unclear' : ''}`} onClick={(event) => isSelecting(event) || open(event)}>
			<button class="ratify-quote-open" aria-label={words.evidence.openPassage} onClick={open}><Icon name="arrow-up-right" /></button>
			{turns.map((turn, at) => <Turn key={at} turn={turn} isTalk={isTalk} isFirst={at === 0} />)}
		</blockquote>
	);
}

function Turn({ turn: { by, at, isSummary, parts }, isTalk, isFirst }: { readonly turn: Turn; readonly isTalk: boolean; readonly isFirst: boolean }): VNode {
	const head = isSummary ? words.evidence.summary : [by, isTalk && !isFirst ? null : at].flatMap((part) => (part === null ? [] : shorten(part, MOST_NAMED))).join(' · ');
	return (
		<p class={isTalk ? 'is-talk' : ''} dir="auto">
			{head !== '' && (isFirst || isTalk) && <span class="ratify-quote-by">{head} </span>}
			{parts.map(({ text, isAround }, part) => <span key={part} class={isAround ? 'ratify-quote-around' : ''}>{part > 0 && ' '}{text}</span>)}
		</p>
	);
}

function isSelecting({ currentTarget }: MouseEvent): boolean {
	return ((currentTarget as HTMLElement).win.getSelection()?.toString() ?? '') !== '';
}

function apart(event: MouseEvent, then: () => void): void {
	event.stopPropagation();
	then();
}

/** What one person says or writes in a stretch. */
interface Turn {
	readonly by: string | null;
	readonly at: string | null;
	readonly isSummary: boolean;
	/** Sentences; what only leads to the words that count is around them. */
	readonly parts: { readonly text: string; readonly isAround: boolean }[];
}

/** What is not clear is shown without what stands around it, which several such may share. */
function turnsOf({ source, evidence: { sureness } }: FoundEvidence, { from, to, words }: FoundPassage): readonly Turn[] {
	const [first, end] = sureness === 'unclear' ? [words.from, words.to] : [from - 1, to + 1];
	const turns: Turn[] = [];
	for (let at = first; at < end; at++) {
		const unit = source.units[at];
		const isBeside = at < from || at >= to;
		if (!unit || (isBeside && !belongTogether(unit, source.units[from]))) continue;
		const isAround = at < words.from || at >= words.to;
		const part = { text: shorten(wordsOf(source, unit), isAround ? MOST_AROUND : MOST_SHOWN), isAround };
		const last = turns.at(-1);
		if (last && last.by === unit.by && last.at === unit.at) last.parts.push(part);
		else turns.push({ by: unit.by, at: unit.at, isSummary: unit.isSummary, parts: [part] });
	}
	return turns;
}

/** Whether what stands beside a passage is of the same message or talk. */
function belongTogether(one: Unit, other: Unit | undefined): boolean {
	if (!other || one.kind !== other.kind || one.isSummary !== other.isSummary) return false;
	return one.kind === 'speech' || (one.by === other.by && one.at === other.at);
}

/** As it reads, without what its lines begin with. */
function wordsOf({ text }: SourceIndex, { start, end }: Unit): string {
	return text.slice(start, end).replace(/\s*\n[\s>]*/gu, ' ').replace(/[*_]{2,3}/gu, '');
}
