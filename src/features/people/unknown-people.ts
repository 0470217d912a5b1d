import type { Command } from 'obsidian';
import { UnknownPeopleModal, type UnknownPeopleParts } from './unknown-people-modal';

/** Lists the names of nobody known. */
export function unknownPeopleCommand(parts: UnknownPeopleParts): Command {
	return { id: 'show-unknown-people', name: 'Show people without a note', callback: () => new UnknownPeopleModal(parts).open() };
}
