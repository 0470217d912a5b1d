import { gap } from '../gap';

/** A class that only the app has: making one, or an heir of it, throws. */
function missingClass(name: string): abstract new () => object {
	return class {
		constructor() {
			gap(name);
		}
	};
}

function missingFunction(name: string): () => never {
	return () => gap(name);
}

export const renderMath = missingFunction('renderMath');
export const loadMathJax = missingFunction('loadMathJax');
export const loadMermaid = missingFunction('loadMermaid');
export const loadPdfJs = missingFunction('loadPdfJs');
export const loadPrism = missingFunction('loadPrism');

/** There is never any mathematics to finish. */
export function finishRenderMath(): Promise<void> {
	return Promise.resolve();
}

export const CapacitorAdapter = missingClass('CapacitorAdapter');
