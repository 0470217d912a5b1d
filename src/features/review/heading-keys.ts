const TOGGLE = '.ratify-section-toggle';

/** Keys that lead to a section's heading, from one to the next, and back to rows, and open and close it there. Answers whether a key was one. */
export function handleHeadingKey(event: KeyboardEvent, root: Element | null): boolean {
	const { key, target } = event;
	if (!root || event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return false;
	const heading = (target as HTMLElement).closest<HTMLElement>(TOGGLE);
	if (!heading) return key === 'ArrowLeft' && !isChoice(target) && goTo((target as HTMLElement).closest('.ratify-section')?.querySelector<HTMLElement>(TOGGLE) ?? root.querySelector<HTMLElement>(TOGGLE));
	switch (key) {
		case 'ArrowDown': return goTo(beside(root, heading, 1) ?? heading);
		case 'ArrowUp': return goTo(beside(root, heading, -1) ?? heading);
		case 'ArrowLeft': return turn(heading, 'true');
		case 'ArrowRight': return turn(heading, 'false') || goTo(root.querySelector<HTMLElement>('.ratify-row.is-focused') ?? heading);
		default: return false;
	}
}

function beside(root: Element, heading: HTMLElement, step: number): HTMLElement | undefined {
	const all = [...root.querySelectorAll<HTMLElement>(TOGGLE)];
	return all[all.indexOf(heading) + step];
}

/** Opens or closes a section that is not as wanted. */
function turn(heading: HTMLElement, isOpen: 'true' | 'false'): boolean {
	if (heading.getAttribute('aria-expanded') !== isOpen) return isOpen === 'true';
	heading.click();
	return true;
}

function goTo(el: HTMLElement | null): boolean {
	el?.focus();
	return el !== null;
}

/** Arrows choose among these. */
function isChoice(target: EventTarget | null): boolean {
	return (target as HTMLElement).matches('input');
}
