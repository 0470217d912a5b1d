import { writingIn } from '../writing';

/** What `Intl` calls the language. */
export const LOCALE = 'de';

export const { number, counted, every, either, dateFormat } = writingIn(LOCALE, { and: 'und', or: 'oder' });
