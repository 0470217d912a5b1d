import { nodeModule } from './node-modules';

/** Modules by the name under which a plugin requires them. */
export type PluginModules = Readonly<Record<string, unknown>>;

type PluginConstructor = new (app: unknown, manifest: unknown) => object;

interface CommonModule {
	exports: unknown;
}

/**
 * Runs a plugin's `main.js` as CommonJS and returns its class: the default export, or
 * what the module exports. The members of Node's and Electron's modules, which the
 * desktop app has too, can be taken and not used. Any other name fails.
 * @throws what the code throws; TypeError where it exports no class
 */
export function evaluatePlugin(code: string, id: string, modules: PluginModules): PluginConstructor {
	const module: CommonModule = { exports: {} };
	const require = (name: string): unknown => {
		const found = name in modules ? modules[name] : nodeModule(name);
		if (found !== undefined) return found;
		throw new Error(`Cannot find module '${name}'`);
	};
	// The app evaluates a plugin's text in the page just so.
	const run = new Function('require', 'module', 'exports', `${code}\n//# sourceURL=plugin:${id}`) as (require: unknown, module: CommonModule, exports: unknown) => void;
	run(require, module, module.exports);
	const exported = (module.exports as { default?: unknown } | null)?.default ?? module.exports;
	if (typeof exported !== 'function') throw new TypeError('main.js exports no class.');
	return exported as PluginConstructor;
}
