/**
 * Undocumented members of `app` and of its parts that the sandbox lacks, by how they are reached. Their names are
 * facts about version 1.13, as the type definitions of obsidian-typings 6.36 list them.
 */
export const appMembers = {
	app: {
		methods: [
			'changeTheme', 'copyObsidianUrl', 'debugMode', 'disableCssTransition', 'emulateMobile', 'enableCssTransition', 'fixFileLinks', 'garbleText',
			'getAccentColor', 'getAppTitle', 'getObsidianUrl', 'getSpellcheckLanguages', 'getTheme', 'getWebviewPartition', 'importAttachments',
			'importDirectory', 'initializeWithAdapter', 'isVimEnabled', 'nextFrame', 'nextFrameOnceCallback', 'on', 'onConfigChanged', 'onNextFrame', 'openHelp',
			'openVaultChooser', 'openWithDefaultApp', 'registerCommands', 'registerQuitHook', 'relaunch', 'runOpeningBehavior', 'saveAttachment',
			'setAccentColor', 'setSpellcheckLanguages', 'showInFolder', 'showReleaseNotes', 'updateAccentColor', 'updateAutoFullScreenDisplay',
			'updateFloatingNavigationDisplay', 'updateFontFamily', 'updateFontSize', 'updateInlineTitleDisplay', 'updateMobileFrameTheme', 'updateRibbonDisplay',
			'updateTabSize', 'updateTheme', 'updateUseNativeMenu', 'updateViewHeaderDisplay',
		],
		parts: ['dom'],
	},
	'app.appMenuBarManager': {
		methods: [
			'_onFileOpen', 'applyHotkeys', 'buildMenu', 'getAcceleratorFromHotkey', 'hideUnregisteredCommands', 'onFileOpen', 'onWindowFrameChange', 'render',
			'requestRender', 'updateShareMenuItem', 'updateViewState', 'updateWorkspace',
		],
	},
	'app.cli': {
		methods: ['formatAsciiTree', 'formatAsciiTreeWithRoot', 'formatDiff', 'formatTable', 'init', 'registerHandler', 'tryResolveFile', 'unregisterHandler'],
		parts: ['handlers'],
	},
	'app.commands': {
		parts: ['editorCommands'],
	},
	'app.customCss': {
		methods: [
			'checkForUpdate', 'checkForUpdates', 'disableTranslucency', 'downloadLegacyTheme', 'enableTranslucency', 'getManifest', 'getSnippetPath',
			'getSnippetsFolder', 'getThemeFolder', 'getThemePath', 'hasUpdates', 'installLegacyTheme', 'installTheme', 'isDarkMode', 'isThemeInstalled',
			'loadCss', 'loadData', 'loadSnippets', 'loadTheme', 'onRaw', 'onload', 'readSnippets', 'readThemes', 'registerScopeEvent', 'reloadTheme',
			'removeTheme', 'requestLoadSnippets', 'requestLoadTheme', 'requestReadThemes', 'setCssEnabledStatus', 'setTheme', 'setTranslucency',
		],
		parts: ['csscache', 'extraStyleEls', 'oldThemes', 'queue', 'updates'],
	},
	'app.dragManager': {
		methods: [
			'dragFile', 'dragFiles', 'dragFolder', 'dragLink', 'handleDrag', 'handleDrop', 'hideOverlay', 'onDragEnd', 'onDragLeave', 'onDragOver',
			'onDragOverFirst', 'onDragStart', 'onDragStartGlobal', 'onTouchEnd', 'removeOverlay', 'setAction', 'showOverlay', 'updateHover', 'updateSource',
		],
		parts: ['actionEl', 'dragStart', 'draggable', 'ghostEl', 'hoverEl', 'overlayEl', 'sourceEls'],
		values: ['hoverClass', 'isDragOverHandled', 'shouldHideOverlay', 'sourceClass'],
	},
	'app.fileManager': {
		methods: [
			'canCreateFileWithExt', 'createAndOpenMarkdownFile', 'createNewFile', 'createNewFolder', 'createNewMarkdownFileFromLinktext', 'deleteProperty',
			'downloadAttachmentsForNote', 'getAllLinkResolutions', 'getMarkdownNewFileParent', 'getOrCreateFolder', 'insertIntoFile', 'iterateAllRefs',
			'mergeFile', 'notifyForBulkUndo', 'promptForFileDeletion', 'promptForFileRename', 'promptForFolderDeletion', 'promptForImageDownload',
			'registerFileParentCreator', 'renameProperty', 'runAsyncLinkUpdate', 'storeTextFileBackup', 'unregisterFileCreator', 'updateAllLinks',
			'updateInternalLinks',
		],
		parts: ['fileParentCreatorByType', 'inProgressUpdates', 'updateQueue'],
	},
	'app.foldManager': {
		methods: ['cleanup', 'load', 'loadPath', 'save', 'savePath'],
	},
	'app.hotkeyManager': {
		methods: ['addDefaultHotkeys', 'bake', 'onConfigFileChange', 'onRaw', 'registerListeners', 'removeDefaultHotkeys'],
		parts: ['bakedHotkeys', 'bakedIds', 'defaultKeys'],
		values: ['baked'],
	},
	'app.internalPlugins': {
		methods: ['enable', 'getEnabledPlugins', 'loadPlugin', 'onRaw', 'requestSaveConfig', 'saveConfig'],
		parts: ['config'],
	},
	'app.keymap': {
		methods: [
			'getRootScope', 'getWindowStack', 'hasModifier', 'matchModifiers', 'onFocusIn', 'onKeyEvent', 'registerWindow', 'setWindowBaseScope',
			'updateModifiers',
		],
		parts: ['rootScope', 'windowScopes'],
		values: ['modifiers'],
	},
	'app.metadataCache': {
		methods: [
			'_preload', 'checkCleanCache', 'cleanupDeletedCache', 'clear', 'deletePath', 'didFinish',
			'getAllPropertyInfos', 'getFileInfo', 'getFrontmatterPropertyValuesForKey', 'getLinkSuggestions', 'getLinkpathDest',
			'getLinks', 'isCacheClean', 'isSupportedFile', 'isUnresolved', 'iterateAllRefs', 'iterateRefsForFile', 'linkResolver',
			'onConfigChanged', 'onReceiveMessageFromWorker', 'preload', 'queueFileForLinkResolution', 'saveFileCache', 'saveMetaCache',
			'showIndexingNotice', 'transactionSave', 'updateInternalLinks', 'updateRelatedLinks', 'updateUserIgnoreFilters', 'watchVaultChanges',
			'workerResolve',
		],
		parts: [
			'blockCache', 'db', 'linkResolverQueue', 'linkUpdaters', 'onCleanCacheCallbacks', 'preloadPromise', 'uniqueFileLookup',
			'userIgnoreFilterCache', 'userIgnoreFilters', 'workQueue', 'worker',
		],
		values: ['inProgressTaskCount', 'initialized', 'userIgnoreFiltersString'],
	},
	'app.metadataTypeManager': {
		methods: ['getTypeInfo', 'getWidget', 'loadData', 'onConfigFileChange', 'onRaw', 'registerListeners', 'save', 'updatePropertyInfoCache'],
		parts: ['assignedWidgets', 'properties', 'registeredTypeWidgets'],
		values: ['lastSave'],
	},
	'app.plugins': {
		methods: [
			'checkForDeprecations', 'checkForUpdates', 'clearEnabledPlugins', 'didChange', 'installPlugin', 'isDeprecated', 'loadManifest', 'loadPlugin',
			'onRaw', 'requestSaveConfig', 'saveConfig', 'setAutomaticUpdateCheck', 'setEnable', 'uninstallPlugin', 'unloadPlugin',
		],
		parts: ['updates'],
		values: ['autoCheckForUpdates', 'lastUpdateCheck', 'loadingPluginId'],
	},
	'app.setting': {
		methods: [
			'activateNavItem', 'activateSettingItem', 'animateClose', 'animateOpen', 'clearPageStack', 'closePage', 'focusNavItem', 'focusNextNavItem',
			'focusNextSettingItem', 'focusSettingItem', 'focusSidebar', 'getCurrentPageEl', 'getNavigableNavItems', 'getNavigableSettingItems',
			'getPopoutOptions', 'getRootEl', 'isPluginSettingTab', 'navigateToSearchResult', 'onClickOutside', 'onEscapeKey', 'onSearchChanged', 'onWindowClose',
			'openPage', 'rebuildTabNavItems', 'refreshCurrentPage', 'refreshSearch', 'scrollToDefinition', 'setBackgroundOpacity', 'setDimBackground',
			'unloadHandler', 'updateModalTitle', 'updatePageTitle',
		],
		parts: [
			'backButtonEl', 'bgEl', 'communityPluginTabContainer', 'communityPluginTabHeaderGroup', 'corePluginTabContainer', 'corePluginTabHeaderGroup', 'doc',
			'feedbackBanner', 'headerEl', 'pageStack', 'popout', 'quitRef', 'searchComponent', 'searchIndex', 'searchNavItems', 'searchResultsEl', 'selection',
			'tabContainer', 'tabGroupContainerEl', 'tabHeadersEl', 'tabNavItems', 'titleTextEl', 'win',
		],
		values: ['bgOpacity', 'dimBackground', 'hasInitialInputFocus', 'isSearchActive', 'lastVimGTimestamp', 'popoutStorageKey', 'shouldAnimate'],
	},
	'app.shareReceiver': {
		methods: ['handleShareFiles', 'handleShareText', 'importFiles', 'setupNative', 'setupWorkspace'],
	},
	'app.statusBar': {
		methods: ['registerStatusBarItem'],
		parts: ['containerEl'],
	},
	'app.vault': {
		methods: [
			'addChild', 'checkForDuplicate', 'checkPath', 'deleteConfigJson', 'generateFiles', 'getConfigFile',
			'getDirectParent', 'isEmpty', 'iterateFiles', 'onChange', 'readConfigJson', 'readJson', 'readPluginData', 'readRaw', 'reloadConfig', 'removeChild',
			'requestSaveConfig', 'resolveFilePath', 'resolveFileUrl', 'saveConfig', 'setConfigDir', 'setFileCacheLimit', 'setupConfig', 'writeConfigJson',
			'writeJson', 'writePluginData',
		],
		values: ['cacheLimit', 'configTs'],
	},
	'app.viewRegistry': {
		methods: ['getViewCreatorByType', 'registerViewWithExtensions'],
	},
	'app.workspace': {
		methods: [
			'activeLeafEvents', 'addMobileFileInfo', 'addRecentFile', 'clearLayout', 'createLeafInTabGroup', 'deserializeLayout', 
			'getActiveFileView', 'getActiveLeafOfViewType', 'getAdjacentLeafInDirection', 'getDropDirection', 'getDropLocation', 'getFocusedContainer',
			'getRecentFiles', 'getSideLeaf', 'handleExternalLinkContextMenu', 'handleXCallback', 'hasUndoHistory', 'isAttached',
			'isWorkspaceFocused', 'iterateCodeMirrors', 'iterateLeaves', 'iterateTabs', 'loadLayout', 'onDragLeaf', 'onQuickPreview', 'onResize', 'onStartLink',
			'openPopout', 'pushUndoHistory', 'readWorkspaceFile', 'recursiveGetTarget', 'registerEditorExtension', 'registerObsidianProtocolHandler',
			'registerOperatorFuncConfigs', 'registerUriHook', 'requestActiveLeafEvents', 'requestLayoutChangeEvents', 'requestUpdateLayout',
			'setLayout', 'splitLeaf', 'splitLeafOrActive', 'unregisterEditorExtension', 'unregisterObsidianProtocolHandler', 'unregisterOperatorFuncConfigs',
			'unsetActiveEditor', 'updateFrameless', 'updateLayout', 'updateMobileVisibleTabGroup', 'updateTitle',
		],
		parts: [
			'_activeEditor', 'activeTabGroup', 'lastActiveFile', 'layoutItemQueue', 'leftSidebarToggleButtonEl', 'mobileFileInfos', 'operatorFuncConfigs',
			'protocolHandler', 'recentFileTracker', 'rightSidebarToggleButtonEl', 'undoHistory',
		],
		values: ['initialized', 'lastTabGroupStacked'],
	},
} as const;
