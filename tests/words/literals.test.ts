import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { findLiterals } from './literals';

const SRC = path.join(__dirname, '../../src');
/** Data, not words: what is written into notes or read from what is typed, a path, and a stretch of work by its id. */
const DATA: readonly string[] = [
	'review-empty.tsx: - [?] Send the list. @Myself 📅 … #task #proposed',
	'value-changes.ts: Me',
	'settings-tab.ts: Templates/Person.md',
	'day-picker.ts: in a week',
	'day-picker.ts: in two weeks',
	'day-picker.ts: in a month',
	'carrying-out.ts: put back',
];

function filesOf(folder: string): string[] {
	return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/u.test(name)).map((name) => path.join(folder, name));
}

test('no text that the user reads stands outside the words', () => {
	const files = ['core', 'obsidian', 'features'].flatMap((room) => filesOf(path.join(SRC, room))).concat(path.join(SRC, 'main.ts'));
	expect(files.length).toBeGreaterThan(200);
	const found = files.flatMap((file) => findLiterals(file, readFileSync(file, 'utf8')).map(({ line, text }) => ({ at: `${path.relative(SRC, file)}:${line}`, text: `${path.basename(file)}: ${text}` })));
	expect(found.filter(({ text }) => !DATA.includes(text))).toEqual([]);
	expect(DATA.filter((data) => !found.some(({ text }) => text === data))).toEqual([]);
});

test.each([
	['features/a.tsx', 'const a = <p>done</p>;'],
	['features/a.tsx', 'const a = <p title="more" />;'],
	['features/a.tsx', 'const a = <p aria-label={isOpen ? "close" : `open ${name}`} />;'],
	['features/a.tsx', 'const a = <Says>{"Reading the source…"}</Says>;'],
	['features/a.tsx', 'const a = <Part heading="Key facts" />;'],
	['features/a.ts', 'new Notice(`gone`);'],
	['features/a.ts', 'item.setTitle("open").setIcon("check");'],
	['features/a.ts', 'setTooltip(el, "more");'],
	['features/a.ts', 'el.setAttribute("aria-label", "more");'],
	['features/a.ts', 'el.createDiv({ text: "done" });'],
	['features/a.ts', 'return { name: "Open review", id: "open-review" };'],
	['features/a.ts', 'this.emptyStateText = "none";'],
	['features/a.ts', 'const a = `${count} more`;'],
	['features/a.ts', 'const NAMES = { high: "High" };'],
	['obsidian/a.ts', 'throw new Error("The note is gone.");'],
	['/core/a.ts', 'const a = { id: "confirm", done: "Confirmed" };'],
])('finds in %s what is for the user: %s', (file, code) => {
	expect(findLiterals(file, code)).not.toEqual([]);
});

test.each([
	['features/a.tsx', 'const a = <p class="ratify-row is-open" key={`${tab} one`}><Icon name="check" /></p>;'],
	['features/a.tsx', 'const a = <p title={row.kind === "named" ? title : words.review.title} />;'],
	['features/a.ts', 'if (event.key === "ArrowDown" || event.key === "Enter") console.error("Ratify: it failed.", error);'],
	['features/a.ts', 'el.querySelector("button, label")?.closest(".ratify-row > li");'],
	['features/a.ts', 'review(`note:"${path}"`); menu.setSection("ratify-change");'],
	['features/a.ts', 'import { a } from "./Some file"; type A = "Some words";'],
	['/core/a.ts', 'const STOP = "the and of"; throw new Error("A row has no proposal.");'],
])('leaves alone in %s what is not: %s', (file, code) => {
	expect(findLiterals(file, code)).toEqual([]);
});
