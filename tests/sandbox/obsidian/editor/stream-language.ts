import { type Language, StreamLanguage, type StreamParser, StringStream } from '@codemirror/language';
import { type LineToken, lineLanguage, type LineTokenizer, type TokenizedLine } from './line-language';

const TAB_SIZE = 4;

/** Calls of a mode that may go by without a step, before it counts as stuck. */
const PATIENCE = 10;

function copyState<State>(mode: StreamParser<State>, state: State): State {
	if (mode.copyState !== undefined) return mode.copyState(state);
	if (typeof state !== 'object' || state === null) return state;
	return Object.fromEntries(Object.entries(state).map(([key, value]) => [key, Array.isArray(value) ? [...value as unknown[]] : value as unknown])) as State;
}

function readToken<State>(mode: StreamParser<State>, stream: StringStream, state: State): string {
	stream.start = stream.pos;
	for (let i = 0; i < PATIENCE; i++) {
		const names = mode.token(stream, state);
		if (stream.pos > stream.start) return names ?? '';
	}
	throw new Error(`The mode ${mode.name ?? ''} does not advance.`);
}

function readLine<State>(mode: StreamParser<State>, text: string, before: State): TokenizedLine<State> {
	const state = copyState(mode, before);
	const tokens: LineToken[] = [];
	const lineClasses = new Set<string>();
	const add = (names: string, from: number, to: number): void => {
		const all = names.split(' ').filter(name => name !== '');
		for (const name of all) if (name.startsWith('line-')) lineClasses.add(name.replace(/^line-(background-)?/, ''));
		const classes = all.filter(name => !name.startsWith('line-'));
		if (classes.length > 0) tokens.push({ from, to, classes });
	};
	const stream = new StringStream(text, TAB_SIZE, TAB_SIZE);
	if (stream.eol()) mode.blankLine?.(state, TAB_SIZE);
	while (!stream.eol()) add(readToken(mode, stream, state), stream.start, stream.pos);
	return { tokens, lineClasses, state };
}

/**
 * A stream mode as a language whose tokens keep their names, whatever they are: the app's
 * own copy of CodeMirror does not translate them into highlighting tags.
 */
export function defineStreamLanguage<State>(mode: StreamParser<State>): Language {
	const tokenizer: LineTokenizer<State> = {
		start: mode.startState?.(TAB_SIZE) ?? true as State,
		line: (text, state) => readLine(mode, text, state),
	};
	return lineLanguage(mode.name ?? '', tokenizer, mode.languageData ?? {});
}

/** `StreamLanguage` as a plugin finds it. */
export const AppStreamLanguage = new Proxy(StreamLanguage, {
	get: (target, member, receiver): unknown => member === 'define' ? defineStreamLanguage : Reflect.get(target, member, receiver),
});
