import type { MarkdownIt, Token } from 'markdown-it';
import type { RenderEnv } from './render-env';

const TASK_TEXT = /^\[(.)\](?:\s+|$)/su;

interface OpenList {
	readonly token: Token;
	task: boolean;
}

/** Takes the box out of a task's text, and leaves its HTML to be put in front of what the text becomes. */
function markTask(item: Token, inline: Token): boolean {
	const status = TASK_TEXT.exec(inline.content)?.[1];
	if (status === undefined) return false;
	inline.content = inline.content.replace(TASK_TEXT, '');
	const checked = status !== ' ';
	item.attrSet('data-task', checked ? status : '');
	item.attrSet('class', `task-list-item${checked ? ' is-checked' : ''}`);
	const line = item.attrGet('data-line');
	inline.meta = { box: `<input${line === null ? '' : ` data-line="${line}"`} type="checkbox" class="task-list-item-checkbox"${checked ? ' checked' : ''}>` };
	return true;
}

function finishList({ token, task }: OpenList): void {
	const classes = [...(task ? ['contains-task-list'] : []), ...(token.tag === 'ul' ? ['has-list-bullet'] : [])];
	if (classes.length > 0) token.attrSet('class', classes.join(' '));
}

function decorateItem(tokens: readonly Token[], at: number, list: OpenList | undefined, line: number | null): void {
	const item = tokens[at] as Token;
	if (line !== null) item.attrSet('data-line', String(line));
	const inline = tokens[at + 2];
	const isTask = tokens[at + 1]?.type === 'paragraph_open' && inline?.type === 'inline' && markTask(item, inline);
	if (isTask && list !== undefined) list.task = true;
	item.attrSet('dir', 'auto');
}

/** Gives lists their classes, and items their lines, counted from the first line of the root block. */
function decorateLists(tokens: readonly Token[], { withLines = false }: RenderEnv): void {
	const lists: OpenList[] = [];
	let depth = 0;
	let blockStart = 0;
	tokens.forEach((token, at) => {
		if (depth === 0) blockStart = token.map?.[0] ?? 0;
		depth += token.nesting;
		if (token.type.endsWith('list_open')) lists.push({ token, task: false });
		const closed = token.type.endsWith('list_close') ? lists.pop() : undefined;
		if (closed !== undefined) finishList(closed);
		if (token.type === 'list_item_open') decorateItem(tokens, at, lists[lists.length - 1], withLines && token.map !== null ? token.map[0] - blockStart : null);
	});
}

/** Lists, task lists and their lines as reading mode shows them. */
export function useTaskLists(md: MarkdownIt): void {
	md.core.ruler.before('inline', 'task-lists', state => { decorateLists(state.tokens, state.env as RenderEnv); });
	md.core.ruler.after('inline', 'task-boxes', state => {
		for (const inline of state.tokens) {
			const box = (inline.meta as { box?: string } | null)?.box;
			if (box === undefined) continue;
			const token = new state.Token('html_inline', '', 0);
			token.content = box;
			inline.children = [token, ...inline.children ?? []];
		}
	});
}
