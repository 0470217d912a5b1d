import type * as Api from 'obsidian-api';
import { SandboxGap } from '../gap';

function noNetwork(): SandboxGap {
	return new SandboxGap('requestUrl', 'reaches the network in Obsidian, and this sandbox has none');
}

/** A caller that waits for one of several promises is not to be told of the others. */
function quietly<T>(promise: Promise<T>): Promise<T> {
	promise.catch(() => undefined);
	return promise;
}

/** Always refused: a plugin under test sends nothing. The promise rejects with a {@link SandboxGap}, as the app's rejects without a network. */
export function requestUrl(_request: Api.RequestUrlParam | string): Api.RequestUrlResponsePromise {
	const refused = quietly(Promise.reject<never>(noNetwork()));
	return Object.assign(refused as Promise<Api.RequestUrlResponse>, { arrayBuffer: refused, json: refused, text: refused });
}

/** The body of {@link requestUrl} as text. */
export async function request(param: Api.RequestUrlParam | string): Promise<string> {
	return requestUrl(param).text;
}
