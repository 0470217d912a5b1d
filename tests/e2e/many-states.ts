import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const SEND = 'Send the storage team the pricing comparison';

/** Words without a place to break them, of other scripts and directions, and with signs beyond the basic plane. */
export const HARD_WORDS: Readonly<Record<string, string>> = {
	long: `Rename ${'x'.repeat(200)} today.`,
	address: `Read https://example.org/${'a-very-long-path/'.repeat(12)}index.html?page=1 first.`,
	arabic: 'أرسل قائمة الأسعار إلى فريق التخزين قبل مراجعة التصميم يوم الخميس.',
	hebrew: 'לשלוח את רשימת המחירים לצוות האחסון לפני הסקירה ביום חמישי.',
	emoji: 'Bake 👩‍🍳👨‍👩‍👧‍👦🏳️‍🌈 the 🥧 for the 🎂 party.',
};

/** Notes beside the demo vault's own that bring the review into every state. */
const NOTES: Readonly<Record<string, string>> = {
	'Inbox/2026-10-01 Storage plan.md': `- [?] ${SEND} before the architecture review. @Myself 📅 2026-11-26 ⏫ #task #proposed #auto\n`,
	'Inbox/2026-10-03 Next steps.md': '- [?] Send the storage team the updated pricing comparison before the architecture review. @Myself 📅 2026-11-28 #task #proposed #auto\n',
	'Inbox/2026-10-05 Weekly.md': `# Notes\n- [?] ${SEND}. @Me #task #proposed #auto\n`,
	'Inbox/2026-10-13 Ben.md': `- [?] ${SEND} before the architecture review. @Ben Okafor #task #proposed\n`,
	'Inbox/2026-09-01 Done.md': '- [x] Water the ferns by the door. @Myself #task #auto ✅ 2026-09-03\n',
	'Inbox/2026-10-14 Ferns.md': '- [?] Water the ferns by the door. @Myself 📅 2026-10-20 🔺 #task #proposed #auto\n',
	'Inbox/2026-11-20 Garden.md': '# Garden\n\n```ratify\nnote:this due:whenever\n```\n\n- [?] Prune the old pear tree with Oskar. @Oskar Brandt #task #proposed\n- [?] Oil the hinges of the gate. @Nobody Known #task #proposed\n',
	'Inbox/2026-11-20 Plan.md': '- [?] Sort the screws. #task #proposed\n',
	[`Inbox/${'w'.repeat(120)}.md`]: `${Object.values(HARD_WORDS).map((words) => `- [?] ${words} @Myself 📅 2026-10-20 ⏫ #task #proposed`).join('\n')}\n- [?] ${HARD_WORDS['long'] ?? ''} @${'y'.repeat(100)} #task #proposed\n`,
};

/** Puts these notes into a copy of a vault. */
export function addNotes(folder: string): void {
	for (const [file, text] of Object.entries(NOTES)) {
		mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
		writeFileSync(path.join(folder, file), text);
	}
}
