import type * as Api from 'obsidian-api';
import { Events } from '../events';
import type { BasesView } from './bases-view';
import type { BasesViewConfig } from './bases-view-config';
import type { QueryController } from './query-controller';

/** A kind of view, as a plugin registers it. */
export interface BasesViewRegistration extends Omit<Api.BasesViewRegistration, 'factory' | 'options'> {
	factory: (controller: QueryController, containerEl: HTMLElement) => BasesView;
	options?: (config: BasesViewConfig) => Api.BasesAllOptions[];
}

/** The kinds of views that bases can have: what the app keeps in its core plugin. */
export class BasesRegistry extends Events {
	readonly registrations: Record<string, BasesViewRegistration> = {};

	/** @throws where the type is taken */
	register(type: string, registration: BasesViewRegistration): void {
		if (Object.hasOwn(this.registrations, type)) throw new Error(`A Bases view "${type}" is registered already.`);
		this.registrations[type] = registration;
		this.trigger('changed', type);
	}

	unregister(type: string): void {
		delete this.registrations[type];
		this.trigger('changed', type);
	}
}
