import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Random } from '../soak/random';
import { proposedTasks } from './proposed-tasks';

const NOTES_A_PERSON = 40;
const FIRST = 'Ana Ben Cleo Dario Edda Finn Greta Hugo Iris Jon Kaja Leo Mira Nils Olga Pau Rita Sven Tove Uwe'.split(' ');
const LAST = 'Abel Brandt Costa Dahl Ek Ferro Gruber Holm Ivers Jansen Keller Lund Moser Novak Okafor Prins Quist Ruiz Stone Thorn'.split(' ');
const PRIORITIES = [' ⏫', ' 🔼', ' 🔽', '', '', ''];
const DAY_MS = 86_400_000;

/**
 * Writes a vault with so many proposals into a folder, as a pipeline would: four a note, forty
 * notes a person, two or three wordings a task. Makes the same each time. Answers how many notes it has.
 */
export function writeReviewVault(folder: string, proposals: number, tasksANote = 4): number {
	const random = new Random(1);
	const tasks = proposedTasks(proposals);
	const notes = Math.ceil(tasks.length / tasksANote);
	const people = Array.from({ length: Math.ceil(notes / NOTES_A_PERSON) }, (_, at) => `${FIRST[at % FIRST.length] ?? ''} ${LAST[Math.floor(at / FIRST.length) % LAST.length] ?? ''}${at >= 400 ? ` ${Math.floor(at / 400)}` : ''}`);
	for (const name of people) write(folder, `People/${name}/README.md`, `---\ntype: people\ntitle: ${name}\n---\n# ${name}\n`);
	for (let at = 0; at < notes; at++) {
		const person = random.pick(people);
		const day = dayOf(random.below(700));
		const lines = tasks.slice(at * tasksANote, (at + 1) * tasksANote).map(({ text }) => {
			const due = random.chance(0.5) ? ` 📅 ${dayOf(random.below(60) - 30)}` : '';
			return `- [?] ${text} @${random.chance(0.5) ? 'Myself' : random.pick(people)}${due}${random.pick(PRIORITIES)} #task #proposed #auto`;
		});
		write(folder, `People/${person}/${day} - Meeting ${at}.md`, `---\ntype: people\ntitle: Meeting ${at}\ndate: '${day}'\nperson: ${person}\nparticipants:\n- ${person}\n- Myself\n---\n# Meeting ${at}\n\n## Action items\n\n${lines.join('\n\n')}\n`);
	}
	return notes + people.length;
}

/** `YYYY-MM-DD`, so many days before a fixed one. */
function dayOf(before: number): string {
	return new Date(Date.UTC(2026, 10, 20) - before * DAY_MS).toISOString().slice(0, 10);
}

function write(folder: string, name: string, text: string): void {
	const file = path.join(folder, name);
	mkdirSync(path.dirname(file), { recursive: true });
	writeFileSync(file, text);
}
