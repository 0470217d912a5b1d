import type * as Api from 'obsidian-api';
import { Component } from '../component';

/** A part of a rendered note with a life of its own; it ends when its element leaves the document. */
export class MarkdownRenderChild extends Component implements Omit<Api.MarkdownRenderChild, keyof Api.Component> {
	constructor(public containerEl: HTMLElement) {
		super();
	}
}
