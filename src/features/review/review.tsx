import { startOfDay } from 'date-fns';
import { Keymap, Menu, type App } from 'obsidian';
import type { RefObject, VNode } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { ACTIONS } from '../../core/actions';
import { countDecided, type DecisionCount } from '../../core/decision-count';
import { isReady } from '../../core/selectors';
import { parseQuery } from '../../core/query';
import { relaxQuery } from '../../core/query-relax';
import { suggestTerms } from '../../core/query-suggest';
import { words } from '../../words/words';
import { GROUPINGS, SORTINGS } from './arrangement-words';
import { Announcer } from './announcer';
import { ConflictList } from './conflict-list';
import type { DrawnSection } from './drawn-rows';
import { History } from './history';
import type { Way } from './history-days';
import { CHANGES } from '../value-changes';
import { KeysModal } from './keys-modal';
import { EmbedHeader } from './embed-header';
import type { ReviewController, ReviewFrame, ReviewModel } from './review-controller';
import { countLeft, countShown } from './review-counts';
import { ReviewEmpty } from './review-empty';
import { ReviewFooter } from './review-footer';
import { ReviewHeader } from './review-header';
import { handleHeadingKey } from './heading-keys';
import { RowList } from './row-list';
import { handleKey } from './review-keys';
import { handleEditorKey } from './row-editor';
import { SectionView, type SectionEvents } from './section-view';

interface ReviewProps {
	readonly app: App;
	readonly controller: ReviewController;
	/** Of a review that is embedded in a note. */
	readonly frame?: ReviewFrame | null;
	/** Milliseconds since the epoch. */
	readonly now: () => number;
}

/** The review: one row a decision, keys for everything. */
export function Review({ app, controller, frame = null, now }: ReviewProps): VNode {
	const model = useModel(controller);
	const root = useRef<HTMLDivElement>(null);
	const filterInput = useRef<HTMLInputElement>(null);
	const on = useMemo(() => sectionEvents(controller), [controller]);
	const inConflict = useMemo(() => ({ apply: controller.applyToNewText, skip: controller.skip }), [controller]);
	const inHistory = useMemo(() => ({ focus: controller.focusDecision, turn: (decision: number, way: Way) => controller.inTurn(() => controller.turn(decision, way)) }), [controller]);
	useFocusFollower(root, model.state.history ? model.state.history.focus : model.state.focus, { member: model.state.group?.member ?? null, isStill: frame !== null });
	useRowInView(root, [controller.evidence(), controller.surroundings()], frame !== null);
	const around = { focusFilter: () => (frame ? frame.open(frame.filter) : filterInput.current?.select()), showKeys: () => new KeysModal(app).open() };
	const today = startOfDay(now()).getTime();
	return (
		<div ref={root} class={`ratify-review ${frame ? 'is-embedded' : ''}`} onKeyDown={(event) => onKeyDown(event, controller, around)}>
			{frame ? <EmbedHeader model={model} frame={frame} /> : <Header controller={controller} model={model} today={today} filterInput={filterInput} />}
			<div class="ratify-list" tabIndex={model.state.focus === null ? 0 : -1}>
				{model.state.history && <History decisions={model.runner.journal.decisions} focus={model.state.history.focus} today={today} on={inHistory} />}
				{!model.state.history && (model.list.sections.length === 0
					? !frame && <ReviewEmpty isReading={!isReady(model.snapshot)} filter={model.state.filter} ways={relaxQuery(model.snapshot, model.state.filter)} today={today} isWriting={model.runner.pending.size > 0} decided={decidedToday(model, today)} setFilter={controller.filter} />
					: <Sections controller={controller} model={model} isScrolled={!frame} today={today} on={on} />)}
			</div>
			{model.runner.conflicts.length > 0 && <ConflictList conflicts={model.runner.conflicts} on={inConflict} />}
			{(!frame || controller.hasDecided) && <ReviewFooter runner={model.runner} undo={(decision) => controller.inTurn(() => controller.turn(decision, 'undo'))} redo={(decision) => controller.inTurn(() => controller.turn(decision, 'redo'))} decideRest={controller.decideRest} stop={controller.stop} />}
			<Announcer model={model} frame={frame} />
		</div>
	);
}

interface SectionsProps {
	readonly controller: ReviewController;
	readonly model: ReviewModel;
	/** Whether the list scrolls by itself, and not with a note. */
	readonly isScrolled: boolean;
	readonly today: number;
	readonly on: SectionEvents;
}

const NO_KEYS: ReadonlySet<string> = new Set();

/** Hands each section only what concerns it, so that a key redraws one section and not all. */
function Sections({ controller, model: { snapshot, list, state, runner, groupBy }, isScrolled, today, on }: SectionsProps): VNode {
	const { outcome } = runner;
	const failed = outcome && outcome.failures.length + outcome.conflicts.length > 0 ? outcome : null;
	const focused = state.focus === null ? undefined : list.sectionKey(state.focus);
	const draw = (drawn: DrawnSection): VNode => {
		const { key } = drawn.section;
		const holdsFocus = key === focused;
		return (
			<SectionView
				key={key}
				drawn={drawn}
				snapshot={snapshot}
				groupBy={groupBy}
				neighbours={controller.neighbours}
				isClosed={state.closed.has(key)}
				focus={holdsFocus ? state.focus : null}
				group={holdsFocus ? state.group : null}
				evidence={holdsFocus ? controller.evidence() : null}
				surroundings={holdsFocus ? controller.surroundings() : null}
				draft={holdsFocus && state.isEditing ? controller.draft : null}
				selection={state.selection.size > 0 ? state.selection : NO_KEYS}
				failed={failed}
				today={today}
				toggle={controller.toggleSection}
				on={on}
			/>
		);
	};
	return <RowList list={list} closed={state.closed} focus={state.focus} isScrolled={isScrolled} draw={draw} />;
}

interface HeaderProps {
	readonly controller: ReviewController;
	readonly model: ReviewModel;
	readonly today: number;
	readonly filterInput: RefObject<HTMLInputElement | null>;
}

function Header({ controller, model, today, filterInput }: HeaderProps): VNode {
	const { snapshot, state } = model;
	const left = countLeft(model);
	const { groupBy, sortBy } = snapshot.settings;
	const problems = useMemo(() => parseQuery(state.filter, snapshot).problems, [state.filter, snapshot.today]);
	return (
		<ReviewHeader
			filter={state.filter}
			filterInput={filterInput}
			problems={problems}
			suggest={(text, caret) => suggestTerms(snapshot, text, caret)}
			left={left}
			shown={countShown(model)}
			mine={left.mine}
			decided={decidedToday(model, today)}
			groupBy={groupBy}
			sortBy={sortBy}
			isHistory={state.history !== null}
			changeFilter={controller.filter}
			toggleHistory={controller.toggleHistory}
			arrange={(event) => showArrangements(controller, event)}
		/>
	);
}

function decidedToday({ runner, snapshot }: ReviewModel, today: number): DecisionCount {
	return countDecided(runner.journal.decisions, today, snapshot.conventions.statuses);
}

function useModel(controller: ReviewController): ReviewModel {
	const [model, setModel] = useState(controller.model);
	useEffect(() => {
		const stopListening = controller.subscribe(() => setModel(controller.model));
		const stop = controller.start();
		return () => {
			stop();
			stopListening();
		};
	}, [controller]);
	return model;
}

/** Lets the keyboard's focus follow the focused row, and what is seen the proposal in focus, but takes the keyboard from nothing outside the list. @param isStill scrolls nothing before the user is there */
function useFocusFollower(root: RefObject<HTMLDivElement | null>, focus: string | number | null, { member, isStill }: { readonly member: string | null; readonly isStill: boolean }): void {
	const hadFocus = useRef({ list: false, review: false });
	const list = root.current?.querySelector('.ratify-list') ?? null;
	const holdsFocus = (part: Element | null): boolean => part?.contains(part.doc.activeElement) === true;
	if (list) hadFocus.current = { list: holdsFocus(list), review: holdsFocus(root.current) };
	useLayoutEffect(() => {
		if (!root.current || (isStill && !hadFocus.current.review)) return;
		for (const seen of ['.ratify-row.is-focused', '.ratify-member.is-kept']) root.current.querySelector(seen)?.scrollIntoView({ block: 'nearest' });
		// A heading that opens or closes its section keeps the keyboard.
		if (hadFocus.current.list && root.current.doc.activeElement?.matches('.ratify-section-toggle') !== true) rowOrList(root.current)?.focus({ preventScroll: true });
	}, [focus, member]);
	useLayoutEffect(() => {
		// What had the keyboard may be gone, such as a button that is drawn no more.
		const isLost = hadFocus.current.review && root.current?.doc.activeElement === root.current?.doc.body;
		if (isLost && root.current) rowOrList(root.current)?.focus({ preventScroll: true });
	});
}

/** Keeps the focused row in view as the words that prove it and those around it come in below, unless the user has scrolled away from it. */
function useRowInView(root: RefObject<HTMLDivElement | null>, coming: readonly unknown[], isStill: boolean): void {
	useLayoutEffect(() => {
		if (isStill) return;
		const row = root.current?.querySelector('.ratify-row.is-focused');
		const list = row?.closest('.ratify-list');
		const [shown, seen] = [row?.getBoundingClientRect(), list?.getBoundingClientRect()];
		if (!row || !list || !shown || !seen || shown.top < seen.top || shown.top >= seen.bottom) return;
		row.scrollIntoView({ block: 'nearest' });
		list.scrollTop += leftBelow(row, seen);
	}, coming);
}

/** How much more of a row can be seen, in pixels: of one that does not fit, the beginning counts, below the heading that stays. */
function leftBelow(row: Element, seen: DOMRect): number {
	const { top, bottom } = row.getBoundingClientRect();
	const heading = row.closest('section')?.querySelector('h3')?.getBoundingClientRect().height ?? 0;
	// Not every browser scrolls by parts of pixels.
	return Math.ceil(Math.max(0, Math.min(bottom - seen.bottom, top - seen.top - heading)));
}

function onKeyDown(event: KeyboardEvent, controller: ReviewController, around: Parameters<typeof handleKey>[2]): void {
	const target = event.target as HTMLElement;
	const isHandled = target.matches('.ratify-words')
		? handleEditorKey(event, controller)
		: isTextField(target) ? handleFilterKey(event, target, controller) : handleHeadingKey(event, target.closest('.ratify-list')) || (!isOwnKey(event, target) && handleKey(controller, event, around));
	if (!isHandled) return;
	event.preventDefault();
	event.stopPropagation();
}

/** In the filter, keys are text, but for those that lead back to the rows. */
function handleFilterKey(event: KeyboardEvent, input: HTMLInputElement, controller: ReviewController): boolean {
	if (event.key === 'Escape' && controller.model.state.filter !== '') {
		controller.filter('');
		return true;
	}
	if (!['ArrowDown', 'Enter', 'Escape'].includes(event.key)) return false;
	const root = input.closest('.ratify-review');
	if (root) rowOrList(root)?.focus();
	return true;
}

/** Where the keyboard belongs: the focused row, or where it will appear. */
function rowOrList(root: Element): HTMLElement | null {
	return root.querySelector<HTMLElement>('.ratify-row.is-focused') ?? root.querySelector<HTMLElement>('.ratify-list');
}

function isTextField(target: HTMLElement): target is HTMLInputElement {
	return target.instanceOf(HTMLInputElement) && target.type !== 'radio';
}

/** Enter and Space on a button that was reached with Tab press that button; arrows and Space among choices choose. */
function isOwnKey({ key }: KeyboardEvent, target: HTMLElement): boolean {
	if (target.instanceOf(HTMLInputElement)) return key === ' ' || key.startsWith('Arrow');
	return (key === 'Enter' || key === ' ') && target.closest('button') !== null;
}

/** What the mouse does comes in turn with what keys do. */
function sectionEvents(controller: ReviewController): SectionEvents {
	const inTurn = <T extends readonly unknown[]>(act: (...args: T) => void) => (...args: T): void => controller.inTurn(() => act(...args));
	const decide = inTurn(controller.decide);
	return {
		focus: inTurn(controller.focus),
		select: inTurn(controller.select),
		toggleGroup: inTurn(controller.toggleGroup),
		focusMember: inTurn(controller.focusMember),
		chooseValues: inTurn(controller.chooseValues),
		takeOut: inTurn(controller.takeOut),
		join: inTurn(controller.join),
		decide,
		open: controller.open,
		openSource: controller.openSource,
		openPassage: controller.openPassage,
		openFile: controller.openFile,
		previewSource: controller.previewSource,
		openDecided: controller.openDecided,
		writeDraft: controller.writeDraft,
		saveDraft: controller.saveDraft,
		dropDraft: controller.dropDraft,
		putAwayRepeats: inTurn(controller.putAwayRepeats),
		decideSection: inTurn(controller.decideSection),
		more: (key, event) => showMore(controller, { key, event, decide }),
	};
}

function showMore(controller: ReviewController, { key, event, decide }: Pick<SectionEvents, 'decide'> & { readonly key: string; readonly event: MouseEvent }): void {
	const menu = new Menu();
	for (const action of ACTIONS) {
		menu.addItem((item) => item.setTitle(words.actions[action.id].name).setIcon(action.icon).onClick(() => decide(action, key)));
	}
	menu.addSeparator();
	menu.addItem((item) => item.setTitle(words.row.editText).setIcon('pencil').onClick(() => controller.edit(key)));
	for (const { what, icon } of CHANGES) menu.addItem((item) => item.setTitle(words.changes.menu[what]).setIcon(icon).onClick(() => controller.pick(what, [key])));
	menu.addSeparator();
	menu.addItem((item) => item.setTitle(words.controls.openNote).setIcon('file-text').onClick((click) => controller.open(key, Keymap.isModEvent(click))));
	menu.addItem((item) => item.setTitle(words.row.openInTab).setIcon('file-plus').onClick(() => controller.open(key, 'tab')));
	menu.addItem((item) => item.setTitle(words.controls.openSource).setIcon('mail').onClick((click) => controller.openSource(key, Keymap.isModEvent(click))));
	showBelow(menu, event);
}

function showArrangements(controller: ReviewController, event: MouseEvent): void {
	const { groupBy, sortBy } = controller.model.snapshot.settings;
	const menu = new Menu();
	for (const { by, icon } of GROUPINGS) menu.addItem((item) => item.setSection('group').setTitle(words.groupings[by].name).setIcon(icon).setChecked(by === groupBy).onClick(() => controller.arrange({ groupBy: by })));
	for (const by of SORTINGS) menu.addItem((item) => item.setSection('sort').setTitle(words.sortings[by].name).setChecked(by === sortBy).onClick(() => controller.arrange({ sortBy: by })));
	showBelow(menu, event);
}

function showBelow(menu: Menu, event: MouseEvent): void {
	const target = event.currentTarget as HTMLElement;
	const { left, bottom } = target.getBoundingClientRect();
	menu.showAtPosition({ x: left, y: bottom }, target.doc);
}
