/** A tag as it stands in a text, with its `#`. */
export interface FoundTag {
	readonly from: number;
	readonly tag: string;
}

const tagPattern = /(^|[\s[(>])(#[^\u2000-\u206F\u2E00-\u2E7F'!"#$%&()*+,.:;<=>?@^`{|}~[\]\\\s]+)/gm;

/** All tags of a text, in order; a number alone is no tag. Code, comments and links are for the caller to leave out. */
export function findTags(text: string): FoundTag[] {
	return Array.from(text.matchAll(tagPattern), ({ index, 1: before = '', 2: tag = '' }) => ({ from: index + before.length, tag }))
		.filter(({ tag }) => !/^#\d+$/.test(tag));
}
