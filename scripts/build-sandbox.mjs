import { buildHost } from '../tests/sandbox/app/build-host.mjs';
import { buildPlugin } from '../esbuild.config.mjs';
import { buildForNode } from './build-for-node.mjs';
import { inProject } from './project.mjs';

/** Builds the plugin, the sandbox's page and its server; answers where the last two are, as absolute paths. */
export async function buildSandbox() {
	const hostDir = inProject('build', 'host');
	const [, , serverModule] = await Promise.all([
		buildPlugin(),
		buildHost(hostDir),
		buildForNode('tests/sandbox/server/server.ts', 'server.mjs'),
	]);
	return { hostDir, serverModule: inProject(serverModule) };
}
