import type { VNode } from 'preact';
import type { Snapshot } from '../../core/index-store';
import { findMentions } from '../../core/mention';
import type { People } from '../../core/people';
import type { Proposal } from '../../core/proposal';
import { selectPeople } from '../../core/selectors';
import { noting } from '../name-ref';

interface NamedTextProps {
	readonly text: string;
	/** Vault path of the note that it stands in. */
	readonly path: string;
	/** As written, without their `@`. */
	readonly names: readonly string[];
}

const NOBODY: readonly string[] = [];
const known = new WeakMap<Proposal, { readonly people: People; readonly names: readonly string[] }>();

/** Whom a proposal's sentence mentions, as written; the same object while it and the people stay the same. */
export function namesIn(snapshot: Snapshot, proposal: Proposal): readonly string[] {
	if (!proposal.text.includes('@')) return NOBODY;
	const people = selectPeople(snapshot);
	const former = known.get(proposal);
	if (former?.people === people) return former.names;
	const found = findMentions(proposal.text, (name) => people.isKnownName(name)).map(({ name }) => name);
	const names = former && former.names.join('\n') === found.join('\n') ? former.names : found;
	known.set(proposal, { people, names });
	return names;
}

/** A text in which mentions say more where the mouse rests on them. */
export function NamedText({ text, path, names }: NamedTextProps): VNode {
	const parts: (string | VNode)[] = [];
	let from = 0;
	for (const name of names) {
		const at = text.indexOf(`@${name}`, from);
		if (at < 0) continue;
		const end = at + name.length + 1;
		parts.push(text.slice(from, at), <span key={at} ref={noting({ kind: 'mention', name, path })}>{text.slice(at, end)}</span>);
		from = end;
	}
	return <>{parts}{text.slice(from)}</>;
}
