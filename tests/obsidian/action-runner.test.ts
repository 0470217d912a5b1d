import { choose, chooseRow, confirmAction, dismissAction, type Choice } from '../../src/core/actions';
import { joinConventions } from '../../src/core/settings';
import { selectProposals } from '../../src/core/selectors';
import type { Proposal } from '../../src/core/proposal';
import type { ActionRunner } from '../../src/obsidian/action-runner';
import type { LineEdit } from '../../src/core/edit';
import { putTogether, setApart, type MarkedTask } from '../../src/core/stored-marks';
import { MemoryJournalStore } from '../../src/obsidian/journal-store';
import type { Statement } from '../../src/obsidian/marking';
import { VaultWriter } from '../../src/obsidian/vault-writer';
import { openIndexed, runnerOver, type IndexedVault } from './indexed-vault';

let vault: IndexedVault;
let runner: ActionRunner;

async function open(files: Record<string, string | Uint8Array>): Promise<void> {
	vault = await openIndexed(files);
	runner = runnerOver(vault);
}

afterEach(() => {
	vault.close();
	expect(vault.errors).toEqual([]);
});

function proposals(): readonly Proposal[] {
	return selectProposals(vault.store.snapshot);
}

/** Confirms the first of some proposals and puts the others away with it. */
function confirmFirst([first, ...others]: readonly Proposal[]): Choice[] {
	return first ? chooseRow(confirmAction, { proposal: first, others, archived: [], byAge: [first, ...others], decided: [] }) : [];
}

/** The lines in which two texts of as many lines differ, as a diff shows them. */
function diff(before: string, after: string): string[] {
	const [old, now] = [before.split('\n'), after.split('\n')];
	return now.flatMap((line, at) => (line === old[at] ? [] : [`-${old[at] ?? ''}`, `+${line}`]));
}

const TWO = '# Plan\r\n\r\n- [?] One. @Me #task #proposed #auto\r\n- [?] Two. @Me #task #proposed #auto';

describe('a decision', () => {
	test('changes its line on disk and no other byte; undo gives the file back, redo decides again', async () => {
		await open({ 'A.md': TWO });
		const outcome = await runner.run(choose(confirmAction, proposals().slice(0, 1)));
		expect(outcome).toMatchObject({ done: 'Confirmed', conflicts: [], failures: [] });
		const confirmed = await vault.read('A.md');
		expect(diff(TWO, confirmed)).toEqual(['-- [?] One. @Me #task #proposed #auto\r', '+- [ ] One. @Me #task #auto\r']);
		await runner.undo();
		expect(await vault.read('A.md')).toBe(TWO);
		await runner.redo();
		expect(await vault.read('A.md')).toBe(confirmed);
	});

	test('may do one thing to one proposal and another to the next, and is one step back all the same', async () => {
		await open({ 'A.md': TWO, 'B.md': TWO });
		const [one, ...others] = proposals();
		await runner.run([...choose(confirmAction, one ? [one] : []), ...choose(dismissAction, others)]);
		const changed = await Promise.all(['A.md', 'B.md'].map(async (path) => (await vault.read(path)).match(/\[.\]/gu)));
		expect(changed).toEqual([['[ ]', '[-]'], ['[-]', '[-]']]);
		await runner.undo();
		expect([await vault.read('A.md'), await vault.read('B.md')]).toEqual([TWO, TWO]);
		expect(runner.state.journal.decisions).toHaveLength(1);
	});

	test('asks of each line that has changed about what was chosen for it', async () => {
		await open({ 'A.md': TWO });
		const [one, two] = proposals();
		await vault.writeOutside('A.md', TWO.replace('One.', 'One more.').replace('Two.', 'Two more.'));
		await runner.run([...choose(confirmAction, one ? [one] : []), ...choose(dismissAction, two ? [two] : [])]);
		expect(runner.state.conflicts.map(({ wanted, action }) => [wanted, action])).toEqual([['Confirm', confirmAction], ['Dismiss', dismissAction]]);
	});

	test('puts nothing away where the line that was to be kept is in conflict', async () => {
		await open({ 'A.md': TWO, 'B.md': TWO });
		await vault.writeOutside('A.md', TWO.replace('One.', 'One more.'));
		const outcome = await runner.run(confirmFirst(proposals()));
		expect(outcome).toMatchObject({ made: [], decision: null, conflicts: [{ cause: 'changed' }] });
		expect([await vault.read('A.md'), await vault.read('B.md')]).toEqual([TWO.replace('One.', 'One more.'), TWO]);
		expect(runner.state.pending.size).toBe(0);
	});

	test('takes back what it has put away where the line that was to be kept changes in that moment', async () => {
		await open({ 'A.md': TWO, 'B.md': TWO });
		const real = new VaultWriter(vault.app);
		let hasChanged = false;
		const write = async (path: string, edits: readonly LineEdit[]): Promise<Awaited<ReturnType<VaultWriter['write']>>> => {
			if (path === 'B.md' && !hasChanged) await vault.writeOutside('B.md', TWO.replace('Two.', 'Two more.'));
			hasChanged ||= path === 'B.md';
			return real.write(path, edits);
		};
		runner = runnerOver(vault, { writer: { read: (path) => real.read(path), write } });
		const all = proposals();
		const outcome = await runner.run(confirmFirst([...all].reverse()));
		expect(outcome.conflicts.map(({ now }) => now)).toContain('- [?] Two more. @Me #task #proposed #auto');
		expect([await vault.read('A.md'), await vault.read('B.md')]).toEqual([TWO, TWO.replace('Two.', 'Two more.')]);
		expect([outcome.made, runner.state.journal.decisions]).toEqual([[], []]);
	});

	test('on many lines of many notes is one step back', async () => {
		await open({ 'A.md': TWO, 'B.md': TWO });
		const outcome = await runner.run(choose(dismissAction, proposals()));
		expect(outcome.made).toHaveLength(4);
		expect(runner.state.journal.decisions).toHaveLength(1);
		await runner.undo();
		expect([await vault.read('A.md'), await vault.read('B.md')]).toEqual([TWO, TWO]);
	});

	test('finds its line where another program has moved it', async () => {
		await open({ 'A.md': TWO });
		const [one] = proposals();
		await vault.writeOutside('A.md', `new\r\n${TWO}`);
		await runner.run(choose(confirmAction, one ? [one] : []));
		expect(await vault.read('A.md')).toBe(`new\r\n${TWO.replace('- [?] One. @Me #task #proposed', '- [ ] One. @Me #task')}`);
	});

	test('leaves a line that reads differently now, and says what it reads', async () => {
		await open({ 'A.md': TWO });
		const [one, two] = proposals();
		await vault.writeOutside('A.md', TWO.replace('One.', 'One more.'));
		const outcome = await runner.run(choose(confirmAction, [one, two].flatMap((each) => each ?? [])));
		expect(outcome.conflicts).toMatchObject([{ cause: 'changed', now: '- [?] One more. @Me #task #proposed #auto' }]);
		expect(outcome.made).toHaveLength(1);
		expect(await vault.read('A.md')).toContain('- [?] One more. @Me #task #proposed #auto');
	});

	test('on a note that is gone says so and brings its row back; the other notes are written', async () => {
		await open({ 'A.md': TWO, 'B.md': TWO });
		const all = proposals();
		await vault.host.outside.remove('A.md');
		await vault.host.settle();
		const outcome = await runner.run(choose(confirmAction, all));
		expect(outcome.conflicts.map(({ edit, cause }) => `${edit.path} ${cause}`)).toEqual(['A.md no-note', 'A.md no-note']);
		expect([...runner.state.pending].filter((key) => key.startsWith('A.md'))).toEqual([]);
		expect(await vault.read('B.md')).not.toContain('#proposed');
	});

	test('on a note that vanishes while it is written says so and loses nothing', async () => {
		await open({ 'A.md': TWO, 'B.md': TWO });
		vault.host.adapter.intercept('write', 'A.md', async () => {
			await vault.host.outside.remove('A.md');
			throw new Error("ENOENT: no such file or directory, open 'A.md'");
		});
		const outcome = await runner.run(choose(confirmAction, proposals()));
		expect(outcome.conflicts.map(({ edit, cause }) => `${edit.path} ${cause}`)).toEqual(['A.md no-note', 'A.md no-note']);
		expect(outcome.made.map(({ path }) => path)).toEqual(['B.md', 'B.md']);
		expect([...runner.state.pending].filter((key) => key.startsWith('A.md'))).toEqual([]);
	});

	test('never writes a note that is not valid UTF-8, whose bytes it would destroy', async () => {
		const bytes = new Uint8Array([...new TextEncoder().encode(TWO), 0xff, 0xfe, 10]);
		await open({ 'A.md': bytes });
		const outcome = await runner.run(choose(confirmAction, proposals()));
		expect(outcome.failures[0]?.reason).toContain('not valid UTF-8');
		expect(new Uint8Array(await vault.host.adapter.readBinary('A.md'))).toEqual(bytes);
	});

	test('writes a note that truly holds a replacement character, and keeps its BOM', async () => {
		await open({ 'A.md': `\ufeff${TWO} \ufffd` });
		await runner.run(choose(confirmAction, proposals().slice(0, 1)));
		expect(await vault.read('A.md')).toBe(`\ufeff${TWO.replace('- [?] One. @Me #task #proposed', '- [ ] One. @Me #task')} \ufffd`);
	});

	test('that deletes lines can be taken back', async () => {
		await open({ 'A.md': TWO });
		vault.store.update({ conventions: { ...joinConventions(vault.store.snapshot.settings, null), dismissBy: 'delete' } });
		await runner.run(choose(dismissAction, proposals()));
		expect(await vault.read('A.md')).toBe('# Plan\r\n\r\n');
		await runner.undo();
		expect(await vault.read('A.md')).toBe(TWO);
	});
});

describe('a decision over several notes', () => {
	const FILES = { 'A.md': TWO, 'B.md': TWO, 'C.md': TWO };
	const texts = (): Promise<string[]> => Promise.all(Object.keys(FILES).map((path) => vault.read(path)));

	test('writes none of them where one can not be read, and says which and why', async () => {
		await open({ ...FILES, 'B.md': new Uint8Array([...new TextEncoder().encode(TWO), 0xff]) });
		const outcome = await runner.run(choose(confirmAction, proposals()));
		expect(outcome).toMatchObject({ made: [], decision: null, failures: [{ path: 'B.md', edits: [{ before: '- [?] One. @Me #task #proposed #auto' }, {}] }] });
		expect([await vault.read('A.md'), await vault.read('C.md')]).toEqual([TWO, TWO]);
		expect(runner.state.journal.decisions).toEqual([]);
		expect(runner.state.pending.size).toBe(0);
	});

	test('takes back what it wrote where one can not be written, and says which and why', async () => {
		await open(FILES);
		vault.host.adapter.fail('write', 'B.md', new Error('disk full'));
		const outcome = await runner.run(choose(confirmAction, proposals()));
		expect(outcome).toMatchObject({ made: [], decision: null, conflicts: [], failures: [{ path: 'B.md', reason: 'disk full' }] });
		expect(await texts()).toEqual([TWO, TWO, TWO]);
		expect(runner.state.journal.decisions).toEqual([]);
		await vault.settle();
		expect(runner.state.pending.size).toBe(0);
		expect(proposals()).toHaveLength(6);
	});

	test('can be made without the notes that failed, of which it names the proposals', async () => {
		await open(FILES);
		vault.host.adapter.fail('write', 'B.md', new Error('disk full'));
		const failed = await runner.run(choose(confirmAction, proposals()));
		expect(failed.rest.map(({ proposal }) => proposal.path)).toEqual(['A.md', 'A.md', 'C.md', 'C.md']);
		expect(await runner.run(failed.rest)).toMatchObject({ made: [{}, {}, {}, {}], conflicts: [], failures: [], rest: [] });
		expect((await texts()).map((text) => text === TWO)).toEqual([false, true, false]);
		await runner.undo();
		expect(await texts()).toEqual([TWO, TWO, TWO]);
	});

	test('names no rest of lines in conflict, which wait for an answer of their own', async () => {
		await open({ ...FILES, 'B.md': new Uint8Array([...new TextEncoder().encode(TWO), 0xff]) });
		const all = proposals();
		await vault.writeOutside('A.md', TWO.replace('One.', 'One more.'));
		const { rest } = await runner.run(choose(confirmAction, all));
		expect(rest.map(({ proposal: { path, text } }) => `${path} ${text}`)).toEqual(['A.md Two.', 'C.md One.', 'C.md Two.']);
	});

	test('reports what it could not take back, keeps it in the journal, and takes it back later', async () => {
		await open(FILES);
		vault.host.adapter.fail('write', 'B.md', new Error('disk full'));
		vault.host.adapter.intercept('write', 'B.md', () => undefined);
		vault.host.adapter.intercept('write', 'A.md', () => vault.host.adapter.fail('write', 'A.md', new Error('still full')));
		const outcome = await runner.run(choose(confirmAction, proposals()));
		expect(outcome.failures.map(({ path, reason }) => `${path} ${reason}`)).toEqual(['B.md disk full', 'A.md still full']);
		expect(outcome.made.map(({ path }) => path)).toEqual(['A.md', 'A.md']);
		expect(outcome.rest).toEqual([]);
		expect((await texts()).map((text) => text === TWO)).toEqual([false, true, true]);
		expect((await runner.undo(outcome.decision ?? undefined))?.made).toHaveLength(2);
		expect(await texts()).toEqual([TWO, TWO, TWO]);
	});

	test('does not take back a line that someone has changed since it was written, and shows it', async () => {
		await open(FILES);
		vault.host.adapter.intercept('write', 'B.md', async () => {
			const text = new TextDecoder().decode(await vault.host.outside.read('A.md'));
			await vault.host.outside.write('A.md', new TextEncoder().encode(text.replace('One.', 'One, mine.')));
			throw new Error('disk full');
		});
		const outcome = await runner.run(choose(confirmAction, proposals()));
		expect(outcome.conflicts).toMatchObject([{ edit: { path: 'A.md' }, cause: 'changed', now: '- [ ] One, mine. @Me #task #auto' }]);
		expect(outcome.made).toHaveLength(1);
		expect(await vault.read('A.md')).toBe(TWO.replace('- [?] One. @Me #task #proposed', '- [ ] One, mine. @Me #task'));
	});

	test('can be stopped between notes, and is then taken back', async () => {
		await open(FILES);
		vault.host.adapter.intercept('write', 'B.md', () => runner.stop());
		const outcome = await runner.run(choose(confirmAction, proposals()));
		expect(outcome).toMatchObject({ isStopped: true, made: [], failures: [], decision: null });
		expect(await texts()).toEqual([TWO, TWO, TWO]);
	});

	test('reads at most four notes at once', async () => {
		const files = Object.fromEntries(Array.from({ length: 12 }, (_, at) => [`${at}.md`, TWO]));
		await open(files);
		let reading = 0;
		const most: number[] = [];
		const writer = new VaultWriter(vault.app);
		const counted = {
			write: (path: string, edits: readonly LineEdit[]) => writer.write(path, edits),
			read: async (path: string) => {
				most.push(++reading);
				const text = await writer.read(path);
				reading--;
				return text;
			},
		};
		await runnerOver(vault, { writer: counted }).run(choose(confirmAction, proposals()));
		expect(Math.max(...most)).toBe(4);
		expect(most).toHaveLength(12);
	});
});

describe('a line whose fields have changed since', () => {
	async function decideAfter(text: string, change: (text: string) => string): Promise<string> {
		await open({ 'A.md': text });
		const all = proposals().slice(0, 1);
		await vault.writeOutside('A.md', change(text));
		await runner.run(choose(confirmAction, all));
		return vault.read('A.md');
	}

	test.each([
		['date', (line: string) => line.replace('@Me', '@Me 📅 2026-12-01')],
		['priority', (line: string) => line.replace('@Me', '@Me ⏫')],
		['owner', (line: string) => line.replace('@Me', '@Ana Ruiz')],
		['tags', (line: string) => line.replace('#auto', '#other')],
	])('in its %s is decided as it reads now, without asking', async (_field, change) => {
		const text = change(TWO.split('Two')[0] ?? '') + TWO.slice(TWO.indexOf('Two'));
		expect(await decideAfter(TWO, () => text)).toBe(text.replace('- [?] One.', '- [ ] One.').replace(' #proposed', ''));
		await runner.undo();
		expect(await vault.read('A.md')).toBe(text);
	});

	test('is not taken for another that said the same before', async () => {
		const two = '- [?] Call Ana. 📅 2026-12-01 #task\n- [?] Call Ana. 📅 2026-12-08 #task\n';
		const gone = '- [?] Call Ana. 📅 2026-12-08 #task\n';
		expect(await decideAfter(two, () => gone)).toBe(gone);
		expect(runner.state.outcome?.conflicts).toHaveLength(1);
	});

	test('is asked for where two lines say the same now, or its words have changed', async () => {
		const twice = TWO.replace('- [?] One. @Me', '- [?] One. 📅 2026-12-01 @Me #task\n- [?] One. @Ana');
		expect(await decideAfter(TWO, () => twice)).toBe(twice);
		vault.close();
		const other = TWO.replace('One.', 'One more.');
		expect(await decideAfter(TWO, () => other)).toBe(other);
		expect(runner.state.outcome?.conflicts).toHaveLength(1);
	});

	test('is never taken back', async () => {
		await open({ 'A.md': TWO });
		await runner.run(choose(confirmAction, proposals().slice(0, 1)));
		const changed = (await vault.read('A.md')).replace('@Me', '@Me 📅 2026-12-01');
		await vault.writeOutside('A.md', changed);
		expect((await runner.undo())?.conflicts).toMatchObject([{ cause: 'changed' }]);
		expect(await vault.read('A.md')).toBe(changed);
	});
});

describe('taking back', () => {
	test('takes the decision that is named, also when others were made after it', async () => {
		await open({ 'A.md': TWO });
		const [one, two] = proposals();
		const first = await runner.run(choose(confirmAction, one ? [one] : []));
		await runner.run(choose(dismissAction, two ? [two] : []));
		await runner.undo(first.decision ?? undefined);
		expect(diff(TWO, await vault.read('A.md'))).toHaveLength(2);
		expect(await vault.read('A.md')).toContain('- [?] One.');
		expect(await runner.undo(first.decision ?? undefined)).toBeNull();
		await runner.undo();
		expect(await vault.read('A.md')).toBe(TWO);
	});

	test('knows a line from an equal one that was decided after it', async () => {
		const same = '- [?] Same. @Me #task #proposed';
		await open({ 'A.md': `${same}\n\n${same}\n` });
		const [one, two] = proposals();
		const outcomes = await Promise.all([runner.run(choose(dismissAction, two ? [two] : [])), runner.run(choose(dismissAction, one ? [one] : []))]);
		await runner.undo(outcomes[0].decision ?? undefined);
		expect(await vault.read('A.md')).toBe(`- [-] Same. @Me #task\n\n${same}\n`);
		await runner.undo(outcomes[1].decision ?? undefined);
		expect(await vault.read('A.md')).toBe(`${same}\n\n${same}\n`);
	});

	test('is not misled by an equal line that was decided after it, where a new heading stands between the two', async () => {
		const same = '- [?] Same. @Me #task #proposed';
		await open({ 'A.md': `# A\n${same}\n${same}\n` });
		const { decision } = await runner.run(choose(dismissAction, proposals().slice(1)));
		await vault.writeOutside('A.md', `# A\n${same}\n# B\n- [-] Same. @Me #task\n`);
		await runner.run(choose(dismissAction, proposals()));
		await runner.undo(decision ?? undefined);
		expect(await vault.read('A.md')).toBe(`# A\n- [-] Same. @Me #task\n# B\n${same}\n`);
	});

	test('keeps a line in conflict, to be taken back once it reads so again', async () => {
		await open({ 'A.md': TWO });
		const { decision } = await runner.run(choose(confirmAction, proposals()));
		const confirmed = await vault.read('A.md');
		await vault.writeOutside('A.md', confirmed.replace('One.', 'One, mine now.'));
		await runner.undo();
		await vault.writeOutside('A.md', (await vault.read('A.md')).replace('One, mine now.', 'One.'));
		expect(await runner.undo()).toBeNull();
		expect((await runner.undo(decision ?? undefined))?.made).toHaveLength(1);
		expect(await vault.read('A.md')).toBe(TWO);
	});

	test('can be stopped between notes, and gone on with', async () => {
		await open({ 'A.md': TWO, 'B.md': TWO });
		await runner.run(choose(confirmAction, proposals()));
		vault.host.adapter.intercept('write', 'A.md', () => runner.stop());
		expect(await runner.undo()).toMatchObject({ isStopped: true, made: [{ path: 'A.md' }, { path: 'A.md' }] });
		expect(await vault.read('B.md')).not.toBe(TWO);
		await runner.undo();
		expect([await vault.read('A.md'), await vault.read('B.md')]).toEqual([TWO, TWO]);
	});

	test('leaves a line that has changed since, and says so; the other lines come back', async () => {
		await open({ 'A.md': TWO });
		await runner.run(choose(confirmAction, proposals()));
		const confirmed = await vault.read('A.md');
		await vault.writeOutside('A.md', confirmed.replace('One.', 'One, mine now.'));
		const outcome = await runner.undo();
		expect(outcome?.conflicts).toMatchObject([{ cause: 'changed', now: '- [ ] One, mine now. @Me #task #auto' }]);
		expect(await vault.read('A.md')).toBe(TWO.replace('- [?] One. @Me #task #proposed #auto', '- [ ] One, mine now. @Me #task #auto'));
	});

	test('is not stopped by other edits in the same note', async () => {
		await open({ 'A.md': TWO });
		await runner.run(choose(confirmAction, proposals()));
		await vault.writeOutside('A.md', `above\n${await vault.read('A.md')}\nbelow`);
		await runner.undo();
		expect(await vault.read('A.md')).toBe(`above\n${TWO}\nbelow`);
	});

	test('can be tried again after the disk failed', async () => {
		await open({ 'A.md': TWO });
		await runner.run(choose(confirmAction, proposals()));
		vault.host.adapter.fail('write', 'A.md', new Error('disk full'));
		expect((await runner.undo())?.failures[0]?.reason).toBe('disk full');
		await runner.undo();
		expect(await vault.read('A.md')).toBe(TWO);
	});

	test('finds a note that was renamed meanwhile', async () => {
		await open({ 'A.md': TWO, 'B.md': TWO });
		await runner.run(choose(confirmAction, proposals().slice(0, 1)));
		const file = vault.app.vault.getFileByPath('A.md');
		if (!file) throw new Error('No file');
		await vault.app.fileManager.renameFile(file, 'C.md');
		runner.renameNote('A.md', 'C.md');
		await runner.undo();
		expect(await vault.read('C.md')).toBe(TWO);
	});

	test('is not held up for ever by a note that is gone', async () => {
		await open({ 'A.md': TWO, 'B.md': TWO });
		await runner.run(choose(confirmAction, proposals().filter(({ path }) => path === 'A.md')));
		await runner.run(choose(confirmAction, proposals().filter(({ path }) => path === 'B.md')));
		await vault.host.outside.remove('B.md');
		await vault.host.settle();
		expect((await runner.undo())?.conflicts).toHaveLength(2);
		await runner.undo();
		expect(await vault.read('A.md')).toBe(TWO);
	});

	test('offers no way back from a redo that could not be done', async () => {
		await open({ 'A.md': TWO });
		const [one, two] = proposals();
		await runner.run(choose(confirmAction, one ? [one] : []));
		await runner.run(choose(confirmAction, two ? [two] : []));
		await runner.undo();
		await vault.writeOutside('A.md', (await vault.read('A.md')).replace('Two.', 'Two, but other.'));
		expect(await runner.redo()).toMatchObject({ made: [], decision: null });
	});

	test('says that there is nothing to take back', async () => {
		await open({ 'A.md': TWO });
		expect(await runner.undo()).toBeNull();
		expect(await runner.redo()).toBeNull();
	});
});

describe('a line that reads differently now', () => {
	const CHANGED = TWO.replace('One.', 'One more.');

	async function decideChanged(): Promise<void> {
		await open({ 'A.md': TWO });
		const all = proposals().slice(0, 1);
		await vault.writeOutside('A.md', CHANGED);
		await runner.run(choose(confirmAction, all));
	}

	test('waits for an answer, and is decided as it reads now', async () => {
		await decideChanged();
		const [conflict] = runner.state.conflicts;
		expect(conflict).toMatchObject({ wanted: 'Confirm', conflict: { now: '- [?] One more. @Me #task #proposed #auto' } });
		if (conflict) await runner.applyToNewText(conflict);
		expect(await vault.read('A.md')).toBe(CHANGED.replace('- [?] One more. @Me #task #proposed', '- [ ] One more. @Me #task'));
		expect(runner.state.conflicts).toEqual([]);
	});

	test('is left alone where it has changed once more before the answer', async () => {
		await decideChanged();
		await vault.writeOutside('A.md', TWO.replace('One.', 'One less.'));
		const [conflict] = runner.state.conflicts;
		expect(conflict && (await runner.applyToNewText(conflict))).toBeNull();
		expect(await vault.read('A.md')).toContain('- [?] One less.');
	});

	test('can only be skipped where it is no proposal any more, or where an undo found it', async () => {
		await open({ 'A.md': TWO });
		const all = proposals();
		await vault.writeOutside('A.md', TWO.replace('- [?] One.', '- [x] One.'));
		await runner.run(choose(confirmAction, all));
		await vault.writeOutside('A.md', (await vault.read('A.md')).replace('- [ ] Two.', '- [ ] Two, mine.'));
		await runner.undo();
		expect(runner.state.conflicts.map(({ wanted, action }) => [wanted, action])).toEqual([['Confirm', null], ['Undo', null]]);
		runner.skip(runner.state.conflicts.map(({ id }) => id));
		expect(runner.state.conflicts).toEqual([]);
	});
});

describe('a row', () => {
	test('is pending from the key on, until the index knows', async () => {
		await open({ 'A.md': TWO });
		const [one] = proposals();
		const run = runner.run(choose(confirmAction, one ? [one] : []));
		expect([...runner.state.pending]).toEqual([one?.key]);
		await run;
		await vault.settle();
		expect(runner.state.pending.size).toBe(0);
	});

	test('comes back when it is one of two equal ones and only the other was decided', async () => {
		const same = '- [?] Same. @Me #task #proposed';
		await open({ 'A.md': `${same}\n\n${same}\n` });
		await runner.run(choose(confirmAction, proposals().slice(1)));
		await vault.settle();
		expect(await vault.read('A.md')).toBe(`${same}\n\n- [ ] Same. @Me #task\n`);
		expect(proposals().map(({ key }) => runner.state.pending.has(key))).toEqual([false]);
	});

	test('that is one of two equal ones can be decided right after the other', async () => {
		const same = '- [?] Same. @Me #task #proposed';
		await open({ 'A.md': `${same}\n\n${same}\n` });
		const [one, two] = proposals();
		const outcomes = await Promise.all([runner.run(choose(confirmAction, one ? [one] : [])), runner.run(choose(confirmAction, two ? [two] : []))]);
		expect(outcomes.flatMap(({ conflicts }) => conflicts)).toEqual([]);
		expect(await vault.read('A.md')).toBe('- [ ] Same. @Me #task\n\n- [ ] Same. @Me #task\n');
	});

	test('that is one of equal ones in several sections can be decided right after the others', async () => {
		const same = '- [?] Same. @Me #task #proposed';
		await open({ 'A.md': `# A\n${same}\n${same}\n# B\n${same}\n` });
		const outcomes = await Promise.all(proposals().map((each) => runner.run(choose(confirmAction, [each]))));
		expect(outcomes.flatMap(({ conflicts }) => conflicts)).toEqual([]);
		expect(await vault.read('A.md')).not.toContain('[?]');
	});

	test('that is one of equal ones is decided where it stands, while another section has lost one', async () => {
		const same = '- [?] Same. @Me #task #proposed';
		await open({ 'A.md': `# A\n${same}\n# B\n${same}\n` });
		const second = proposals().slice(1);
		await vault.writeOutside('A.md', `# A\n# B\n${same}\n`);
		expect(await runner.run(choose(confirmAction, second))).toMatchObject({ conflicts: [], made: [{ line: 2 }] });
		await runner.undo();
		expect(await vault.read('A.md')).toBe(`# A\n# B\n${same}\n`);
	});

	test('stays away while it waits for its turn, also when something else is taken back before', async () => {
		await open({ 'A.md': TWO });
		const [one, two] = proposals();
		await runner.run(choose(confirmAction, one ? [one] : []));
		const undo = runner.undo();
		const run = runner.run(choose(confirmAction, two ? [two] : []));
		await undo;
		expect([...runner.state.pending]).toEqual([two?.key]);
		await run;
	});

	test('comes back with a reason when the decision itself breaks', async () => {
		await open({ 'A.md': TWO });
		const broken = { ...confirmAction, change: () => { throw new Error('broken action'); } };
		const outcome = await runner.run(choose(broken, proposals()));
		expect(outcome.failures).toMatchObject([{ path: 'A.md', reason: 'broken action' }]);
		expect(runner.state.pending.size).toBe(0);
		expect(vault.errors.splice(0)).toEqual([new Error('broken action')]);
	});

	test('is served in the order of the keys, however fast they come', async () => {
		await open({ 'A.md': TWO });
		const [one, two] = proposals();
		await Promise.all([runner.run(choose(confirmAction, one ? [one] : [])), runner.run(choose(dismissAction, two ? [two] : [])), runner.undo()]);
		expect(await vault.read('A.md')).toBe(TWO.replace('- [?] One. @Me #task #proposed', '- [ ] One. @Me #task'));
	});
});

describe('what is said of duplicates', () => {
	const task = (text: string): MarkedTask => ({ text, owner: null });
	const APART: Statement = { done: 'Taken out', meaning: 'it is another task', change: setApart(task('One.'), [task('Two.')]) };
	const TOGETHER: Statement = { done: 'Put together', meaning: 'one decision now', change: putTogether([task('One.')], [task('Three.')], []) };
	const CONFIRMED = TWO.replace('- [?] One. @Me #task #proposed #auto', '- [ ] One. @Me #task #auto');
	const said = (): string[] => vault.store.snapshot.memory.marks.map(({ kind }) => kind);

	test('is a step among decisions, taken back and made again in its turn', async () => {
		await open({ 'A.md': TWO });
		// All keys at once, as fast as a hand types ahead.
		const confirmed = runner.run(choose(confirmAction, proposals().slice(0, 1)));
		await Promise.all([confirmed, runner.mark(APART), runner.mark(TOGETHER), runner.undo(), runner.undo()]);
		expect([said(), await vault.read('A.md')]).toEqual([[], CONFIRMED]);
		await runner.undo();
		expect(await vault.read('A.md')).toBe(TWO);
		await Promise.all([runner.redo(), runner.redo(), runner.redo()]);
		expect([said(), await vault.read('A.md')]).toEqual([['apart', 'together'], CONFIRMED]);
	});

	test('is taken back after what was done later has been', async () => {
		await open({ 'A.md': TWO });
		await Promise.all([runner.mark(APART), runner.run(choose(confirmAction, proposals().slice(0, 1))), runner.undo()]);
		expect([said(), await vault.read('A.md')]).toEqual([['apart'], TWO]);
		await runner.undo();
		expect(said()).toEqual([]);
	});

	test('is told of as about to come from the key on, until the store knows', async () => {
		await open({ 'A.md': TWO });
		const work = runner.mark(APART);
		expect([runner.state.isMarking, said()]).toEqual([true, []]);
		await work;
		expect([runner.state.isMarking, said(), runner.state.outcome]).toEqual([false, ['apart'], expect.objectContaining({ done: 'Taken out: it is another task', isMark: true, decision: 1, made: [] })]);
		const back = runner.undo();
		expect(runner.state.isMarking).toBe(true);
		await back;
		expect(runner.state.isMarking).toBe(false);
	});

	test('can be taken back by a later session, and alone', async () => {
		const journalStore = new MemoryJournalStore();
		await open({ 'A.md': TWO });
		runner = runnerOver(vault, { journalStore });
		await runner.mark(APART);
		await runner.mark(TOGETHER);
		const later = runnerOver(vault, { journalStore });
		await later.undo(1);
		expect([said(), await later.undo(1)]).toEqual([['together'], null]);
		await later.redo(1);
		expect(said().sort()).toEqual(['apart', 'together']);
	});

	test('taken back out of its turn leaves what the other statements say, whatever their order', async () => {
		const CONTRARY: Statement = { done: 'Put together', meaning: '', change: putTogether([task('One.')], [task('Two.')], []) };
		await open({ 'A.md': TWO });
		await Promise.all([runner.mark(APART), runner.mark(CONTRARY), runner.undo(1), runner.undo(2)]);
		expect(said()).toEqual([]);
		await Promise.all([runner.redo(1), runner.redo(2), runner.undo(2)]);
		expect(said()).toEqual(['apart']);
		await Promise.all([runner.undo(1), runner.mark(CONTRARY), runner.redo(1), runner.undo(1)]);
		expect(said()).toEqual(['together']);
	});

	test('said twice is one statement', async () => {
		await open({ 'A.md': TWO });
		await runner.mark(APART);
		expect((await runner.mark(APART)).decision).toBeNull();
		expect(runner.state.journal.decisions).toHaveLength(1);
	});

	test('is told of as about to come also where several are taken back at once, but not while lines are', async () => {
		await open({ 'A.md': TWO });
		await runner.mark(APART);
		await runner.run(choose(confirmAction, proposals().slice(0, 1)));
		const told: boolean[] = [];
		runner.subscribe(() => told.push(runner.state.isMarking));
		const first = runner.undo();
		expect(runner.state.isMarking).toBe(false);
		const second = runner.undo();
		expect(runner.state.isMarking).toBe(true);
		await Promise.all([first, second]);
		expect([said(), runner.state.isMarking]).toEqual([[], false]);
	});

	test('holds for the session where it can’t be saved, and the user is told', async () => {
		const problems: string[] = [];
		await open({ 'A.md': TWO });
		runner = runnerOver(vault, { problems, changeMarks: () => Promise.reject(new Error('The disk is full.')) });
		await runner.mark(APART);
		await Promise.resolve();
		expect(problems).toEqual(['What you said of duplicates holds until the app is closed, but could not be saved. The disk is full.']);
		expect([runner.state.isMarking, runner.state.journal.decisions.length]).toEqual([false, 1]);
	});
});
