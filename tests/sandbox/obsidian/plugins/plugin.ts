import type * as Api from 'obsidian-api';
import type { Extension } from '@codemirror/state';
import type { App } from '../app';
import { BasesRegistry, type BasesViewRegistration } from '../bases/bases-registry';
import type { Command } from '../interface/commands';
import { Component } from '../component';
import type { EditorSuggest } from '../editor/editor-suggest';
import { PluginData } from './plugin-data';
import { type CodeBlockHandler, type MarkdownPostProcessor, MarkdownPreviewRenderer } from '../preview/post-processors';
import type { PluginSettingTab } from '../settings/setting-tab';
import type { ViewCreator } from '../workspace/view-registry';

type Redefined = 'app' | 'addCommand' | 'addSettingTab' | 'registerView' | 'registerMarkdownPostProcessor' | 'registerMarkdownCodeBlockProcessor' | 'registerEditorSuggest' | 'registerBasesView';

/** The base of every plugin. What it registers is taken back when it unloads. */
export abstract class Plugin extends Component implements Omit<Api.Plugin, keyof Api.Component | Redefined> {
	settings?: unknown;
	onExternalSettingsChange?(): unknown;
	/** Types of the views that it has registered, also after it unloaded. */
	readonly viewTypes: string[] = [];
	readonly #dataFile: PluginData;

	constructor(readonly app: App, readonly manifest: Api.PluginManifest) {
		super();
		const folder = manifest.dir ?? `${app.vault.configDir}/plugins/${manifest.id}`;
		this.#dataFile = new PluginData(app.vault, `${folder}/data.json`);
	}

	override onload(): Promise<void> | void {}

	onUserEnable(): void {}

	override load(): void | Promise<void> {
		if (this.onExternalSettingsChange !== undefined) this.registerEvent(this.#dataFile.watch(() => this.onExternalSettingsChange?.()));
		return super.load();
	}

	loadData(): Promise<unknown> {
		return this.#dataFile.load();
	}

	saveData(data: unknown): Promise<void> {
		return this.#dataFile.save(data);
	}

	/** Puts the plugin's id and name before the command's own, in the object given, as the app does. */
	addCommand(command: Command): Command {
		command.id = `${this.manifest.id}:${command.id}`;
		command.name = `${this.manifest.name}: ${command.name}`;
		this.app.commands.addCommand(command);
		this.register(() => { this.app.commands.removeCommand(command.id); });
		return command;
	}

	removeCommand(commandId: string): void {
		this.app.commands.removeCommand(`${this.manifest.id}:${commandId}`);
	}

	addRibbonIcon(icon: string, title: string, callback: (evt: MouseEvent) => unknown): HTMLElement {
		const el = this.app.workspace.leftRibbon.addAction(icon, title, callback);
		this.register(() => { el.remove(); });
		return el;
	}

	/** On a phone the item exists and shows nowhere. */
	addStatusBarItem(): HTMLElement {
		const el = createDiv(`status-bar-item plugin-${this.manifest.id}`);
		this.app.statusBarEl?.prepend(el);
		this.register(() => { el.remove(); });
		return el;
	}

	addSettingTab(settingTab: PluginSettingTab): void {
		this.app.setting.addSettingTab(settingTab);
		this.register(() => { this.app.setting.removeSettingTab(settingTab); });
	}

	registerView(type: string, viewCreator: ViewCreator): void {
		this.app.viewRegistry.registerView(type, viewCreator);
		this.viewTypes.push(type);
		this.register(() => { this.app.viewRegistry.unregisterView(type); });
	}

	registerHoverLinkSource(id: string, info: Api.HoverLinkSource): void {
		this.app.workspace.registerHoverLinkSource(id, info);
		this.register(() => { this.app.workspace.unregisterHoverLinkSource(id); });
	}

	registerExtensions(extensions: string[], viewType: string): void {
		this.app.viewRegistry.registerExtensions(extensions, viewType);
		this.register(() => { this.app.viewRegistry.unregisterExtensions(extensions); });
	}

	registerMarkdownPostProcessor(postProcessor: MarkdownPostProcessor, sortOrder?: number): MarkdownPostProcessor {
		MarkdownPreviewRenderer.registerPostProcessor(postProcessor, sortOrder);
		this.register(() => { MarkdownPreviewRenderer.unregisterPostProcessor(postProcessor); });
		return postProcessor;
	}

	/** @throws where the language has a handler */
	registerMarkdownCodeBlockProcessor(language: string, handler: CodeBlockHandler, sortOrder = -100): MarkdownPostProcessor {
		MarkdownPreviewRenderer.registerCodeBlockPostProcessor(language, handler);
		this.register(() => { MarkdownPreviewRenderer.unregisterCodeBlockPostProcessor(language); });
		return this.registerMarkdownPostProcessor(MarkdownPreviewRenderer.createCodeBlockPostProcessor(language, handler), sortOrder);
	}

	/** False where the vault has Bases switched off; it is not registered later by itself. */
	registerBasesView(viewId: string, registration: BasesViewRegistration): boolean {
		const bases = this.app.internalPlugins.getEnabledPluginById('bases');
		if (!(bases instanceof BasesRegistry)) return false;
		bases.register(viewId, registration);
		this.register(() => { bases.unregister(viewId); });
		return true;
	}

	registerEditorExtension(extension: Extension): void {
		const { workspace } = this.app;
		workspace.editorExtensions.push(extension);
		workspace.updateOptions();
		this.register(() => {
			workspace.editorExtensions.splice(workspace.editorExtensions.indexOf(extension), 1);
			workspace.updateOptions();
		});
	}

	registerObsidianProtocolHandler(action: string, handler: Api.ObsidianProtocolHandler): void {
		this.app.protocol.register(action, handler);
		this.register(() => { this.app.protocol.unregister(action); });
	}

	registerEditorSuggest<T>(editorSuggest: EditorSuggest<T>): void {
		const suggest = editorSuggest as unknown as EditorSuggest<unknown>;
		this.app.workspace.editorSuggest.addSuggest(suggest);
		this.register(() => { this.app.workspace.editorSuggest.removeSuggest(suggest); });
	}

	registerCliHandler(command: string, description: string, flags: Api.CliFlags | null, handler: Api.CliHandler): void {
		this.app.cli.register(command, `[${this.manifest.name}]: ${description}`, flags, handler);
		this.register(() => { this.app.cli.unregister(command); });
	}
}
