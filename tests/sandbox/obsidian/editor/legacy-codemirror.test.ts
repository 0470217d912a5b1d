import { ensureSyntaxTree, type StreamParser, StringStream } from '@codemirror/language';
import { EditorState } from '@codemirror/state';
import { SandboxGap } from '../gap';
import { LegacyCodeMirror, type LegacyMode } from './legacy-codemirror';
import { tokenClassNodeProp } from './line-language';
import { AppStreamLanguage } from './stream-language';

function tokens(codeMirror: LegacyCodeMirror, mode: LegacyMode, text: string): (string | null | undefined)[] {
	const stream = new StringStream(text, 4, 4);
	const state = codeMirror.copyState(mode, codeMirror.startState(mode));
	const found: (string | null | undefined)[] = [];
	while (!stream.eol()) {
		found.push(mode.token?.(stream, state));
		stream.start = stream.pos;
	}
	return found;
}

test('a mode that a plugin defines is found by its name and by its MIME types', () => {
	const codeMirror = new LegacyCodeMirror();
	codeMirror.defineMode('shout', () => ({ token: stream => stream.eatWhile(/[A-Z]/) ? 'loud' : (stream.next(), null) }));
	codeMirror.defineMIME('text/shout', { name: 'shout' });
	expect(tokens(codeMirror, codeMirror.getMode({}, 'text/shout'), 'aBC')).toEqual([null, 'loud']);
	expect(codeMirror.getMode({}, 'shout').name).toBe('shout');
});

test('the app\'s own Markdown can be built upon, and an unknown mode is plain text', () => {
	const codeMirror = new LegacyCodeMirror();
	expect(tokens(codeMirror, codeMirror.getMode({}, 'hypermd'), '**a**')[0]).toContain('formatting-strong');
	expect(codeMirror.getMode({}, 'nonsense').name).toBe('null');
});

test('what else CodeMirror 5 had names itself', () => {
	const codeMirror = new LegacyCodeMirror() as LegacyCodeMirror & { overlayMode(): void };
	expect(() => { codeMirror.overlayMode(); }).toThrow(new SandboxGap('CodeMirror.overlayMode'));
});

test('a mode over the app\'s Markdown keeps the names of both, as classes of tokens and of lines', () => {
	const codeMirror = new LegacyCodeMirror();
	codeMirror.defineMode('loud', config => {
		const base = codeMirror.getMode(config, 'hypermd');
		return { ...base, token: (stream, state) => `${base.token?.(stream, state) ?? ''} loud` };
	});
	const language = AppStreamLanguage.define(codeMirror.getMode({}, 'loud') as StreamParser<unknown>);
	const state = EditorState.create({ doc: '- [ ] a **b**', extensions: language });
	const tree = ensureSyntaxTree(state, state.doc.length);
	const names: string[] = [];
	tree?.iterate({ enter: node => { names.push(node.name); } });
	expect(names).toContain('HyperMD-list-line_HyperMD-list-line-1_HyperMD-task-line');
	expect(names).toContain('formatting_formatting-task_loud_meta');
	expect(tree?.resolveInner(3, 1).type.prop(tokenClassNodeProp)).toBe('formatting formatting-task loud meta');
});
