import type * as Api from 'obsidian-api';

interface Entry {
	readonly description: string;
	readonly flags: Api.CliFlags;
	readonly handler: Api.CliHandler;
}

/** The command line interface: handlers by the name of their command. Errors come back as text. */
export class CommandLine {
	private readonly entries = new Map<string, Entry>();

	register(command: string, description: string, flags: Api.CliFlags | null, handler: Api.CliHandler): void {
		if (this.entries.has(command)) throw new Error(`CLI command "${command}" is already registered.`);
		this.entries.set(command, { description, flags: flags ?? {}, handler });
	}

	unregister(command: string): void {
		this.entries.delete(command);
	}

	/** Runs `command key=value flag` and gives what it prints. */
	async run(command: string, args: readonly string[] = []): Promise<string> {
		const entry = this.entries.get(command);
		if (entry === undefined) return `Error: Unknown command: ${command}`;
		const params = Object.fromEntries(args.map(readArgument));
		const lacking = Object.entries(entry.flags).filter(([name, flag]) => flag.required === true && !(name in params)).map(([name]) => name);
		if (lacking.length > 0) return `Error: Missing required parameter: ${lacking.join(', ')}\nUsage: ${command} ${usage(entry.flags)}`;
		try {
			return await entry.handler(params);
		} catch (error) {
			return `Error: ${error instanceof Error ? error.message : String(error)}`;
		}
	}
}

function readArgument(argument: string): [string, string] {
	const at = argument.indexOf('=');
	if (at < 0) return [argument.replace(/^--/, ''), 'true'];
	return [argument.slice(0, at), argument.slice(at + 1).replace(/\\n/g, '\n').replace(/\\t/g, '\t')];
}

function usage(flags: Api.CliFlags): string {
	return Object.entries(flags).map(([name, { value, required }]) => {
		const text = value === undefined ? name : `${name}=${value}`;
		return required === true ? text : `[${text}]`;
	}).join(' ');
}
