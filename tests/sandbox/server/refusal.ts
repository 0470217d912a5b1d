/** A request that is answered with an HTTP status and a sentence instead of what it asked for. */
export class Refusal extends Error {
	constructor(readonly status: number, message: string) {
		super(message);
		this.name = 'Refusal';
	}
}
