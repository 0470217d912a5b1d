/**
 * Faults that writers of notes really have, each as rewrites of the plugin's sources. A soak must find every
 * one of them, or it would not find the plugin's own.
 *
 * @type {Readonly<Record<string, readonly import('../rewrite-sources.mjs').Rewrite[]>>}
 */
export const PLANTED_FAULTS = {
	'line-number': [{
		file: 'core/edit.ts',
		from: 'const at = chooseLine(equal, lines, edit);',
		to: 'const at = chooseLine(equal, lines, edit) === null ? null : edit.line;',
	}],
	'read-then-modify': [{
		file: 'obsidian/vault-writer.ts',
		from: `await this.app.vault.process(file, (text) => {
			result = edit(text, edits);
			return result.text;
		});`,
		to: `result = edit(await this.app.vault.read(file), edits);
		await this.app.vault.modify(file, result.text);`,
	}],
	'plain-endings': [{
		file: 'obsidian/vault-writer.ts',
		from: `result = edit(text, edits);
			return result.text;`,
		to: `result = edit(text, edits);
			return withPlainEndings(result.text);`,
	}],
	'undo-by-snapshot': [
		{
			file: 'obsidian/vault-writer.ts',
			from: 'const result = applyEdits(text, edits);',
			to: `const found = applyEdits(text, edits);
	const known = snapshots.get(nameOf(edits));
	const result = known === undefined ? found : { ...found, text: known };
	snapshots.set(nameOf(found.inverse), text);`,
		},
		{
			file: 'obsidian/vault-writer.ts',
			from: 'function withPlainEndings(',
			to: `const snapshots = new Map<string, string>();

function nameOf(edits: readonly LineEdit[]): string {
	return edits.map(({ before, after }) => \`\${before} > \${after}\`).join();
}

function withPlainEndings(`,
		},
	],
	'forgotten-roll-back': [{
		file: 'obsidian/carrying-out.ts',
		from: 'const result = await write(note.path, note.inverse);',
		to: 'const result: NoteWrite = await write(note.path, []);',
	}],
};
