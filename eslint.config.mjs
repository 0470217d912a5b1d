import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import importX from 'eslint-plugin-import-x';
import obsidianmd from 'eslint-plugin-obsidianmd';
import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

const root = fileURLToPath(new URL('.', import.meta.url));
const features = readdirSync(new URL('src/features', import.meta.url), { withFileTypes: true })
	.filter((entry) => entry.isDirectory())
	.map((entry) => entry.name);

/** Imports point down only: main, features, obsidian, words, core. No feature imports another. Nothing imports the sandbox. */
const LAYERS = [
	{ target: './src/core', from: './src', except: ['./core'] },
	{ target: './src/words', from: './src', except: ['./core', './words'] },
	{ target: './src/obsidian', from: './src', except: ['./core', './words', './obsidian'] },
	{ target: './src/features', from: './src/main.ts' },
	...features.flatMap((name) => features
		.filter((other) => other !== name)
		.map((other) => ({ target: `./src/features/${name}`, from: `./src/features/${other}` }))),
	{ target: './src', from: './tests' },
];

const JEST_GLOBALS = readonlyGlobals('afterAll', 'afterEach', 'beforeAll', 'beforeEach', 'describe', 'expect', 'jest', 'test');
const NODE_GLOBALS = readonlyGlobals('__dirname', 'Buffer', 'console', 'process', 'setImmediate', 'URL');

function readonlyGlobals(...names) {
	return Object.fromEntries(names.map((name) => [name, 'readonly']));
}

/** The app's guidelines are for code that runs in it, not for what builds and tests that code, nor for the app's stand-in. */
const GUIDELINES_OFF = Object.fromEntries(Object.keys(obsidianmd.rules).map((rule) => [`obsidianmd/${rule}`, 'off']));

/** Packages that only some layers may know; `packages` is a pattern of their names. */
function forbidPackages(files, packages, message) {
	return { files, rules: { 'no-restricted-syntax': ['error', { selector: `ImportDeclaration[source.value=/^(${packages})/]`, message }] } };
}

export default defineConfig([
	{ ignores: ['node_modules/', 'build/', 'main.js', '**/fixtures/', '*.json'] },
	...obsidianmd.configs.recommended,
	{
		files: ['**/*.{ts,tsx}'],
		languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: root } },
		plugins: { 'import-x': importX },
		settings: { 'import-x/resolver-next': [importX.createNodeResolver({ extensions: ['.ts', '.tsx', '.mjs', '.js'] })] },
		rules: {
			'import-x/no-cycle': 'error',
			'import-x/no-restricted-paths': ['error', { basePath: root, zones: LAYERS }],
			'import-x/no-default-export': 'error',
			'@typescript-eslint/explicit-module-boundary-types': 'error',
			'@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
		},
	},
	{ files: ['src/main.ts'], rules: { 'import-x/no-default-export': 'off' } },
	// What is said, and of what, is read off the English words: types written beside them would say it twice.
	{ files: ['src/words/english/**'], rules: { '@typescript-eslint/explicit-module-boundary-types': 'off' } },
	{ files: ['src/**/*.tsx'], plugins: { 'react-hooks': reactHooks }, rules: { 'react-hooks/rules-of-hooks': 'error' } },
	forbidPackages(['src/core/**'], 'obsidian$|@codemirror|preact', 'Core is pure: nothing of the app, the editor or the window.'),
	forbidPackages(['src/obsidian/**'], '@codemirror|preact', 'The edge draws nothing.'),
	forbidPackages(['src/features/!(editor)/**', 'src/features/*.ts', 'src/main.ts'], '@codemirror', 'Only features/editor knows the editor.'),
	{
		files: ['src/core/**'],
		rules: {
			'no-restricted-properties': [
				'error',
				{ object: 'Date', property: 'now', message: 'Core has no clock: pass the time in.' },
				{ object: 'Math', property: 'random', message: 'Core is deterministic.' },
			],
		},
	},
	{ files: ['tests/**'], languageOptions: { globals: JEST_GLOBALS } },
	{
		files: ['tests/**', 'scripts/**', '*.mjs'],
		languageOptions: { globals: NODE_GLOBALS },
		rules: {
			'no-console': 'off',
			'no-restricted-globals': 'off',
			...GUIDELINES_OFF,
			'import-x/no-default-export': 'off',
		},
	},
	{
		// The app's stand-in does what the app does: it evaluates plugins, hands out moment, and has the old names, too.
		files: ['tests/sandbox/**'],
		rules: { '@typescript-eslint/no-implied-eval': 'off', '@typescript-eslint/no-deprecated': 'off', '@typescript-eslint/no-restricted-imports': 'off', '@typescript-eslint/no-explicit-any': 'off' },
	},
	{ files: ['scripts/**'], rules: { 'no-unsanitized/method': 'off' } },
	{ files: ['**/*.mjs'], ...tseslint.configs.disableTypeChecked },
]);
