import ts from 'typescript';

/** A text that stands in the code, and seems to be for the user. */
export interface Literal {
	readonly line: number;
	readonly text: string;
}

/** What is shown is handed to these, whatever it reads. */
const SAYING_CALLS = new Set(['Notice', 'setTitle', 'setText', 'setName', 'setDesc', 'setButtonText', 'setPlaceholder', 'setTooltip', 'setHeading', 'setContent', 'addCancelButton']);
const SAYING_NAMES = new Set(['aria-label', 'title', 'placeholder', 'label', 'alt', 'desc', 'heading', 'text', 'emptyStateText', 'says', 'hint', 'question', 'done', 'meaning']);
/** What is handed to these is for developers, or names elements and classes. */
const SILENT_CALLS = new Set(['error', 'warn', 'debug', 'log', 'querySelector', 'querySelectorAll', 'closest', 'matches', 'addClass', 'removeClass', 'toggleClass', 'hasClass', 'createDiv', 'createSpan', 'registerMarkdownCodeBlockProcessor']);
const SILENT_NAMES = new Set(['aria-labelledby', 'aria-describedby', 'class', 'className', 'cls', 'style', 'icon', 'key']);
/** As `KeyboardEvent.key` and `Scope.register` have them. */
const KEYS = /^(?:(?:Mod|Shift|Alt|Ctrl|Meta|Cmd)\b\+?)*(?:⇧?X|Enter|Esc|Escape|Tab|Home|End|Space|Arrow\w*|PageUp|PageDown|Delete|Backspace|\w)?$/u;
const SELECTOR = /(?:^|[\s,>])\.[\w-]/u;
/** What stands for a value in a template. */
const VALUE = '\ufffc';

/** The texts of a file that seem to be for the user: what is handed to something that shows it, and what reads as one or more words of a sentence. */
export function findLiterals(file: string, code: string): readonly Literal[] {
	const source = ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true, file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS);
	const found: Literal[] = [];
	const visit = (node: ts.Node, place: Place): void => {
		if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isTypeNode(node)) return;
		const text = textOf(node);
		if (text !== null && isForUser(text, ts.isJsxText(node) ? 'said' : place, file)) {
			found.push({ line: source.getLineAndCharacterOfPosition(node.getStart()).line + 1, text: text.replaceAll(VALUE, '…') });
		}
		ts.forEachChild(node, (child) => visit(child, placeOf(node, child) ?? place));
	};
	visit(source, 'anywhere');
	return found;
}

type Place = 'said' | 'silent' | 'anywhere';

function textOf(node: ts.Node): string | null {
	if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
	if (ts.isTemplateExpression(node)) return node.head.text + node.templateSpans.map(({ literal }) => VALUE + literal.text).join('');
	return ts.isJsxText(node) ? node.text.trim() : null;
}

/** Where a part of the code stands; null where its place is that of what it is a part of. */
function placeOf(node: ts.Node, child: ts.Node): Place | null {
	if (ts.isCallExpression(node) || ts.isNewExpression(node)) return child === node.expression ? null : placeOfCall(node, child);
	if (ts.isJsxAttribute(node) || ts.isPropertyAssignment(node)) return child === node.name ? 'silent' : placeOfName(node.name.getText().replace(/['"]/gu, ''));
	if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken) return child === node.right ? placeOfName(nameOf(node.left)) : null;
	// What is compared, looked up or run as a part of something that is shown is not shown itself.
	if (ts.isBinaryExpression(node) && node.operatorToken.kind !== ts.SyntaxKind.PlusToken && node.operatorToken.kind !== ts.SyntaxKind.QuestionQuestionToken) return 'silent';
	if (ts.isElementAccessExpression(node) || ts.isCaseClause(node) && child === node.expression) return 'silent';
	return ts.isFunctionLike(node) && ts.isBlock(child) ? 'anywhere' : null;
}

function placeOfCall({ expression, arguments: given }: ts.CallExpression | ts.NewExpression, child: ts.Node): Place {
	const name = nameOf(expression);
	const first = given?.[0];
	if (name === 'setAttribute' && first && ts.isStringLiteral(first)) return child === first ? 'silent' : placeOfName(first.text);
	return SAYING_CALLS.has(name) ? 'said' : SILENT_CALLS.has(name) ? 'silent' : 'anywhere';
}

function placeOfName(name: string): Place {
	return SAYING_NAMES.has(name) ? 'said' : SILENT_NAMES.has(name) ? 'silent' : 'anywhere';
}

function nameOf(node: ts.Expression): string {
	return ts.isPropertyAccessExpression(node) ? node.name.text : node.getText();
}

function isForUser(text: string, place: Place, file: string): boolean {
	if (place === 'silent' || !/\p{L}/u.test(text)) return false;
	// Core has word lists, formats and errors for developers: there, only what a user would be shown as it stands.
	if (/\/core\//u.test(file)) return place === 'said' ? /^\p{Lu}\p{Ll}/u.test(text) : false;
	if (KEYS.test(text) || SELECTOR.test(text)) return false;
	if (place === 'said') return true;
	return /^\p{Lu}\p{Ll}/u.test(text) || /\p{L}[,:]? [\p{L}\ufffc]|[\p{L}\ufffc][,:]? \p{L}/u.test(text);
}
