import { missingModule } from '../gap';
import { Platform } from '../platform';

const names = new Set([
	'assert', 'buffer', 'child_process', 'crypto', 'dns', 'electron', 'events', 'fs', 'fs/promises', 'http', 'https', 'module', 'net', 'original-fs', 'os', 'path', 'perf_hooks',
	'process', 'querystring', 'readline', 'stream', 'string_decoder', 'timers', 'tls', 'tty', 'url', 'util', 'v8', 'vm', 'worker_threads', 'zlib', '@electron/remote',
]);

/** What the desktop app finds for a module of Node or Electron: here something that names itself when it is used. Undefined for other names, and on a phone. */
export function nodeModule(name: string): object | undefined {
	return Platform.isDesktopApp && names.has(name.replace(/^node:/, '')) ? missingModule(`require('${name}')`) : undefined;
}
