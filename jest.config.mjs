/** Unit and integration tests run in Node; browser tests start their own browser. */
const shared = {
	testEnvironment: 'node',
	transform: {
		'^.+\\.tsx?$|node_modules/stemmer/.+\\.js$': ['@swc/jest', {
			jsc: { target: 'es2022', parser: { syntax: 'typescript', tsx: true }, transform: { react: { runtime: 'automatic', importSource: 'preact' } } },
			module: { type: 'commonjs' },
		}],
	},
	// The stemmer comes as an ES module only.
	transformIgnorePatterns: ['/node_modules/(?!stemmer/)'],
	moduleNameMapper: { '^obsidian$': '<rootDir>/tests/sandbox/obsidian/index.ts' },
};

export default {
	// A machine that is busy with other things is slow, and that is no failure.
	testTimeout: 60_000,
	projects: [
		{ ...shared, displayName: 'unit', testMatch: ['<rootDir>/tests/core/**/*.test.ts', '<rootDir>/tests/words/**/*.test.ts', '<rootDir>/tests/sandbox/**/*.test.ts', '<rootDir>/tests/scripts/**/*.test.ts'] },
		{ ...shared, displayName: 'integration', testMatch: ['<rootDir>/tests/obsidian/**/*.test.ts', '<rootDir>/tests/features/**/*.test.ts'] },
		{ ...shared, displayName: 'browser', setupFilesAfterEnv: ['<rootDir>/tests/e2e/setup.ts'], globalSetup: '<rootDir>/tests/e2e/global-setup.mjs', testMatch: ['<rootDir>/tests/e2e/**/*.test.ts'] },
	],
};
