import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { words } from '../words/words';

interface PreviewTableProps<T> {
	readonly heads: readonly (string | VNode)[];
	readonly items: readonly T[];
	readonly draw: (item: T) => VNode;
}

/** So many rows are drawn at a time. */
const CHUNK = 200;

/** The head of a column that tells by itself what it is for to those who see it. */
export function unseen(text: string): VNode {
	return <span class="ratify-unseen">{text}</span>;
}

/** Shows what would change before it does. Thousands of rows are drawn only as they are asked for. */
export function PreviewTable<T>({ heads, items, draw }: PreviewTableProps<T>): VNode {
	const [most, setMost] = useState(CHUNK);
	return (
		<div class="ratify-links-list">
			<table class="ratify-links">
				<thead><tr>{heads.map((head, at) => <th key={at}>{head}</th>)}</tr></thead>
				<tbody>{items.slice(0, most).map(draw)}</tbody>
			</table>
			{items.length > most && <button class="ratify-link ratify-links-more" onClick={() => setMost(most + CHUNK)}>{words.controls.showMore({ count: items.length - most })}</button>}
		</div>
	);
}
