/** A task line, in a list, a quote or a callout: what stands before its status, and the status. */
const TASK = /^((?:[\s>]*)(?:[-*+]|\d+[.)])\s+\[)(.)\]/su;

/** The status of a task line, and where it stands; null where the line is no task. */
export function findTask(line: string): { at: number; status: string } | null {
	const found = TASK.exec(line);
	return found === null ? null : { at: (found[1] ?? '').length, status: found[2] ?? ' ' };
}

/** What a click on a checkbox makes of its status: open becomes `x`, anything else becomes open. */
export function toggledStatus(status: string): string {
	return status === ' ' ? 'x' : ' ';
}

/** The line after a click on its checkbox. Null where the line is no task. */
export function toggleTask(line: string): string | null {
	const task = findTask(line);
	if (task === null) return null;
	return line.slice(0, task.at) + toggledStatus(task.status) + line.slice(task.at + task.status.length);
}
