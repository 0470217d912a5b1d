// A real browser on a shared machine: slow is not wrong.
jest.setTimeout(120_000);

// A test that raced with what it looked at is run once more, and named as such at the end. Runs
// with a seed are there to find races: in these every test must pass at once.
if (process.env['RATIFY_TEST_SEED'] === undefined) jest.retryTimes(1, { logErrorsBeforeRetry: true });
