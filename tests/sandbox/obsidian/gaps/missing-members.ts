import { App } from '../app';
import { Component } from '../component';
import { Editor } from '../editor/editor';
import { EditorSuggest } from '../editor/editor-suggest';
import { MarkdownSourceView } from '../editor/markdown-source';
import { MarkdownView } from '../editor/markdown-view';
import { Commands } from '../interface/commands';
import { HotkeyManager } from '../interface/hotkeys';
import { Keymap } from '../interface/keymap';
import { Menu } from '../interface/menu';
import { MenuItem } from '../interface/menu-item';
import { Modal } from '../interface/modal';
import { Notice } from '../interface/notice';
import { AbstractInputSuggest, PopoverSuggest } from '../interface/popover-suggest';
import { Scope } from '../interface/scope';
import { SuggestModal } from '../interface/suggest-modal';
import { MetadataCache } from '../metadata/metadata-cache';
import { PropertyTypes } from '../metadata/property-types';
import { CommandLine } from '../plugins/cli';
import { CustomCss } from '../plugins/custom-css';
import { InternalPlugins } from '../plugins/internal-plugins';
import { Plugin } from '../plugins/plugin';
import { PluginLoader } from '../plugins/plugin-loader';
import { HoverPopover } from '../preview/hover-popover';
import { MarkdownPreviewView } from '../preview/markdown-preview';
import { ButtonComponent } from '../settings/button-components';
import { DropdownComponent, SliderComponent } from '../settings/choice-components';
import { Setting } from '../settings/setting';
import { SettingGroup } from '../settings/setting-group';
import { SettingTab } from '../settings/setting-tab';
import { SettingsWindow } from '../settings/settings-window';
import { FileSystemAdapter } from '../vault/adapter';
import { FileManager } from '../vault/file-manager';
import { TAbstractFile, TFile, TFolder } from '../vault/files';
import { Vault } from '../vault/vault';
import { EditableFileView, FileView, TextFileView } from '../workspace/file-view';
import { WorkspaceLeaf } from '../workspace/leaf';
import { ItemView, View } from '../workspace/view';
import { ViewRegistry } from '../workspace/view-registry';
import { Workspace } from '../workspace/workspace';
import { WorkspaceItem, WorkspaceParent, WorkspaceSidedock, WorkspaceSplit } from '../workspace/workspace-item';
import { WorkspaceWindow } from '../workspace/workspace-window';
import { WorkspaceRibbon } from '../workspace/workspace-ribbon';
import { WorkspaceTabs } from '../workspace/workspace-tabs';
import { addGaps } from './add-gaps';
import { appMembers } from './app-members';
import { classMembers } from './class-members';

/** Parts of the app that are missing as a whole. */
const missingParts = ['appMenuBarManager', 'dragManager', 'foldManager', 'shareReceiver', 'statusBar'] as const;

/** All undocumented members that are known and missing, by the name of their owner. */
export const missingMembers = { ...appMembers, ...classMembers };

/** The classes that lack them. */
export const owners = {
	'app': App, 'app.cli': CommandLine, 'app.commands': Commands, 'app.customCss': CustomCss, 'app.fileManager': FileManager, 'app.hotkeyManager': HotkeyManager,
	'app.internalPlugins': InternalPlugins, 'app.keymap': Keymap, 'app.metadataCache': MetadataCache, 'app.metadataTypeManager': PropertyTypes, 'app.plugins': PluginLoader,
	'app.setting': SettingsWindow, 'app.vault': Vault, 'app.viewRegistry': ViewRegistry, 'app.workspace': Workspace,
	AbstractInputSuggest, ButtonComponent, Component, DropdownComponent, EditableFileView, Editor, EditorSuggest, FileSystemAdapter, FileView, HoverPopover, ItemView,
	'MarkdownEditView': MarkdownSourceView, MarkdownPreviewView, MarkdownView, Menu, MenuItem, Modal, Notice, Plugin, PopoverSuggest, Scope, Setting, SettingGroup, SettingTab,
	SliderComponent, SuggestModal, TAbstractFile, TextFileView, TFile, TFolder, View, WorkspaceItem, WorkspaceLeaf, WorkspaceParent, WorkspaceRibbon, WorkspaceSidedock,
	WorkspaceSplit, WorkspaceTabs, WorkspaceWindow,
};

type Owner = keyof typeof owners;

type NamesOf<Known> = { [Kind in keyof Known]: Known[Kind] extends readonly (infer Name)[] ? Name : never }[keyof Known];

type Implemented = { [O in Owner]: keyof (typeof owners)[O]['prototype'] & NamesOf<(typeof missingMembers)[O]> }[Owner];

type Nothing<T extends never> = T;

/** Does not compile while a member is listed as missing that its class has: take it from the list. */
export type OnlyMissing = Nothing<Implemented>;

/** Gives every class of the interface its gaps. Call it once, before a plugin sees them. */
export function installGaps(): void {
	for (const owner of Object.keys(owners) as Owner[]) addGaps(owners[owner].prototype, owner, missingMembers[owner]);
	for (const name of missingParts) {
		const part = {};
		addGaps(part, `app.${name}`, missingMembers[`app.${name}`]);
		Object.defineProperty(App.prototype, name, { value: part, writable: true, configurable: true });
	}
}
