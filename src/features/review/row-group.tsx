import type { VNode } from 'preact';
import type { TaskValues } from '../../core/task-values';
import { words } from '../../words/words';
import type { Difference, GroupView, Member } from './group-view';
import { Icon } from '../icon';
import { noting } from '../name-ref';
import { MemberText } from './member-text';
import { useUniqueId } from './unique-id';

interface RowGroupProps {
	/** The key of the row. */
	readonly row: string;
	readonly group: GroupView;
	readonly on: GroupEvents;
}

/** What the group tells the review. */
export interface GroupEvents {
	readonly toggleGroup: (row: string) => void;
	readonly focusMember: (member: string) => void;
	readonly chooseValues: (values: Partial<TaskValues>) => void;
	readonly takeOut: (member: string) => void;
}

/** Of a bigger group not all are shown. */
const MOST_SHOWN = 100;
const ICONS: Readonly<Record<Member['kind'], string>> = { waits: 'copy', archived: 'archive', decided: 'history' };
const FIELD_KEYS: Readonly<Record<keyof TaskValues, string>> = { due: 'd', priority: 'p', owner: 'a' };

/** What repeats the focused row's proposal: one of them, or, once opened, all, of which one is kept. */
export function RowGroup(props: RowGroupProps): VNode {
	return props.group.isOpen ? <OpenGroup {...props} /> : <ClosedGroup {...props} />;
}

function ClosedGroup({ row, group: { kept, members, differences }, on }: RowGroupProps): VNode {
	const waiting = members.filter(({ key, kind }) => key !== kept.key && kind === 'waits');
	const others = waiting.length > 0 ? waiting : members.filter(({ key }) => key !== kept.key);
	const variant = others.find(({ text }) => text !== kept.text);
	const rest = variant ? others.filter((other) => other !== variant) : others;
	const differing = differences.map(({ field }) => field);
	return (
		<div class="ratify-group">
			{variant && <p class="ratify-variant" dir="auto"><Icon name={ICONS[variant.kind]} /><MemberText text={variant.text} kept={kept.text} /></p>}
			<button class="ratify-link ratify-group-toggle" aria-expanded={false} onClick={(event) => apart(event, () => on.toggleGroup(row))}>
				{variant === undefined && <Icon name="copy" />}
				<span>{[summarize(rest, variant !== undefined), ...(differing.length > 0 ? [words.fields.differ({ fields: differing })] : [])].join(' · ')}</span>
				<kbd aria-hidden="true">g</kbd>
			</button>
		</div>
	);
}

function summarize(rest: readonly Member[], isBesideVariant: boolean): string {
	if (rest.length === 0) return words.group.compareBoth;
	// What was decided is told above, with its note.
	if (rest.every(({ kind }) => kind === 'decided')) return isBesideVariant ? words.group.compare : words.group.sameWords;
	const notes = new Set(rest.map(({ path }) => path)).size;
	return (isBesideVariant ? words.group.more : words.group.moreInSameWords)({ count: rest.length, notes });
}

function OpenGroup({ row, group: { kept, members, canTakeOut, differences }, on }: RowGroupProps): VNode {
	const label = useUniqueId();
	return (
		<div class="ratify-group is-open">
			<div class="ratify-group-heading">
				<span id={label}>{nameChoice(members.filter(({ kind }) => kind === 'waits').length)}</span>
				<button class="ratify-link" aria-expanded={true} onClick={(event) => apart(event, () => on.toggleGroup(row))}><span>{words.controls.close}</span><kbd aria-hidden="true">g</kbd></button>
			</div>
			<ul class="ratify-members" aria-labelledby={label}>
				{members.slice(0, MOST_SHOWN).map((member) => <MemberRow key={member.key} member={member} kept={kept} canTakeOut={canTakeOut} on={on} />)}
			</ul>
			{members.length > MOST_SHOWN && <p class="ratify-group-rest">{words.controls.andMore({ count: members.length - MOST_SHOWN })}</p>}
			{differences.map((difference) => <Choices key={difference.field} difference={difference} on={on} />)}
		</div>
	);
}

interface MemberRowProps {
	readonly member: Member;
	readonly kept: { readonly key: string; readonly text: string };
	/** Whether the one that is kept can be. */
	readonly canTakeOut: boolean;
	readonly on: GroupEvents;
}

function MemberRow({ member: { key, text, note, kind }, kept, canTakeOut, on }: MemberRowProps): VNode {
	const isKept = key === kept.key;
	return (
		<li
			class={`ratify-member ${isKept ? 'is-kept' : ''} mod-${kind}`}
			aria-current={isKept}
			onClick={(event) => apart(event, () => { if (kind === 'waits') on.focusMember(key); })}
		>
			<Icon name={isKept ? 'circle-check' : kind === 'waits' ? 'circle' : ICONS[kind]} />
			<div class="ratify-member-main">
				<p class="ratify-member-text" dir="auto"><MemberText text={text} kept={kept.text} /></p>
				<p class="ratify-member-note" dir="auto">{note}</p>
				{isKept && canTakeOut && (
					<button class="ratify-link ratify-take-out" onClick={(event) => apart(event, () => on.takeOut(key))}>
						<span>{words.group.notTheSame}</span>
						<kbd aria-hidden="true">t</kbd>
					</button>
				)}
			</div>
		</li>
	);
}

function nameChoice(count: number): string {
	return count === 1 ? words.group.sameAs : words.group.keepOneOf({ count });
}

function Choices({ difference: { field, options }, on }: { readonly difference: Difference; readonly on: GroupEvents }): VNode {
	// Radios of one name are one choice in the whole window, and there may be two reviews in it.
	const id = useUniqueId();
	return (
		<fieldset class="ratify-choices" onClick={(event) => event.stopPropagation()}>
			<legend>{words.fields.names[field]} <kbd aria-hidden="true">{FIELD_KEYS[field]}</kbd></legend>
			{options.map(({ text, ref, values, isChosen }) => (
				<label key={text} class="ratify-choice">
					<input type="radio" name={id} checked={isChosen} onChange={() => on.chooseValues(values)} />
					<span dir="auto" ref={noting(ref)}>{text}</span>
				</label>
			))}
		</fieldset>
	);
}

/** Does what a part of the group does, without what a click on the row does. */
function apart(event: MouseEvent, then: () => void): void {
	event.stopPropagation();
	then();
}
