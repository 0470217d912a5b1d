/** Something the user can put right. Its message is shown alone, without a stack; exit code 1. */
export class Failure extends Error {}

/** The command was called wrongly: a bad option, a folder that isn't there. Exit code 2. */
export class UsageError extends Failure {}

/**
 * The code that Node gives an error of the system, such as `ENOENT`.
 *
 * @param {unknown} error
 */
export function errorCode(error) {
	return error instanceof Error && 'code' in error ? error.code : undefined;
}

/**
 * Runs a script's body with the command line's arguments and sets the exit code: the number it
 * returns, 0 for none, 1 or 2 for an error, which is printed on stderr.
 *
 * @param {(argv: string[]) => Promise<number | void>} body
 */
export async function runCommand(body) {
	try {
		process.exitCode = (await body(process.argv.slice(2))) ?? 0;
	} catch (error) {
		console.error(error instanceof Failure ? error.message : error);
		process.exitCode = error instanceof UsageError ? 2 : 1;
	}
}
