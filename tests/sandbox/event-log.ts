import type { HeadlessApp } from './headless';

/** Writes down the vault's and the metadata cache's events, as `name path`, in the order in which they fire. */
export function logEvents(app: HeadlessApp): string[] {
	const log: string[] = [];
	const { vault, metadataCache } = app;
	vault.on('create', (file) => { log.push(`create ${file.path}`); });
	vault.on('modify', (file) => { log.push(`modify ${file.path}`); });
	vault.on('delete', (file) => { log.push(`delete ${file.path}`); });
	vault.on('rename', (file, oldPath) => { log.push(`rename ${oldPath} > ${file.path}`); });
	metadataCache.on('changed', (file) => { log.push(`changed ${file.path}`); });
	metadataCache.on('deleted', (file) => { log.push(`deleted ${file.path}`); });
	metadataCache.on('resolve', (file) => { log.push(`resolve ${file.path}`); });
	metadataCache.on('resolved', () => { log.push('resolved'); });
	return log;
}
