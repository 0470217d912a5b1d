import { gap } from '../gap';
import { compareValues } from './expression';
import { BooleanValue, NullValue, NumberValue, type Value } from './value';

type Summary = (values: readonly Value[]) => Value;

const numbers = (values: readonly Value[]): number[] => values.filter(value => value instanceof NumberValue).map(value => value.data);
const sum = (values: readonly Value[]): number => numbers(values).reduce((total, one) => total + one, 0);
const present = (values: readonly Value[]): Value[] => values.filter(value => !(value instanceof NullValue)).sort(compareValues);
const count = (values: readonly Value[], counts: (value: Value) => boolean): NumberValue => new NumberValue(values.filter(counts).length);

/** The app's summaries that the sandbox has, by the app's names. */
const SUMMARIES: Readonly<Record<string, Summary>> = {
	Sum: values => new NumberValue(sum(values)),
	Average: values => numbers(values).length === 0 ? NullValue.value : new NumberValue(sum(values) / numbers(values).length),
	Min: values => present(values)[0] ?? NullValue.value,
	Max: values => present(values).at(-1) ?? NullValue.value,
	Empty: values => count(values, value => value instanceof NullValue || value.toString() === ''),
	Filled: values => count(values, value => !(value instanceof NullValue) && value.toString() !== ''),
	Unique: values => new NumberValue(new Set(present(values).map(String)).size),
	Checked: values => count(values, value => value instanceof BooleanValue && value.data),
	Unchecked: values => count(values, value => value instanceof BooleanValue && !value.data),
};

/** Summarises a column. @throws SandboxGap for a summary that the sandbox does not have */
export function summarize(key: string, values: readonly Value[]): Value {
	return Object.hasOwn(SUMMARIES, key) ? SUMMARIES[key]?.(values) ?? NullValue.value : gap(`The summary ${key} of Bases`);
}
