const SYLLABLES = 'ba cor del fen gri hal ist jor kel lum mar nor ost pel qua rin sol tam ulv ven wes yor zan bri cha dro fla gla'.split(' ');
const TASKS: readonly ((one: string, other: string) => readonly string[])[] = [
	(one, other) => [`Send the pricing comparison of ${one} to ${other} before the review.`, `Send ${other} the pricing comparison of ${one} before the review.`, `Please send the pricing comparison of ${one} to ${other} before the review.`],
	(one, other) => [`Book a room in ${one} for the visit of ${other}.`, `Book a room for the visit of ${other} in ${one}.`, `Please book a room in ${one} for the visit of ${other}.`],
	(one, other) => [`Ask ${one} about the drawings of the ${other} pump.`, `Ask about the drawings of the ${other} pump: ${one}.`, `Please ask ${one} about the drawings of the ${other} pump.`],
	(one, other) => [`Check the invoice of ${one} with ${other} by Friday.`, `Check the invoice of ${one} by Friday with ${other}.`, `Please check the invoice of ${one} with ${other} by Friday.`],
];
const NOTES = 125;
const PEOPLE = ['Ana Ruiz', 'Ben Okafor', 'Mira Lind', 'Joost Vermeer', 'Zoë Kralj'];

/** How many tasks the vault proposes, each of them once, three or five times. */
export const CLEARED_TASKS = 400;
const TIMES = [1, 3, 1, 5];

/** One line of a note that proposes a task. */
export interface ProposedLine {
	/** Of the task, from 0. */
	readonly task: number;
	readonly text: string;
}

/** The lines that propose tasks, in the order in which a pipeline wrote them: what says the same stands in several notes, and in one of them twice. */
export const PROPOSED_LINES: readonly ProposedLine[] = Array.from({ length: CLEARED_TASKS }, (_, task) => task).flatMap((task) => {
	const wordings = TASKS[task % TASKS.length]?.(nameOf(task), nameOf(CLEARED_TASKS + task)) ?? [];
	return Array.from({ length: TIMES[Math.floor(task / TASKS.length) % TIMES.length] ?? 1 }, (_each, at) => ({ task, text: wordings[at % wordings.length] ?? '' }));
});

/** The notes of the vault, by their paths. @param draw what a line reads */
export function clearingNotes(draw: (line: ProposedLine) => string): ReadonlyMap<string, string> {
	return new Map(Array.from({ length: NOTES }, (_, at) => {
		const lines = PROPOSED_LINES.filter((_line, index) => Math.floor(index / 2) % NOTES === at).map(draw);
		const text = `---\nperson: ${PEOPLE[at % PEOPLE.length] ?? ''}\ndate: 2026-10-${String(at % 28 + 1).padStart(2, '0')}\n---\n# Call ${at}\n\nThey spoke about this and that.\n\n## Next\n\n${lines.join('\n')}\n\nNobody minded.\n`;
		return [`Calls/${at}.md`, at % 9 === 0 ? text.replaceAll('\n', '\r\n') : text];
	}));
}

/** A name that no other number has, and that is not near another's. */
function nameOf(number: number): string {
	const parts = [number, Math.floor(number / SYLLABLES.length), number * 11 + 5, number * 17 + Math.floor(number / 7)].map((part) => SYLLABLES[part % SYLLABLES.length] ?? '');
	const name = parts.join('');
	return name.charAt(0).toUpperCase() + name.slice(1);
}
