import type * as Api from 'obsidian-api';
import { setIcon } from '../interface/icons';
import { Menu } from '../interface/menu';
import { stringifyYaml } from '../metadata/frontmatter';
import { TextFileView } from '../workspace/file-view';
import type { WorkspaceLeaf } from '../workspace/leaf';
import { type BaseFile, type BaseFileView, parseBaseFile } from './base-file';
import type { BasesQueryResult } from './bases-query-result';
import type { BasesRegistry, BasesViewRegistration } from './bases-registry';
import type { BasesView } from './bases-view';
import { QueryController } from './query-controller';
import { renderViewOptions } from './view-options';

/** The type of the pane that shows `.base` files. */
export const BASES_TYPE = 'bases';

/** What a pane shows: one view of the base, with its query. */
interface Shown {
	readonly registration: BasesViewRegistration;
	readonly controller: QueryController;
	readonly view: BasesView;
}

/** A `.base` file: a toolbar with the file's views, and the chosen view below it. */
export class BasePane extends TextFileView {
	override icon = 'table-2';
	private text = '';
	private base: BaseFile = { views: [] };
	private viewName: string | null = null;
	private shown: Shown | null = null;
	private readonly switchEl: HTMLElement;
	private readonly countEl: HTMLElement;
	private readonly optionsButtonEl: HTMLElement;
	private readonly optionsEl: HTMLElement;
	private readonly hostEl: HTMLElement;

	constructor(leaf: WorkspaceLeaf, private readonly registry: BasesRegistry) {
		super(leaf);
		this.contentEl.addClass('bases-view');
		const toolbar = this.contentEl.createDiv('bases-header').createDiv('bases-toolbar');
		this.switchEl = toolbar.createEl('button', { cls: 'bases-toolbar-item bases-toolbar-views-menu', attr: { 'aria-haspopup': 'menu' } });
		this.countEl = toolbar.createDiv({ cls: 'bases-toolbar-item bases-toolbar-results', attr: { 'aria-live': 'polite' } });
		this.optionsButtonEl = toolbar.createEl('button', { cls: 'bases-toolbar-item clickable-icon', attr: { 'aria-label': 'View options', 'aria-expanded': 'false' } });
		setIcon(this.optionsButtonEl, 'settings-2');
		this.optionsEl = this.contentEl.createDiv('bases-view-options');
		this.optionsEl.hide();
		this.hostEl = this.contentEl.createDiv('bases-view-container');
		this.registerDomEvent(this.switchEl, 'click', () => { this.showViews(); });
		this.registerDomEvent(this.optionsButtonEl, 'click', () => { this.toggleOptions(); });
	}

	getViewType(): string {
		return BASES_TYPE;
	}

	override onload(): void {
		super.onload();
		this.registerEvent(this.registry.on('changed', type => { if (this.currentView()?.type === type) this.show(); }));
		this.register(() => { this.hideView(); });
	}

	override canAcceptExtension(extension: string): boolean {
		return extension === 'base';
	}

	override getState(): Record<string, unknown> {
		return { ...super.getState(), ...(this.viewName === null ? {} : { viewName: this.viewName }) };
	}

	override async setState(state: unknown, result: Api.ViewStateResult): Promise<void> {
		const name = typeof state === 'object' && state !== null && 'viewName' in state ? state.viewName : undefined;
		await super.setState(state, result);
		if (typeof name === 'string' && name !== this.viewName) this.choose(name);
	}

	getViewData(): string {
		return this.text;
	}

	setViewData(data: string): void {
		this.text = data;
		try {
			this.base = parseBaseFile(data);
			this.show();
		} catch (error) {
			this.showError(error);
		}
	}

	clear(): void {
		this.hideView();
		this.text = '';
		this.base = { views: [] };
		this.viewName = null;
	}

	private currentView(): BaseFileView | undefined {
		return this.base.views.find(view => view.name === this.viewName) ?? this.base.views[0];
	}

	private choose(name: string): void {
		this.viewName = name;
		this.show();
		this.app.workspace.requestSaveLayout();
	}

	/** Builds the chosen view anew. */
	private show(): void {
		this.hideView();
		const current = this.currentView();
		if (current === undefined) return;
		const registration = this.registry.registrations[current.type];
		this.showSwitch(current, registration);
		try {
			if (registration === undefined) throw new Error(`No view of the type "${current.type}" is registered.`);
			this.start(current, registration);
		} catch (error) {
			this.showError(error);
		}
	}

	private start(current: BaseFileView, registration: BasesViewRegistration): void {
		const controller = new QueryController(this.app, this.base, current, {
			onConfigChanged: () => {
				this.text = stringifyYaml(this.base);
				this.onInternalDataChange();
			},
			onResult: result => { this.showCount(result); },
			onError: error => { this.showError(error); },
		});
		const view = registration.factory(controller, this.hostEl.createDiv({ cls: 'bases-view-host', attr: { 'data-view-type': current.type } }));
		this.shown = { registration, controller, view };
		view.config = controller.config;
		void controller.load();
		void view.load();
		controller.attach(view);
	}

	private hideView(): void {
		this.shown?.view.unload();
		this.shown?.controller.unload();
		this.shown = null;
		this.hostEl.empty();
		this.countEl.empty();
		this.optionsEl.empty();
		this.optionsEl.hide();
		this.optionsButtonEl.setAttr('aria-expanded', 'false');
	}

	private showError(error: unknown): void {
		this.hideView();
		this.hostEl.createDiv({ cls: 'bases-error', text: error instanceof Error ? error.message : String(error), attr: { role: 'alert' } });
	}

	private showCount({ data }: BasesQueryResult): void {
		this.countEl.setText(data.length === 1 ? '1 result' : `${data.length} results`);
	}

	private showSwitch(current: BaseFileView, registration: BasesViewRegistration | undefined): void {
		this.switchEl.empty();
		setIcon(this.switchEl.createSpan('bases-toolbar-icon'), registration?.icon ?? 'ghost');
		this.switchEl.createSpan({ text: current.name });
		setIcon(this.switchEl.createSpan('bases-toolbar-icon'), 'chevrons-up-down');
		this.optionsButtonEl.toggle(registration?.options !== undefined);
	}

	private showViews(): void {
		const menu = new Menu();
		const current = this.currentView();
		for (const view of this.base.views) {
			const icon = this.registry.registrations[view.type]?.icon ?? 'ghost';
			menu.addItem(item => item.setTitle(view.name).setIcon(icon).setChecked(view === current).onClick(() => { this.choose(view.name); }));
		}
		menu.addSeparator();
		for (const [type, { name, icon }] of Object.entries(this.registry.registrations)) {
			menu.addItem(item => item.setTitle(`Add ${name.toLowerCase()} view`).setIcon(icon).onClick(() => { this.addView(type, name); }));
		}
		const at = this.switchEl.getBoundingClientRect();
		menu.setParentElement(this.switchEl).showAtPosition({ x: at.left, y: at.bottom + 4 }, this.switchEl.doc);
	}

	private addView(type: string, name: string): void {
		const taken = new Set(this.base.views.map(view => view.name));
		let free = name;
		for (let i = 2; taken.has(free); i++) free = `${name} ${i}`;
		this.base.views.push({ type, name: free });
		this.text = stringifyYaml(this.base);
		this.onInternalDataChange();
		this.choose(free);
	}

	private toggleOptions(): void {
		const open = this.optionsEl.childElementCount > 0;
		this.optionsEl.empty();
		this.optionsEl.toggle(!open);
		this.optionsButtonEl.setAttr('aria-expanded', String(!open));
		if (!open) this.drawOptions();
	}

	private drawOptions(): void {
		if (this.shown === null) return;
		const { registration, controller, view } = this.shown;
		const redraw = (): void => {
			this.optionsEl.empty();
			this.drawOptions();
		};
		renderViewOptions(this.optionsEl, registration.options?.(controller.config) ?? [], { app: this.app, config: controller.config, properties: view.allProperties, redraw });
	}
}
