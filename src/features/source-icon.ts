import { noteName } from '../core/note';

/** The sign for a source, told by its path: exports of mails are named by their second, transcripts stand together or are subtitles. */
export function sourceIcon(path: string): string {
	if (/\.(?:eml|msg)$/iu.test(path) || /^\d{4}-?\d{2}-?\d{2}[_T ]\d{2}[-.:]?\d{2}[-.:]?\d{2}(?!\d)/u.test(noteName(path))) return 'mail';
	return /\.(?:vtt|srt)$|(?:^|\/)[^/]*transcript[^/]*\//iu.test(path) ? 'messages-square' : 'file-text';
}
