import type { Browser } from 'playwright-core';
import { startBrowser } from '../sandbox-page';
import { observeFaithful, observeNaive } from './behaviour-page';
import { consoleBehaviours } from './console';
import { dataBehaviours } from './data';
import { deferredViewBehaviours } from './deferred-views';
import { editorBehaviours } from './editor';
import { frontmatterBehaviours } from './frontmatter';
import { hoverBehaviours } from './hover';
import { interfaceBehaviours } from './interface';
import { linkBehaviours } from './links';
import { metadataBehaviours } from './metadata';
import { mobileBehaviours } from './mobile';
import { readingBehaviours } from './reading';
import { settingsBehaviours } from './settings';
import { startBehaviours } from './start';
import { windowBehaviours } from './windows';
import { workspaceBehaviours } from './workspace';
import { writingBehaviours } from './writing';

const behaviours = [
	...consoleBehaviours,
	...dataBehaviours,
	...deferredViewBehaviours,
	...editorBehaviours,
	...frontmatterBehaviours,
	...hoverBehaviours,
	...interfaceBehaviours,
	...linkBehaviours,
	...metadataBehaviours,
	...mobileBehaviours,
	...readingBehaviours,
	...settingsBehaviours,
	...startBehaviours,
	...windowBehaviours,
	...workspaceBehaviours,
	...writingBehaviours,
];

let browser: Browser;

beforeAll(async () => {
	browser = await startBrowser();
});

afterAll(() => browser.close());

describe.each(behaviours)('row $row: $says', (one) => {
	test('in the sandbox', async () => {
		expect(await observeFaithful(browser, one)).toEqual(one.faithful);
	});

	test('not in a naive host', async () => {
		expect(one.naively).not.toEqual(one.faithful);
		expect(await observeNaive(browser, one)).toEqual(one.naively);
	});
});
