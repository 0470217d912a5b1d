import { Keymap, type PaneType } from 'obsidian';
import type { RefObject, VNode } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { ACTIONS, type Action } from '../../core/actions';
import { noteName } from '../../core/note';
import { shorten } from '../../core/shorten';
import type { SourceList } from '../../core/source-list';
import { words } from '../../words/words';
import { Icon } from '../icon';
import { RowChunk } from '../row-chunk';
import { sourceIcon } from '../source-icon';
import { focusedEntry, shownEntries, SOURCES_TABS, type SourceEntry, type SourcesState } from './sources-state';

/** What the list of sources tells its view. */
export interface SourcesEvents {
	readonly change: (change: Partial<SourcesState>) => void;
	readonly toggle: (key: string) => void;
	readonly key: (event: KeyboardEvent) => boolean;
	readonly openFile: (path: string, pane: PaneType | boolean) => void;
	readonly review: (entry: SourceEntry) => void;
	readonly decide: (action: Action, entry: SourceEntry) => void;
	readonly link: (entry: SourceEntry) => void;
}

interface SourcesPanelProps {
	/** Null until the vault is read. */
	readonly list: SourceList | null;
	readonly state: SourcesState;
	readonly on: SourcesEvents;
}

const MOST_NAMED = 300;
const CHUNK = 40;
const TITLE_ID = 'ratify-sources-title';

/** Each mail or transcript with its notes and what is left of it to decide. */
export function SourcesPanel({ list, state, on }: SourcesPanelProps): VNode {
	const root = useRef<HTMLDivElement>(null);
	const shown = list ? shownEntries(list, state) : [];
	const focus = focusedEntry(shown, state)?.key ?? null;
	useFocusFollower(root, focus);
	return (
		<div ref={root} class="ratify-review ratify-sources" onKeyDown={(event) => onKeyDown(event, on)}>
			<div class="ratify-header">
				<div class="search-input-container ratify-filter">
					<input type="search" placeholder={words.sources.filter} aria-label={words.sources.filter} enterkeyhint="search" spellcheck={false} value={state.filter} onInput={(event) => on.change({ filter: event.currentTarget.value })} />
				</div>
				<div class="ratify-tabs" role="tablist" aria-label={words.sources.title}>
					{SOURCES_TABS.map((tab) => (
						<button key={tab} role="tab" id={tab === state.tab ? TITLE_ID : undefined} class="ratify-link ratify-tab" aria-selected={tab === state.tab} onClick={() => on.change({ tab, focus: null })}>
							<span>{words.sources.tabs[tab].name}</span>
							<span class="ratify-section-count">{list ? list[tab].length : ''}</span>
						</button>
					))}
				</div>
			</div>
			<p class="ratify-unseen" role="status">{list && state.filter !== '' ? `${words.embed.shown({ count: shown.length })}.` : ''}</p>
			<div class="ratify-list" role="tabpanel" aria-labelledby={TITLE_ID} tabIndex={-1}>
				{shown.length === 0
					? <p class="ratify-sources-empty">{!list ? words.sources.reading : state.filter === '' ? words.sources.tabs[state.tab].empty : words.sources.noneFound}</p>
					: inChunks(shown).map((entries, at) => (
						<RowChunk
							key={`${state.tab} ${at}`}
							labelledBy={TITLE_ID}
							count={entries.length}
							isNeeded={entries.some(({ key }) => key === focus)}
							renderRows={() => entries.map((entry) => <EntryRow key={entry.key} entry={entry} isFocused={entry.key === focus} isOpen={state.opened.has(entry.key)} on={on} />)}
						/>
					))}
			</div>
		</div>
	);
}

function inChunks(entries: readonly SourceEntry[]): (readonly SourceEntry[])[] {
	return Array.from({ length: Math.ceil(entries.length / CHUNK) }, (_, at) => entries.slice(at * CHUNK, (at + 1) * CHUNK));
}

/** Lets the keyboard's focus follow the entry in focus, but takes it from nothing outside the list. */
function useFocusFollower(root: RefObject<HTMLDivElement | null>, focus: string | null): void {
	useLayoutEffect(() => {
		const row = root.current?.querySelector<HTMLElement>('.ratify-row.is-focused');
		row?.scrollIntoView({ block: 'nearest' });
		if (root.current?.querySelector('.ratify-list')?.contains(root.current.doc.activeElement) === true) row?.focus({ preventScroll: true });
	}, [focus]);
}

function onKeyDown(event: KeyboardEvent, on: SourcesEvents): void {
	if (event.isComposing || !on.key(event)) return;
	event.preventDefault();
	event.stopPropagation();
}

interface EntryRowProps {
	readonly entry: SourceEntry;
	readonly isFocused: boolean;
	readonly isOpen: boolean;
	readonly on: SourcesEvents;
}

function EntryRow({ entry, isFocused, isOpen, on }: EntryRowProps): VNode {
	const { key, title, date, notes, source, reference } = entry;
	return (
		<li class={`ratify-row ${isFocused ? 'is-focused' : ''}`} tabIndex={isFocused ? 0 : -1} aria-current={isFocused} onClick={() => on.change({ focus: key })} onDblClick={() => on.toggle(key)}>
			<Icon name={reference ? 'file-x' : sourceIcon(source?.paths[0] ?? title)} className="ratify-sources-icon" />
			<div class="ratify-row-main">
				<p class="ratify-text" dir="auto">{shorten(title, MOST_NAMED)}</p>
				<div class="ratify-facts">
					{date !== null && <span class="ratify-fact">{date}</span>}
					{source && notes.length > 0 && <span class={`ratify-fact ${source.rows.length > 0 ? 'ratify-sources-left' : ''}`}>{words.sources.left({ count: source.rows.length })}</span>}
					{source && notes.length > 0 && <span class="ratify-fact">{words.sources.decided({ count: source.decided })}</span>}
					{reference && <span class="ratify-fact">{reference.candidates.length === 0 ? words.sources.noFile : words.sources.maybeFiles({ count: reference.candidates.length })}</span>}
					{notes.length > 0 && (
						<button class="ratify-link" aria-expanded={isOpen} tabIndex={isFocused ? 0 : -1} onClick={(event) => apart(event, () => on.toggle(key))}>
							<Icon name={isOpen ? 'chevron-down' : 'chevron-right'} />
							<span>{words.sources.notes({ count: notes.length })}</span>
						</button>
					)}
				</div>
				{isOpen && <Notes entry={entry} on={on} />}
				{isFocused && <Buttons entry={entry} on={on} />}
			</div>
		</li>
	);
}

function Notes({ entry: { notes, source }, on }: { readonly entry: SourceEntry; readonly on: SourcesEvents }): VNode {
	const others = source?.paths.slice(1) ?? [];
	return (
		<ul class="ratify-sources-notes">
			{notes.map(({ path, title }) => <FileItem key={path} icon="file-text" path={path} title={title} on={on} />)}
			{others.map((path) => <FileItem key={path} icon="copy" path={path} title={words.sources.otherExport({ name: noteName(path) })} on={on} />)}
		</ul>
	);
}

function FileItem({ icon, path, title, on }: { readonly icon: string; readonly path: string; readonly title: string; readonly on: SourcesEvents }): VNode {
	return (
		<li>
			<button class="ratify-link" title={shorten(path, MOST_NAMED)} onClick={(event) => apart(event, () => on.openFile(path, Keymap.isModEvent(event)))}>
				<Icon name={icon} />
				<span dir="auto">{shorten(title, MOST_NAMED)}</span>
			</button>
		</li>
	);
}

function Buttons({ entry, on }: { readonly entry: SourceEntry; readonly on: SourcesEvents }): VNode {
	const { source, reference } = entry;
	const path = source?.paths[0];
	return (
		<div class="ratify-sources-buttons">
			{path !== undefined && <Button keys="O" onClick={(event) => on.openFile(path, Keymap.isModEvent(event))}>{words.controls.openSource}</Button>}
			{source && source.rows.length > 0 && <Button keys="R" onClick={() => on.review(entry)}>{words.sources.review({ count: source.rows.length })}</Button>}
			{source && source.rows.length > 0 && ACTIONS.map((action) => <Button key={action.id} keys={action.keys.find((key) => key.length === 1) ?? ''} onClick={() => on.decide(action, entry)}>{words.actions[action.id].all}</Button>)}
			{reference && <Button keys="L" onClick={() => on.link(entry)}>{words.sources.choose}</Button>}
		</div>
	);
}

interface ButtonProps {
	readonly keys: string;
	readonly onClick: (event: MouseEvent) => void;
	readonly children: string;
}

function Button({ keys, onClick, children }: ButtonProps): VNode {
	return (
		<button class="ratify-sources-button" onClick={(event) => apart(event, () => onClick(event))}>
			<span>{children}</span>
			<kbd aria-hidden="true">{keys}</kbd>
		</button>
	);
}

/** Does what a button in an entry does, without what a click on the entry does. */
function apart(event: MouseEvent, then: () => void): void {
	event.stopPropagation();
	then();
}
