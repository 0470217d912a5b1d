import fc from 'fast-check';
import { DEFAULT_SETTINGS, joinConventions, parseSettings } from '../../src/core/settings';
import { parseTasksPluginSettings } from '../../src/core/tasks-plugin';

describe('settings', () => {
	test('are the defaults where nothing is stored', () => {
		expect(parseSettings(null)).toEqual({ settings: DEFAULT_SETTINGS, invalid: [] });
		expect(parseSettings(undefined)).toEqual({ settings: DEFAULT_SETTINGS, invalid: [] });
	});

	test('take a default for each invalid field, and name it', () => {
		const { settings, invalid } = parseSettings({ groupBy: 'note', dismissBy: 'burn', ownerNames: 'Mira', confirmedStatus: '?', dismissedStatus: '--', showStatusBar: 1 });
		expect(settings).toEqual({ ...DEFAULT_SETTINGS, groupBy: 'note' });
		expect(invalid).toEqual(['ownerNames', 'dismissBy', 'confirmedStatus', 'dismissedStatus', 'showStatusBar']);
	});

	test('are always complete and valid, whatever was stored', () => {
		fc.assert(fc.property(fc.anything(), (data) => {
			const { settings } = parseSettings(data);
			expect(parseSettings(settings)).toEqual({ settings, invalid: [] });
			expect(Object.keys(settings)).toEqual(Object.keys(DEFAULT_SETTINGS));
		}));
	});

	test('are not taken over by a key named as an object’s own', () => {
		expect(parseSettings(JSON.parse('{"__proto__": {"groupBy": "note"}}')).settings.groupBy).toBe('person');
	});
});

describe('the Tasks plugin’s settings', () => {
	const statusSettings = {
		coreStatuses: [{ symbol: ' ', name: 'Todo', type: 'TODO' }, { symbol: 'x', name: 'Done', type: 'DONE' }],
		customStatuses: [{ symbol: '?', name: 'Proposed', type: 'TODO' }, { symbol: 'R', name: 'Rejected', type: 'CANCELLED' }, { symbol: '', type: 'TODO' }, { symbol: 'xy' }, null, 7],
	};

	test('say which characters mean what', () => {
		expect(parseTasksPluginSettings({ statusSettings }).statuses.map(({ symbol, type }) => `${symbol} ${type}`)).toEqual(['  TODO', 'x DONE', '? TODO', 'R CANCELLED']);
	});

	test('win over Ratify’s own characters, and decide about dates where the user left it to them', () => {
		const conventions = joinConventions({ ...DEFAULT_SETTINGS, dismissedStatus: '~' }, parseTasksPluginSettings({ statusSettings, setCreatedDate: true, setCancelledDate: false, taskFormat: 'dataview' }));
		expect(conventions).toMatchObject({ confirmedStatus: ' ', dismissedStatus: 'R', stampCreated: true, stampCancelled: false, format: 'dataview' });
	});

	test('are left aside where the user said always or never', () => {
		const conventions = joinConventions({ ...DEFAULT_SETTINGS, createdDate: 'never', cancelledDate: 'always' }, parseTasksPluginSettings({ setCreatedDate: true, setCancelledDate: false }));
		expect(conventions).toMatchObject({ stampCreated: false, stampCancelled: true });
	});

	test('where the plugin is absent, Ratify’s own characters count and no date is added', () => {
		const conventions = joinConventions({ ...DEFAULT_SETTINGS, confirmedStatus: '!', dismissedStatus: '~' }, null);
		expect(conventions).toMatchObject({ confirmedStatus: '!', dismissedStatus: '~', stampCreated: false, stampCancelled: false });
	});

	test('never throw, whatever stands in that file', () => {
		fc.assert(fc.property(fc.anything(), (data) => {
			expect(parseTasksPluginSettings(data).statuses.length).toBeGreaterThan(0);
		}));
	});
});
