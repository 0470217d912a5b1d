import type * as Api from 'obsidian-api';
import { Events } from '../events';

/** Secrets by id, kept until the page ends. */
export class SecretStorage extends Events implements Api.SecretStorage {
	private readonly secrets = new Map<string, string>();

	setSecret(id: string, secret: string): void {
		this.secrets.set(id, secret);
		this.trigger('change', id);
	}

	getSecret(id: string): string | null {
		return this.secrets.get(id) ?? null;
	}

	listSecrets(): string[] {
		return [...this.secrets.keys()];
	}
}
