import { belongsTo, delegateLinks, type LinkHost } from './link-events';
import type { PreviewRenderer } from './preview-renderer';

/** What a rendering's clicks act on. */
export interface PreviewHost extends LinkHost {
	readonly renderer: PreviewRenderer;
	/** @param line of the whole file */
	readonly toggleTask: (line: number) => void | Promise<void>;
}

function onCheckbox(event: MouseEvent, box: HTMLElement, { renderer, toggleTask }: PreviewHost): void {
	const section = renderer.sectionOf(box);
	const relative = box.getAttr('data-line');
	if (section === null || relative === null) return;
	// The box follows the text, not the click.
	event.preventDefault();
	void toggleTask(section.lineStart + Number(relative));
}

function onClick(event: MouseEvent, rootEl: HTMLElement, host: PreviewHost): void {
	const target = event.target as HTMLElement;
	if (event.defaultPrevented || !belongsTo(target, rootEl)) return;
	const section = target.closest('.heading-collapse-indicator') === null ? null : host.renderer.sectionOf(target);
	if (section !== null) host.renderer.toggleHeading(section);
	else if (target.matches('input.task-list-item-checkbox')) onCheckbox(event, target, host);
}

/** Hears the clicks of a rendering: on checkboxes, on headings that fold, on links. */
export function delegatePreviewEvents(rootEl: HTMLElement, host: PreviewHost): void {
	rootEl.addEventListener('click', event => { onClick(event, rootEl, host); });
	delegateLinks(rootEl, host);
}
