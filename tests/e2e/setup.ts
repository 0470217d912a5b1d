// A real browser on a shared machine: slow is not wrong.
jest.setTimeout(120_000);
