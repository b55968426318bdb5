import { type CodedError, refusalOf } from './coded-error.ts';
import { CSRF_HEADER } from './csrf-header.ts';

export type GatewayAnswer<T> =
  | { readonly data: T; readonly refusal: null }
  | { readonly data: null; readonly refusal: CodedError };

/** Asks what the gateway itself keeps, which is not of the graph: with a body it is a change. */
export async function askGateway<T>(path: string, body?: object): Promise<GatewayAnswer<T>> {
  const change = body && { method: 'POST', body: JSON.stringify(body) };
  const headers = { 'content-type': 'application/json', ...CSRF_HEADER };
  const response = await fetch(path, { credentials: 'same-origin', headers, ...change }).catch(() => null);
  if (!response?.ok) return { data: null, refusal: await refusalOf(response) };
  return { data: await response.json(), refusal: null };
}
