import { LineHistory } from './line-history';

function typed(...lines: string[]): LineHistory {
	const history = new LineHistory();
	for (const line of lines) history.add(line);
	return history;
}

test('goes back to the first line and forth to what was being typed', () => {
	const history = typed('one', 'two');
	expect([history.older('dra'), history.older('two'), history.older('one')]).toEqual(['two', 'one', null]);
	expect([history.newer(), history.newer(), history.newer()]).toEqual(['two', 'dra', null]);
});

test('keeps a line that was typed twice in a row once', () => {
	const history = typed('one', 'one');
	expect([history.older(''), history.older('')]).toEqual(['one', null]);
});
