import { pathToFileURL } from 'node:url';
import { runCommand, UsageError } from './command.mjs';
import { parseOptions } from './options.mjs';
import { projectRoot } from './project.mjs';
import { ensureDependencies } from './setup.mjs';

const usage = `Usage: npm run bench -- duplicates|people|sources|review [--json]

Measures what Ratify costs, and prints the figures.
  duplicates   grouping 4,200, 20,000 and 100,000 generated proposals, and one note of ten added, changed and removed
  people       telling whose name something is, and what a card says, among 600, 2,000 and 10,000 people
  sources      taking 1,000 mails and transcripts of 50 KB apart, and finding in them what supports a task
  review       the review in a browser, with 4,200 and 100,000 proposals: opening it, scrolling, filtering, and deciding with keys

  --json   prints the figures as JSON`;

/** @typedef {import('../tests/bench/duplicates').DuplicatesFigures} DuplicatesFigures */
/** @typedef {import('../tests/bench/people').PeopleFigures} PeopleFigures */
/** @typedef {import('../tests/bench/sources').SourcesFigures} SourcesFigures */
/** @typedef {import('../tests/bench/review').ReviewFigures} ReviewFigures */

/** @type {Readonly<Record<string, {run: () => Promise<object[]>, row: (figures: any) => object}>>} */
const benches = {
	duplicates: {
		run: async () => {
			const { benchDuplicates } = await load('duplicates');
			return [4200, 20_000, 100_000].map((size) => benchDuplicates(size));
		},
		row: (/** @type {DuplicatesFigures} */ each) => ({
			proposals: each.proposals,
			groups: each.groups,
			'from scratch, ms': Math.round(each.fromScratch),
			'note added, ms': Number(each.noteAdded.toFixed(1)),
			'note changed, ms': Number(each.noteChanged.toFixed(1)),
			'note removed, ms': Number(each.noteRemoved.toFixed(1)),
			'longest slice, ms': Number(each.longestSlice.toFixed(1)),
			'memory, MB': Math.round(each.memory),
		}),
	},
	sources: {
		run: async () => {
			const { benchSources } = await load('sources');
			return [100, 1000].map((count) => benchSources(count));
		},
		row: (/** @type {SourcesFigures} */ each) => ({
			sources: each.sources,
			'text, MB': Number(each.megabytes.toFixed(1)),
			'taken apart, ms': Math.round(each.takenApart),
			'with words indexed, ms': Math.round(each.indexed),
			'longest slice, ms': Number(each.longestSlice.toFixed(1)),
			'slices over 16 ms': each.longSlices,
			'evidence for a task, ms': Number(each.evidence.toFixed(2)),
			'the slowest of 20, ms': Number(each.slowEvidence.toFixed(2)),
		}),
	},
	review: {
		run: benchReviews,
		row: (/** @type {ReviewFigures} */ each) => ({
			proposals: each.proposals,
			notes: each.notes,
			rows: each.rows,
			'opened, ms': Math.round(each.opened),
			'frames in 10 s': each.frames,
			'longest, ms': Math.round(each.longestFrame),
			'over 32 ms': each.longFrames,
			'key, median ms': Number(each.keyMedian.toFixed(1)),
			'99 of 100, ms': Number(each.keyNinetyNinth.toFixed(1)),
			'longest key, ms': Number(each.keyLongest.toFixed(1)),
			'letter in the filter, ms': Math.round(each.filtered),
		}),
	},
	people: {
		run: async () => {
			const { benchPeople } = await load('people');
			return [[600, 2000], [2000, 20_000], [10_000, 100_000]].map(([people, notes]) => benchPeople(people, notes));
		},
		row: (/** @type {PeopleFigures} */ each) => ({
			people: each.people,
			notes: each.notes,
			'index, ms': Math.round(each.index),
			'one name, µs': Number((each.resolve * 1000).toFixed(1)),
			'card at start, ms': Number(each.cardAtStart.toFixed(1)),
			'card, ms': Number(each.card.toFixed(1)),
			'card after an edit, ms': Number(each.cardAfterEdit.toFixed(1)),
			'work at start, ms': background(each.atStart),
			'after a note, ms': background(each.afterNote),
			'after a name, ms': background(each.afterName),
		}),
	},
};

await runCommand(async (argv) => {
	const { options, rest } = parseOptions(argv, { help: 'flag', json: 'flag' });
	if (options.help) return console.log(usage);
	const bench = rest.length === 1 ? benches[rest[0] ?? ''] : undefined;
	if (!bench) throw new UsageError(usage);
	await ensureDependencies();
	const figures = await bench.run();
	if (options.json) console.log(JSON.stringify(figures, null, '\t'));
	else console.table(figures.map(bench.row));
});

/**
 * @param {import('../tests/bench/people').Background} work
 * @returns {string}
 */
function background({ total, longestSlice }) {
	return `${Math.round(total)}, slices up to ${longestSlice.toFixed(1)}`;
}

async function benchReviews() {
	const [{ buildSandbox }, { launchBrowser }, { benchReview }] = await Promise.all([import('./build-sandbox.mjs'), import('./browser.mjs'), load('review')]);
	const { hostDir } = await buildSandbox();
	const browser = await launchBrowser();
	/** @type {ReviewFigures[]} */
	const figures = [];
	for (const size of [4200, 100_000]) figures.push(await benchReview({ browser, hostDir, pluginDir: projectRoot }, size));
	await browser.close();
	return figures;
}

/** @param {string} name */
async function load(name) {
	const { buildForNode } = await import('./build-for-node.mjs');
	return import(pathToFileURL(await buildForNode(`tests/bench/${name}.ts`, `bench-${name}.mjs`)).href);
}
