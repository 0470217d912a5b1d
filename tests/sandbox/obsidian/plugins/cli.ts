import type * as Api from 'obsidian-api';
import { readArguments, splitWords } from './command-line';

/** A command of the command line. */
export interface CliCommand {
	readonly name: string;
	readonly description: string;
	readonly flags: Api.CliFlags;
	readonly handler: Api.CliHandler;
}

/**
 * The command line interface: handlers by the name of their command. Whatever goes wrong comes
 * back as text, for in the app the program ends well and prints it on standard output.
 */
export class CommandLine {
	/** Gets the output of a line that ends in `--copy`. */
	copy: (output: string) => unknown = () => undefined;
	private readonly commands = new Map<string, CliCommand>();

	/**
	 * @param vaultName what `vault=` may say
	 * @param ready commands wait for it: the app runs none before the workspace is there
	 */
	constructor(private readonly vaultName: string, private readonly ready: Promise<void> = Promise.resolve()) {}

	/** @throws where the name is taken */
	register(name: string, description: string, flags: Api.CliFlags | null, handler: Api.CliHandler): void {
		if (this.commands.has(name)) throw new Error(`CLI command "${name}" is already registered.`);
		this.commands.set(name, { name, description, flags: flags ?? {}, handler });
	}

	unregister(name: string): void {
		this.commands.delete(name);
	}

	/** Runs `[obsidian] [vault=NAME] command key=value flag` and gives what it prints. */
	async run(line: string): Promise<string> {
		try {
			return await this.runWords(splitWords(line));
		} catch (error) {
			return `Error: ${error instanceof Error ? error.message : String(error)}`;
		}
	}

	/** Every command with its description, or one with its flags. */
	help(name?: string): string {
		if (name !== undefined) return describe(this.find(name));
		const commands = [...this.commands.values()].sort((a, b) => a.name.localeCompare(b.name));
		return columns(commands.map(one => [one.name, one.description]));
	}

	private async runWords(words: string[]): Promise<string> {
		if (words[0] === 'obsidian') words.shift();
		if (words[0]?.startsWith('vault=') === true) this.requireVault((words.shift() ?? '').slice('vault='.length));
		const [name, ...rest] = words;
		return name === undefined ? '' : this.runCommand(this.find(name), rest);
	}

	private async runCommand(command: CliCommand, words: readonly string[]): Promise<string> {
		const { params, help, copy } = readArguments(words, command.flags);
		if (help) return describe(command);
		const lacking = Object.entries(command.flags).filter(([name, { required }]) => required === true && !Object.hasOwn(params, name)).map(([name]) => name);
		if (lacking.length > 0) return `Error: Missing required parameter: ${lacking.join(', ')}\n${usage(command)}`;
		await this.ready;
		const output = String(await command.handler(params));
		if (copy) await this.copy(output);
		return output;
	}

	private find(name: string): CliCommand {
		const command = this.commands.get(name);
		if (command === undefined) throw new Error(`Unknown command: ${name}`);
		return command;
	}

	private requireVault(name: string): void {
		if (name !== this.vaultName) throw new Error(`Vault not found: ${name}`);
	}
}

function describe(command: CliCommand): string {
	const flags = Object.entries(command.flags).map(([name, flag]): [string, string] => [`  ${written(name, flag)}`, `${flag.description}${flag.required === true ? ' (required)' : ''}`]);
	return [command.description, usage(command), ...(flags.length === 0 ? [] : [columns(flags)])].join('\n');
}

function usage({ name, flags }: CliCommand): string {
	const words = Object.entries(flags).map(([key, flag]) => flag.required === true ? written(key, flag) : `[${written(key, flag)}]`);
	return ['Usage:', name, ...words].join(' ');
}

function written(name: string, { value }: Api.CliFlag): string {
	return value === undefined ? name : `${name}=${value}`;
}

function columns(rows: readonly (readonly [string, string])[]): string {
	const width = Math.max(0, ...rows.map(([first]) => first.length));
	return rows.map(([first, second]) => `${first.padEnd(width)}  ${second}`.trimEnd()).join('\n');
}
