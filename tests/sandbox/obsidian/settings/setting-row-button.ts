/** Makes an element a button for mouse and keyboard. */
export function makeButton(el: HTMLElement, run: () => void): void {
	el.addClass('mod-clickable');
	el.setAttrs({ role: 'button', tabindex: 0 });
	el.addEventListener('click', run);
	el.addEventListener('keydown', event => {
		if (event.target !== el || (event.key !== 'Enter' && event.key !== ' ')) return;
		event.preventDefault();
		run();
	});
}
