import { SandboxGap } from '../gap';
import { fixedPace } from '../pace';
import { MemoryAdapter } from '../vault/adapter';
import { Vault } from '../vault/vault';
import { InternalPlugins } from './internal-plugins';

test('core plugins can be asked whether they are on and for their options; what else they have names itself', async () => {
	const plugins = new InternalPlugins(new Vault(new MemoryAdapter({ '.obsidian/daily-notes.json': '{"folder":"Journal"}' }, { pace: fixedPace() })));
	await plugins.load();
	const daily = plugins.getPluginById('daily-notes')?.instance as { options: object; gotoNextExisting(): void };
	expect(plugins.getEnabledPluginById('daily-notes')).toBeNull();
	expect(plugins.getEnabledPluginById('switcher')).not.toBeNull();
	expect(daily.options).toEqual({ folder: 'Journal' });
	expect(() => { daily.gotoNextExisting(); }).toThrow(new SandboxGap("app.internalPlugins.plugins['daily-notes'].instance.gotoNextExisting"));
	const graph = plugins.getPluginById('graph') as { views?: { localgraph(): void } } | null;
	expect(() => graph?.views?.localgraph()).toThrow(new SandboxGap("app.internalPlugins.plugins['graph'].views.localgraph"));
	expect(plugins.getPluginById('nonsense')).toBeNull();
});
