import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** What a script of a note would leave behind if it ran. */
const ATTACK = 'window.hostile=1';
const IMAGE = `<img src=x onerror=${ATTACK}>`;

/** Sentences that a careless program would take for markup, code or a pattern. They hold no Markdown, so they are shown as they are. */
export const SENTENCES: readonly string[] = [
	`Pay ${IMAGE} today`,
	`<script>${ATTACK}</script> end`,
	`"><svg onload=${ATTACK}> end`,
	`'"--></title></p><iframe src="https://hostile.example/frame"></iframe> end`,
	'<style>body { display: none }</style> end',
	'<a href="https://hostile.example/">click</a> end',
	'&lt;b&gt; &amp;#60; end',
	`\${${ATTACK}} $& $1 $$ end`,
	'\u202edesrever\u202c and zero\u200bwidth\u2060 end',
	'__proto__ constructor toString hasOwnProperty end',
	`Name ${'x'.repeat(300)} end`,
	'a|b .*+?^(] \\u003cb\\u003e \\x3c end',
];

/** Sentences with Markdown, and how they are shown. */
export const FORMATTED: readonly (readonly [written: string, shown: string])[] = [
	[`Open [the list](javascript:${ATTACK}) end`, 'Open the list end'],
	['See [[Plan|<b>the plan</b>]] end', 'See <b>the plan</b> end'],
	[`Write \`{{constructor.constructor("${ATTACK}")()}}\` end`, `Write {{constructor.constructor("${ATTACK}")()}} end`],
	[`Call **<img src=https://hostile.example/i.png>** end`, 'Call <img src=https://hostile.example/i.png> end'],
	['![](https://hostile.example/tracker.png) end', '![](https://hostile.example/tracker.png) end'],
];

const TAGS = '#task #proposed #__proto__ #constructor';
/** The note that holds all sentences, under a name of markup. */
export const HOSTILE_NOTE = `Notes <b>bold/${IMAGE}.md`;
const LONG_NAME = `Meetings/${'n'.repeat(240)}.md`;

export const HOSTILE_TEXT = [
	'---',
	`title: '${IMAGE}'`,
	`person: '"><script>${ATTACK}</script>'`,
	`participants: ["${IMAGE}", "__proto__", "constructor"]`,
	'__proto__: { polluted: true }',
	'constructor: { prototype: { polluted: true } }',
	`source_ref: "../<svg onload=${ATTACK}>/\\n${IMAGE}.md"`,
	'tags: [__proto__, constructor, "<b>"]',
	'---',
	`# Heading ${IMAGE}`,
	'',
	...[...SENTENCES, ...FORMATTED.map(([written]) => written)].map((sentence) => `- [?] ${sentence} ${TAGS}`),
	`- [?] For the markup of a link. @[[People/Nobody|${IMAGE}]] ${TAGS}`,
	`- [?] For a property of all objects. @__proto__ ${TAGS}`,
	`- [?] For another property of them. @Constructor ${TAGS}`,
	'',
].join('\n');

const OTHERS: Readonly<Record<string, string>> = {
	[LONG_NAME]: `---\ntitle: |\n  First line\n  <b>second</b> line\naccount: ${'long '.repeat(400)}\n---\n- [?] Under a long name. ${TAGS}\n`,
	[`People/${IMAGE}/README.md`]: `---\ntype: people\naliases: ['<b>', "__proto__", "constructor"]\nemail: "${ATTACK}@hostile.example"\ncompany: '<script>${ATTACK}</script>'\n---\n# Notes\n- [?] About a person of markup. ${TAGS}\n`,
	'People/__proto__.md': `---\ntype: people\naliases: [toString]\n---\n- [?] About a property. ${TAGS}\n`,
	'Plain.md': '- [?] A plain one. @Myself #task #proposed\n',
};

/** How many proposals the vault holds. */
export const HOSTILE_COUNT = SENTENCES.length + FORMATTED.length + 3 + Object.keys(OTHERS).length;

/** Puts these notes in the place of those of a vault's copy, and names of markup into the plugin's settings. */
export function makeHostile(folder: string): void {
	for (const name of readdirSync(folder)) if (name !== '.obsidian') rmSync(path.join(folder, name), { recursive: true });
	const data = JSON.stringify({ ownerNames: ['Myself', IMAGE, '__proto__'] });
	for (const [name, text] of Object.entries({ ...OTHERS, [HOSTILE_NOTE]: HOSTILE_TEXT, '.obsidian/plugins/ratify/data.json': data })) {
		mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
		writeFileSync(path.join(folder, name), text);
	}
}
