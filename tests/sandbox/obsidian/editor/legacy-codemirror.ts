import { type StreamParser, StringStream } from '@codemirror/language';
import { addGaps } from '../gaps/add-gaps';
import { isRecord } from '../record';
import { legacyMarkdown } from './legacy-markdown';

/** A stream mode in the manner of CodeMirror 5. */
export interface LegacyMode extends Partial<Omit<StreamParser<unknown>, 'startState'>> {
	name?: string;
	startState?: (a?: unknown, b?: unknown) => unknown;
}

type ModeFactory = (config: object, spec: { readonly name: string }) => LegacyMode;

const missing = {
	methods: [
		'colorize', 'countColumn', 'defineSimpleMode', 'extendMode', 'findModeByExtension', 'findModeByFileName', 'findModeByMIME', 'findModeByName', 'innerMode',
		'multiplexingMode', 'overlayMode', 'runMode', 'simpleMode', 'splitLines',
	],
	parts: ['commands', 'keyMap', 'modeInfo'],
};

/**
 * `window.CodeMirror`: what the app keeps of CodeMirror 5, the registry of stream modes.
 * Plugins put their own languages in, and build on the app's `hypermd`.
 */
export class LegacyCodeMirror {
	readonly Pass = { toString: (): string => 'CodeMirror.Pass' };
	readonly StringStream = StringStream;
	readonly modes: Record<string, ModeFactory> = { null: () => ({ token: stream => { stream.skipToEnd(); return null; } }) };
	readonly mimeModes: Record<string, unknown> = { 'text/plain': 'null' };

	constructor() {
		for (const name of ['hypermd', 'markdown']) this.defineMode(name, () => legacyMarkdown());
	}

	defineMode(name: string, mode: ModeFactory): void {
		this.modes[name] = mode;
	}

	defineMIME(mime: string, spec: unknown): void {
		this.mimeModes[mime] = spec;
	}

	/** Accepted, and asked by nobody: helpers belong to the editor of CodeMirror 5. */
	registerHelper(_type: string, _name: string, _value: unknown): void {}

	/** The specification behind a mode's or a MIME type's name; that of plain text where there is none. */
	resolveMode(spec: unknown): { readonly name: string } {
		const found = typeof spec === 'string' && spec in this.mimeModes ? this.mimeModes[spec] : spec;
		if (typeof found === 'string') return { name: found };
		return isRecord(found) && typeof found['name'] === 'string' ? { ...found, name: found['name'] } : { name: 'null' };
	}

	/** A mode by its name; plain text where nobody has defined it. */
	getMode(config: object, spec: unknown): LegacyMode {
		const resolved = this.resolveMode(spec);
		const factory = this.modes[resolved.name];
		if (factory === undefined) return this.getMode(config, 'text/plain');
		return Object.assign(factory(config, resolved), { name: resolved.name });
	}

	/** A new state of a mode, or true where the mode keeps none. */
	startState(mode: LegacyMode, a?: unknown, b?: unknown): unknown {
		return mode.startState === undefined ? true : mode.startState(a, b);
	}

	copyState(mode: LegacyMode, state: unknown): unknown {
		if (state === true) return state;
		if (mode.copyState !== undefined) return mode.copyState(state);
		return isRecord(state) ? Object.fromEntries(Object.entries(state).map(([key, value]) => [key, Array.isArray(value) ? [...value as unknown[]] : value])) : state;
	}
}

addGaps(LegacyCodeMirror.prototype, 'CodeMirror', missing);
