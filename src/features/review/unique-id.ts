import { useState } from 'preact/hooks';

let count = 0;

/** An id that nothing else in the window has. Preact's own is unique only within one view. */
export function useUniqueId(): string {
	return useState(() => `ratify-${++count}`)[0];
}
