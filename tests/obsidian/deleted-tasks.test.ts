import { choose, dismissAction } from '../../src/core/actions';
import { DEFAULT_SETTINGS, joinConventions } from '../../src/core/settings';
import { selectProposals } from '../../src/core/selectors';
import { followDeletions } from '../../src/obsidian/deleted-tasks';
import { openIndexed, runnerOver } from './indexed-vault';

test('a task whose line is deleted is remembered until it is back', async () => {
	const vault = await openIndexed({
		'A.md': '- [?] Send it. @[[Ana Ruiz]] #task\n- [?] Keep it. #task\n\t- with a note\n',
		'People/Ana Ruiz/README.md': '---\ntype: people\naliases: [Ana]\n---\n# Ana Ruiz\n',
	});
	const { store } = vault;
	store.update({ conventions: joinConventions({ ...DEFAULT_SETTINGS, dismissBy: 'delete' }, null) });
	const runner = runnerOver(vault);
	const stop = followDeletions({ runner, store, now: () => new Date(2026, 10, 22).getTime(), remember: (change) => store.update({ memory: { ...store.snapshot.memory, ...change } }) });
	await runner.run(choose(dismissAction, selectProposals(store.snapshot)));
	expect(await vault.read('A.md')).toBe('- [-] Keep it. #task\n\t- with a note\n');
	expect(store.snapshot.memory.deleted).toEqual([{ text: 'Send it.', owner: 'Ana Ruiz', day: '2026-11-22' }]);
	await runner.undo();
	expect(store.snapshot.memory.deleted).toEqual([]);
	await runner.redo();
	expect(store.snapshot.memory.deleted).toHaveLength(1);
	stop();
	await runner.undo();
	expect(store.snapshot.memory.deleted).toHaveLength(1);
	vault.close();
});
