import type { Snapshot } from '../core/index-store';
import type { People, Resolution } from '../core/people';
import type { Proposal } from '../core/proposal';
import { resolveOwner, selectPeople } from '../core/selectors';
import { words } from '../words/words';
import type { NameRef } from './name-ref';

/** Whom a row is for, as it is shown. */
export interface OwnerLabel {
	readonly text: string;
	readonly icon: string;
	/** What to say on hover; null where the text says all. */
	readonly hint: string | null;
}

/** The same of a proposal, with the name as it is written there; null where nobody is named. */
export interface NamedOwnerLabel extends OwnerLabel {
	readonly ref: NameRef | null;
}

const known = new WeakMap<Pick<Proposal, 'owner' | 'path'>, { readonly people: People; readonly label: NamedOwnerLabel }>();

/** The label of a proposal's owner; the same object while proposal and people stay the same. */
export function ownerOf(snapshot: Snapshot, proposal: Pick<Proposal, 'owner' | 'path'>): NamedOwnerLabel {
	const people = selectPeople(snapshot);
	const former = known.get(proposal);
	if (former?.people === people) return former.label;
	const ref = proposal.owner === null ? null : { kind: 'field' as const, name: proposal.owner, path: proposal.path };
	const label = { ...ownerLabel(proposal.owner, resolveOwner(snapshot, proposal)), ref };
	known.set(proposal, { people, label });
	return label;
}

/** Says whom a proposal is for, and where that is not certain, that it is not. */
export function ownerLabel(owner: string | null, resolution: Resolution | null): OwnerLabel {
	if (owner === null || resolution === null) return { text: words.owners.nobody, icon: 'user-x', hint: null };
	const name = owner.replace(/^\[\[(?:[^|\]]*\|)?([^\]]*)\]\]$/u, '$1');
	switch (resolution.kind) {
		case 'owner': return { text: words.owners.me, icon: 'user', hint: null };
		case 'person': return { text: resolution.person.name, icon: 'user', hint: null };
		case 'weak': return { text: `${name}?`, icon: 'circle-help', hint: words.owners.perhaps({ name: resolution.person.name }) };
		case 'ambiguous': return {
			text: words.owners.several({ name, people: resolution.candidates.length }),
			icon: 'circle-help',
			hint: resolution.candidates.map((person) => person.name).join(', '),
		};
		case 'group': return { text: name, icon: 'users', hint: null };
		case 'placeholder': return { text: name, icon: 'user-x', hint: words.owners.notNamedYet };
		case 'unknown': return { text: name, icon: 'user', hint: words.owners.noNote };
	}
}
