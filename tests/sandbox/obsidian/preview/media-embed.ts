import type { TFile } from '../vault/files';
import type { EmbedComponent, EmbedContext } from './embed-registry';
import { MarkdownRenderChild } from './markdown-render-child';

const TYPES: Record<string, string> = {
	png: 'image/png', jpg: 'image/jpeg', jpeg: 'image/jpeg', gif: 'image/gif', webp: 'image/webp', avif: 'image/avif', bmp: 'image/bmp', svg: 'image/svg+xml',
	mp3: 'audio/mpeg', wav: 'audio/wav', m4a: 'audio/mp4', ogg: 'audio/ogg', flac: 'audio/flac', mp4: 'video/mp4', webm: 'video/webm', mov: 'video/quicktime',
};

/** Extensions of the pictures, sounds and films that notes show. */
export const MEDIA_EXTENSIONS = Object.keys(TYPES);

/** A picture, sound or film of the vault, from its bytes: the app's addresses of files lead nowhere here. */
export class MediaEmbed extends MarkdownRenderChild implements EmbedComponent {
	private readonly type: string;

	constructor(private readonly context: EmbedContext, private readonly file: TFile | null) {
		super(context.containerEl);
		this.type = TYPES[file?.extension ?? ''] ?? '';
		this.containerEl.addClasses(['media-embed', `${this.kind}-embed`, 'is-loaded']);
	}

	loadFile(): void {
		if (this.file === null) return;
		void this.context.app.vault.readBinary(this.file).then(bytes => { this.show(new Blob([bytes], { type: this.type })); }, console.error);
	}

	private get kind(): string {
		return this.type.split('/')[0] ?? '';
	}

	private show(blob: Blob): void {
		const src = URL.createObjectURL(blob);
		this.register(() => { URL.revokeObjectURL(src); });
		const sizes = Object.fromEntries(['width', 'height', 'alt'].map(name => [name, this.containerEl.getAttr(name)]));
		this.containerEl.empty();
		if (this.kind === 'image') this.containerEl.createEl('img', { attr: { src, ...sizes } });
		else this.containerEl.createEl(this.kind === 'audio' ? 'audio' : 'video', { attr: { src, controls: '', ...sizes } });
	}
}
