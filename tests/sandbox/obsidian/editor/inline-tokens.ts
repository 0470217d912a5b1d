import type { LineWriter } from './line-writer';

/** Tokens that the line below goes on with. */
export type OpenInline = 'comment' | 'html-comment' | null;

/** Takes a construct where one starts. */
type Rule = (line: LineWriter) => boolean;

function rule(pattern: RegExp, take: (line: LineWriter, found: RegExpExecArray) => void): Rule {
	return line => {
		const found = pattern.exec(line.rest);
		if (found !== null) take(line, found);
		return found !== null;
	};
}

const escaped = rule(/^\\[!-/:-@[-`{-~]/, line => {
	line.take(1, 'formatting', 'formatting-escape', 'hmd-escape-backslash');
	line.take(1, 'escape', 'formatting', 'hmd-escape-char');
});

const code = rule(/^(`+)(?!`)(.+?)(?<!`)\1(?!`)/, (line, [, fence = '', text = '']) => {
	line.take(fence.length, 'formatting', 'formatting-code', 'inline-code');
	line.take(text.length, 'inline-code');
	line.take(fence.length, 'formatting', 'formatting-code', 'inline-code');
});

/** Math has a mode of its own inside the app's: it knows nothing of the line around it. */
const math = rule(/^(\$\$?)(?![\s$])([^$]*[^\s$\\])\1(?!\d)/, (line, [, mark = '', text = '']) => {
	line.takeOnly(mark.length, 'formatting', 'formatting-math', 'formatting-math-begin', 'keyword', 'math', ...mark.length === 2 ? ['math-block'] : []);
	line.takeOnly(text.length, 'math');
	takeMathEnd(line, mark.length);
});

/** The mark after math. Its last class is cut short in the app, too. */
export function takeMathEnd(line: LineWriter, length: number): void {
	line.takeOnly(length, 'formatting', 'formatting-math', 'formatting-math-end', 'keyword', 'math', 'math-');
}

const wikilink = rule(/^(!?)\[\[([^[\]|\n]+)(?:(\|)([^\]\n]*))?\]\]/, (line, [, bang = '', target = '', pipe, alias = '']) => {
	const kind = bang === '' ? ['hmd-internal-link'] : ['hmd-embed', 'hmd-internal-link'];
	line.take(bang.length + 2, 'formatting-link', 'formatting-link-start', ...bang === '' ? [] : ['formatting-embed']);
	line.take(target.length, ...kind, ...pipe === undefined ? [] : ['link-has-alias']);
	if (pipe !== undefined) {
		line.take(1, ...kind, 'link-alias-pipe');
		line.take(alias.length, ...kind, 'link-alias');
	}
	line.take(2, 'formatting-link', 'formatting-link-end');
});

function takeUrl(line: LineWriter, url: string): void {
	line.take(1, 'formatting', 'formatting-link-string', 'string', 'url');
	line.take(url.length, 'string', 'url');
	line.take(1, 'formatting', 'formatting-link-string', 'string', 'url');
}

const image = rule(/^!\[([^\]]*)\]\(([^)]*)\)/, (line, [, alt = '', url = '']) => {
	line.take(1, 'formatting', 'formatting-image', 'image', 'image-marker');
	line.take(1, 'formatting', 'formatting-image', 'image', 'image-alt-text', 'link');
	line.take(alt.length, 'image', 'image-alt-text', 'link');
	line.take(1, 'formatting', 'formatting-image', 'image', 'image-alt-text', 'link');
	takeUrl(line, url);
});

const markdownLink = rule(/^\[((?:[^\]\\]|\\.)+)\]\(([^)]*)\)/, (line, [, text = '', url = '']) => {
	line.take(1, 'formatting', 'formatting-link', 'link');
	line.take(text.length, 'link');
	line.take(1, 'formatting', 'formatting-link', 'link');
	takeUrl(line, url);
});

const footnoteReference = rule(/^\[\^([^\]\s]+)\]/, (line, [, name = '']) => {
	const kind = ['footref', 'hmd-barelink', 'link'];
	line.take(2, 'formatting', 'formatting-link', 'formatting-link-start', ...kind);
	line.take(name.length, ...kind);
	line.take(1, 'formatting', 'formatting-link', 'formatting-link-end', ...kind);
});

const bareLink = rule(/^\[([^[\]]+)\]/, (line, [, text = '']) => {
	line.take(1, 'formatting', 'formatting-link', 'hmd-barelink', 'link');
	line.take(text.length, 'hmd-barelink', 'link');
	line.take(1, 'formatting', 'formatting-link', 'hmd-barelink', 'link');
});

const autolink = rule(/^<(?:https?|ftp|mailto|obsidian):[^>\s]+>/, (line, [whole]) => { line.take(whole.length, 'formatting', 'formatting-link', 'link', 'url'); });

const url: Rule = line => {
	const found = /^(?:https?|ftp|obsidian):\/\/[^\s<>]*[^\s<>.,:;"')\]}*_~]/.exec(line.rest);
	// An address that is glued to a word is text.
	if (found === null || /[\p{L}\p{N}]/u.test(line.previous)) return false;
	line.take(found[0].length, 'url');
	return true;
};

const blockId = rule(/^\^[A-Za-z0-9-]+\s*$/, line => { line.takeRest('blockid'); });

/** A tag after a space or an opening bracket, not all digits. The class has its name without what a class name cannot have. */
const tag: Rule = line => {
	if (line.previous !== '' && !/[\s[(>]/.test(line.previous)) return false;
	const name = /^#((?!\d+(?![\p{L}\p{N}_/-]))[\p{L}\p{N}\p{Extended_Pictographic}_/-]+)/u.exec(line.rest)?.[1];
	if (name === undefined) return false;
	const kind = ['hashtag', 'meta', `tag-${name.replace(/[^A-Za-z0-9_-]/g, '')}`];
	line.take(1, 'formatting', 'formatting-hashtag', 'hashtag-begin', ...kind);
	line.take(name.length, 'hashtag-end', ...kind);
	return true;
};

const MARKS: readonly (readonly [RegExp, string])[] = [[/^(?:\*\*|__)/, 'strong'], [/^~~/, 'strikethrough'], [/^==/, 'highlight'], [/^[*_]/, 'em']];

const emphasis: Rule = line => {
	for (const [pattern, style] of MARKS) {
		const mark = pattern.exec(line.rest)?.[0];
		if (mark === undefined || !(line.styles.has(style) ? canClose(line, mark) : canOpen(line, mark))) continue;
		if (line.styles.has(style)) {
			line.take(mark.length, 'formatting', `formatting-${style}`);
			line.styles.delete(style);
		} else {
			line.styles.add(style);
			line.take(mark.length, 'formatting', `formatting-${style}`);
		}
		return true;
	}
	return false;
};

function canOpen(line: LineWriter, mark: string): boolean {
	const after = line.rest.slice(mark.length);
	const insideWord = mark.startsWith('_') && /\w/.test(line.previous);
	return !insideWord && /^\S/.test(after) && after.slice(1).includes(mark);
}

function canClose(line: LineWriter, mark: string): boolean {
	const wordGoesOn = mark.startsWith('_') && /^\w/.test(line.rest.slice(mark.length));
	return !wordGoesOn && !/^\s?$/.test(line.previous);
}

const RULES: readonly Rule[] = [escaped, code, math, wikilink, image, markdownLink, footnoteReference, bareLink, autolink, url, tag, emphasis];

/** `%% … %%` and `<!-- … -->`; what does not close on the line goes on in the next. Undefined where none starts. */
function takeComment(line: LineWriter): OpenInline | undefined {
	const start = /^(?:%%|<!--)/.exec(line.rest)?.[0];
	if (start === undefined) return undefined;
	const end = start === '%%' ? '%%' : '-->';
	const at = line.rest.indexOf(end, start.length);
	line.take(at < 0 ? line.rest.length : at + end.length, 'comment');
	return at >= 0 ? null : start === '%%' ? 'comment' : 'html-comment';
}

/** Where a construct can start; what stands before the next such place is plain text. */
const START = /[\\`$![<#*_~=%^]|(?:https?|ftp|obsidian):\/\//g;

function takePlain(line: LineWriter): void {
	START.lastIndex = line.pos;
	line.take((START.exec(line.text)?.index ?? line.text.length) - line.pos);
}

/** Tokens of running text, to the end of the line. Answers what stays open. */
export function takeInline(line: LineWriter): OpenInline {
	for (takePlain(line); !line.atEnd; takePlain(line)) {
		const open = takeComment(line);
		if (open !== undefined && open !== null) return open;
		if (open === null || (/\s/.test(line.previous) && blockId(line)) || RULES.some(take => take(line))) continue;
		line.take(1);
	}
	return null;
}
