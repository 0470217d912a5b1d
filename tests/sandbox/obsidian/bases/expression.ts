import { SandboxGap } from '../gap';
import type { BasesEntry } from './bases-entry';
import { ListValue, wrapValue } from './collection-values';
import { type Expression, parseExpression } from './expression-parser';
import { toPropertyId } from './property-id';
import { BooleanValue, NullValue, NumberValue, Value } from './value';

/** A formula that is ready to be asked about a file. */
export type Formula = (entry: BasesEntry) => Value;

type Method = (entry: BasesEntry, args: readonly string[], target: Value) => boolean;

const FILE_METHODS: Readonly<Record<string, Method>> = {
	hasTag: (entry, args) => args.some(tag => entry.hasTag(tag)),
	inFolder: (entry, [folder = '']) => entry.inFolder(folder),
	hasLink: (entry, [link = '']) => entry.hasLink(link),
	hasProperty: (entry, [name = '']) => entry.getValue(`note.${name}`) !== null,
};

const VALUE_METHODS: Readonly<Record<string, Method>> = {
	contains: (_entry, [part = ''], target) => target instanceof ListValue ? target.includes(wrapValue(part)) : target.isTruthy() && target.toString().includes(part),
	startsWith: (_entry, [part = ''], target) => target.toString().startsWith(part),
	endsWith: (_entry, [part = ''], target) => target.toString().endsWith(part),
	isEmpty: (_entry, _args, target) => !target.isTruthy(),
	isTruthy: (_entry, _args, target) => target.isTruthy(),
};

/** Parses a formula. @throws SandboxGap for what the sandbox cannot evaluate */
export function compileFormula(text: string): Formula {
	const expression = parseExpression(text);
	requireMethods(expression, text);
	return entry => evaluate(expression, entry);
}

/** Below zero where `a` comes first: numbers and dates by size, all else by its text; nothing comes last. */
export function compareValues(a: Value, b: Value): number {
	if (a instanceof NullValue || b instanceof NullValue) return Number(a instanceof NullValue) - Number(b instanceof NullValue);
	if (a instanceof NumberValue && b instanceof NumberValue) return a.data - b.data;
	return a.toString().localeCompare(b.toString(), 'en', { numeric: true });
}

function methodOf(target: string, method: string): Method | undefined {
	const methods = target === 'file' ? FILE_METHODS : VALUE_METHODS;
	return Object.hasOwn(methods, method) ? methods[method] : undefined;
}

function requireMethods(expression: Expression, text: string): void {
	if (expression.kind === 'not') requireMethods(expression.of, text);
	if (expression.kind === 'binary') for (const side of [expression.left, expression.right]) requireMethods(side, text);
	if (expression.kind !== 'call') return;
	if (methodOf(expression.target, expression.method) === undefined) throw new SandboxGap(`${expression.target}.${expression.method}() in the formula "${text}" of Bases`);
	for (const argument of expression.args) requireMethods(argument, text);
}

function evaluate(expression: Expression, entry: BasesEntry): Value {
	switch (expression.kind) {
		case 'literal': return wrapValue(expression.value);
		case 'property': return entry.getValue(toPropertyId(expression.name)) ?? NullValue.value;
		case 'not': return new BooleanValue(!evaluate(expression.of, entry).isTruthy());
		case 'call': return call(expression, entry);
		case 'binary': return new BooleanValue(compare(expression.operator, evaluate(expression.left, entry), () => evaluate(expression.right, entry)));
	}
}

function call({ target, method, args }: Extract<Expression, { kind: 'call' }>, entry: BasesEntry): Value {
	const on = target === 'file' ? NullValue.value : entry.getValue(toPropertyId(target)) ?? NullValue.value;
	return new BooleanValue(methodOf(target, method)?.(entry, args.map(argument => evaluate(argument, entry).toString()), on) ?? false);
}

function compare(operator: string, left: Value, right: () => Value): boolean {
	switch (operator) {
		case '&&': return left.isTruthy() && right().isTruthy();
		case '||': return left.isTruthy() || right().isTruthy();
		case '==': return Value.looseEquals(left, right());
		case '!=': return !Value.looseEquals(left, right());
		default: return compareSizes(operator, left, right());
	}
}

/** Nothing is neither more nor less than anything. */
function compareSizes(operator: string, left: Value, right: Value): boolean {
	if (left instanceof NullValue || right instanceof NullValue) return false;
	const order = compareValues(left, right);
	switch (operator) {
		case '<': return order < 0;
		case '<=': return order <= 0;
		case '>': return order > 0;
		default: return order >= 0;
	}
}
