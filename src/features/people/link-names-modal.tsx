import { Modal, type App } from 'obsidian';
import { render, type VNode } from 'preact';
import { useState } from 'preact/hooks';
import { noteName } from '../../core/note';
import { shorten } from '../../core/shorten';
import type { NameLink, NoteNameLinks } from '../../obsidian/name-links';
import { words } from '../../words/words';
import { groupLinks, keyOfLink, type LinkGroup } from './link-groups';
import { Icon } from '../icon';

const MOST_NAMED = 200;
const MOST_NOTES = 20;
const MOST_UNSURE = 12;

/** What is shown, and who is told of the choice. */
interface LinkNamesParts {
	readonly notes: readonly NoteNameLinks[];
	/** Is told which of the links are wanted, where the user goes on. */
	readonly link: (isWanted: (link: NameLink) => boolean) => void;
}

/** Shows what would be linked, name by name, before anything is written. */
export class LinkNamesModal extends Modal {
	constructor(app: App, private readonly parts: LinkNamesParts) {
		super(app);
		this.modalEl.addClass('ratify-links-modal');
		this.setTitle(words.linkNames.title);
	}

	override onOpen(): void {
		const { notes, link } = this.parts;
		const go = (left: ReadonlySet<string>): void => {
			this.close();
			link((each) => !left.has(keyOfLink(each)));
		};
		render(<Preview notes={notes} link={go} cancel={() => this.close()} />, this.contentEl);
		this.contentEl.querySelector<HTMLElement>('.mod-cta')?.focus();
	}

	override onClose(): void {
		render(null, this.contentEl);
	}
}

interface PreviewProps {
	readonly notes: readonly NoteNameLinks[];
	readonly link: (left: ReadonlySet<string>) => void;
	readonly cancel: () => void;
}

function Preview({ notes, link, cancel }: PreviewProps): VNode {
	const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
	const groups = groupLinks(notes);
	const wanted = groups.filter(({ key }) => !left.has(key));
	const count = wanted.reduce((sum, each) => sum + each.count, 0);
	const toggle = (key: string): void => setLeft(left.has(key) ? new Set([...left].filter((each) => each !== key)) : new Set([...left, key]));
	return (
		<>
			<p class="ratify-links-says">{words.linkNames.about}</p>
			<div class="ratify-links-list">
				<table class="ratify-links">
					<thead><tr><th><span class="ratify-unseen">{words.controls.wanted}</span></th><th>{words.linkNames.link}</th><th>{words.linkNames.leadsTo}</th><th>{words.linkNames.where}</th></tr></thead>
					<tbody>{groups.map((group) => <GroupRow key={group.key} group={group} isWanted={!left.has(group.key)} toggle={() => toggle(group.key)} />)}</tbody>
				</table>
			</div>
			<Unsure names={[...new Set(notes.flatMap(({ unsure }) => unsure))]} />
			<div class="modal-button-container">
				<button class="mod-cta" disabled={count === 0} onClick={() => link(left)}>{words.linkNames.go({ count })}</button>
				<button onClick={cancel}>{words.controls.cancel}</button>
			</div>
		</>
	);
}

function GroupRow({ group: { name, person, count, paths }, isWanted, toggle }: { readonly group: LinkGroup; readonly isWanted: boolean; readonly toggle: () => void }): VNode {
	const [only, ...others] = paths;
	const where = only !== undefined && others.length === 0 ? words.linkNames.inNote({ count, note: noteName(only) }) : words.linkNames.inNotes({ count, notes: paths.length });
	return (
		<tr class={isWanted ? '' : 'is-left'}>
			<td><label class="ratify-check"><input type="checkbox" checked={isWanted} aria-label={words.linkNames.linkThis({ name: shorten(name, MOST_NAMED) })} onChange={toggle} /></label></td>
			<td dir="auto">{shorten(name, MOST_NAMED)}</td>
			<td><span dir="auto">{shorten(person.name, MOST_NAMED)}</span><span class="ratify-links-path" dir="auto">{shorten(person.path.replace(/(?:\/README)?\.md$/iu, ''), MOST_NAMED)}</span></td>
			<td>
				{paths.length === 1 ? <span dir="auto">{shorten(where, MOST_NAMED)}</span> : (
					<details>
						<summary>{where}</summary>
						<ul>
							{paths.slice(0, MOST_NOTES).map((path) => <li key={path} dir="auto">{shorten(noteName(path), MOST_NAMED)}</li>)}
							{paths.length > MOST_NOTES && <li>{words.controls.andMore({ count: paths.length - MOST_NOTES })}</li>}
						</ul>
					</details>
				)}
			</td>
		</tr>
	);
}

function Unsure({ names }: { readonly names: readonly string[] }): VNode | null {
	if (names.length === 0) return null;
	const shown = names.slice(0, MOST_UNSURE).map((name) => shorten(name, MOST_NAMED)).join(', ');
	const more = names.length - MOST_UNSURE;
	const says = more > 0 ? words.linkNames.unsureAndMore({ names: shown, count: more }) : words.linkNames.unsure({ names: shown });
	return <p class="ratify-links-unsure"><Icon name="circle-help" /><span dir="auto">{says}</span></p>;
}
