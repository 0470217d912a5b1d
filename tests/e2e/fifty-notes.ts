/** How notes can look whose lines are decided, and what makes it hard to give back their bytes. `at` tells their texts apart. */
const SHAPES: readonly ((at: number) => string)[] = [
	(at) => `# Call ${at}\n\n- [?] Send Ana list ${at}. @Me #task #proposed\n\nNothing else was said, and nobody minded.\n`,
	(at) => `---\r\nperson: Ana Prado\r\n---\r\n\r\n- [?] Order seals for lot ${at}. @Ana #task #proposed\r\n\r\nWindows wrote this.\r\n`,
	(at) => `\ufeff# Hall\n- [?] Book hall ${at}. @Me #task #proposed\n- [?] Ask for key ${at}. #task #proposed`,
	(at) => `> [!todo] Next\n> - [?] Weigh crate ${at}. #task #proposed\n> > - [?] Label crate ${at}. ⏫ #task #proposed\n\nEnd of the callout.\n`,
	(at) => `- Plan ${at}\n\t- [?] Draw part ${at}. 📅 2027-03-0${at % 9 + 1} #task #proposed\n\t\t- [?] Print part ${at}. #task #proposed\n\t- [ ] Accepted. #task\n`,
	(at) => `* [?] Tell\u00a0👩‍🔬 of ✔️ ${at}. #task #proposed\n\n${'日本語の議事録。'.repeat(12)}${'é'.repeat(at % 5)}\n`,
	(at) => `## Morning\n- [?] Check valve ${at}. #task #proposed\n\n## Evening\n- [?] Check valve ${at}. #task #proposed\n`,
	(at) => `- [?] Only this line, ${at}. #task #proposed`,
	(at) => `- [?] Read minutes ${at}. #task #proposed\n\n${'They went on about it for another hour.\n'.repeat(20)}`,
	(at) => `${'They went on about it for another hour.\n'.repeat(20)}\n1. [?] Write minutes ${at}. #task #proposed\n`,
];

/** Notes with proposals, by their paths. */
export const FIFTY_NOTES: ReadonlyMap<string, string> = new Map(Array.from({ length: 50 }, (_, at) => [
	`Notes/${String(at + 1).padStart(2, '0')}.md`,
	(SHAPES[at % SHAPES.length] ?? String)(at + 1),
]));

/** How many proposals stand in them. */
export const PROPOSALS = [...FIFTY_NOTES.values()].join().split('[?]').length - 1;

/** How many of them only repeat a line of their own note. */
export const DUPLICATES = 5;

/** What one of them reads once all its proposals are confirmed: of equal lines the first is kept. */
export function confirm(text: string): string {
	const seen = new Set<string>();
	return text.replaceAll(/\[\?\](.*)/gu, (_line, words: string) => {
		const isRepeated = seen.has(words);
		seen.add(words);
		return `[${isRepeated ? '-' : ' '}]${words.replace(' #proposed', '')}`;
	});
}
