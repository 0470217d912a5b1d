import { startOfDay } from 'date-fns';
import { Keymap, type PaneType } from 'obsidian';
import type { ComponentChildren, VNode } from 'preact';
import { saidBy } from '../../core/decided';
import type { Dossier, DossierSource } from '../../core/dossier';
import { parseInline } from '../../core/inline-text';
import type { Person } from '../../core/person';
import { shorten } from '../../core/shorten';
import { words } from '../../words/words';
import { dayLabel } from '../due-label';
import { Icon } from '../icon';
import type { Named } from './look-up';

interface PersonCardProps {
	readonly dossiers: DossierSource;
	/** Whether the vault is read, so that nobody is missing. */
	readonly isComplete: boolean;
	/** As a reader would say it. */
	readonly name: string;
	readonly named: Named;
	/** Milliseconds since the epoch. */
	readonly now: number;
	readonly on: CardEvents;
}

/** What the card tells whoever shows it. */
export interface CardEvents {
	readonly open: (path: string, pane: PaneType | boolean) => void;
	/** Shows in the review what waits and concerns a person. */
	readonly review: (person: Person) => void;
	readonly copy: (text: string) => void;
	/** Makes a note for a name that is nobody's. */
	readonly create: (name: string) => void;
	/** Says whose other name it is; null lets the user pick. */
	readonly sameAs: (name: string, person: Person | null) => void;
}

const MOST_NOTES = 3;
const MOST_TASKS = 3;
const MOST_FACTS = 5;
const MOST_NAMED = 200;
const MOST_PEOPLE = 8;

/** Whom a name means, and what the vault knows of that person; says so where that is not certain. */
export function PersonCard(props: PersonCardProps): VNode {
	const { name, named } = props;
	const written = shorten(name, MOST_NAMED);
	switch (named.kind) {
		case 'person': return <Known {...props} person={named.person} doubt={null} />;
		case 'weak': return <Known {...props} person={named.person} doubt={`${words.card.perhaps({ name: written })} ${named.why === 'one-word name' ? words.card.oneWord : words.card.onlyFirstName}`} />;
		case 'ambiguous': return <Several {...props} title={written} people={named.candidates} says={words.card.several({ count: named.candidates.length })} />;
		case 'group': return <Several {...props} title={written} people={named.members} says={words.card.group} />;
		case 'unknown': return (
			<Several {...props} title={written} people={props.isComplete ? named.near : []} says={sayUnknown(props)}>
				{props.isComplete && <NewPerson {...props} near={named.near} />}
			</Several>
		);
	}
}

function sayUnknown({ named, isComplete }: PersonCardProps): string {
	if (!isComplete) return words.card.nobodyYet;
	return named.kind === 'unknown' && named.near.length > 0 ? words.card.slip : words.card.nobody;
}

function Known({ dossiers, person, doubt, now, on }: PersonCardProps & { readonly person: Person; readonly doubt: string | null }): VNode {
	const dossier = dossiers.read(person);
	const today = startOfDay(now).getTime();
	return (
		<div class="ratify-card">
			<Heading person={person} doubt={doubt} dossier={dossier} today={today} />
			<Notes dossier={dossier} today={today} on={on} />
			<Tasks title={words.card.toDecide} count={dossier.proposed.length} texts={dossier.proposed.slice(0, MOST_TASKS).map(({ proposal }) => proposal.text)} />
			<Tasks title={words.card.open} count={dossier.open.length} texts={dossier.open.slice(0, MOST_TASKS).flatMap(({ place }) => (place ? [saidBy(place).text] : []))} />
			{person.keyFacts.length > 0 && (
				<Part title={words.card.keyFacts}>
					<ul class="ratify-card-list">{person.keyFacts.slice(0, MOST_FACTS).map((fact, at) => <li key={at} dir="auto">{plain(fact)}</li>)}</ul>
				</Part>
			)}
			<div class="ratify-card-actions">
				<button class="ratify-button mod-cta" onClick={(event) => on.open(person.path, Keymap.isModEvent(event))}>{words.controls.openNote}</button>
				{dossier.proposed.length > 0 && <button class="ratify-button" onClick={() => on.review(person)}>{words.card.review({ count: dossier.proposed.length })}</button>}
				{person.email !== null && <button class="ratify-button" onClick={() => on.copy(person.email ?? '')}>{words.card.copyEmail}</button>}
				{!dossier.isWhole && <span class="ratify-card-reading" role="status">{words.card.reading}</span>}
			</div>
		</div>
	);
}

function Heading({ person, doubt, dossier, today }: { readonly person: Person; readonly doubt: string | null; readonly dossier: Dossier; readonly today: number }): VNode {
	const does = describe(person);
	return (
		<div class="ratify-card-heading">
			<h3 class="ratify-card-name" dir="auto">{shorten(person.name, MOST_NAMED)}{doubt !== null && '?'}</h3>
			{does !== '' && <p class="ratify-card-role" dir="auto">{does}</p>}
			{doubt !== null && <p class="ratify-card-doubt"><Icon name="circle-help" /><span dir="auto">{doubt}</span></p>}
			<div class="ratify-facts">
				{dossier.lastContact !== null && <Fact icon="calendar-check">{words.card.lastContact({ day: dayLabel(dossier.lastContact, today) })}</Fact>}
				{person.email !== null && <Fact icon="mail">{person.email}</Fact>}
				{person.phone !== null && <Fact icon="phone">{person.phone}</Fact>}
				{dossier.done > 0 && <Fact icon="check">{words.card.done({ count: dossier.done })}</Fact>}
			</div>
		</div>
	);
}

function Notes({ dossier: { notes }, today, on }: { readonly dossier: Dossier; readonly today: number; readonly on: CardEvents }): VNode | null {
	if (notes.length === 0) return null;
	return (
		<Part title={words.card.notesTogether} count={notes.length}>
			<ul class="ratify-card-list">
				{notes.slice(0, MOST_NOTES).map(({ path, title, date }) => (
					<li key={path}>
						<button class="ratify-link ratify-card-note" onClick={(event) => on.open(path, Keymap.isModEvent(event))}>
							<span class="ratify-card-title" dir="auto">{shorten(title, MOST_NAMED)}</span>
							{date !== null && <span class="ratify-card-day">{dayLabel(date, today)}</span>}
						</button>
					</li>
				))}
			</ul>
		</Part>
	);
}

function Tasks({ title, count, texts }: { readonly title: string; readonly count: number; readonly texts: readonly string[] }): VNode | null {
	if (count === 0) return null;
	return (
		<Part title={title} count={count}>
			<ul class="ratify-card-list">{texts.map((text, at) => <li key={at} class="ratify-card-task" dir="auto">{plain(text)}</li>)}</ul>
		</Part>
	);
}

function Several({ title, people, says, on, children }: PersonCardProps & { readonly title: string; readonly people: readonly Person[]; readonly says: string; readonly children?: ComponentChildren }): VNode {
	return (
		<div class="ratify-card">
			<div class="ratify-card-heading">
				<h3 class="ratify-card-name" dir="auto">{title}</h3>
				<p class="ratify-card-doubt"><Icon name="circle-help" /><span>{says}</span></p>
			</div>
			{people.length > 0 && (
				<ul class="ratify-card-list">
					{people.slice(0, MOST_PEOPLE).map((person) => (
						<li key={person.path}>
							<button class="ratify-link ratify-card-candidate" onClick={(event) => on.open(person.path, Keymap.isModEvent(event))}>
								<span dir="auto">{shorten(person.name, MOST_NAMED)}</span>
								<span class="ratify-card-role" dir="auto">{describe(person) || person.path}</span>
							</button>
						</li>
					))}
				</ul>
			)}
			{people.length > MOST_PEOPLE && <p class="ratify-card-doubt">{words.controls.andMore({ count: people.length - MOST_PEOPLE })}</p>}
			{children}
		</div>
	);
}

/** What to do where nobody has the name. */
function NewPerson({ name, near, on }: PersonCardProps & { readonly near: readonly Person[] }): VNode {
	const [only, ...others] = near;
	const likely = only && others.length === 0 ? only : null;
	return (
		<div class="ratify-card-actions">
			<button class="ratify-button mod-cta" onClick={() => on.create(name)}>{words.card.createNote}</button>
			{likely && <button class="ratify-button" onClick={() => on.sameAs(name, likely)}>{words.card.sameAs({ name: shorten(likely.name, MOST_NAMED) })}</button>}
			<button class="ratify-button" onClick={() => on.sameAs(name, null)}>{words.card.sameAsOther}</button>
		</div>
	);
}

function Part({ title, count, children }: { readonly title: string; readonly count?: number; readonly children: ComponentChildren }): VNode {
	return (
		<section class="ratify-card-part">
			<h4 class="ratify-card-part-title">{title}{count !== undefined && <span class="ratify-section-count">{count}</span>}</h4>
			{children}
		</section>
	);
}

function Fact({ icon, children }: { readonly icon: string; readonly children: string }): VNode {
	return <span class="ratify-fact"><Icon name={icon} /><span class="ratify-fact-text" dir="auto">{shorten(children, MOST_NAMED)}</span></span>;
}

function describe({ role, company }: Person): string {
	return shorten([role, company].filter((part) => part !== null).join(' · '), MOST_NAMED);
}

/** Formatting is shown by its words only. */
function plain(text: string): string {
	return parseInline(text).map((span) => span.text).join('');
}
