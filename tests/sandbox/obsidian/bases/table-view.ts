import type * as Api from 'obsidian-api';
import { Keymap } from '../interface/keymap';
import type { BasesEntry, BasesEntryGroup } from './bases-entry';
import { BasesView } from './bases-view';
import type { QueryController } from './query-controller';

/** The app's own table: a row for each file, a column for each property. */
export class TableView extends BasesView {
	override type = 'table';

	constructor(controller: QueryController, private readonly containerEl: HTMLElement) {
		super(controller);
	}

	onDataUpdated(): void {
		this.containerEl.empty();
		const tables = this.containerEl.createDiv('bases-table-container');
		for (const group of this.data.groupedData) this.drawGroup(tables, group);
		this.containerEl.toggleClass('is-empty', this.data.data.length === 0);
	}

	private drawGroup(parent: HTMLElement, group: BasesEntryGroup): void {
		if (group.key !== undefined) {
			const heading = parent.createDiv('bases-group-heading');
			heading.createSpan({ cls: 'bases-group-property', text: this.config.getDisplayName(this.config.getGroupBy()?.property ?? 'file.name') });
			group.key.renderTo(heading.createSpan('bases-group-value'), this.app.renderContext);
		}
		const table = parent.createEl('table', 'bases-table');
		const head = table.createEl('thead', 'bases-thead').createEl('tr', 'bases-tr');
		for (const id of this.data.properties) head.createEl('th', { cls: 'bases-td', text: this.config.getDisplayName(id), attr: { scope: 'col', 'data-property': id } });
		const body = table.createEl('tbody', 'bases-tbody');
		for (const entry of group.entries) this.drawRow(body, entry);
	}

	private drawRow(body: HTMLElement, entry: BasesEntry): void {
		const row = body.createEl('tr', 'bases-tr');
		for (const id of this.data.properties) this.drawCell(row.createEl('td', { cls: 'bases-td', attr: { 'data-property': id } }), entry, id);
	}

	private drawCell(cell: HTMLElement, entry: BasesEntry, id: Api.BasesPropertyId): void {
		if (id !== 'file.name') {
			entry.getValue(id)?.renderTo(cell, this.app.renderContext);
			return;
		}
		const link = cell.createEl('a', { cls: 'internal-link', text: entry.file.extension === 'md' ? entry.file.basename : entry.file.name, href: entry.file.path });
		link.addEventListener('click', event => {
			event.preventDefault();
			if (this.app.viewRegistry.isExtensionRegistered(entry.file.extension)) void this.app.workspace.getLeaf(Keymap.isModEvent(event)).openFile(entry.file);
		});
	}
}
