import type * as Api from 'obsidian-api';
import type { FileAdapter, FileSystemAdapter } from './vault/adapter';
import type { apiVersion, requireApiVersion } from './api-version';
import type { Component } from './component';
import type { debounce } from './debounce';
import type { EventRef, Events } from './events';
import type { FileManager } from './vault/file-manager';
import type { TAbstractFile, TFile, TFolder } from './vault/files';
import type * as Frontmatter from './metadata/frontmatter';
import type * as Linkpath from './metadata/linkpath';
import type { MetadataCache } from './metadata/metadata-cache';
import type { normalizePath } from './vault/paths';
import type { Platform } from './platform';
import type { resolveSubpath } from './metadata/subpath';
import type { Vault } from './vault/vault';

/** Fails to compile where what the sandbox has cannot stand in for what the app has. */
type StandsInFor<Ours extends Theirs, Theirs> = Ours;

/** Same, where the app's type has members that the sandbox lacks: all that both have must agree. */
type SharesWith<Ours extends Pick<Theirs, keyof Ours & keyof Theirs>, Theirs> = Ours;

/** The model's classes, as their instances. */
export type Classes = [
	StandsInFor<EventRef, Api.EventRef>,
	StandsInFor<Events, Api.Events>,
	StandsInFor<Component, Api.Component>,
	StandsInFor<TAbstractFile, Api.TAbstractFile>,
	StandsInFor<TFile, Api.TFile>,
	StandsInFor<TFolder, Api.TFolder>,
	StandsInFor<FileAdapter, Api.DataAdapter>,
	SharesWith<FileSystemAdapter, Api.FileSystemAdapter>,
	StandsInFor<Vault, Api.Vault>,
	StandsInFor<MetadataCache, Api.MetadataCache>,
	StandsInFor<FileManager, Api.FileManager>,
	StandsInFor<Pick<typeof Vault, 'recurseChildren'>, Pick<typeof Api.Vault, 'recurseChildren'>>,
];

/** The model's functions and values. */
export type Members = [
	StandsInFor<typeof apiVersion, typeof Api.apiVersion>,
	StandsInFor<typeof requireApiVersion, typeof Api.requireApiVersion>,
	StandsInFor<typeof debounce, typeof Api.debounce>,
	StandsInFor<typeof normalizePath, typeof Api.normalizePath>,
	StandsInFor<typeof Platform, typeof Api.Platform>,
	StandsInFor<typeof resolveSubpath, typeof Api.resolveSubpath>,
	StandsInFor<typeof Frontmatter, Pick<typeof Api, keyof typeof Frontmatter>>,
	SharesWith<typeof Linkpath, typeof Api>,
];
