import { writingIn } from '../writing';

/** What `Intl` calls the language. */
export const LOCALE = 'en';

export const { number, counted, every, either, dateFormat } = writingIn(LOCALE, { and: 'and', or: 'or' });
