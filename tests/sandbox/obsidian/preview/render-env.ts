/** What the rules share while one text is rendered. */
export type RenderEnv = {
	/** Whether list items tell their lines. */
	readonly withLines?: boolean;
	/** Texts of the footnotes by id. */
	readonly footnotes?: Map<string, string>;
	/** Ids of the footnotes that were referred to, in the order of their numbers. */
	readonly cited?: string[];
};
