/**
 * What a plugin gets from `require('obsidian')`. It can be imported where there is no
 * document: nothing here touches one before it is used.
 */
import moment from 'moment';
import { installGaps } from './gaps/missing-members';
import { installPrototypes } from './interface/prototypes';

installPrototypes();
installGaps();

export { moment };
export { apiVersion, requireApiVersion } from './api-version';
export { App, RenderContext } from './app';
export { FileSystemAdapter } from './vault/adapter';
export { BaseComponent, ValueComponent } from './settings/base-component';
export { arrayBufferToBase64, arrayBufferToHex, base64ToArrayBuffer, getBlobArrayBuffer, hexToArrayBuffer } from './vault/buffers';
export { ButtonComponent, ExtraButtonComponent } from './settings/button-components';
export { BasesEntry, BasesEntryGroup } from './bases/bases-entry';
export { BasesQueryResult } from './bases/bases-query-result';
export { BasesView } from './bases/bases-view';
export type { BasesViewRegistration } from './bases/bases-registry';
export { BasesViewConfig } from './bases/bases-view-config';
export { FileValue, ListValue, ObjectValue, RegExpValue } from './bases/collection-values';
export { DateValue, DurationValue, RelativeDateValue } from './bases/date-values';
export { parsePropertyId } from './bases/property-id';
export { QueryController } from './bases/query-controller';
export { HTMLValue, IconValue, ImageValue, LinkValue, TagValue, UrlValue } from './bases/text-values';
export { BooleanValue, NotNullValue, NullValue, NumberValue, PrimitiveValue, StringValue, Value } from './bases/value';
export { iterateCacheRefs, iterateRefs } from './metadata/cache-refs';
export { DropdownComponent, ProgressBarComponent, SliderComponent, ToggleComponent } from './settings/choice-components';
export { ColorComponent } from './settings/color-component';
export type { Command } from './interface/commands';
export { Component } from './component';
export { ConfirmationButton, ConfirmationModal } from './interface/confirmation-modal';
export { debounce } from './debounce';
export { Editor } from './editor/editor';
export { editorEditorField, editorInfoField, editorLivePreviewField, editorViewField, livePreviewState } from './editor/editor-fields';
export { EditorSuggest, type EditorSuggestContext } from './editor/editor-suggest';
export { Events } from './events';
export { FileManager } from './vault/file-manager';
export { EditableFileView, FileView, TextFileView } from './workspace/file-view';
export { TAbstractFile, TFile, TFolder } from './vault/files';
export { getAllTags, getFrontMatterInfo, parseFrontMatterAliases, parseFrontMatterEntry, parseFrontMatterStringArray, parseFrontMatterTags, parseYaml, stringifyYaml } from './metadata/frontmatter';
export { HoverPopover, PopoverState } from './preview/hover-popover';
export { htmlToMarkdown } from './preview/html';
export { sanitizeHTMLToDom } from './preview/sanitize-html';
export { addIcon, getIcon, getIconIds, removeIcon, setIcon } from './interface/icons';
export { getLanguage } from './language';
export { Keymap } from './interface/keymap';
export { type OpenViewState, type ViewState, WorkspaceLeaf } from './workspace/leaf';
export { getLinkpath, parseLinktext, stripHeading, stripHeadingForLink } from './metadata/linkpath';
export type { HoverParent, MarkdownFileInfo } from './editor/markdown-file-info';
export { MarkdownPreviewView } from './preview/markdown-preview';
export { MarkdownRenderChild } from './preview/markdown-render-child';
export { MarkdownRenderer } from './preview/markdown-renderer';
export { MarkdownSourceView as MarkdownEditView } from './editor/markdown-source';
export { MarkdownView } from './editor/markdown-view';
export { Menu } from './interface/menu';
export { MenuItem, MenuSeparator } from './interface/menu-item';
export { MetadataCache } from './metadata/metadata-cache';
export * from './plugins/missing-exports';
export { Modal } from './interface/modal';
export { Notice } from './interface/notice';
export { normalizePath } from './vault/paths';
export { Platform } from './platform';
export { Plugin } from './plugins/plugin';
export { AbstractInputSuggest, PopoverSuggest } from './interface/popover-suggest';
export { MarkdownPreviewRenderer, type MarkdownPostProcessor, type MarkdownPostProcessorContext } from './preview/post-processors';
export { Tasks } from './quit-tasks';
export { request, requestUrl } from './plugins/requests';
export { Scope } from './interface/scope';
export { prepareFuzzySearch, prepareSimpleSearch, renderMatches, renderResults, sortSearchResults } from './interface/search';
export { SecretStorage } from './plugins/secret-storage';
export { SecretComponent } from './settings/secret-component';
export { DisplayValueComponent, Setting } from './settings/setting';
export { SettingGroup } from './settings/setting-group';
export {
	PluginSettingTab, type SettingDefinition, type SettingDefinitionGroup, type SettingDefinitionItem, type SettingDefinitionList, type SettingDefinitionPage,
	type SettingDefinitionRender, type SettingGroupItem, SettingPage, SettingTab,
} from './settings/setting-tab';
export { resolveSubpath } from './metadata/subpath';
export { FuzzySuggestModal, SuggestModal } from './interface/suggest-modal';
export { AbstractTextComponent, MomentFormatComponent, SearchComponent, TextAreaComponent, TextComponent } from './settings/text-components';
export { displayTooltip, setTooltip } from './interface/tooltip';
export { Vault } from './vault/vault';
export { ItemView, View } from './workspace/view';
export type { ViewCreator } from './workspace/view-registry';
export { Workspace } from './workspace/workspace';
export { WorkspaceMobileDrawer } from './workspace/workspace-drawer';
export { WorkspaceContainer, WorkspaceFloating, WorkspaceItem, WorkspaceParent, WorkspaceRoot, WorkspaceSidedock, WorkspaceSplit } from './workspace/workspace-item';
export { WorkspaceRibbon } from './workspace/workspace-ribbon';
export { WorkspaceTabs } from './workspace/workspace-tabs';
export { WorkspaceWindow } from './workspace/workspace-window';
export type {
	BasesAllOptions, BasesConfigFile, BasesConfigFileFilter, BasesConfigFileView, BasesOption, BasesOptionGroup, BasesOptions, BasesProperty, BasesPropertyId, BasesPropertyType, BasesSortConfig,
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
