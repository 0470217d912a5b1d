import { EarlierStore, fetchEarlierSession } from '../adapters/earlier-store';
import { HttpDisk } from '../adapters/http-disk';
import { fetchPeers, fetchPlugin } from '../adapters/http-plugin';
import { IndexedDbStore } from '../adapters/indexed-db-store';
import { WorkerParser } from '../adapters/worker-parser';
import { FileAdapter } from '../obsidian/vault/adapter';
import { pretendApiVersion } from '../obsidian/api-version';
import { pretendLanguage } from '../obsidian/language';
import { App, type LocalStorage } from '../obsidian/app';
import type { Disk } from '../obsidian/vault/disk';
import type { Faults } from '../obsidian/vault/faults';
import { installDom } from '../obsidian/interface/dom';
import { FileManager } from '../obsidian/vault/file-manager';
import { MetadataCache } from '../obsidian/metadata/metadata-cache';
import { fixedPace, type Pace, seededPace } from '../obsidian/pace';
import { emulateDevice, Platform } from '../obsidian/platform';
import { Tasks } from '../obsidian/quit-tasks';
import { installTooltips } from '../obsidian/interface/tooltip';
import { Vault } from '../obsidian/vault/vault';
import { addCoreCli } from './core-cli';
import { addCoreCommands } from './core-commands';
import { addCoreSettings } from './core-settings';
import { addCoreUris } from './core-uris';
import { installGlobals } from './globals';
import { stayOffline } from './offline';
import { pluginModules } from './plugin-modules';
import { type PageOptions, readPageOptions } from './query';
import { createSandbox, type Sandbox } from './sandbox-api';
import { buildDefaultLayout, buildShell } from './shell';

/** Changes with the metadata parser; the build fills it in. */
declare const METADATA_VERSION: string;

declare global {
	interface Window {
		sandbox: Sandbox;
		app: App;
	}
}

/** The plugin under development, where the server has one, after the others that it was told to offer. */
async function providePlugins(app: App): Promise<void> {
	const [own, peers] = await Promise.all([fetchPlugin(), fetchPeers()]);
	for (const source of own === null ? peers : [...peers, own]) app.plugins.provide(source);
}

function prepareBody({ theme }: PageOptions): void {
	document.body.classList.add(`theme-${theme}`, 'show-inline-title', 'show-view-header', 'is-focused');
	if (Platform.isDesktopApp) document.body.classList.add('mod-linux', 'is-frameless', 'is-hidden-frameless');
	if (!Platform.isMobile) return;
	document.body.classList.add('is-mobile', Platform.isTablet ? 'is-tablet' : 'is-phone');
	document.body.toggleClass('is-android', Platform.isAndroidApp);
}

function listenToWindow(app: App): void {
	window.addEventListener('pagehide', () => { app.workspace.trigger('quit', new Tasks()); });
	window.addEventListener('resize', () => { app.workspace.requestResize(); });
}

/** Nothing is stored any more once the disk has crashed. */
function storageWhileAlive(storage: Storage, faults: Faults): LocalStorage {
	return {
		getItem: key => storage.getItem(key),
		setItem: (key, value) => { if (!faults.isCrashed) storage.setItem(key, value); },
		removeItem: key => { if (!faults.isCrashed) storage.removeItem(key); },
	};
}

/** Metadata is parsed in a worker, and kept for the page's next start as the app does. */
async function createApp(disk: Disk, name: string, pace: Pace, cold: boolean): Promise<App> {
	const vault = new Vault(new FileAdapter(disk, { name, pace }));
	const own = await IndexedDbStore.open(name, METADATA_VERSION, cold);
	const earlier = cold ? null : await fetchEarlierSession();
	const store = earlier === null ? own : new EarlierStore(own, earlier);
	const { parse } = new WorkerParser(() => new Worker('/host/metadata-worker.js', { type: 'module' }));
	const metadataCache = new MetadataCache(vault, pace, { parse, store });
	const fileManager = new FileManager(vault, metadataCache);
	return new App({ vault, metadataCache, fileManager, modules: pluginModules, storage: storageWhileAlive(window.localStorage, vault.adapter.faults) });
}

async function start(app: App, options: PageOptions): Promise<void> {
	await providePlugins(app);
	await app.start({ late: options.late, prepareLayout: () => buildDefaultLayout(app) });
	const file = options.open === null ? null : app.vault.getFileByPath(options.open);
	if (file !== null) await app.workspace.getLeaf().openFile(file);
}

async function boot(): Promise<void> {
	const options = readPageOptions(window.location.search);
	installDom(window);
	emulateDevice(options.device, options.emulated);
	if (options.api !== null) pretendApiVersion(options.api);
	pretendLanguage(options.language);
	document.documentElement.lang = options.language;
	prepareBody(options);
	const { disk, name } = await HttpDisk.connect('');
	document.title = `${name} - Sandbox`;
	const app = await createApp(disk, name, options.seed === null ? fixedPace() : seededPace(options.seed), options.cold);
	if (options.crash !== null) app.vault.adapter.faults.crash(options.crash);
	buildShell(app, document.body);
	addCoreCommands(app);
	addCoreSettings(app);
	addCoreCli(app);
	addCoreUris(app);
	listenToWindow(app);
	installTooltips(document);
	stayOffline(window);
	installGlobals(app);
	const ready = start(app, options);
	window.sandbox = createSandbox(app, disk, ready);
	await ready;
}

void boot();
