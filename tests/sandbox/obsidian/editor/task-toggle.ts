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

/** The change in a line, by columns, that a click on its checkbox makes. Null where the line is no task. */
export function taskChange(line: string): { from: number; to: number; insert: string } | null {
	const task = findTask(line);
	return task === null ? null : { from: task.at, to: task.at + task.status.length, insert: toggledStatus(task.status) };
}

/** The line after a click on its checkbox. Null where the line is no task. */
export function toggleTask(line: string): string | null {
	const change = taskChange(line);
	return change === null ? null : line.slice(0, change.from) + change.insert + line.slice(change.to);
}
