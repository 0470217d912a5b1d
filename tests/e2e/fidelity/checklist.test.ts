import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The rows of the checklist in section 14.3 of the reference on the app's behaviour. */
const ROWS = Array.from({ length: 16 }, (_, at) => at + 1);

test('every row of the checklist has behaviours that were looked at in a faithful and in a naive host', () => {
	const tested = readdirSync(__dirname)
		.filter((name) => name.endsWith('.test.ts'))
		.flatMap((name) => [...readFileSync(path.join(__dirname, name), 'utf8').matchAll(/^\t+row: (\d+),$/gmu)].map(([, row]) => Number(row)));
	expect(ROWS.filter((row) => !tested.includes(row))).toEqual([]);
});
