/** `app.customCss`: the sandbox has its own look alone, so there are no themes and no snippets. */
export class CustomCss {
	/** The name of the theme; empty for the app's own. */
	readonly theme = '';
	readonly themes: Readonly<Record<string, never>> = {};
	readonly snippets: readonly string[] = [];
	readonly enabledSnippets: ReadonlySet<string> = new Set();
}
