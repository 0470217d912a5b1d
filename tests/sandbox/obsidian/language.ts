/** The language of the app's own words. */
export function getLanguage(): string {
	return 'en';
}
