/** The version of the plugin interface that the host stands for. */
export let apiVersion = '1.13.1';

/** Lets the host pass for another version of the app, so that a plugin takes its older path. */
export function pretendApiVersion(version: string): void {
	apiVersion = version;
}

/** Whether the app is at least of this version. */
export function requireApiVersion(version: string): boolean {
	const wanted = versionParts(version);
	const present = versionParts(apiVersion);
	for (let part = 0; part < Math.max(wanted.length, present.length); part++) {
		const difference = (present[part] ?? 0) - (wanted[part] ?? 0);
		if (difference !== 0) return difference > 0;
	}
	return true;
}

function versionParts(version: string): number[] {
	return version.split('.').map((part) => Number.parseInt(part, 10) || 0);
}
