import { SandboxGap } from '../gap';

/** A parsed formula. */
export type Expression =
	| { readonly kind: 'literal'; readonly value: string | number | boolean | null }
	| { readonly kind: 'property'; readonly name: string }
	| { readonly kind: 'call'; readonly target: string; readonly method: string; readonly args: readonly Expression[] }
	| { readonly kind: 'not'; readonly of: Expression }
	| { readonly kind: 'binary'; readonly operator: string; readonly left: Expression; readonly right: Expression };

const TOKEN = /\s*(?:("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|(\d+(?:\.\d+)?)|([\p{L}_][\p{L}\p{N}_-]*)|(==|!=|>=|<=|&&|\|\||[<>!().,[\]])|(\S))/guy;

/** Operators, loosest first; those of one row bind alike. */
const LEVELS = [['||'], ['&&'], ['==', '!=', '<', '>', '<=', '>=']] as const;

const CONSTANTS: Readonly<Record<string, boolean | null>> = { true: true, false: false, null: null };

/**
 * Parses the part of the app's formulas that the sandbox has: comparisons of properties and
 * literals, method calls, `!`, `&&`, `||` and parentheses.
 * @throws SandboxGap for anything else
 */
export function parseExpression(text: string): Expression {
	return new Parser(text).parse();
}

class Parser {
	private readonly tokens: string[];
	private at = 0;

	constructor(private readonly text: string) {
		this.tokens = Array.from(text.matchAll(TOKEN), ([, quoted, number, word, mark, other]) => {
			if (other !== undefined) this.fail();
			return quoted ?? number ?? word ?? mark ?? '';
		});
	}

	parse(): Expression {
		const expression = this.binary(0);
		if (this.at < this.tokens.length) this.fail();
		return expression;
	}

	private binary(level: number): Expression {
		const operators: readonly string[] | undefined = LEVELS[level];
		if (operators === undefined) return this.unary();
		let left = this.binary(level + 1);
		for (let operator = this.tokens[this.at]; operator !== undefined && operators.includes(operator); operator = this.tokens[this.at]) {
			this.at++;
			left = { kind: 'binary', operator, left, right: this.binary(level + 1) };
		}
		return left;
	}

	private unary(): Expression {
		return this.take('!') ? { kind: 'not', of: this.unary() } : this.primary();
	}

	private primary(): Expression {
		if (this.take('(')) {
			const inner = this.binary(0);
			this.expect(')');
			return inner;
		}
		const token = this.tokens[this.at++] ?? this.fail();
		if (/^["']/.test(token)) return { kind: 'literal', value: token.slice(1, -1).replace(/\\(.)/g, '$1') };
		if (/^\d/.test(token)) return { kind: 'literal', value: Number(token) };
		if (Object.hasOwn(CONSTANTS, token)) return { kind: 'literal', value: CONSTANTS[token] ?? null };
		return /^[\p{L}_]/u.test(token) ? this.path(token) : this.fail();
	}

	private path(first: string): Expression {
		let name = first;
		for (;;) {
			if (this.take('[')) {
				name += `.${String(this.literal())}`;
				this.expect(']');
			} else if (this.take('.')) {
				const word = this.tokens[this.at++] ?? this.fail();
				if (this.take('(')) return { kind: 'call', target: name, method: word, args: this.args() };
				name += `.${word}`;
			} else {
				return this.tokens[this.at] === '(' ? this.fail() : { kind: 'property', name };
			}
		}
	}

	private args(): Expression[] {
		const args: Expression[] = [];
		while (!this.take(')')) {
			args.push(this.binary(0));
			if (this.tokens[this.at] !== ')') this.expect(',');
		}
		return args;
	}

	private literal(): string | number | boolean | null {
		const expression = this.primary();
		return expression.kind === 'literal' ? expression.value : this.fail();
	}

	private take(token: string): boolean {
		const found = this.tokens[this.at] === token;
		if (found) this.at++;
		return found;
	}

	private expect(token: string): void {
		if (!this.take(token)) this.fail();
	}

	private fail(): never {
		throw new SandboxGap(`The formula "${this.text}" of Bases`);
	}
}
