import { startState, tokenizeLine } from './block-tokens';
import { lineLanguage } from './line-language';

/**
 * Obsidian's Markdown for the editor. The nodes of its tree are named by classes, sorted and
 * joined with `_`: `formatting_formatting-task_property`, in a line's node such as
 * `HyperMD-list-line_HyperMD-list-line-1_HyperMD-task-line`.
 */
export const markdownLanguage = lineLanguage('hypermd', { start: startState, line: tokenizeLine }, {
	closeBrackets: { brackets: ['(', '[', '{', '"', "'"] },
	commentTokens: { block: { open: '%%', close: '%%' } },
});
