import type { StringStream } from '@codemirror/language';
import { startState, tokenizeLine } from './block-tokens';
import type { LineToken } from './line-language';
import type { LegacyMode } from './legacy-codemirror';

interface State {
	block: typeof startState;
	tokens: readonly LineToken[];
	/** Classes of the line that its first token has still to tell. */
	lineClasses: readonly string[];
}

/** The names at a place, to whose end the stream goes; null between tokens. */
function nextToken(stream: StringStream, tokens: readonly LineToken[]): readonly string[] {
	const token = tokens.find(({ to }) => to > stream.pos);
	const here = token !== undefined && token.from <= stream.pos;
	stream.pos = (here ? token.to : token?.from) ?? stream.string.length;
	return here ? token.classes : [];
}

/** The app's Markdown as a stream mode, for plugins that lay their own language over it. A line's classes come with `line-` before each. */
export function legacyMarkdown(): LegacyMode {
	const readLine = (text: string, state: State): void => {
		const { tokens, lineClasses, state: block } = tokenizeLine(text, state.block, '');
		Object.assign(state, { block, tokens, lineClasses: [...lineClasses].map(name => `line-${name}`) });
	};
	return {
		startState: (): State => ({ block: startState, tokens: [], lineClasses: [] }),
		copyState: state => ({ ...state as State }),
		blankLine: state => { readLine('', state as State); },
		token: (stream, given) => {
			const state = given as State;
			if (stream.sol()) readLine(stream.string, state);
			const names = [...state.lineClasses, ...nextToken(stream, state.tokens)];
			state.lineClasses = [];
			return names.length === 0 ? null : names.join(' ');
		},
	};
}
