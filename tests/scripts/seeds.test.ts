import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { runModule } from './run-module';

const MODULE = pathToFileURL(path.join(__dirname, '../../scripts/seeds.mjs')).href;

async function takeSeeds(...argv: string[]): Promise<unknown> {
	const { stdout, stderr } = await runModule(`import { takeSeeds } from '${MODULE}'; console.log(JSON.stringify(takeSeeds(${JSON.stringify(argv)})));`);
	return stdout === '' ? stderr : JSON.parse(stdout);
}

test('without seeds there is one run, without random delays', async () => {
	expect(await takeSeeds('browser', '-t', 'Undo')).toEqual({ seeds: [null], rest: ['browser', '-t', 'Undo'] });
});

test('a range gives one run for each seed, and the other words stay', async () => {
	expect(await takeSeeds('browser', '--seeds', '1-3', '-t', 'Undo')).toEqual({ seeds: [1, 2, 3], rest: ['browser', '-t', 'Undo'] });
	expect(await takeSeeds('--seeds=7')).toEqual({ seeds: [7], rest: [] });
});

test.each(['', 'many', '3-1', '1-', '-t'])('"%s" is no range', async (value) => {
	expect(await takeSeeds('--seeds', value)).toContain(`--seeds takes a number or a range such as 1-10, not \\"${value}\\".`.replaceAll('\\', ''));
});
