/** A tag as it stands in a text, with its `#`. */
export interface FoundTag {
	readonly from: number;
	readonly tag: string;
}

const tagAt = /#[^\u2000-\u206F\u2E00-\u2E7F'!"#$%&()*+,.:;<=>?@^`{|}~[\]\\\s]+/y;

/**
 * The tag at a `#`, or null where it begins none: a number alone is no tag.
 * @param previous the character before, undefined at the start of the text
 */
export function readTag(text: string, at: number, previous: string | undefined): string | null {
	if (previous !== undefined && !/[\s[(>]/.test(previous)) return null;
	tagAt.lastIndex = at;
	const tag = tagAt.exec(text)?.[0];
	return tag === undefined || /^#\d+$/.test(tag) ? null : tag;
}
