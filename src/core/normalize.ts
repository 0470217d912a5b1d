/**
 * A text in one of Unicode's normal forms, in time linear in its length. Marks that follow
 * the first thirty of a run are dropped: no writing has so many, and putting them in order
 * takes time that grows with the square of their number (Unicode's Stream-Safe Text Format).
 */
export function normalize(text: string, form: 'NFC' | 'NFKC' | 'NFKD'): string {
	return text.replace(/(\p{M}{30})\p{M}+/gu, '$1').normalize(form);
}
