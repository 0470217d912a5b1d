import type { Command } from 'obsidian';
import { words } from '../../words/words';
import { UnknownPeopleModal, type UnknownPeopleParts } from './unknown-people-modal';

/** Lists the names of nobody known. */
export function unknownPeopleCommand(parts: UnknownPeopleParts): Command {
	return { id: 'show-unknown-people', name: words.commands.showUnknownPeople, callback: () => new UnknownPeopleModal(parts).open() };
}
