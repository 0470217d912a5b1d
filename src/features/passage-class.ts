/** Marks the passage that was gone to, wherever it is shown. */
export const PASSAGE_CLASS = 'ratify-passage';
