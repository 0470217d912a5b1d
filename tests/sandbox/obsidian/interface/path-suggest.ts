import type { App } from '../app';
import { AbstractInputSuggest } from './popover-suggest';

/** Offers paths of the vault for a text field. */
export class PathSuggest extends AbstractInputSuggest<string> {
	constructor(app: App, inputEl: HTMLInputElement, private readonly paths: () => string[], onChoose: (path: string) => void) {
		super(app, inputEl);
		this.onSelect(path => {
			this.setValue(path);
			onChoose(path);
			this.close();
		});
	}

	renderSuggestion(path: string, el: HTMLElement): void {
		el.setText(path);
	}

	protected getSuggestions(query: string): string[] {
		const wanted = query.toLowerCase();
		return this.paths().filter(path => path.toLowerCase().includes(wanted));
	}
}
