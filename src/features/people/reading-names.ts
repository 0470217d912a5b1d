import type { MarkdownPostProcessor } from 'obsidian';
import type { SnapshotSource } from '../../core/index-store';
import { findMentions } from '../../core/mention';
import { PERSON_TAG } from '../../core/name-spans';
import { selectPeople } from '../../core/selectors';
import { NAME_CLASS, showsName } from '../name-ref';

/** Text in these is not prose. */
const NOT_PROSE = `code, pre, a, .math, .frontmatter, .metadata-container, .${NAME_CLASS}`;

/** Marks the names in a note as it is read, so that cards can be shown on them. */
export function readingNames(store: SnapshotSource): MarkdownPostProcessor {
	return (el, { sourcePath }) => {
		for (const link of el.querySelectorAll<HTMLElement>('a.internal-link')) {
			const target = link.dataset['href'] ?? link.getAttribute('href') ?? '';
			if (target !== '') showsName(link, { kind: 'link', name: `[[${target}]]`, path: sourcePath });
		}
		for (const tag of el.querySelectorAll<HTMLElement>('a.tag')) {
			const name = tag.textContent.replace(/^#/u, '');
			if (name.toLowerCase().startsWith(PERSON_TAG)) showsName(tag, { kind: 'tag', name: name.slice(PERSON_TAG.length), path: sourcePath });
		}
		if (el.textContent.includes('@')) markMentions(el, store, sourcePath);
	};
}

function markMentions(el: HTMLElement, store: SnapshotSource, path: string): void {
	const people = selectPeople(store.snapshot);
	const isKnown = (name: string): boolean => people.isKnownName(name);
	for (const text of textsIn(el)) {
		// From the end, so that places before stay what they are.
		for (const { start, end, name } of findMentions(text.data, isKnown).reverse()) {
			const after = text.splitText(start);
			after.splitText(end - start);
			const span = createSpan();
			after.replaceWith(span);
			span.append(after);
			showsName(span, { kind: 'mention', name, path });
		}
	}
}

/** The texts of an element that may hold mentions. */
function textsIn(el: HTMLElement): Text[] {
	const walker = el.doc.createTreeWalker(el, NodeFilter.SHOW_TEXT);
	const found: Text[] = [];
	while (walker.nextNode()) {
		const node = walker.currentNode as Text;
		if (node.data.includes('@') && node.parentElement?.closest(NOT_PROSE) === null) found.push(node);
	}
	return found;
}
