import { Keymap, Modal, type App, type PaneType } from 'obsidian';
import { render, type VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { SnapshotSource } from '../../core/index-store';
import { noteName } from '../../core/note';
import { foldName } from '../../core/person';
import { shorten } from '../../core/shorten';
import { selectUnknownNames, type UnknownName } from '../../core/unknown-people';
import { words } from '../../words/words';
import { Icon } from '../icon';
import type { NewPeople } from './new-people';

const MOST_NAMED = 200;
const MOST_SHOWN = 200;
const MOST_NOTES = 20;
const MOST_NEAR = 2;

/** What the list works with. */
export interface UnknownPeopleParts {
	readonly app: App;
	readonly store: SnapshotSource;
	readonly newPeople: NewPeople;
	readonly open: (path: string, pane: PaneType | boolean) => void;
}

/** The names of nobody known, with what can be done about each. Follows the index while it is open. */
export class UnknownPeopleModal extends Modal {
	#stop: () => void = () => undefined;

	constructor(private readonly parts: UnknownPeopleParts) {
		super(parts.app);
		this.modalEl.addClass('ratify-unknown-modal');
		this.setTitle(words.unknownPeople.title);
	}

	override onOpen(): void {
		const { store, newPeople, open } = this.parts;
		const leave = (path: string, pane: PaneType | boolean): void => {
			this.close();
			open(path, pane);
		};
		const draw = (): void => keepFocus(this.contentEl, () => render(<UnknownPeople names={selectUnknownNames(store.snapshot)} newPeople={newPeople} open={leave} />, this.contentEl));
		draw();
		this.#stop = store.subscribe(draw);
		this.contentEl.querySelector('input')?.focus();
	}

	override onClose(): void {
		this.#stop();
		render(null, this.contentEl);
	}
}

interface UnknownPeopleProps extends Pick<UnknownPeopleParts, 'newPeople' | 'open'> {
	readonly names: readonly UnknownName[];
}

function UnknownPeople({ names, newPeople, open }: UnknownPeopleProps): VNode {
	const [filter, setFilter] = useState('');
	const wanted = foldName(filter);
	const found = names.filter(({ key }) => key.includes(wanted));
	return (
		<>
			<p class="ratify-links-says">{names.length === 0 ? words.unknownPeople.none : words.unknownPeople.about({ count: names.length })}</p>
			<input type="search" class="ratify-unknown-filter" placeholder={words.unknownPeople.filterHint} aria-label={words.unknownPeople.filter} value={filter} onInput={(event) => setFilter(event.currentTarget.value)} />
			<ul class="ratify-unknown" onKeyDown={moveAmongRows}>
				{found.slice(0, MOST_SHOWN).map((unknown) => <UnknownRow key={unknown.key} unknown={unknown} newPeople={newPeople} open={open} />)}
			</ul>
			{found.length === 0 && names.length > 0 && <p class="ratify-links-unsure">{words.unknownPeople.noneFound}</p>}
			{found.length > MOST_SHOWN && <p class="ratify-links-unsure">{words.unknownPeople.rarer({ count: found.length - MOST_SHOWN })}</p>}
		</>
	);
}

function UnknownRow({ unknown: { name, count, paths, near }, newPeople, open }: Omit<UnknownPeopleProps, 'names'> & { readonly unknown: UnknownName }): VNode {
	const shown = shorten(name, MOST_NAMED);
	const where = paths[0] ?? '';
	return (
		<li>
			<div class="ratify-unknown-name">
				<span dir="auto">{shown}</span>
				<details>
					<summary>{words.unknownPeople.where({ count, notes: paths.length })}</summary>
					<ul>
						{paths.slice(0, MOST_NOTES).map((path) => (
							<li key={path}><button class="ratify-link" dir="auto" onClick={(event) => open(path, Keymap.isModEvent(event))}>{shorten(noteName(path), MOST_NAMED)}</button></li>
						))}
						{paths.length > MOST_NOTES && <li>{words.controls.andMore({ count: paths.length - MOST_NOTES })}</li>}
					</ul>
				</details>
			</div>
			<div class="ratify-unknown-ways">
				{near.slice(0, MOST_NEAR).map((person) => (
					<button key={person.path} class="ratify-button" onClick={() => newPeople.sameAs(name, person, where)}>{words.card.sameAs({ name: shorten(person.name, MOST_NAMED) })}</button>
				))}
				<button class="ratify-button" aria-label={words.unknownPeople.nameSameAs({ name: shown })} onClick={() => newPeople.sameAs(name, null, where)}>{words.card.sameAsOther}</button>
				<button class="ratify-button" aria-label={words.unknownPeople.createNoteFor({ name: shown })} onClick={() => void newPeople.create(name, false)}><Icon name="user-plus" />{words.card.createNote}</button>
			</div>
		</li>
	);
}

/** A row that has the keyboard may go as it is drawn; then the one that takes its place has it. */
function keepFocus(el: HTMLElement, draw: () => void): void {
	const focused = el.doc.activeElement;
	const row = focused?.closest('.ratify-unknown > li');
	const at = row ? [...(row.parentElement?.children ?? [])].indexOf(row) : -1;
	draw();
	if (at < 0 || el.contains(el.doc.activeElement)) return;
	const rows = el.querySelectorAll('.ratify-unknown > li');
	const next = rows[Math.min(at, rows.length - 1)]?.querySelector<HTMLElement>('.ratify-unknown-ways > button:last-child');
	(next ?? el.querySelector('input'))?.focus();
}

/** The arrow keys go from row to row, to the same button there. */
function moveAmongRows(event: KeyboardEvent): void {
	const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
	const button = (event.target as HTMLElement).closest('.ratify-unknown-ways > button');
	const row = button?.closest('li');
	const next = step === undefined ? null : step > 0 ? row?.nextElementSibling : row?.previousElementSibling;
	if (!button || !next) return;
	// Counted from the end, where all rows have the same.
	const fromEnd = [...(button.parentElement?.children ?? [])].reverse().indexOf(button);
	const buttons = [...next.querySelectorAll<HTMLElement>('.ratify-unknown-ways > button')].reverse();
	(buttons[fromEnd] ?? buttons.at(-1))?.focus();
	event.preventDefault();
}
