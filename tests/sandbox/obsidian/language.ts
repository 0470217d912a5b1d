let language = 'en';

/** The language of the app's own words. */
export function getLanguage(): string {
	return language;
}

/** Lets the host say that it speaks another language; its own words stay English. The app takes it from its `localStorage` as it starts. */
export function pretendLanguage(code: string): void {
	language = code;
}
