import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rewriteSources } from '../../rewrite-sources.mjs';
import { buildHost } from '../../sandbox/app/build-host.mjs';

const sandbox = join(dirname(fileURLToPath(import.meta.url)), '../../sandbox');
const [outDir = '', rewrites = '[]'] = process.argv.slice(2);
await buildHost(outDir, [rewriteSources(sandbox, JSON.parse(rewrites))]);
