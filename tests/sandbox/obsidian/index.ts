/**
 * What a plugin gets from `require('obsidian')`. It can be imported where there is no
 * document: nothing here touches one before it is used.
 */
import moment from 'moment';
import { installPrototypes } from './prototypes';

installPrototypes();

export { moment };
export { apiVersion, requireApiVersion } from './api-version';
export { App, RenderContext } from './app';
export { FileSystemAdapter } from './adapter';
export { BaseComponent, ValueComponent } from './base-component';
export { arrayBufferToBase64, arrayBufferToHex, base64ToArrayBuffer, getBlobArrayBuffer, hexToArrayBuffer } from './buffers';
export { ButtonComponent, ExtraButtonComponent } from './button-components';
export { iterateCacheRefs, iterateRefs } from './cache-refs';
export { DropdownComponent, ProgressBarComponent, SliderComponent, ToggleComponent } from './choice-components';
export { ColorComponent } from './color-component';
export type { Command } from './commands';
export { Component } from './component';
export { ConfirmationButton, ConfirmationModal } from './confirmation-modal';
export { debounce } from './debounce';
export { Editor } from './editor';
export { editorEditorField, editorInfoField, editorLivePreviewField, editorViewField, livePreviewState } from './editor-fields';
export { EditorSuggest, type EditorSuggestContext } from './editor-suggest';
export { Events } from './events';
export { FileManager } from './file-manager';
export { EditableFileView, FileView, TextFileView } from './file-view';
export { TAbstractFile, TFile, TFolder } from './files';
export { getAllTags, getFrontMatterInfo, parseFrontMatterAliases, parseFrontMatterEntry, parseFrontMatterStringArray, parseFrontMatterTags, parseYaml, stringifyYaml } from './frontmatter';
export { HoverPopover, PopoverState } from './hover-popover';
export { htmlToMarkdown, sanitizeHTMLToDom } from './html';
export { addIcon, getIcon, getIconIds, removeIcon, setIcon } from './icons';
export { getLanguage } from './language';
export { Keymap } from './keymap';
export { type OpenViewState, type ViewState, WorkspaceLeaf } from './leaf';
export { getLinkpath, parseLinktext, stripHeading, stripHeadingForLink } from './linkpath';
export type { HoverParent, MarkdownFileInfo } from './markdown-file-info';
export { MarkdownPreviewView } from './markdown-preview';
export { MarkdownRenderChild, MarkdownRenderer } from './markdown-renderer';
export { MarkdownSourceView as MarkdownEditView } from './markdown-source';
export { MarkdownView } from './markdown-view';
export { Menu } from './menu';
export { MenuItem, MenuSeparator } from './menu-item';
export { MetadataCache } from './metadata-cache';
export * from './missing-exports';
export { Modal } from './modal';
export { Notice } from './notice';
export { normalizePath } from './paths';
export { Platform } from './platform';
export { Plugin } from './plugin';
export { AbstractInputSuggest, PopoverSuggest } from './popover-suggest';
export { MarkdownPreviewRenderer, type MarkdownPostProcessor, type MarkdownPostProcessorContext } from './post-processors';
export { Tasks } from './quit-tasks';
export { request, requestUrl } from './requests';
export { Scope } from './scope';
export { prepareFuzzySearch, prepareSimpleSearch, renderMatches, renderResults, sortSearchResults } from './search';
export { SecretStorage } from './secret-storage';
export { DisplayValueComponent, Setting } from './setting';
export { SettingGroup } from './setting-group';
export {
	PluginSettingTab, type SettingDefinition, type SettingDefinitionGroup, type SettingDefinitionItem, type SettingDefinitionList, type SettingDefinitionPage,
	type SettingDefinitionRender, type SettingGroupItem, SettingPage, SettingTab,
} from './setting-tab';
export { resolveSubpath } from './subpath';
export { FuzzySuggestModal, SuggestModal } from './suggest-modal';
export { AbstractTextComponent, MomentFormatComponent, SearchComponent, TextAreaComponent, TextComponent } from './text-components';
export { displayTooltip, setTooltip } from './tooltip';
export { Vault } from './vault';
export { ItemView, View } from './view';
export type { ViewCreator } from './view-registry';
export { Workspace } from './workspace';
export {
	WorkspaceContainer, WorkspaceFloating, WorkspaceItem, WorkspaceMobileDrawer, WorkspaceParent, WorkspaceRoot, WorkspaceSidedock, WorkspaceSplit, WorkspaceWindow,
} from './workspace-item';
export { WorkspaceRibbon } from './workspace-ribbon';
export { WorkspaceTabs } from './workspace-tabs';
export type {
	BlockCache, BlockSubpathResult, CachedMetadata, CacheItem, CliData, CliFlag, CliFlags, CliHandler, Constructor, DataAdapter, DataWriteOptions, Debouncer, EditorChange,
	EditorCommandName, EditorPosition, EditorRange, EditorRangeOrCaret, EditorScrollInfo, EditorSelection, EditorSelectionOrCaret, EditorSuggestTriggerInfo, EditorTransaction,
	EmbedCache, EventRef, FileStats, FootnoteCache, FootnoteRefCache, FootnoteSubpathResult, FrontMatterCache, FrontMatterInfo, FrontmatterLinkCache, FuzzyMatch, HeadingCache, HeadingSubpathResult, HexString, HistoryHandler, Hotkey,
	HoverLinkSource, HSL, IconName, Instruction, ISuggestOwner, KeymapContext, KeymapEventHandler, KeymapEventListener, KeymapInfo, LinkCache, ListedFiles, ListItemCache, LivePreviewStateType, Loc,
	MarkdownSectionInformation, MarkdownSubView, MarkdownViewModeType, MenuPositionDef, Modifier, ObsidianProtocolData, ObsidianProtocolHandler, PaneType, PluginManifest, Point,
	Pos, Reference, ReferenceCache, ReferenceLinkCache, RequestUrlParam, RequestUrlResponse, RequestUrlResponsePromise, RGB, SearchMatches, SearchMatchPart, SearchResult, SearchResultContainer,
	SectionCache, SettingColorControl, SettingControl, SettingControlBase, SettingDefinitionAction, SettingDefinitionAddItem, SettingDefinitionBase, SettingDefinitionControl, SettingDefinitionEmpty,
	SettingDropdownControl, SettingFileControl, SettingFolderControl, SettingNumberControl, SettingSliderControl, SettingTextAreaControl, SettingTextControl, SettingToggleControl,
	Side, SplitDirection, Stat, SubpathResult, TagCache, TooltipOptions, TooltipPlacement, UserEvent, ViewStateResult,
} from 'obsidian-api';
