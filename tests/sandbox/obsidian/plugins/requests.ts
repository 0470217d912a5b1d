import type * as Api from 'obsidian-api';

async function send(request: Api.RequestUrlParam): Promise<Api.RequestUrlResponse> {
	const headers = { ...(request.contentType === undefined ? {} : { 'Content-Type': request.contentType }), ...request.headers };
	const response = await fetch(request.url, { method: request.method ?? 'GET', headers, ...(request.body === undefined ? {} : { body: request.body }) });
	const arrayBuffer = await response.arrayBuffer();
	if ((request.throw ?? true) && response.status >= 400) throw new Error(`Request failed, status ${response.status}`);
	const text = new TextDecoder().decode(arrayBuffer);
	return {
		status: response.status,
		headers: Object.fromEntries(response.headers),
		arrayBuffer,
		text,
		get json(): unknown { return JSON.parse(text) as unknown; },
	};
}

/** An HTTP request. Unlike the app's, it is subject to the browser's same-origin rules. */
export function requestUrl(request: Api.RequestUrlParam | string): Api.RequestUrlResponsePromise {
	const response = send(typeof request === 'string' ? { url: request } : request);
	return Object.assign(response, {
		arrayBuffer: response.then(one => one.arrayBuffer),
		json: response.then(one => one.json as unknown),
		text: response.then(one => one.text),
	});
}

/** The body of {@link requestUrl} as text. */
export async function request(param: Api.RequestUrlParam | string): Promise<string> {
	return requestUrl(param).text;
}
