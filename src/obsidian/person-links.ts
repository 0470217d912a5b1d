import type { App } from 'obsidian';
import type { SnapshotSource } from '../core/index-store';
import { resolveName } from '../core/selectors';

/**
 * Has links that the app can't resolve lead to the person whose name they are, where that is
 * certain, instead of to a new note. Every way of following a link comes through this one
 * method of the app. Answers what ends that, also where somebody else has come between since.
 */
export function followPersonLinks(app: App, store: SnapshotSource): () => void {
	const { workspace } = app;
	// It is called as a method of the workspace only.
	// eslint-disable-next-line @typescript-eslint/unbound-method -- it is put back as it was
	const { openLinkText } = workspace;
	let isOver = false;
	const followed: typeof openLinkText = function (this: typeof workspace, linktext, sourcePath, ...rest) {
		const target = isOver ? null : personPath(app, store, linktext, sourcePath);
		return openLinkText.call(this, target ?? linktext, sourcePath, ...rest);
	};
	workspace.openLinkText = followed;
	return () => {
		isOver = true;
		if (workspace.openLinkText === followed) workspace.openLinkText = openLinkText;
	};
}

/** Where a link is to lead, with the part of the note that it names; null where it leads by itself, or nobody is certainly called so. */
function personPath(app: App, { snapshot }: SnapshotSource, linktext: string, sourcePath: string): string | null {
	const [, linkpath = '', part = ''] = /^([^#]*)(.*)$/su.exec(linktext) ?? [];
	if (linkpath === '' || app.metadataCache.getFirstLinkpathDest(linkpath, sourcePath)) return null;
	const resolution = resolveName(snapshot, `[[${linkpath}]]`, snapshot.notes.get(sourcePath));
	return resolution.kind === 'person' ? resolution.person.path + part : null;
}
