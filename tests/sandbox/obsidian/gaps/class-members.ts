/** Undocumented members of the interface's classes that the sandbox lacks, from the same source as those of `app`. */
export const classMembers = {
	AbstractInputSuggest: {
		methods: ['autoReposition', 'onInputChange', 'onInputFocus', 'showSuggestions'],
		parts: ['lastRect'],
	},
	ButtonComponent: {
		methods: ['setLoading'],
	},
	Component: {
		methods: ['registerScopeEvent'],
	},
	DropdownComponent: {
		methods: ['resizeToFit'],
		parts: ['measureEl', 'measureOptionEl'],
	},
	EditableFileView: {
		methods: ['onTitleBlur', 'onTitleChange', 'onTitleFocus', 'onTitleKeydown', 'onTitlePaste', 'saveTitle'],
		parts: ['fileBeingRenamed'],
	},
	Editor: {
		methods: [
			'addHighlights', 'afterIndent', 'expandText', 'foldLess', 'foldMore', 'getAllFoldableLines', 'getFoldOffsets',
			'hasHighlight', 'indentList', 'insertBlock', 'insertCallout', 'insertCodeblock', 'insertLink', 'insertMathBlock', 'insertMathJax', 'insertText',
			'newlineAndIndentContinueMarkdownList', 'newlineAndIndentOnly', 'newlineOnly', 'removeHighlights', 'searchCursor',
			'setHeading', 'toggleBlockquote', 'toggleBulletList', 'toggleNumberList', 'triggerWikiLink',
			'unindentList',
		],
		parts: ['activeCM'],
		values: ['inTableCell'],
	},
	EditorSuggest: {
		methods: ['trigger', 'updatePosition'],
	},
	FileSystemAdapter: {
		methods: [
			'applyWriteOptions', 'copyRecursive', 'kill', 'killLastAction', 'listAll', 'listRecursiveChild', 'reconcileFileCreation', 'reconcileFileInternal',
			'startWatchPath', 'stopWatchPath', 'testInsensitive', 'thingsHappening', 'trash', 'watchHiddenRecursive',
		],
		parts: ['btime', 'fs', 'fsPromises', 'path', 'url', 'watchers'],
		values: ['resourcePathPrefix'],
	},
	FileView: {
		methods: ['getSyncViewState', 'onDelete', 'receiveSyncState', 'renderBreadcrumbs', 'syncState'],
	},
	HoverPopover: {
		methods: [
			'detect', 'onHide', 'onMouseIn', 'onMouseOut', 'onShow', 'setIsFocused', 'shouldShowChild', 'shouldShowSelf',
			'watchResize',
		],
		parts: ['childHovers'],
		values: ['isFocused'],
	},
	ItemView: {
		methods: ['handleDrop', 'onGroupChange', 'onMoreOptions', 'onMoreOptionsMenu', 'updateNavButtons'],
		parts: ['backButtonEl', 'forwardButtonEl', 'iconEl', 'leftSidebarToggleEl', 'moreOptionsButtonEl', 'titleContainerEl', 'titleParentEl'],
		values: ['canDropAnywhere'],
	},
	MarkdownEditView: {
		methods: [
			'beforeUnload', 'getDynamicExtensions', 'getEphemeralState', 'getFoldInfo', 'highlightSearchMatches', 'requestOnInternalDataChange',
			'requestSaveFolds', 'setEphemeralState', 'setHighlight', 'setState', 'updateBottomPadding',
		],
		parts: ['propertiesExtension'],
		values: ['type'],
	},
	MarkdownPreviewView: {
		methods: [
			'applyFoldInfo', 'beforeUnload', 'edit', 'foldAll', 'getEphemeralState', 'getFoldInfo', 'getSelection', 'onConfigChanged', 'onFoldChange',
			'onResize', 'onScroll', 'requestUpdateLinks', 'setEphemeralState', 'showSearch', 'unfoldAll', 'updateFoldHeading', 'updateFoldIndent',
			'updateIndentGuide', 'updateOptions', 'updatePropertiesInDocument', 'updateRTL', 'updateReadableLineLength', 'updateStrictLineBreaks',
		],
		parts: ['search'],
		values: ['type'],
	},
	MarkdownView: {
		methods: [
			'canShowProperties', 'canToggleBacklinks', 'collapseProperties', 'editProperty', 'focusMetadata', 'getFile', 'getHoverSource', 'getSelection',
			'loadFrontmatter', 'metadataHasFocus', 'onConfigChanged', 'onCssChange', 'onExternalDataChange', 'onInlineTitleBlur', 'onMarkdownFold',
			'onMarkdownScroll', 'onSwitchView', 'printToPdf', 'redo', 'registerMode', 'replaceScope', 'saveFrontmatter', 'shiftFocusAfter', 'shiftFocusBefore',
			'syncScroll', 'toggleBacklinks', 'toggleCollapseProperties', 'triggerClickableToken', 'undo', 'updateBacklinks', 'updateButtons',
			'updateShowBacklinks',
		],
		parts: ['backlinks', 'backlinksEl', 'inlineTitleEl', 'metadataEditor', 'modes', 'sourceMode'],
		values: ['path', 'rawFrontmatter', 'scroll', 'showBacklinks'],
	},
	Menu: {
		methods: [
			'addSections', 'closeSubmenu', 'handleClickOutside', 'hideCallback', 'isInside', 'onArrowDown', 'onArrowLeft', 'onArrowRight', 'onArrowUp',
			'onEnter', 'onMenuClick', 'onMouseOver', 'onPointerOver', 'openSubmenuSoon', 'selectElement', 'setSectionSubmenu', 'setShowMacWritingTools', 'sort',
			'unselect',
		],
		parts: ['bgEl', 'sections', 'submenuConfig', 'submenuConfigs'],
		values: ['showMacWritingTools', 'unloading', 'useNativeMenu'],
	},
	MenuItem: {
		methods: ['handleEvent', 'removeIcon', 'setActive'],
		values: ['checked'],
	},
	Modal: {
		methods: ['animateClose', 'animateOpen', 'getRootEl', 'onClickOutside', 'onEscapeKey', 'onWindowClose', 'setBackgroundOpacity', 'setDimBackground'],
		parts: ['doc', 'selection', 'win'],
		values: ['bgOpacity', 'dimBackground', 'hasInitialInputFocus', 'shouldAnimate'],
	},
	Notice: {
		methods: ['addButton', 'setAutoHide'],
		parts: ['buttonContainerEl', 'win'],
		values: ['timerId'],
	},
	Plugin: {
		methods: ['_onConfigFileChange', 'getModifiedTime', 'loadCSS', 'onConfigFileChange', 'registerCodeMirror', 'registerGlobalFunc', 'registerInstanceFunc'],
		values: ['_lastDataModifiedTime', '_userDisabled'],
	},
	PopoverSuggest: {
		methods: ['attachDom', 'detachDom', 'onEscapeKey', 'reposition', 'setAutoDestroy'],
		parts: ['suggestInnerEl', 'win'],
	},
	Scope: {
		methods: ['cb', 'setTabFocusContainerEl'],
		parts: ['tabFocusContainerEl', 'win'],
	},
	Setting: {
		methods: ['setAction', 'setNavigable', 'setNoInfo'],
	},
	SettingGroup: {
		methods: ['addSearchControl', 'focusNearestItem', 'onDeleteItem', 'onReorderItem'],
		parts: ['components', 'controlEl', 'headerEl', 'headerInnerEl'],
	},
	SettingTab: {
		methods: ['getControlBinding', 'getDefinitionForElement', 'getElementForDefinition', 'renderTab'],
		parts: ['navEl', 'renderedItems', 'setting'],
	},
	SliderComponent: {
		methods: ['showTooltip', 'updateDisplay'],
	},
	SuggestModal: {
		methods: ['onInput'],
		parts: ['clearButtonEl', 'ctaEl'],
	},
	TAbstractFile: {
		methods: ['getNewPathAfterRename'],
	},
	TextFileView: {
		methods: ['loadFileInternal', 'saveImmediately', 'setData'],
		values: ['isPlaintext', 'saveAgain', 'saving'],
	},
	TFile: {
		methods: ['cache', 'getShortName', 'updateCacheLimit'],
		values: ['saving'],
	},
	TFolder: {
		methods: ['getFileCount', 'getFolderCount', 'getParentPrefix'],
	},
	View: {
		methods: ['getSideTooltipPlacement'],
		values: ['closeable'],
	},
	WorkspaceItem: {
		methods: ['detach', 'getIcon', 'onResizeStart', 'serialize', 'setDimension', 'setParent'],
		parts: ['component', 'parentSplit', 'resizeHandleEl'],
		values: ['dimension', 'type'],
	},
	WorkspaceLeaf: {
		methods: [
			'canNavigate', 'canPin', 'getHistoryState', 'handleDrop', 'highlight', 'onOpenTabHeaderMenu', 'openLinkText', 'recordHistory', 'setDimension',
			'unhighlight',
		],
		parts: [
			'_empty', 'resizeObserver', 'tabHeaderCloseEl', 'tabHeaderInnerIconEl', 'tabHeaderInnerTitleEl', 'tabHeaderStatusContainerEl',
			'tabHeaderStatusLinkEl', 'tabHeaderStatusPinEl',
		],
		values: ['height', 'type', 'width', 'working'],
	},
	WorkspaceParent: {
		methods: ['recomputeChildrenDimensions'],
		values: ['allowSingleChild', 'autoManageDOM'],
	},
	WorkspaceRibbon: {
		methods: [
			'addRibbonItemButton', 'hide', 'load', 'makeRibbonItemButton', 'onChange', 'onContextMenu', 'removeRibbonAction', 'serialize', 'setCollapsedState',
			'show',
		],
		parts: ['items', 'ribbonItemsEl', 'ribbonSettingEl', 'workspace'],
	},
	WorkspaceSidedock: {
		methods: ['onSidedockResizeStart', 'recomputeChildrenDimensions', 'serialize', 'setSize'],
		parts: ['emptyStateEl'],
		values: ['allowSingleChild', 'autoManageDOM', 'isResizing', 'size'],
	},
	WorkspaceSplit: {
		methods: ['finishResize', 'getElSize', 'onChildResizeStart', 'onProximityResize', 'resizeItemsByDiff', 'setDirection', 'setElSize', 'unsetElSize'],
		parts: ['originalSizes', 'resizeStartPos'],
		values: ['isResizing'],
	},
	WorkspaceTabs: {
		methods: [
			'getTabInsertLocation', 'lockTabWidths', 'onContainerScroll', 'scrollIntoView', 'selectTabIndex', 'setStacked', 'unlockTabWidths',
			'updateSlidingTabs', 'updateTabDisplay',
		],
		parts: ['tabHeaderContainerEl', 'tabHeaderEls', 'tabsContainerEl', 'tabsInnerEl'],
		values: ['hasLockedTabWidths', 'isStacked'],
	},
	WorkspaceWindow: {
		methods: ['updateSize'],
	},
} as const;
