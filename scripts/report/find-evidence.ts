import type { App } from 'obsidian';
import type { Snapshot } from '../../src/core/index-store';
import { selectProposals } from '../../src/core/selectors';
import type { Proposal } from '../../src/core/proposal';
import { EvidenceKeeper, type FoundEvidence, type TaskEvidence } from '../../src/obsidian/evidence-keeper';
import type { EvidenceEntry } from './build-report';

/** Finds what supports each proposal, as the plugin does, in the order of paths and lines. */
export async function findEvidence(app: App, snapshot: Snapshot): Promise<EvidenceEntry[]> {
	const keeper = new EvidenceKeeper({ app, store: { snapshot, subscribe: () => () => undefined }, now: () => performance.now(), defer });
	const entries: EvidenceEntry[] = [];
	for (const proposal of [...selectProposals(snapshot)].sort(byPlace)) {
		const found = await keeper.findEvidence(proposal);
		if (found) entries.push(entryOf(proposal, found));
	}
	return entries;
}

function byPlace(a: Proposal, b: Proposal): number {
	return a.path === b.path ? a.line - b.line : a.path < b.path ? -1 : 1;
}

function entryOf({ path, line }: Proposal, found: TaskEvidence): EvidenceEntry {
	const place = { path, line: line + 1 };
	if (found.kind === 'found') return { ...place, source: found.path, sure: found.evidence.sureness !== 'unclear', passages: passagesOf(found) };
	return { ...place, source: found.kind === 'unreadable' ? found.path : null, sure: false, passages: [] };
}

function passagesOf({ source: { text, units }, evidence: { passages } }: FoundEvidence): EvidenceEntry['passages'] {
	return passages.flatMap(({ from, to, score }) => {
		const [first, last] = [units[from], units[to - 1]];
		return first && last ? [{ line: first.line + 1, endLine: last.endLine + 1, score, text: text.slice(first.start, last.end) }] : [];
	});
}

function defer(work: () => void): () => void {
	const timer = setTimeout(work);
	return () => clearTimeout(timer);
}
