import type * as Api from 'obsidian-api';

/** Calls back for each link and embed until one answers true; tells whether one did. */
export function iterateCacheRefs(cache: Api.CachedMetadata, cb: (ref: Api.ReferenceCache) => boolean | void): boolean {
	return [...(cache.links ?? []), ...(cache.embeds ?? [])].some(ref => cb(ref) === true);
}

/** Calls back for each reference until one answers true; tells whether one did. */
export function iterateRefs(refs: Api.Reference[], cb: (ref: Api.Reference) => boolean | void): boolean {
	return refs.some(ref => cb(ref) === true);
}
