import { buildHost } from '../tests/sandbox/app/build-host.mjs';
import { buildForNode } from './build-for-node.mjs';
import { buildShippedPlugin } from './build-plugin.mjs';
import { inProject } from './project.mjs';
import { replaceFiles } from './replace-files.mjs';

/** Builds the plugin, the sandbox's page and its server; answers where the last two are, as absolute paths. */
export async function buildSandbox() {
	const hostDir = inProject('build', 'host');
	const [serverModule] = await Promise.all([
		buildForNode('tests/sandbox/server/server.ts', 'server.mjs'),
		replaceFiles(hostDir, buildHost),
		buildShippedPlugin(),
	]);
	return { hostDir, serverModule };
}
