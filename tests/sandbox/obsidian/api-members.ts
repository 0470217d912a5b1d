import type * as Api from 'obsidian-api';
import type * as Ours from './index';

/** Public members of the interface that our class lacks. `implements` cannot say it where a member's type names another class of the window. */
type Lacking<Own, Theirs> = Exclude<keyof Theirs, keyof Own>;

type Nothing<T extends never> = T;

/** Does not compile while one of the window's classes lacks a public member of the app's. */
export type CompleteClasses = [
	Nothing<Lacking<Ours.AbstractInputSuggest<unknown>, Api.AbstractInputSuggest<unknown>>>,
	Nothing<Lacking<Ours.App, Api.App>>,
	Nothing<Lacking<Ours.ConfirmationButton, Api.ConfirmationButton>>,
	Nothing<Lacking<Ours.ConfirmationModal, Api.ConfirmationModal>>,
	Nothing<Lacking<Ours.Editor, Api.Editor>>,
	Nothing<Lacking<Ours.EditorSuggest<unknown>, Api.EditorSuggest<unknown>>>,
	Nothing<Lacking<Ours.FileManager, Api.FileManager>>,
	Nothing<Lacking<Ours.FileView, Api.FileView>>,
	Nothing<Lacking<Ours.FuzzySuggestModal<unknown>, Api.FuzzySuggestModal<unknown>>>,
	Nothing<Lacking<Ours.HoverPopover, Api.HoverPopover>>,
	Nothing<Lacking<Ours.ItemView, Api.ItemView>>,
	Nothing<Lacking<Ours.MarkdownPreviewView, Api.MarkdownPreviewView>>,
	Nothing<Lacking<Ours.MarkdownView, Api.MarkdownView>>,
	Nothing<Lacking<Ours.Menu, Api.Menu>>,
	Nothing<Lacking<Ours.MenuItem, Api.MenuItem>>,
	Nothing<Lacking<Ours.MetadataCache, Api.MetadataCache>>,
	Nothing<Lacking<Ours.Modal, Api.Modal>>,
	Nothing<Lacking<Ours.Notice, Api.Notice>>,
	Nothing<Lacking<Ours.Plugin, Api.Plugin>>,
	Nothing<Lacking<Ours.PluginSettingTab, Api.PluginSettingTab>>,
	Nothing<Lacking<Ours.Setting, Api.Setting>>,
	Nothing<Lacking<Ours.SettingGroup, Api.SettingGroup>>,
	Nothing<Lacking<Ours.SettingPage, Api.SettingPage>>,
	Nothing<Lacking<Ours.SuggestModal<unknown>, Api.SuggestModal<unknown>>>,
	Nothing<Lacking<Ours.TextFileView, Api.TextFileView>>,
	Nothing<Lacking<Ours.Vault, Api.Vault>>,
	Nothing<Lacking<Ours.View, Api.View>>,
	Nothing<Lacking<Ours.Workspace, Api.Workspace>>,
	Nothing<Lacking<Ours.WorkspaceLeaf, Api.WorkspaceLeaf>>,
	Nothing<Lacking<Ours.WorkspaceMobileDrawer, Api.WorkspaceMobileDrawer>>,
	Nothing<Lacking<Ours.WorkspaceSidedock, Api.WorkspaceSidedock>>,
	Nothing<Lacking<Ours.WorkspaceTabs, Api.WorkspaceTabs>>,
	Nothing<Lacking<Ours.WorkspaceWindow, Api.WorkspaceWindow>>,
];
