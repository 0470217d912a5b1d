/** Called with how far the pointer has come since it was pressed, in pixels. */
export type Drag = (dx: number, dy: number) => void;

/** Lets an element be dragged. `start` is called when it is pressed and answers what follows the pointer. */
export function followPointer(el: HTMLElement, start: () => Drag, end: () => void = () => undefined): void {
	el.addEventListener('pointerdown', pressed => {
		if (pressed.button !== 0 || (pressed.target as Element).closest('button') !== null) return;
		const drag = start();
		const move = (event: PointerEvent): void => { drag(event.clientX - pressed.clientX, event.clientY - pressed.clientY); };
		const stop = (): void => {
			el.removeEventListener('pointermove', move);
			end();
		};
		el.setPointerCapture(pressed.pointerId);
		el.addEventListener('pointermove', move);
		el.addEventListener('lostpointercapture', stop, { once: true });
	});
}
